//! The site's own settings: `content/site.toml`.

use crate::schema::field::{BaseUrl, Email, Link, NumberOrString, Url};
use crate::schema::key::Outlet::{Page, Paper};
use crate::schema::key::{Reference, key};
use crate::schema::person::Person;
use crate::schema::record::record;
use crate::value::words::{Digits, Level};
use crate::value::{Date, Phone, Spanned, Text};

record! {
    /// What is said of the site itself: nothing in it has to be looked up elsewhere.
    pub struct SiteFacts {
        /// The site's title; `title_en` is required where `languages` holds `"en"`.
        pub title: Text = key("ชื่อเว็บไซต์ ต้องมี title_en ด้วยเมื่อเว็บไซต์มีภาษาอังกฤษ").label("ชื่อเว็บไซต์", "Title").example("\"ทำเนียบศูนย์ผู้นำจิตอาสาพัฒนาชุมชน จังหวัดอุบลราชธานี\"").shown(&[Page, Paper]),
        /// The address that the site stands at: absolute, http or https; may carry a path, but no query and no fragment.
        pub base_url: BaseUrl = key("ที่อยู่จริงของเว็บไซต์ ขึ้นต้นด้วย http:// หรือ https:// มีพาธต่อท้ายได้ แต่ไม่มี ? หรือ #")
            .label("ที่อยู่เว็บไซต์", "Address")
            .example("\"https://example.go.th/sj/\""),
        /// One or two sentences about the site: home page, link previews and feeds show them.
        pub description: Option<Text> = key("คำอธิบายเว็บไซต์หนึ่งหรือสองประโยค แสดงในหน้าแรก เมื่อแชร์ลิงก์ และในฟีด").label("คำอธิบาย", "Description").example("\"ที่เรียนรู้ของชุมชนและแนวปฏิบัติที่ดี\"").shown(&[Page]),
        /// How numbers and dates are shown on Thai pages.
        pub digits: Digits = key("ตัวเลขในหน้าภาษาไทย").default("\"arabic\"").example("\"thai\""),
        /// Province, where `areas.csv` has no province columns.
        pub province: Option<Text> = key("จังหวัด เมื่อ areas.csv ไม่มีช่องจังหวัด").label("จังหวัด", "Province").example("\"อุบลราชธานี\"").shown(&[Page, Paper]),
        /// Whether entries with `example = true` are part of the site.
        pub examples: bool = key("แสดงข้อมูลที่ระบุ example = true").label("ข้อมูลตัวอย่าง", "Examples").default("true"),
        /// Licence of texts and photos unless said otherwise; left out where it is not decided yet, and then none is claimed.
        pub license: Option<String> = key("สัญญาอนุญาตของข้อความและภาพ ถ้ายังไม่ตัดสินใจให้เว้นไว้ แล้วเว็บไซต์จะไม่อ้างสัญญาอนุญาตใด")
            .label("สัญญาอนุญาต", "Licence")
            .example("\"CC BY 4.0\"")
            .shown(&[Page]),
    }
}

record! {
    /// An office and how to reach it: `[organization]`, and what `[[offices]]` begin with.
    pub struct Organization {
        /// Its name.
        pub name: Option<Text> = key("ชื่อหน่วยงาน").example("\"สำนักงานพัฒนาชุมชนจังหวัดอุบลราชธานี\"").shown(&[Page, Paper]),
        /// Its postal address.
        pub address: Option<Text> = key("ที่อยู่").example("\"ศาลากลางจังหวัด\"").shown(&[Page, Paper]),
        /// A telephone, or several in a list.
        pub phone: Vec<Phone> = key("โทรศัพท์ หนึ่งหมายเลขหรือหลายหมายเลข").label("โทรศัพท์", "Telephone").example("\"045-000000\"").shown(&[Page, Paper]),
        /// E-mail address.
        pub email: Option<Email> = key("อีเมล").example("\"office@example.go.th\"").shown(&[Page, Paper]),
        /// LINE ID, or the address of a LINE account.
        pub line: Option<String> = key("LINE ID หรือลิงก์ของบัญชี LINE").label("LINE", "LINE").example("\"@example\"").shown(&[Page, Paper]),
        /// Website.
        pub url: Option<Url> = key("เว็บไซต์").example("\"https://example.go.th/\"").shown(&[Page]),
    }
}

