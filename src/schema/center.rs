//! A centre: `center.toml`.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::Problem;
use crate::schema::field::{NamedDocument, NamedPhoto, NumberOrString, Url, Year};
use crate::schema::key::Outlet::{Card, Data, Page, Paper, Search};
use crate::schema::key::PaperForm::{AreasDistricts, AreasSubdistricts, Summary};
use crate::schema::key::{Reference, key};
use crate::schema::media::{Award, NamedPicture};
use crate::schema::person::{Chair, Committee, Person, ResourcePerson};
use crate::schema::point::Degrees;
use crate::schema::reader::{Fact, Record, Rules};
use crate::schema::reader::{FactValue, Reader};
use crate::schema::record::record;
use crate::schema::topics::each_topic_once;
use crate::value::words::{Facility, HighlightKind, Level, Mission, PlaceKind, Sector, Status};
use crate::value::{Date, InlineText, Point, Spanned, Text};

record! {
    /// What a centre is by itself: nothing in it has to be looked up elsewhere.
    pub struct CenterFacts {
        /// Full name.
        pub name: Text = key("ชื่อเต็มของศูนย์ฯ")
            .label("ชื่อศูนย์ฯ", "Name")
            .example("\"ศูนย์ผู้นำจิตอาสาพัฒนาชุมชนตำบลหัวดอน\"")
            .shown(&[Page, Card, Paper, Search, Data])
            .on_forms(&[(Summary, "๑. ชื่อศูนย์ฯ")]),
        /// Level of the administration that it belongs to.
        pub level: Level = key("ระดับของศูนย์ฯ").label("ระดับ", "Level").example("\"subdistrict\"").shown(&[Page, Card, Paper, Data]),
        /// Whether visitors can come. A planned centre is on the target list and has no page of its own yet; paused and closed are said before everything else.
        pub status: Status = key("สถานะการให้บริการ ศูนย์ฯ ที่ยังไม่เปิด (planned) ยังไม่มีหน้าของตนเอง ส่วนงดชั่วคราว (paused) และยุติ (closed) จะแจ้งไว้เหนือทุกเรื่อง")
            .label("สถานะ", "Status")
            .default("\"open\"")
            .example("\"open\"")
            .shown(&[Page, Card, Search, Data]),
        /// When it opened.
        pub opened: Option<Date> = key("วันที่เปิดศูนย์ฯ").label("วันที่จัดตั้ง", "Opened").example("2565-06-15").shown(&[Page, Data]),
        /// When the entry was last confirmed.
        pub checked_on: Option<Date> = key("วันที่ยืนยันข้อมูลล่าสุด")
            .label("ตรวจสอบข้อมูลล่าสุด", "Last checked")
            .example("2569-11-01")
            .shown(&[Page, Data]),
        /// By which office it was last confirmed.
        pub checked_by: Option<Text> = key("หน่วยงานที่ยืนยันข้อมูล")
            .label("ผู้ตรวจสอบข้อมูล", "Checked by")
            .example("\"สำนักงานพัฒนาชุมชนอำเภอเขื่องใน\"")
            .shown(&[Page]),
        /// An illustration, no real centre: marked as one everywhere, left out of figures, data files, feeds and sitemap.
        pub example: bool = key("ข้อมูลตัวอย่าง ไม่ใช่ศูนย์ฯ จริง แสดงป้ายกำกับ และไม่นับในตัวเลข ข้อมูลเปิด ฟีด และแผนผังเว็บไซต์")
            .label("ตัวอย่าง", "Example")
            .default("false")
            .shown(&[Page, Card]),
        /// A notice said above everything: a flood, a funeral, a harvest.
        pub notice: Option<Text> = key("ประกาศชั่วคราว แสดงเหนือทุกเรื่อง เช่น น้ำท่วม งานศพ ฤดูเกี่ยวข้าว")
            .label("ประกาศ", "Notice")
            .example("\"งดรับคณะช่วงเกี่ยวข้าว\"")
            .shown(&[Page, Card, Search]),
        /// The last day of the notice.
        pub notice_until: Option<Date> = key("วันสุดท้ายของประกาศ").example("2569-12-15").shown(&[Page]),
        /// One or two sentences: lists and link previews show them.
        pub summary: Option<Text> = key("สรุปหนึ่งหรือสองประโยค แสดงในรายการและเมื่อแชร์ลิงก์")
            .label("สรุปสั้น ๆ", "Summary")
            .made_up("\"เรียนทอผ้าย้อมสีธรรมชาติที่ใต้ถุนเรือน\"")
            .shown(&[Page, Card, Paper, Search, Data]),
        /// When its area report reached the province.
        pub area_reported_on: Option<Date> = key("วันที่จังหวัดได้รับแบบรายงานพื้นที่เป้าหมาย")
            .label("ได้รับแบบรายงานพื้นที่", "Area report received")
            .example("2565-03-20"),
    }
}

