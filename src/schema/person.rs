//! People whom an entry names, and the bodies of a committee order.

use crate::schema::field::Email;
use crate::schema::key::Outlet::{Page, Paper, Search};
use crate::schema::key::PaperForm::{
    AreasDistricts, AreasSubdistricts, OrderDistrict, OrderSubdistricts, Summary,
};
use crate::schema::key::key;
use crate::schema::record::record;
use crate::value::words::{ChairAs, Sector, SteeringRole, WorkingRole};
use crate::value::{Consent, ConsentEnd, Date, Phone, Spanned, Text};

record! {
    /// What is known of a person. Where it may be published, this is what a page sees.
    pub struct PersonFacts {
        /// Full name with its title.
        pub name: Option<Text> = key("ชื่อและนามสกุล พร้อมคำนำหน้า")
            .label("ชื่อ-สกุล", "Name")
            .made_up("\"นางสาวสมมติ ตัวอย่าง\"")
            .with_consent()
            .shown(&[Page, Paper, Search])
            .on_forms(&[(AreasDistricts, "ประธาน/ผู้แทน/ผู้นำจิตอาสา"), (AreasSubdistricts, "ประธาน/ผู้แทน/ผู้นำจิตอาสา"), (Summary, "ชื่อ-สกุล")]),
        /// Position or office.
        pub position: Option<Text> = key("ตำแหน่ง")
            .example("\"นักวิชาการพัฒนาชุมชน\"")
            .with_consent()
            .shown(&[Page, Paper, Search])
            .on_forms(&[(Summary, "ตำแหน่ง")]),
        /// A telephone, or several in a list; the first is the one to call.
        pub phone: Vec<Phone> = key("โทรศัพท์ หนึ่งหมายเลขหรือหลายหมายเลข")
            .label("โทรศัพท์", "Telephone")
            .example("\"045-000000\"")
            .with_consent()
            .shown(&[Page, Paper, Search])
            .on_forms(&[(AreasDistricts, "หมายเลขโทรศัพท์"), (AreasSubdistricts, "หมายเลขโทรศัพท์"), (Summary, "หมายเลขโทรศัพท์")]),
        /// E-mail address.
        pub email: Option<Email> = key("อีเมล")
            .example("\"office@example.go.th\"")
            .with_consent()
            .shown(&[Page, Paper]),
        /// LINE ID, or the address of a LINE account.
        pub line: Option<String> = key("LINE ID หรือลิงก์ของบัญชี LINE")
            .label("LINE", "LINE")
            .example("\"@example\"")
            .with_consent()
            .shown(&[Page, Paper]),
    }
}

impl PersonFacts {
    /// The link of the telephone to try first.
    #[must_use]
    pub fn first_phone(&self) -> Option<&str> {
        self.phone.first().map(|it| it.link.as_str())
    }

    /// Whether a visitor can reach them at all.
    #[must_use]
    pub fn is_reachable(&self) -> bool {
        !self.phone.is_empty() || self.email.is_some() || self.line.is_some()
    }
}

record! {
    /// A person as an entry names them: `[coordinator]`, `[contact]`.
    pub struct Person begins with facts: PersonFacts {
        /// Whether they agreed to be published. Without it nothing of them leaves the content folder: the office's contact stands in their place.
        pub consent: bool = key("ยินยอมให้เผยแพร่ข้อมูลส่วนบุคคล ถ้าไม่ระบุจะไม่เผยแพร่ข้อมูลใดของบุคคลนี้ และแสดงช่องทางติดต่อของหน่วยงานแทน")
            .label("ความยินยอม", "Consent")
            .default("false"),
        /// The last day of the consent; after it nothing of them is published.
        pub consent_until: ConsentEnd = key("วันสุดท้ายที่ยินยอม หลังจากวันนี้จะไม่เผยแพร่ข้อมูลของบุคคลนี้")
            .label("ยินยอมถึงวันที่", "Consent until")
            .example("2571-09-30"),
    }
}

impl Person {
    /// What they agreed to.
    #[must_use]
    pub fn agreed(&self) -> Consent {
        Consent::new(self.consent, self.consent_until)
    }

    /// What may be published of them on a day: nothing without consent or past its end.
    #[must_use]
    pub fn published(&self, today: Date) -> Option<&PersonFacts> {
        self.agreed().holds_on(today).then_some(&self.facts)
    }
}

