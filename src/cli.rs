//! What a person may type: arguments and their help in Thai and English. No logic beyond reading a value.
#![expect(
    missing_docs,
    reason = "what a flag means is said once, in its help, in both languages"
)]

mod in_lang;
pub mod refusal;

use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};

pub use self::in_lang::command;
use crate::forms::Month;
use crate::locale::both::{both, half};
use crate::options::BaseUrl;
use crate::schema::{PaperForm, export};
use crate::terminal::Format;
use crate::value::date::BUDDHIST_ERA;
use crate::value::{Date, Lang, digits};

#[derive(Debug, Parser)]
#[command(name = "sala", version, propagate_version = true, max_term_width = 100)]
#[command(about = both!(
    "สร้างเว็บไซต์ทำเนียบแหล่งเรียนรู้ของชุมชนจากไฟล์ข้อความ",
    "Make the website of a directory of community learning centres from text files"
))]
#[command(after_help = both!(
    "เริ่มต้นด้วย:  sala new site my-site  ·  sala serve --root my-site --open",
    "Start with:  sala new site my-site  ·  sala serve --root my-site --open"
))]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub global: GlobalArgs,
}

/// Flags of every command.
#[derive(Args, Clone, Debug)]
pub struct GlobalArgs {
    #[arg(long, short = 'r', global = true, default_value = ".", value_hint = ValueHint::DirPath)]
    #[arg(value_name = both!("โฟลเดอร์", "DIR"))]
    #[arg(help = both!("โฟลเดอร์ของเว็บไซต์ คือโฟลเดอร์ที่มี content/ อยู่ภายใน", "The site folder: the one that holds content/"))]
    pub root: PathBuf,
    #[arg(long, short = 'q', global = true, conflicts_with = "verbose")]
    #[arg(help = both!("แสดงเฉพาะข้อผิดพลาด", "Say nothing but errors"))]
    pub quiet: bool,
    #[arg(long, short = 'v', global = true)]
    #[arg(help = both!("แสดงรายละเอียดเพิ่มเติม", "Say more"))]
    pub verbose: bool,
    #[arg(long, global = true, default_value = "auto")]
    #[arg(value_name = both!("เมื่อใด", "WHEN"))]
    #[arg(help = both!("ใช้สีเมื่อใด (เมื่อมีตัวแปร NO_COLOR จะไม่ใช้สี)", "When to use colours (NO_COLOR is obeyed too)"))]
    pub color: Color,
    #[arg(long, global = true, value_parser = ["th", "en"])]
    #[arg(value_name = both!("ภาษา", "LANG"))]
    #[arg(help = both!(
        "ภาษาของข้อความ [ค่าเริ่มต้น: ภาษาไทยเมื่อระบบใช้ภาษาไทย นอกนั้นเป็นภาษาอังกฤษ]",
        "Language of messages [default: Thai where the locale is Thai, else English]"
    ))]
    pub lang: Option<String>,
}