record! {
    /// Where a centre is, as far as nothing has to be looked up: the first part of `[location]`.
    pub struct LocationFacts {
        /// Name of the host learning centre or place; not the centre's own name.
        pub place: Option<Text> = key("ชื่อศูนย์เรียนรู้หรือสถานที่ดำเนินกิจกรรม ไม่ใช่ชื่อศูนย์ฯ")
            .label("ชื่อศูนย์เรียนรู้/สถานที่ดำเนินกิจกรรม", "Learning centre or place of activities")
            .made_up("\"ศูนย์เรียนรู้ผ้าทอบ้านตัวอย่าง\"")
            .shown(&[Page, Card, Paper, Search, Data])
            .on_forms(&[(AreasDistricts, "ชื่อศูนย์เรียนรู้/สถานที่ดำเนินกิจกรรม"), (AreasSubdistricts, "ชื่อศูนย์เรียนรู้/สถานที่ดำเนินกิจกรรม"), (Summary, "๒. ที่ตั้ง")]),
        /// Kind of the host place.
        pub place_kind: Option<PlaceKind> = key("ประเภทของสถานที่").label("ประเภทสถานที่", "Kind of place").example("\"learning-center\"").shown(&[Page, Search]),
        /// House number (เลขที่).
        pub house_no: Option<NumberOrString> = key("เลขที่")
            .example("\"12/3\"")
            .shown(&[Page, Paper, Search])
            .on_forms(&[(AreasDistricts, "เลขที่"), (AreasSubdistricts, "เลขที่"), (Summary, "เลขที่")]),
        /// Village number (หมู่ที่).
        pub village: Option<NumberOrString> = key("หมู่ที่")
            .example("9")
            .shown(&[Page, Paper, Search])
            .on_forms(&[(AreasDistricts, "หมู่"), (AreasSubdistricts, "หมู่"), (Summary, "หมู่ที่")]),
        /// Name of the village.
        pub village_name: Option<Text> = key("ชื่อหมู่บ้าน").made_up("\"บ้านตัวอย่าง\"").shown(&[Page, Paper, Search]),
        /// Postal code, five digits; where it is left out, the sub-district's.
        pub postal_code: Option<Spanned<NumberOrString>> = key("รหัสไปรษณีย์ ๕ หลัก ถ้าไม่ระบุจะใช้ของตำบล")
            .label("รหัสไปรษณีย์", "Postal code")
            .pattern("^[0-9๐-๙]{5}$")
            .example("\"34150\"")
            .shown(&[Page, Paper, Search, Data]),
        /// The way there, in words.
        pub directions: Option<Text> = key("การเดินทาง")
            .label("การเดินทาง", "Directions").example("\"จากที่ว่าการอำเภอไปทางทิศใต้ ๔ กิโลเมตร\"").shown(&[Page, Paper, Search]),
    }
}