record! {
    /// Who signs the area report: `[chair]`.
    pub struct Chair begins with person: Person {
        /// As what they sign the area report.
        pub chair_as: Option<ChairAs> = key("ฐานะในแบบรายงานพื้นที่เป้าหมาย")
            .named("as")
            .example("\"chair\"")
            .shown(&[Page])
            .on_forms(&[(AreasDistricts, "ประธาน/ผู้แทน/ผู้นำจิตอาสา"), (AreasSubdistricts, "ประธาน/ผู้แทน/ผู้นำจิตอาสา")]),
    }
}

record! {
    /// Who teaches (วิทยากร): `[[resource_persons]]`.
    pub struct ResourcePerson {
        /// Full name with its title.
        pub name: Option<Text> = key("ชื่อและนามสกุล พร้อมคำนำหน้า")
            .label("ชื่อ-สกุล", "Name")
            .made_up("\"นางสมมติ ตัวอย่าง\"")
            .with_consent()
            .shown(&[Page, Search]),
        /// What they teach.
        pub expertise: Option<Text> = key("ความเชี่ยวชาญ")
            .example("\"ย้อมสีธรรมชาติ\"")
            .shown(&[Page, Search]),
        /// At which learning station.
        pub station: Option<Text> = key("ประจำฐานเรียนรู้")
            .example("\"ฐานหม้อคราม\"")
            .shown(&[Page, Search]),
        /// What they have achieved; shown with the name alone, for it tells who they are.
        pub proof: Option<Text> = key("ผลงานที่ประจักษ์ แสดงพร้อมชื่อเท่านั้น")
            .label("ผลงานที่ประจักษ์", "Proven by")
            .made_up("\"สอนย้อมครามมาแล้ว ๑๒ รุ่น\"")
            .with_consent()
            .shown(&[Page, Search]),
        /// Whether they agreed that their name is published.
        pub consent: bool = key("ยินยอมให้เผยแพร่ชื่อ").label("ความยินยอม", "Consent").default("false"),
        /// The last day of the consent.
        pub consent_until: ConsentEnd = key("วันสุดท้ายที่ยินยอม")
            .label("ยินยอมถึงวันที่", "Consent until")
            .example("2571-09-30"),
    }
}

impl ResourcePerson {
    /// What they agreed to.
    #[must_use]
    pub fn agreed(&self) -> Consent {
        Consent::new(self.consent, self.consent_until)
    }
}

record! {
    /// A seat of a committee order, whatever the body: an adviser has no other keys.
    pub struct SeatFacts {
        /// Full name with its title; may be left out where the position is an ex-officio seat.
        pub name: Option<Text> = key("ชื่อและนามสกุล พร้อมคำนำหน้า เว้นได้เมื่อเป็นกรรมการโดยตำแหน่ง")
            .label("ชื่อ-สกุล", "Name")
            .made_up("\"นายสมมติ ตัวอย่าง\"")
            .with_consent()
            .shown(&[Page, Search])
            .on_forms(&[(Summary, "รายชื่อ"), (OrderDistrict, "รายชื่อ"), (OrderSubdistricts, "รายชื่อ")]),
        /// Office that the seat belongs to, or the person's own; public.
        pub position: Option<Text> = key("ตำแหน่งของที่นั่งนี้ หรือตำแหน่งของบุคคล เผยแพร่ได้")
            .label("ตำแหน่ง", "Position")
            .example("\"กำนันตำบลหัวดอน\"")
            .shown(&[Page, Search])
            .on_forms(&[(Summary, "ตำแหน่ง"), (OrderDistrict, "ตำแหน่ง"), (OrderSubdistricts, "ตำแหน่ง")]),
        /// Which of the seven sectors it stands for.
        pub sector: Option<Sector> = key("ภาคส่วนที่เป็นผู้แทน")
            .label("ภาคส่วน", "Sector")
            .example("\"citizens\"")
            .shown(&[Page]),
    }
}

record! {
    /// A seat of the steering committee: `[[committee.steering]]`.
    pub struct SteeringSeat begins with facts: SeatFacts {
        /// Part in the steering committee.
        pub role: Option<SteeringRole> = key("หน้าที่ในคณะกรรมการ")
            .label("หน้าที่", "Role")
            .example("\"chair\"")
            .shown(&[Page])
            .on_forms(&[(Summary, "หน้าที่"), (OrderDistrict, "หน้าที่")]),
    }
}