impl GlobalArgs {
    /// The language that was asked for.
    #[must_use]
    pub fn lang(&self) -> Option<Lang> {
        self.lang.as_deref().and_then(Lang::from_tag)
    }
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    #[value(help = both!("เมื่อแสดงในหน้าต่างคำสั่ง", "On a terminal"))]
    Auto,
    #[value(help = both!("ใช้เสมอ", "Always"))]
    Always,
    #[value(help = both!("ไม่ใช้", "Never"))]
    Never,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(about = both!("สร้างเว็บไซต์ลงในโฟลเดอร์ public/", "Write the website into public/"))]
    Build(Box<BuildArgs>),
    #[command(about = both!("ตรวจหาทุกจุดที่ผิด โดยไม่เขียนไฟล์ใด", "Look for everything that is wrong, and write nothing"))]
    Check(CheckArgs),
    #[command(about = both!("แสดงเว็บไซต์ในเบราว์เซอร์ระหว่างแก้ไข", "Show the website in a browser while you edit it"))]
    Serve(ServeArgs),
    #[command(about = both!("สร้างไฟล์พร้อมคำอธิบายไว้ให้กรอก", "Create a commented file to fill in"))]
    #[command(subcommand)]
    New(NewCommand),
    #[command(about = both!(
        "นำเข้าตารางคำนวณเป็นรายการ: แบบรายงานพื้นที่เป้าหมาย แบบสรุปข้อมูลศูนย์ฯ แบบรายงานกิจกรรม และแบบกรอกข้อมูล",
        "Read spreadsheets into entries: area reports, centre summaries, activity reports, the template"
    ))]
    Import(ImportArgs),
    #[command(about = both!(
        "สร้างแบบรายงาน หรือสมุดงานสำหรับกรอกข้อมูล ลงในโฟลเดอร์ reports/",
        "Write a paper form, or the workbook to fill in, into reports/"
    ))]
    Report(ReportArgs),
    #[command(about = both!(
        "แสดงสถานะของทำเนียบ: สิ่งที่ขาด สิ่งที่ใกล้สิ้นสุด สิ่งที่ยังไม่ยืนยัน และรายงานที่ถึงกำหนด แยกตามอำเภอ",
        "Show how the directory stands: what is missing, ending, unconfirmed and due, by district"
    ))]
    Status(StatusArgs),
    #[command(about = both!(
        "แสดงว่าไฟล์เนื้อหาแต่ละชนิดมีข้อมูลใดได้บ้าง เป็น JSON Schema สำหรับโปรแกรมแก้ไขข้อความและโปรแกรมอื่น",
        "Print what each file of the content may hold, as JSON Schema for editors and programs"
    ))]
    Schema(SchemaArgs),
    #[command(about = both!("แสดงสคริปต์สำหรับเติมคำสั่งอัตโนมัติในเชลล์", "Print the completions of a shell"))]
    Completions {
        #[arg(value_name = both!("เชลล์", "SHELL"))]
        #[arg(help = both!("เชลล์ที่ใช้", "The shell"))]
        shell: clap_complete::Shell,
    },
    #[command(about = both!("แสดงหน้าคู่มือสำหรับคำสั่ง man (ภาษาอังกฤษ)", "Print the manual page"))]
    Man,
}

/// Flags of `sala build`.
#[derive(Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "flags are what they are")]
pub struct BuildArgs {
    #[arg(long, short = 'o', value_hint = ValueHint::DirPath)]
    #[arg(value_name = both!("โฟลเดอร์", "DIR"))]
    #[arg(help = both!(
        "โฟลเดอร์ที่จะเขียนเว็บไซต์ [ค่าเริ่มต้น: public ในโฟลเดอร์ของเว็บไซต์]",
        "Where to write the website [default: ROOT/public]"
    ))]
    pub output: Option<PathBuf>,
    #[arg(long, short = 'u', value_parser = base_url)]
    #[arg(value_name = both!("ที่อยู่เว็บ", "URL"))]
    #[arg(help = both!(
        "ที่อยู่ของเว็บไซต์ แทนค่าใน site.toml หากใช้ \"./\" ลิงก์ทั้งหมดจะอ้างจากหน้าปัจจุบัน เปิดได้จากโฟลเดอร์ใดก็ได้หรือจากแฟลชไดรฟ์ USB",
        "Address of the website instead of the one in site.toml; \"./\" makes every link relative, for any folder or a USB stick"
    ))]
    pub base_url: Option<BaseUrl>,
    #[arg(long, short = 'D')]
    #[arg(help = both!("รวมฉบับร่างด้วย", "Build drafts too"))]
    pub drafts: bool,
    #[arg(long)]
    #[arg(help = both!(
        "ไม่รวมรายการที่มีข้อผิดพลาด และแสดงแทนว่ากำลังแก้ไข เพื่อให้เว็บไซต์เป็นปัจจุบันทุกวัน",
        "Leave out entries with errors, and say in their place that they are being mended: the site is right every day"
    ))]
    pub set_aside: bool,
    #[arg(long)]
    #[arg(help = both!("ไม่รวมรายการที่ระบุ example = true", "Leave out entries with example = true"))]
    pub no_examples: bool,
    #[arg(long)]
    #[arg(help = both!(
        "เขียนไฟล์ .gz และ .br ไว้ข้างไฟล์ข้อความแต่ละไฟล์ สำหรับเซิร์ฟเวอร์ที่ส่งไฟล์บีบอัด",
        "Write a .gz and a .br beside each text file, for servers that send them"
    ))]
    pub precompress: bool,
    #[arg(long)]
    #[arg(help = both!("ตัดช่องว่างที่ไม่จำเป็นออกจาก HTML", "Take needless spaces out of HTML"))]
    pub minify: bool,
    #[arg(long, short = 'j', value_parser = jobs)]
    #[arg(value_name = both!("จำนวน", "N"))]
    #[arg(help = both!(
        "จำนวนเธรดที่ใช้ [ค่าเริ่มต้น: เท่ากับจำนวนหน่วยประมวลผล]",
        "How many threads to use [default: one per processor]"
    ))]
    pub jobs: Option<u16>,
    #[arg(long)]
    #[arg(help = both!("แสดงเวลาที่ใช้ในแต่ละขั้นตอน", "Show how long each step took"))]
    pub timings: bool,
    #[command(flatten)]
    pub day: Day,
}