record! {
    /// Where a centre is: `[location]`.
    pub struct LocationRecord begins with facts: LocationFacts with rules {
        /// Sub-district, by name or code; required where the level is `subdistrict`.
        pub subdistrict: Option<Spanned<NumberOrString>> = key("ชื่อหรือรหัสตำบล ต้องตรงกับ areas.csv ศูนย์ฯ ระดับตำบลต้องระบุ")
            .label("ตำบล", "Sub-district")
            .refers_to(Reference::Subdistrict)
            .example("\"หัวดอน\"")
            .shown(&[Page, Card, Paper, Search, Data])
            .on_forms(&[(AreasDistricts, "ตำบล"), (AreasSubdistricts, "ตำบล"), (Summary, "ตำบล")]),
        /// District, by name or code.
        pub district: Option<Spanned<NumberOrString>> = key("ชื่อหรือรหัสอำเภอ ต้องตรงกับ areas.csv")
            .label("อำเภอ", "District")
            .refers_to(Reference::District)
            .required()
            .example("\"เขื่องใน\"")
            .shown(&[Page, Card, Paper, Search, Data])
            .on_forms(&[(AreasDistricts, "อำเภอ"), (AreasSubdistricts, "อำเภอ"), (Summary, "อำเภอ")]),
        /// Province, by name or code; only where the register has several.
        pub province: Option<Spanned<NumberOrString>> = key("ชื่อหรือรหัสจังหวัด ระบุเมื่อมีหลายจังหวัด")
            .label("จังหวัด", "Province")
            .refers_to(Reference::Province)
            .example("\"อุบลราชธานี\"")
            .shown(&[Page, Paper, Search, Data]),
        /// Latitude of the pin: decimal degrees north, WGS 84.
        pub latitude: Option<Spanned<Degrees>> = key("ละติจูด เป็นองศาทศนิยม (WGS 84)")
            .label("ละติจูด", "Latitude")
            .unit("องศา", "degrees")
            .range(-90.0, 90.0)
            .example("15.38")
            .shown(&[Page, Data]),
        /// Longitude of the pin: decimal degrees east, WGS 84.
        pub longitude: Option<Spanned<Degrees>> = key("ลองจิจูด เป็นองศาทศนิยม (WGS 84)")
            .label("ลองจิจูด", "Longitude")
            .unit("องศา", "degrees")
            .range(-180.0, 180.0)
            .example("104.55")
            .shown(&[Page, Data]),
        /// The pin as copied from a map, instead of latitude and longitude: both numbers, or the address of a map that carries them.
        pub point: Option<Spanned<Point>> = key("หมุดตามที่คัดลอกจากแผนที่ ใช้แทนละติจูดและลองจิจูด เป็นตัวเลขสองตัว หรือลิงก์แผนที่ที่มีตัวเลขสองตัวนั้น")
            .label("หมุด", "Pin")
            .example("\"15.3329, 104.6688\""),
    }
}

impl Rules for LocationRecord {
    fn check<R: Reader>(&mut self, reader: &mut R) {
        let is_postal_code = |it: &str| it.len() == 5 && it.bytes().all(|it| it.is_ascii_digit());
        if let Some(code) = self
            .facts
            .postal_code
            .take_if(|it| !is_postal_code(&it.value))
        {
            reader.report("postal_code", Problem::BadPostalCode(code.value.0));
        }
        if let Some(half) = ["latitude", "longitude"]
            .into_iter()
            .find(|it| reader.has(it))
            && reader.has("point")
        {
            reader.report("point", Problem::TwoPoints(half));
            self.point = None;
        }
        for (half, other) in [("latitude", "longitude"), ("longitude", "latitude")] {
            if reader.has(half) && !reader.has(other) {
                reader.report(half, Problem::HalfAPoint(other));
            }
        }
    }
}