record! {
    /// A seat of the working group: `[[committee.working]]`.
    pub struct WorkingSeat begins with facts: SeatFacts {
        /// Part in the working group.
        pub role: Option<WorkingRole> = key("หน้าที่ในคณะทำงาน")
            .label("หน้าที่", "Role")
            .example("\"head\"")
            .shown(&[Page])
            .on_forms(&[(Summary, "หน้าที่"), (OrderDistrict, "หน้าที่"), (OrderSubdistricts, "หน้าที่")]),
    }
}

record! {
    /// The committee order: `[committee]`.
    pub struct Committee {
        /// Number of the order.
        pub order: Option<Text> = key("เลขที่คำสั่ง")
            .example("\"๑๒๓/๒๕๖๙\"")
            .shown(&[Page])
            .on_forms(&[(OrderDistrict, "คำสั่งที่"), (OrderSubdistricts, "คำสั่งที่")]),
        /// Date of the order.
        pub order_date: Option<Date> = key("วันที่ของคำสั่ง")
            .example("2569-01-15")
            .shown(&[Page])
            .on_forms(&[(OrderDistrict, "สั่ง ณ วันที่"), (OrderSubdistricts, "สั่ง ณ วันที่")]),
        /// Whether those named in the order agreed that their names are published; without it counts and positions alone are.
        pub consent: bool = key("ผู้มีชื่อในคำสั่งยินยอมให้เผยแพร่ชื่อ ถ้าไม่ระบุจะเผยแพร่เฉพาะจำนวนและตำแหน่ง")
            .label("ความยินยอม", "Consent")
            .default("false"),
        /// The last day of the consent.
        pub consent_until: ConsentEnd = key("วันสุดท้ายที่ยินยอม")
            .label("ยินยอมถึงวันที่", "Consent until")
            .example("2571-09-30"),
        /// How many advisers there are, where not all are listed.
        pub advisers_count: Option<Spanned<u32>> = key("จำนวนที่ปรึกษา เมื่อไม่ได้ระบุครบทุกคน")
            .label("จำนวนที่ปรึกษา", "Advisers")
            .unit("คน", "people")
            .example("7")
            .on_forms(&[(Summary, "๕.๑ ที่ปรึกษา จำนวน")]),
        /// How many sit in the steering committee, where not all are listed.
        pub steering_count: Option<Spanned<u32>> = key("จำนวนกรรมการอำนวยการ เมื่อไม่ได้ระบุครบทุกคน")
            .label("จำนวนกรรมการอำนวยการ", "Steering committee")
            .unit("คน", "people")
            .example("12")
            .on_forms(&[(Summary, "๕.๒ คณะกรรมการอำนวยการ จำนวน")]),
        /// How many are in the working group, where not all are listed.
        pub working_count: Option<Spanned<u32>> = key("จำนวนผู้อยู่ในคณะทำงาน เมื่อไม่ได้ระบุครบทุกคน")
            .label("จำนวนคณะทำงาน", "Working group")
            .unit("คน", "people")
            .example("10")
            .on_forms(&[(Summary, "๕.๓ คณะทำงาน จำนวน")]),
        /// Advisers.
        pub advisers: Vec<Spanned<SeatFacts>> = key("ที่ปรึกษา")
            .on_forms(&[(Summary, "๕.๑ ที่ปรึกษา"), (OrderDistrict, "(ก) ที่ปรึกษา"), (OrderSubdistricts, "ที่ปรึกษา")]),
        /// The steering committee; a sub-district's centre has none.
        pub steering: Vec<Spanned<SteeringSeat>> = key("คณะกรรมการอำนวยการ ศูนย์ฯ ระดับตำบลไม่มี")
            .label("คณะกรรมการอำนวยการ", "Steering committee")
            .on_forms(&[(Summary, "๕.๒ คณะกรรมการอำนวยการ"), (OrderDistrict, "(ข) คณะกรรมการอำนวยการ")]),
        /// The working group.
        pub working: Vec<Spanned<WorkingSeat>> = key("คณะทำงาน")
            .on_forms(&[(Summary, "๕.๓ คณะทำงาน"), (OrderDistrict, "(ค) คณะทำงาน"), (OrderSubdistricts, "คณะทำงาน")]),
    }
}

impl Committee {
    /// What those named in it agreed to.
    #[must_use]
    pub fn agreed(&self) -> Consent {
        Consent::new(self.consent, self.consent_until)
    }
}