/// For which day the site is made.
#[derive(Args, Clone, Copy, Debug)]
pub struct Day {
    #[arg(long, value_parser = day)]
    #[arg(value_name = both!("ปปปป-ดด-วว", "YYYY-MM-DD"))]
    #[arg(help = both!(
        "ทำเสมือนเป็นวันนี้ ระบุเป็น พ.ศ. หรือ ค.ศ. [ค่าเริ่มต้น: ตัวแปร SOURCE_DATE_EPOCH หากไม่มีใช้วันปัจจุบันตามเวลากรุงเทพฯ]",
        "Build as on this day, B.E. or C.E. [default: SOURCE_DATE_EPOCH, else today in Bangkok]"
    ))]
    pub today: Option<Date>,
}

/// Flags of `sala check`.
#[derive(Args, Debug)]
pub struct CheckArgs {
    #[arg(long, default_value = "human")]
    #[arg(value_name = both!("รูปแบบ", "FORMAT"))]
    #[arg(help = both!("รูปแบบของผลการตรวจ", "How to show what is wrong"))]
    pub format: Format,
    #[arg(long)]
    #[arg(help = both!("ถือว่าไม่ผ่านเมื่อมีคำเตือน", "Fail on warnings too"))]
    pub strict: bool,
    #[arg(long)]
    #[arg(help = both!("บอกสิ่งที่หน่วยงานต้องตัดสินใจก่อนเผยแพร่เว็บไซต์", "Name what must be decided before the site goes public"))]
    pub launch: bool,
    #[arg(long, short = 'D')]
    #[arg(help = both!("ตรวจฉบับร่างด้วย", "Check drafts too"))]
    pub drafts: bool,
    #[command(flatten)]
    pub day: Day,
}

/// Flags of `sala serve`.
#[derive(Args, Debug)]
pub struct ServeArgs {
    #[arg(long, short = 'p', value_parser = port)]
    #[arg(value_name = both!("พอร์ต", "PORT"))]
    #[arg(help = both!(
        "พอร์ตของหน้าตัวอย่าง หากพอร์ตนั้นไม่ว่าง จะใช้พอร์ตว่างถัดไป [ค่าเริ่มต้น: 1111]",
        "Port of the preview; where it is taken, the next free one [default: 1111]"
    ))]
    pub port: Option<u16>,
    #[arg(long, default_value = "127.0.0.1", value_parser = ip_address)]
    #[arg(value_name = both!("ที่อยู่", "ADDRESS"))]
    #[arg(help = both!(
        "ที่อยู่ที่เปิดให้เรียกดู หากใช้ 0.0.0.0 อุปกรณ์อื่นในเครือข่ายจะเปิดดูได้",
        "Address to listen at; 0.0.0.0 lets other devices of your network look"
    ))]
    pub bind: IpAddr,
    #[arg(long, short = 'D')]
    #[arg(help = both!("แสดงฉบับร่างด้วย", "Show drafts too"))]
    pub drafts: bool,
    #[arg(long, short = 'O')]
    #[arg(help = both!("เปิดเบราว์เซอร์ให้", "Open the browser"))]
    pub open: bool,
    #[command(flatten)]
    pub day: Day,
}

/// Flags of `sala schema`.
#[derive(Args, Debug)]
pub struct SchemaArgs {
    #[arg(value_parser = PossibleValuesParser::new(export::names()))]
    #[arg(value_name = both!("ชนิด", "RECORD"))]
    #[arg(help = both!(
        "ชนิดของไฟล์ หากไม่ระบุจะแสดงทุกชนิดในออบเจกต์เดียว",
        "Which record; without it all of them, in an object by their names"
    ))]
    pub record: Option<String>,
    #[arg(long, short = 'w', conflicts_with = "record")]
    #[arg(help = both!(
        "เขียนโฟลเดอร์ schemas/ และการตั้งค่าของโปรแกรมแก้ไขข้อความไว้ในโฟลเดอร์ของเว็บไซต์แทน",
        "Write schemas/ and the settings of editors into the site folder instead"
    ))]
    pub write: bool,
}