record! {
    /// Can my group come, when, for how much: `[visit]`.
    pub struct Visit with rules {
        /// Opening days and hours, in words.
        pub hours: Option<Text> = key("วันและเวลาให้บริการ")
            .label("วันและเวลาให้บริการ", "Opening hours")
            .example("\"วันจันทร์–ศุกร์ 08.30–16.30 น.\"")
            .shown(&[Page, Card, Paper, Search, Data]),
        /// How to book.
        pub booking: Option<Text> = key("วิธีนัดหมาย")
            .label("การนัดหมาย", "Booking")
            .example("\"โทรศัพท์นัดหมายกับผู้ประสานงาน\"")
            .shown(&[Page, Paper, Search]),
        /// How many days ahead a group books at the least.
        pub notice_days: Option<u32> = key("นัดหมายล่วงหน้าอย่างน้อยกี่วัน")
            .label("นัดหมายล่วงหน้า", "Book ahead")
            .unit("วัน", "days")
            .example("7")
            .shown(&[Page, Paper, Search]),
        /// Smallest group that is received.
        pub group_min: Option<u32> = key("จำนวนคนต่อคณะอย่างน้อย")
            .label("คณะละอย่างน้อย", "Smallest group")
            .unit("คน", "people")
            .example("5")
            .shown(&[Page, Paper, Search, Data]),
        /// Largest group that is received; not below the smallest.
        pub group_max: Option<u32> = key("จำนวนคนต่อคณะไม่เกิน ต้องไม่น้อยกว่าอย่างน้อย")
            .label("คณะละไม่เกิน", "Largest group")
            .unit("คน", "people")
            .example("40")
            .shown(&[Page, Paper, Search, Data]),
        /// How long a visit takes.
        pub duration: Option<Text> = key("ระยะเวลา").label("ระยะเวลา", "Duration").example("\"ครึ่งวัน\"").shown(&[Page, Paper, Search]),
        /// What a visit costs, in words.
        pub fee: Option<Text> = key("ค่าใช้จ่าย")
            .label("ค่าใช้จ่าย", "Cost")
            .example("\"ไม่มีค่าใช้จ่าย\"")
            .shown(&[Page, Card, Paper, Search, Data]),
        /// Whom a visit suits.
        pub audience: Option<Text> = key("เหมาะสำหรับ")
            .label("เหมาะสำหรับ", "Suitable for")
            .example("\"นักเรียน กลุ่มแม่บ้าน\"")
            .shown(&[Page, Card, Paper, Search]),
        /// Languages spoken there.
        pub languages: Vec<Text> = key("ภาษาที่ใช้")
            .label("ภาษา", "Languages")
            .example("[\"ไทย\", \"อีสาน\"]")
            .shown(&[Page, Search]),
        /// What is there for a group.
        pub facilities: Vec<Facility> = key("สิ่งอำนวยความสะดวก")
            .label("สิ่งอำนวยความสะดวก", "Facilities")
            .example("[\"parking\", \"toilet\"]")
            .shown(&[Page, Paper, Search]),
        /// Access for everybody, in words: steps, paths, doors, toilets.
        pub accessibility: Option<Text> = key("การเข้าถึงสำหรับทุกคน เช่น ทางลาด พื้น ประตู ห้องน้ำ")
            .label("การเข้าถึงสำหรับทุกคน", "Accessibility")
            .example("\"พื้นเรียบ มีทางลาด\"")
            .shown(&[Page, Search]),
    }
}

impl Rules for Visit {
    fn check<R: Reader>(&mut self, reader: &mut R) {
        if let (Some(least), Some(most)) = (self.group_min, self.group_max)
            && least > most
        {
            reader.report("group_min", Problem::GroupsReversed);
        }
    }
}

record! {
    /// A way in which a centre stands out (ความโดดเด่น): `[[highlights]]`.
    pub struct Highlight {
        /// In a few words.
        pub title: Option<Text> = key("ชื่อความโดดเด่น")
            .made_up("\"ผ้าย้อมครามจากหม้อครามร้อยปี\"")
            .shown(&[Page, Paper, Search])
            .on_forms(&[(Summary, "๓. ความโดดเด่น")]),
        /// In a few sentences of inline Markdown.
        pub text: Option<InlineText> = key("คำอธิบาย ใช้ Markdown ในบรรทัดได้")
            .label("คำอธิบาย", "Text")
            .made_up("\"เรียนตั้งแต่ก่อหม้อครามจนถึงย้อมผ้าผืนแรก\"")
            .shown(&[Page, Paper, Search])
            .on_forms(&[(Summary, "๓. ความโดดเด่น")]),
        /// Of what kind it is.
        pub kind: Option<HighlightKind> = key("ประเภทของความโดดเด่น")
            .label("ประเภท", "Kind")
            .example("\"identity\"")
            .shown(&[Page, Paper])
            .on_forms(&[(Summary, "๓. ความโดดเด่น")]),
    }
}