impl Organization {
    /// Whether anybody could ask it.
    #[must_use]
    pub fn is_reachable(&self) -> bool {
        !self.phone.is_empty() || self.email.is_some() || self.line.is_some()
    }
}

record! {
    /// Who publishes: `[organization]`.
    pub struct Publisher begins with office: Organization {
        /// `true` once the office has adopted the site: only then do banner and structured data call the site the office's own.
        pub official: bool = key("true เมื่อหน่วยงานรับรองแล้วว่าเป็นเว็บไซต์ของหน่วยงาน แถบบนสุดและข้อมูลโครงสร้างจึงจะเรียกว่าเว็บไซต์ของหน่วยงาน")
            .label("เว็บไซต์ทางการ", "Official site")
            .default("false"),
        /// Who answers for personal data on the site (the controller of the Personal Data Protection Act), as the office has decided; left out until it has.
        pub controller: Option<Text> = key("ผู้ควบคุมข้อมูลส่วนบุคคลของเว็บไซต์ตามที่หน่วยงานกำหนด เว้นไว้จนกว่าจะกำหนด")
            .label("ผู้ควบคุมข้อมูลส่วนบุคคล", "Controller of personal data")
            .example("\"สำนักงานพัฒนาชุมชนจังหวัดอุบลราชธานี\"")
            .shown(&[Page]),
    }
}

record! {
    /// A district's Community Development Office, which stands in for a contact without consent: `[[offices]]`.
    pub struct OfficeRecord begins with organization: Organization {
        /// Its district, by name or code; each has one office.
        pub district: Option<Spanned<NumberOrString>> = key("ชื่อหรือรหัสอำเภอ อำเภอละหนึ่งแห่ง")
            .label("อำเภอ", "District")
            .refers_to(Reference::District)
            .required()
            .example("\"เขื่องใน\""),
        /// The programme's coordinator there.
        pub coordinator: Option<Spanned<Person>> = key("เจ้าหน้าที่ผู้ประสานงานโครงการของอำเภอ"),
    }
}

record! {
    /// What is made beside pages, feeds and sitemap: `[output]`.
    pub struct Output {
        /// The search and its index.
        pub search: bool = key("การค้นหา").default("true"),
        /// The open data.
        pub data: bool = key("ข้อมูลเปิด").default("true"),
        /// Calendars of activities.
        pub calendar: bool = key("ปฏิทินกิจกรรม").default("true"),
        /// Contact cards (vCard).
        pub contact_cards: bool = key("นามบัตรอิเล็กทรอนิกส์").default("true"),
        /// Leaflets, posters and how-to sheets.
        pub leaflets: bool = key("แผ่นพับ โปสเตอร์ และแผ่นสรุปขั้นตอน").default("true"),
        /// Pictures for shared links.
        pub previews: bool = key("ภาพตัวอย่างเมื่อแชร์ลิงก์").default("true"),
        /// QR codes of pages.
        pub qr: bool = key("คิวอาร์โค้ด").default("true"),
        /// A copy of visited pages for where there is no network.
        pub offline: bool = key("ใช้งานเมื่อไม่มีอินเทอร์เน็ต").default("true"),
    }
}

record! {
    /// What centres and practices are about: `[[topics]]`.
    pub struct TopicRecord {
        /// Its part of addresses, `/topics/<id>/`: small ASCII letters, digits and hyphens. Each stands once, and should never change.
        pub id: Spanned<String> = key("รหัสหัวข้อ ใช้ในที่อยู่เว็บ เป็นอักษรอังกฤษตัวเล็ก ตัวเลข และขีด ไม่ซ้ำกัน และไม่ควรเปลี่ยนภายหลัง")
            .label("รหัสหัวข้อ", "Id")
            .pattern("^[a-z0-9]+(-[a-z0-9]+)*$")
            .example("\"organic-farming\""),
        /// Its name.
        pub name: Text = key("ชื่อหัวข้อ").example("\"เกษตรอินทรีย์\""),
        /// One of the look's icons.
        pub icon: Option<String> = key("ไอคอนของธีม").refers_to(Reference::Icon).example("\"leaf\""),
    }
}