/// Flags of `sala import`.
#[derive(Args, Debug)]
pub struct ImportArgs {
    #[arg(required = true, value_hint = ValueHint::AnyPath)]
    #[arg(value_name = both!("ไฟล์", "FILE"))]
    #[arg(help = both!(
        "ไฟล์ตารางคำนวณ (xlsx, xlsm, ods, csv) หรือโฟลเดอร์ของไฟล์เหล่านั้น",
        "Spreadsheets (xlsx, xlsm, ods, csv), or folders of them"
    ))]
    pub files: Vec<PathBuf>,
    #[arg(long, short = 'n')]
    #[arg(help = both!(
        "แสดงว่าแต่ละรายการจะเป็นอย่างไร โดยไม่เขียนไฟล์ใด",
        "Show what would become of each entry, and write nothing"
    ))]
    pub dry_run: bool,
    #[arg(long, short = 'U')]
    #[arg(help = both!(
        "แก้ไขรายการที่มีอยู่แล้วด้วย เฉพาะข้อมูลที่มีในตาราง",
        "Change entries that are there too, in the keys that the sheet has"
    ))]
    pub update: bool,
    #[arg(long)]
    #[arg(help = both!(
        "ไม่เขียนไฟล์ใดเลยเมื่อมีแถวที่รับไม่ได้",
        "Write nothing at all where something was refused"
    ))]
    pub strict: bool,
    #[arg(long, value_parser = ["district", "subdistrict"])]
    #[arg(value_name = both!("ระดับ", "LEVEL"))]
    #[arg(help = both!(
        "ระดับของศูนย์ฯ ในแบบรายงานพื้นที่เป้าหมายที่ไม่ได้ระบุไว้",
        "Level of the centres of an area report that does not say it"
    ))]
    pub level: Option<String>,
    #[arg(long, default_value = "human", value_parser = ["human", "json"])]
    #[arg(value_name = both!("รูปแบบ", "FORMAT"))]
    #[arg(help = both!("รูปแบบของผลการนำเข้า", "How to show what became of each entry, and what is wrong"))]
    pub format: String,
}

/// Flags of `sala report`.
#[derive(Args, Debug)]
pub struct ReportArgs {
    #[command(subcommand)]
    pub form: ReportForm,
}