record! {
    /// A place to see and practise (ฐานเรียนรู้): `[[learning_stations]]`.
    pub struct StationRecord {
        /// Its name.
        pub title: Text = key("ชื่อฐานเรียนรู้").example("\"ฐานหม้อคราม\"").shown(&[Page, Paper, Search]),
        /// What one learns there.
        pub text: Option<Text> = key("สิ่งที่ได้เรียนรู้").made_up("\"ก่อหม้อครามและดูแลให้มีชีวิต\"").shown(&[Page, Paper, Search]),
        /// A photo of it, a file beside the entry; `photo_alt` says what it shows.
        pub photo: Option<NamedPhoto> = key("ไฟล์ภาพที่อยู่ข้างไฟล์นี้ พร้อม photo_alt บอกว่าในภาพมีอะไร")
            .label("ภาพ", "Photo")
            .refers_to(Reference::Photo)
            .example("\"station.jpg\"")
            .shown(&[Page, Paper]),
    }
}

record! {
    /// A course or a learning activity: `[[courses]]`.
    pub struct Course {
        /// Its name.
        pub title: Text = key("ชื่อหลักสูตร").example("\"ย้อมครามใน ๓ ชั่วโมง\"").shown(&[Page, Paper, Search]),
        /// Its learning area; a centre's areas are those of its courses and practices.
        pub mission: Option<Mission> = key("ด้านการเรียนรู้ของหลักสูตร")
            .label("ด้านการเรียนรู้", "Learning area")
            .example("\"vocational\"")
            .shown(&[Page, Data]),
        /// Whom it suits.
        pub audience: Option<Text> = key("เหมาะสำหรับ").example("\"ผู้เริ่มต้น\"").shown(&[Page, Search]),
        /// How long it takes.
        pub duration: Option<Text> = key("ระยะเวลา").example("\"๓ ชั่วโมง\"").shown(&[Page, Paper]),
        /// What it teaches.
        pub text: Option<Text> = key("เนื้อหา").made_up("\"มัดลาย ย้อม และล้างผ้าหนึ่งผืน\"").shown(&[Page, Search]),
    }
}

record! {
    /// What can be consulted at a centre: `[[knowledge]]`.
    pub struct KnowledgeRecord {
        /// Its title.
        pub title: Option<Text> = key("ชื่อเรื่อง").example("\"สมุดลายผ้า\"").shown(&[Page, Search]),
        /// What it is.
        pub text: Option<Text> = key("คำอธิบาย").made_up("\"ลายผ้า ๔๘ ลายพร้อมวิธีมัด\"").shown(&[Page, Search]),
        /// A document beside the entry, offered as a download.
        pub file: Option<NamedDocument> = key("ไฟล์เอกสารที่อยู่ข้างไฟล์นี้ ให้ดาวน์โหลดได้")
            .label("ไฟล์เอกสาร", "Document")
            .refers_to(Reference::Document)
            .example("\"patterns.pdf\"")
            .shown(&[Page]),
    }
}