record! {
    /// Until when area reports were due: `[[deadlines]]`.
    pub struct Deadline {
        /// For centres of which level.
        pub level: Level = key("ระดับของศูนย์ฯ").label("ระดับ", "Level").example("\"district\""),
        /// The last day.
        pub due: Date = key("วันสุดท้าย").example("2565-03-23"),
        /// Whether the progress page measures entries against it; where it is left out, the page only counts what the directory holds.
        pub show: bool = key("true เพื่อให้หน้าความก้าวหน้าเทียบข้อมูลกับกำหนดนี้ ถ้าไม่ระบุ หน้านั้นจะนับเฉพาะข้อมูลที่มีในทำเนียบ")
            .label("แสดงในหน้าความก้าวหน้า", "Shown")
            .default("false"),
    }
}

record! {
    /// An item of the main menu: `[[menu]]`.
    pub struct MenuItem {
        /// Its words.
        pub name: Text = key("ข้อความในเมนู").example("\"แนวปฏิบัติที่ดี\""),
        /// An address of the site from its root, or a whole one.
        pub url: Spanned<Link> = key("ที่อยู่จากรากของเว็บไซต์ หรือที่อยู่เต็ม").label("ที่อยู่", "Address").example("\"/best-practices/\""),
    }
}

record! {
    /// `site.toml` as written.
    pub struct SiteRecord begins with facts: SiteFacts {
        /// Languages of the site, each once: `th`, `en`. The first is the default and stands at `/`, the other below `/th/` or `/en/`.
        pub languages: Vec<Spanned<String>> = key("ภาษาของเว็บไซต์ (th, en) ภาษาแรกเป็นภาษาหลัก อยู่ที่ / อีกภาษาอยู่ใต้ /th/ หรือ /en/")
            .label("ภาษา", "Languages")
            .default("[\"th\"]")
            .example("[\"th\", \"en\"]"),
        /// Name of the look: a folder of `themes/`; where it is left out, the built-in one.
        pub theme: Option<Spanned<String>> = key("ชื่อธีม คือโฟลเดอร์ใน themes/ ถ้าไม่ระบุจะใช้ธีมของโปรแกรม")
            .label("ธีม", "Theme")
            .refers_to(Reference::Theme)
            .example("\"sala\""),
        /// Inspection region (เขตตรวจราชการ), for the paper forms.
        pub inspection_region: Option<u32> = key("เขตตรวจราชการที่ สำหรับแบบรายงาน")
            .label("เขตตรวจราชการที่", "Inspection region")
            .example("14")
            .office_only(),
        /// Who publishes: named at the foot of pages and in structured data. Stands in for a contact without consent where a district has no office here.
        pub organization: Publisher = key("หน่วยงานเจ้าของเว็บไซต์ แสดงท้ายหน้า และแสดงแทนบุคคลที่ยังไม่ยินยอมให้เผยแพร่ เมื่ออำเภอไม่มีสำนักงานใน offices").label("หน่วยงานเจ้าของเว็บไซต์", "Organisation"),
        /// District offices.
        pub offices: Vec<OfficeRecord> = key("สำนักงานพัฒนาชุมชนอำเภอ"),
        /// What is made beside pages.
        pub output: Output = key("ไฟล์ที่สร้างนอกจากหน้าเว็บ"),
        /// What centres and practices are about: the main way to narrow lists.
        pub topics: Vec<TopicRecord> = key("หัวข้อของศูนย์ฯ และแนวปฏิบัติที่ดี"),
        /// Due dates of the area reports: `area_reported_on` of centres is measured against them.
        pub deadlines: Vec<Deadline> = key("กำหนดส่งแบบรายงานพื้นที่เป้าหมาย เทียบกับ area_reported_on ของศูนย์ฯ").label("กำหนดส่งแบบรายงานพื้นที่เป้าหมาย", "Deadlines"),
        /// The main menu, in this order; where it is left out, the look's own.
        pub menu: Vec<MenuItem> = key("เมนูหลัก เรียงตามลำดับนี้ ถ้าไม่ระบุจะใช้เมนูของธีม").label("เมนูหลัก", "Main menu"),
        /// Free values for themes.
        pub extra: serde_json::Value = key("ข้อมูลเพิ่มเติมสำหรับธีม"),
    }
}