/// The forms that `sala report` writes.
#[derive(Debug, Subcommand)]
pub enum ReportForm {
    #[command(about = both!(
        "สมุดงานที่หน่วยงานกรอกและ sala import นำเข้า หนึ่งแถวต่อหนึ่งศูนย์ฯ พร้อมข้อมูลที่มีอยู่แล้ว",
        "The workbook that an office fills in and sala import reads: a row for each centre, with what is known"
    ))]
    Template {
        #[arg(long)]
        #[arg(value_name = both!("อำเภอ", "DISTRICT"))]
        #[arg(help = both!("เฉพาะศูนย์ฯ ในอำเภอนี้ ระบุชื่อหรือรหัส", "The centres of one district, by its name or code"))]
        district: Option<String>,
        #[arg(long, default_value = "xlsx", value_parser = ["xlsx", "csv"])]
        #[arg(value_name = both!("รูปแบบ", "FORMAT"))]
        #[arg(help = both!("ชนิดของไฟล์", "Kind of file"))]
        format: String,
    },
    #[command(about = both!("แบบรายงานข้อมูลพื้นที่เป้าหมาย ระดับอำเภอ", "Area report of the districts"))]
    AreasDistricts(FormArgs),
    #[command(about = both!("แบบรายงานข้อมูลพื้นที่เป้าหมาย ระดับตำบล", "Area report of the sub-districts"))]
    AreasSubdistricts(FormArgs),
    #[command(about = both!("แบบสรุปข้อมูลศูนย์ฯ หนึ่งหน้าต่อหนึ่งศูนย์ฯ", "Centre summary, each centre on a page"))]
    Summary {
        #[arg(long, conflicts_with = "district")]
        #[arg(value_name = both!("ที่อยู่", "PATH"))]
        #[arg(help = both!("เฉพาะศูนย์ฯ นี้ เช่น khueang-nai/hua-don", "One centre, as khueang-nai/hua-don"))]
        center: Option<String>,
        #[command(flatten)]
        form: FormArgs,
    },
    #[command(about = both!("คำสั่งแต่งตั้งคณะกรรมการ ระดับอำเภอ", "Committee order for a district's centre"))]
    OrderDistrict(FormArgs),
    #[command(about = both!(
        "คำสั่งแต่งตั้งคณะทำงาน ระดับตำบล หนึ่งคำสั่งต่อหนึ่งอำเภอ",
        "Committee order for the centres of a district's sub-districts"
    ))]
    OrderSubdistricts(FormArgs),
    #[command(about = both!("แบบรายงานกิจกรรมประจำเดือน", "Monthly activity report"))]
    Activities {
        #[arg(long, value_parser = month)]
        #[arg(value_name = both!("ปปปป-ดด", "YYYY-MM"))]
        #[arg(help = both!(
            "เดือนที่รายงาน พ.ศ. หรือ ค.ศ. เช่น 2569-11 [ค่าเริ่มต้น: เดือนที่ถึงกำหนดส่งถัดไป]",
            "The month, B.E. or C.E., as 2569-11 [default: the one whose report is due next]"
        ))]
        month: Option<Month>,
        #[command(flatten)]
        form: FormArgs,
    },
    #[command(about = both!("แบบเปล่าสำหรับกรอกด้วยมือ ไม่มีข้อมูลส่วนบุคคล", "A form to fill in by hand, with no personal data in it"))]
    Blank {
        #[arg(value_parser = PossibleValuesParser::new(PaperForm::ALL.map(PaperForm::word)))]
        #[arg(value_name = both!("แบบ", "FORM"))]
        #[arg(help = both!("แบบที่ต้องการ", "Which form"))]
        form: String,
        #[arg(long, default_value = "html")]
        #[arg(value_name = both!("รูปแบบ", "FORMAT"))]
        #[arg(help = both!("ชนิดของไฟล์", "Kind of file"))]
        format: ReportFormat,
    },
}

/// Flags of every form that is filled in.
#[derive(Args, Clone, Debug)]
pub struct FormArgs {
    #[arg(long)]
    #[arg(value_name = both!("อำเภอ", "DISTRICT"))]
    #[arg(help = both!("เฉพาะอำเภอนี้ ระบุชื่อหรือรหัส", "One district, by its name or code"))]
    pub district: Option<String>,
    #[arg(long, default_value = "html")]
    #[arg(value_name = both!("รูปแบบ", "FORMAT"))]
    #[arg(help = both!("ชนิดของไฟล์", "Kind of file"))]
    pub format: ReportFormat,
    #[command(flatten)]
    pub day: Day,
}

/// Flags of `sala status`.
#[derive(Args, Debug)]
pub struct StatusArgs {
    #[arg(long)]
    #[arg(value_name = both!("อำเภอ", "DISTRICT"))]
    #[arg(help = both!("เฉพาะอำเภอนี้ ระบุชื่อหรือรหัส", "One district, by its name or code"))]
    pub district: Option<String>,
    #[arg(long, default_value = "human")]
    #[arg(value_name = both!("รูปแบบ", "FORMAT"))]
    #[arg(help = both!("รูปแบบของผล", "How to show it"))]
    pub format: StatusFormat,
    #[arg(long)]
    #[arg(help = both!(
        "แสดงชื่อบุคคลที่ความยินยอมสิ้นสุดแล้วหรือใกล้สิ้นสุด",
        "Name the people whose consents have ended or end soon"
    ))]
    pub with_people: bool,
    #[command(flatten)]
    pub day: Day,
}

/// How the status is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum StatusFormat {
    #[value(help = both!("สำหรับอ่าน", "For people"))]
    Human,
    #[value(help = both!("ตาราง ทาง stdout", "A table, on stdout"))]
    Csv,
    #[value(help = both!("ออบเจกต์ JSON ทาง stdout", "A JSON object, on stdout"))]
    Json,
    #[value(help = both!("ตารางคำนวณ ในโฟลเดอร์ reports/", "A workbook, in reports/"))]
    Xlsx,
}