record! {
    /// Counts of volunteer leaders by kind, never a list of people: `[leaders]`.
    pub struct Leaders {
        /// Volunteer development leaders and volunteers (ผู้นำ อช./อช.).
        pub volunteer_developers: Option<u32> = key("ผู้นำ อช./อช.").label("ผู้นำอาสาพัฒนาชุมชน (ผู้นำ อช.) และอาสาพัฒนาชุมชน (อช.)", "Community development volunteer leaders and volunteers").unit("คน", "people").example("12").shown(&[Page]),
        /// Change leaders.
        pub change_leaders: Option<u32> = key("ผู้นำการเปลี่ยนแปลง").label("ผู้นำการเปลี่ยนแปลง", "Change leaders").unit("คน", "people").example("5").shown(&[Page]),
        /// Community sages.
        pub community_sages: Option<u32> = key("ปราชญ์ชุมชน").label("ปราชญ์ชุมชน", "Community sages").unit("คน", "people").example("3").shown(&[Page]),
        /// Sages of right livelihood.
        pub vocational_sages: Option<u32> = key("ปราชญ์สัมมาชีพ").label("ปราชญ์สัมมาชีพ", "Occupation mentors (prat sammachip)").unit("คน", "people").example("4").shown(&[Page]),
        /// Leaders of local wisdom.
        pub wisdom_leaders: Option<u32> = key("ผู้นำด้านภูมิปัญญา").label("ผู้นำด้านภูมิปัญญา", "Local-wisdom leaders").unit("คน", "people").example("2").shown(&[Page]),
        /// Leaders of community capital, such as savings groups.
        pub capital_leaders: Option<u32> = key("ผู้นำด้านทุนชุมชน").label("ผู้นำด้านทุนชุมชน", "Community-capital leaders").unit("คน", "people").example("2").shown(&[Page]),
        /// Others.
        pub other: Option<u32> = key("ผู้นำอื่น ๆ").label("ผู้นำอื่น ๆ", "Other leaders").unit("คน", "people").example("1").shown(&[Page]),
        /// Their networks.
        pub networks: Option<u32> = key("เครือข่ายของผู้นำ").label("เครือข่าย", "Networks").unit("เครือข่าย", "networks").example("3").shown(&[Page]),
    }
}

record! {
    /// Figures of one fiscal year: `[[service]]`.
    pub struct ServiceYear {
        /// Fiscal year, Buddhist Era; each stands once.
        pub year: Spanned<Year> = key("ปีงบประมาณ พ.ศ. ปีละหนึ่งรายการ").label("ปีงบประมาณ", "Fiscal year").example("2569").shown(&[Page]),
        /// People served.
        pub visitors: Option<u32> = key("ผู้รับบริการ").label("ผู้รับบริการ", "People served").unit("คน", "people").example("320").shown(&[Page]),
        /// Visiting groups.
        pub groups: Option<u32> = key("คณะศึกษาดูงาน").label("คณะศึกษาดูงาน", "Visiting groups").unit("คณะ", "groups").example("8").shown(&[Page]),
        /// Satisfaction on a scale of 0 to 5.
        pub satisfaction: Option<f64> = key("ความพึงพอใจ คะแนน ๐ ถึง ๕")
            .label("ความพึงพอใจ", "Satisfaction")
            .range(0.0, 5.0)
            .example("4.6")
            .shown(&[Page]),
        /// Satisfaction in per cent, where it was asked for so.
        pub satisfaction_percent: Option<f64> = key("ความพึงพอใจ เป็นร้อยละ")
            .label("ความพึงพอใจ (ร้อยละ)", "Satisfaction, per cent")
            .unit("ร้อยละ", "per cent")
            .range(0.0, 100.0)
            .example("92")
            .shown(&[Page]),
    }
}

record! {
    /// A partner (ภาคีเครือข่าย): `[[partners]]`.
    pub struct Partner {
        /// Its name.
        pub name: Text = key("ชื่อภาคี").made_up("\"องค์การบริหารส่วนตำบลตัวอย่าง\"").shown(&[Page, Search]),
        /// Which of the seven sectors it belongs to.
        pub sector: Option<Sector> = key("ภาคส่วน").label("ภาคส่วน", "Sector").example("\"government\"").shown(&[Page]),
        /// Its website.
        pub url: Option<Url> = key("เว็บไซต์").example("\"https://www.example.go.th/\"").shown(&[Page]),
    }
}