/// Kinds of files that a form can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    #[value(help = both!("หน้าที่พิมพ์ลงกระดาษ A4 จากเบราว์เซอร์", "A page that any browser prints on A4"))]
    Html,
    #[value(help = both!("ตารางคำนวณ", "A workbook"))]
    Xlsx,
    #[value(help = both!("ข้อความคั่นด้วยจุลภาค", "Comma-separated values"))]
    Csv,
}

/// What `sala new` makes.
#[derive(Debug, Subcommand)]
pub enum NewCommand {
    #[command(about = both!("โฟลเดอร์ของเว็บไซต์", "A site folder"))]
    Site {
        #[arg(value_hint = ValueHint::DirPath)]
        #[arg(value_name = both!("โฟลเดอร์", "DIR"))]
        #[arg(help = both!("โฟลเดอร์ที่จะสร้าง", "The folder to make"))]
        dir: PathBuf,
    },
    #[command(about = both!("ศูนย์ฯ", "A centre"))]
    Center {
        #[arg(value_name = both!("ที่อยู่", "PATH"))]
        #[arg(help = both!(
            "ที่อยู่ใต้ centers/ คืออำเภอ/ตำบล เช่น khueang-nai/hua-don",
            "Its address under centers/: district/subdistrict, as khueang-nai/hua-don"
        ))]
        path: String,
    },
    #[command(about = both!("แนวปฏิบัติที่ดีของศูนย์ฯ", "A best practice of a centre"))]
    BestPractice {
        #[arg(value_name = both!("ที่อยู่", "PATH"))]
        #[arg(help = both!("ที่อยู่ของศูนย์ฯ เช่น khueang-nai/hua-don", "Address of the centre, as khueang-nai/hua-don"))]
        path: String,
        #[arg(value_name = both!("ชื่อ", "SLUG"))]
        #[arg(help = both!("ส่วนท้ายของที่อยู่ของเรื่องนี้ เช่น rice-bank", "Last part of its own address, as rice-bank"))]
        slug: String,
    },
    #[command(about = both!("กิจกรรมของศูนย์ฯ", "An activity of a centre"))]
    Activity {
        #[arg(value_name = both!("ที่อยู่", "PATH"))]
        #[arg(help = both!("ที่อยู่ของศูนย์ฯ เช่น khueang-nai/hua-don", "Address of the centre, as khueang-nai/hua-don"))]
        path: String,
        #[arg(value_name = both!("ชื่อ", "SLUG"))]
        #[arg(help = both!("ส่วนท้ายของที่อยู่ของกิจกรรมนี้ เช่น planting-day", "Last part of its own address, as planting-day"))]
        slug: String,
    },
}

/// Why a value cannot be read: a literal of `both!`.
#[derive(Debug)]
pub struct Unreadable(pub &'static str);

impl fmt::Display for Unreadable {
    /// In English, as clap shows it; [`refusal`] has the Thai.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(half(self.0, Lang::En))
    }
}

impl std::error::Error for Unreadable {}

/// A day of either era; a year of 2400 or more is Buddhist Era.
fn day(written: &str) -> Result<Date, Unreadable> {
    const FORM: Unreadable = Unreadable(both!(
        "เขียนเป็น ปี-เดือน-วัน เช่น 2569-11-30",
        "write it as YYYY-MM-DD"
    ));
    let western: String = written.trim().chars().map(digits::arabic).collect();
    let parts: Vec<&str> = western.split('-').collect();
    let [year, month, day] = parts[..] else {
        return Err(FORM);
    };
    let is_well_formed = year.len() == 4
        && [month, day].iter().all(|it| it.len() == 2)
        && western.bytes().all(|it| it.is_ascii_digit() || it == b'-');
    if !is_well_formed {
        return Err(FORM);
    }
    let no_such_day = || Unreadable(both!("ไม่มีวันนี้ในปฏิทิน", "there is no such day"));
    let number = |it: &str| it.parse::<i16>().map_err(|_| no_such_day());
    let year = match number(year)? {
        buddhist @ 2400.. => buddhist - BUDDHIST_ERA,
        common => common,
    };
    Date::new(year, number(month)? as i8, number(day)? as i8).ok_or_else(no_such_day)
}

/// A month of either era; a year of 2400 or more is Buddhist Era.
fn month(written: &str) -> Result<Month, Unreadable> {
    const FORM: Unreadable = Unreadable(both!("เขียนเป็น ปี-เดือน เช่น 2569-11", "write it as YYYY-MM"));
    day(&format!("{}-01", written.trim()))
        .map(Month::of)
        .map_err(|_| FORM)
}