record! {
    /// A centre's own channels: `[links]`.
    pub struct Links {
        /// Website.
        pub website: Option<Url> = key("เว็บไซต์").label("เว็บไซต์", "Website").example("\"https://www.example.org/\"").shown(&[Page]),
        /// Facebook page.
        pub facebook: Option<Url> = key("หน้า Facebook").label("Facebook", "Facebook").example("\"https://www.facebook.com/example\"").shown(&[Page]),
        /// Address of a LINE account.
        pub line: Option<Url> = key("ลิงก์บัญชี LINE").label("LINE", "LINE").example("\"https://line.me/R/ti/p/@example\"").shown(&[Page]),
        /// YouTube channel.
        pub youtube: Option<Url> = key("ช่อง YouTube").label("YouTube", "YouTube").example("\"https://www.youtube.com/@example\"").shown(&[Page]),
        /// TikTok account.
        pub tiktok: Option<Url> = key("บัญชี TikTok").label("TikTok", "TikTok").example("\"https://www.tiktok.com/@example\"").shown(&[Page]),
        /// Instagram account.
        pub instagram: Option<Url> = key("บัญชี Instagram").label("Instagram", "Instagram").example("\"https://www.instagram.com/example\"").shown(&[Page]),
    }
}

record! {
    /// `center.toml` as written.
    pub struct CenterRecord begins with facts: CenterFacts with rules {
        /// Ids of topics of `site.toml`, each once.
        pub topics: Vec<Spanned<String>> = key("รหัสหัวข้อใน site.toml รหัสละหนึ่งครั้ง")
            .label("หัวข้อ", "Topics")
            .refers_to(Reference::Topic)
            .example("[\"weaving\", \"natural-dyes\"]")
            .shown(&[Page, Card, Paper, Search, Data]),
        /// The picture on top, a file beside the entry; `cover_alt` says what it shows.
        pub cover: Option<NamedPhoto> = key("ไฟล์ภาพปกที่อยู่ข้างไฟล์นี้ พร้อม cover_alt บอกว่าในภาพมีอะไร")
            .label("ภาพปก", "Cover")
            .refers_to(Reference::Photo)
            .example("\"cover.jpg\"")
            .shown(&[Page, Card, Paper]),
        /// Old addresses that lead here.
        pub aliases: Vec<Spanned<String>> = key("ที่อยู่เดิมที่นำมายังหน้านี้")
            .label("ที่อยู่เดิม", "Old addresses")
            .example("[\"/centers/old-name/\"]"),
        /// Rules or agreements: Markdown, or the path of a PDF beside the entry.
        pub rules: Option<Spanned<InlineText>> = key("ระเบียบหรือข้อตกลง เป็น Markdown หรือไฟล์ PDF ที่อยู่ข้างไฟล์นี้")
            .label("ระเบียบหรือข้อตกลง", "Rules")
            .example("\"rules.pdf\"")
            .shown(&[Page, Search]),
        /// Plan for running the centre: Markdown, or the path of a PDF beside the entry.
        pub plan: Option<Spanned<InlineText>> = key("แผนการดำเนินงาน เป็น Markdown หรือไฟล์ PDF ที่อยู่ข้างไฟล์นี้")
            .label("แผนการดำเนินงาน", "Plan")
            .example("\"plan-2570.pdf\"")
            .shown(&[Page, Search]),
        /// Where it is.
        pub location: LocationRecord = key("ที่ตั้ง").required(),
        /// Can my group come, when, for how much.
        pub visit: Visit = key("การเข้าเยี่ยมชม"),
        /// How it stands out.
        pub highlights: Vec<Highlight> = key("ความโดดเด่น"),
        /// Whoever answers; an office's contact stands in without consent.
        pub coordinator: Option<Spanned<Person>> = key("ผู้ประสานงาน ถ้าไม่ยินยอมให้เผยแพร่ จะแสดงช่องทางติดต่อของหน่วยงานแทน")
            .label("ผู้ประสานงาน", "Coordinator")
            .on_forms(&[(Summary, "๔. ผู้ประสานงาน")]),
        /// Who signs the area report.
        pub chair: Option<Spanned<Chair>> = key("ประธาน ผู้แทน หรือผู้นำจิตอาสา ในแบบรายงานพื้นที่เป้าหมาย")
            .label("ประธาน ผู้แทน หรือผู้นำจิตอาสา", "Chair")
            .on_forms(&[(AreasDistricts, "ประธาน/ผู้แทน/ผู้นำจิตอาสา"), (AreasSubdistricts, "ประธาน/ผู้แทน/ผู้นำจิตอาสา")]),
        /// The committee order and its bodies.
        pub committee: Option<Spanned<Committee>> = key("คณะกรรมการและคณะทำงานตามคำสั่งแต่งตั้ง")
            .label("คณะกรรมการและคณะทำงาน", "Committee")
            .on_forms(&[(Summary, "๕. โครงสร้างคณะกรรมการ")]),
        /// Learning stations.
        pub learning_stations: Vec<StationRecord> = key("ฐานเรียนรู้"),
        /// Courses and learning activities.
        pub courses: Vec<Course> = key("หลักสูตรและกิจกรรมการเรียนรู้"),
        /// Resource persons.
        pub resource_persons: Vec<Spanned<ResourcePerson>> = key("วิทยากร"),
        /// What can be consulted there.
        pub knowledge: Vec<KnowledgeRecord> = key("ข้อมูลและองค์ความรู้ที่ศึกษาได้"),
        /// Counts of volunteer leaders and their networks.
        pub leaders: Option<Leaders> = key("จำนวนผู้นำจิตอาสาและเครือข่าย"),
        /// Yearly figures.
        pub service: Vec<ServiceYear> = key("ผลการให้บริการรายปี"),
        /// Partners.
        pub partners: Vec<Partner> = key("ภาคีเครือข่าย"),
        /// Awards.
        pub awards: Vec<Award> = key("รางวัลเชิดชูเกียรติ"),
        /// Photos.
        pub photos: Vec<NamedPicture> = key("ภาพถ่าย"),
        /// Its own channels.
        pub links: Links = key("ช่องทางออนไลน์ของศูนย์ฯ"),
        /// Free values for themes.
        pub extra: serde_json::Value = key("ข้อมูลเพิ่มเติมสำหรับธีม"),
    }
}