/// `./`, or an absolute address, which gets its last `/` where it lacks one.
fn base_url(written: &str) -> Result<BaseUrl, Unreadable> {
    if matches!(written, "." | "./") {
        return Ok(BaseUrl::Portable);
    }
    let address = ["https://", "http://"]
        .into_iter()
        .find_map(|scheme| written.strip_prefix(scheme))
        .ok_or(Unreadable(both!(
            "เขียน ./ หรือที่อยู่ที่ขึ้นต้นด้วย https:// หรือ http://",
            "write ./ or an address that begins with https:// or http://"
        )))?;
    let host = address.split('/').next().unwrap_or_default();
    let is_clean = !host.is_empty()
        && !address.contains(['?', '#', '"', '\'', '<', '>', '\\', '@'])
        && !address.contains(|it: char| it.is_whitespace() || it.is_control());
    match crate::parse::web::base_url(written) {
        Ok(url) if is_clean => Ok(BaseUrl::Url(url)),
        _ => Err(Unreadable(both!(
            "ที่อยู่ต้องมีชื่อโฮสต์ และต้องไม่มีช่องว่าง เครื่องหมายอัญประกาศ ชื่อผู้ใช้ โฟลเดอร์ว่าง ? หรือ #",
            "an address has a host, and no spaces, quotes, user, empty folder, query or fragment"
        ))),
    }
}

/// How many threads may be asked for.
fn jobs(written: &str) -> Result<u16, Unreadable> {
    let number = written.parse().ok().filter(|it| (1..=256).contains(it));
    number.ok_or(Unreadable(both!(
        "เขียนเป็นจำนวนตั้งแต่ 1 ถึง 256",
        "write a number from 1 to 256"
    )))
}

/// A port of a machine.
fn port(written: &str) -> Result<u16, Unreadable> {
    let wrong = Unreadable(both!(
        "เขียนเป็นจำนวนตั้งแต่ 0 ถึง 65535",
        "write a number from 0 to 65535"
    ));
    written.parse().map_err(|_| wrong)
}

/// An address of a machine.
fn ip_address(written: &str) -> Result<IpAddr, Unreadable> {
    let wrong = Unreadable(both!(
        "เขียนเป็นหมายเลข IP เช่น 127.0.0.1 หรือ 0.0.0.0",
        "write an IP address such as 127.0.0.1 or 0.0.0.0"
    ));
    written.parse().map_err(|_| wrong)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_fit_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn reads_days_of_both_eras() {
        for (written, expected) in [
            ("2022-03-13", Some("2022-03-13")),
            ("2565-03-13", Some("2022-03-13")),
            ("๒๕๖๕-๐๓-๑๓", Some("2022-03-13")),
            ("2568-02-29", None),
            ("2565-3-13", None),
            ("13/03/2565", None),
            ("2565-00-99", None),
        ] {
            let read = day(written).ok().map(|it| it.to_string());
            assert_eq!(read.as_deref(), expected, "written as {written:?}");
        }
    }

    #[test]
    fn reads_months_of_both_eras() {
        for (written, expected) in [
            ("2569-11", Some((2026, 11))),
            ("2026-11", Some((2026, 11))),
            ("๒๕๖๙-๐๑", Some((2026, 1))),
            ("2569-13", None),
            ("2569-11-05", None),
            ("11/2569", None),
        ] {
            let read = month(written).ok().map(|it| (it.year, it.month));
            assert_eq!(read, expected, "written as {written:?}");
        }
    }

    #[test]
    fn an_address_of_the_site_is_absolute_or_here() {
        for (written, expected) in [
            ("./", Some(BaseUrl::Portable)),
            (
                "https://example.go.th/sj",
                Some(BaseUrl::Url("https://example.go.th/sj/".to_owned())),
            ),
            ("example.go.th", None),
            ("https:///sj", None),
            ("https://example.go.th//sj/", None),
            ("https://example.go.th:99999/", None),
            ("https://example.go.th/%2e%2e/", None),
            ("https://example.go.th/?a", None),
            ("javascript:alert(1)", None),
        ] {
            assert_eq!(base_url(written).ok(), expected, "written as {written:?}");
        }
    }
}