impl Rules for CenterRecord {
    fn check<R: Reader>(&mut self, reader: &mut R) {
        each_topic_once(&mut self.topics, reader);
        let mut years: BTreeMap<i16, Range<usize>> = BTreeMap::new();
        self.service.retain(|it| {
            let Spanned { value: year, span } = &it.year;
            let first = years.get(&year.0).cloned();
            if first.is_some() {
                reader.report_again(span.clone(), first, Problem::RepeatedYear(year.0));
                return false;
            }
            years.insert(year.0, span.clone());
            true
        });
        if self.facts.level == Level::Subdistrict && self.location.subdistrict.is_none() {
            reader.need_in("location", "subdistrict");
        }
    }
}

impl Leaders {
    /// The counts of people by their key, in the order of the guideline, those not given left out; networks are not people.
    #[must_use]
    pub fn by_kind(&self) -> Vec<(&'static str, u32)> {
        let counts = self.counts().into_iter();
        counts.filter(|(kind, _)| *kind != "networks").collect()
    }

    /// Every count by its key, in order, those not given left out.
    #[must_use]
    pub fn counts(&self) -> Vec<(&'static str, u32)> {
        let count = |fact: Fact<'_>| match fact.values.first() {
            Some(FactValue::Integer(count)) => {
                u32::try_from(*count).ok().map(|it| (fact.key.name, it))
            }
            _ => None,
        };
        self.facts().into_iter().filter_map(count).collect()
    }
}

impl Links {
    /// The channels that there are, by key, in order.
    #[must_use]
    pub fn all(&self) -> Vec<(&'static str, &str)> {
        let mut all = Vec::new();
        for fact in self.facts() {
            if let Some(FactValue::Link(href)) = fact.values.first() {
                all.push((fact.key.name, *href));
            }
        }
        all
    }
}
