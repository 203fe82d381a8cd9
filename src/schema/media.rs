//! Photos and awards, which several records have.

use crate::schema::field::{Cautious, Year};
use crate::schema::key::Outlet::{Data, Page, Paper, Search};
use crate::schema::key::{Reference, key};
use crate::schema::record::record;
use crate::value::words::AwardLevel;
use crate::value::{Consent, ConsentEnd, Spanned, Text};

record! {
    /// A photo of a gallery: `[[photos]]`.
    pub struct NamedPicture {
        /// A photo beside the entry: JPEG, PNG, WebP or GIF.
        pub file: Spanned<String> = key("ไฟล์ภาพที่อยู่ข้างไฟล์นี้ (JPEG, PNG, WebP หรือ GIF)")
            .label("ไฟล์ภาพ", "File")
            .refers_to(Reference::Photo)
            .example("\"weaving-day.jpg\"")
            .shown(&[Page, Paper]),
        /// What it shows, in a few words, for those who do not see it.
        pub alt: Option<Text> = key("บอกสั้น ๆ ว่าในภาพมีอะไร สำหรับผู้ที่มองไม่เห็น")
            .label("คำบรรยายภาพ", "Description")
            .made_up("\"ผู้เรียนนั่งทอผ้าที่กี่ใต้ถุนเรือน\"")
            .shown(&[Page, Paper]),
        /// Words under it.
        pub caption: Option<Text> = key("คำบรรยายใต้ภาพ")
            .example("\"วันเปิดฐานทอผ้า\"")
            .shown(&[Page]),
        /// Who made it.
        pub credit: Option<Text> = key("เจ้าของภาพ")
            .made_up("\"ศูนย์ฯ ตัวอย่าง\"")
            .shown(&[Page]),
        /// Whether persons can be recognised in it; then it is published with their consent alone.
        pub people: Cautious = key("เห็นหน้าบุคคลในภาพ ถ้าใช่ จะเผยแพร่เมื่อบุคคลนั้นยินยอมเท่านั้น")
            .label("เห็นหน้าบุคคล", "Shows people")
            .default("false"),
        /// Whether those persons agreed that it is published.
        pub consent: bool = key("บุคคลในภาพยินยอมให้เผยแพร่").label("ความยินยอม", "Consent").default("false"),
        /// The last day of the consent.
        pub consent_until: ConsentEnd = key("วันสุดท้ายที่ยินยอม")
            .label("ยินยอมถึงวันที่", "Consent until")
            .example("2571-09-30"),
    }
}

impl NamedPicture {
    /// What those who can be recognised in it agreed to.
    #[must_use]
    pub fn agreed(&self) -> Consent {
        Consent::new(self.consent, self.consent_until)
    }
}

record! {
    /// An award (รางวัลเชิดชูเกียรติ): `[[awards]]`.
    pub struct Award {
        /// Name of the award.
        pub title: Text = key("ชื่อรางวัล")
            .made_up("\"ศูนย์ผู้นำจิตอาสาพัฒนาชุมชนดีเด่น (ตัวอย่าง)\"")
            .shown(&[Page, Paper, Search, Data]),
        /// Which level gave it.
        pub level: Option<AwardLevel> = key("ระดับของรางวัล").example("\"district\"").shown(&[Page]),
        /// Fiscal year, Buddhist Era: year N runs from 1 October N-1 to 30 September N.
        pub year: Option<Year> = key("ปีงบประมาณ พ.ศ.").example("2569").shown(&[Page, Paper, Search]),
        /// Who gave it.
        pub by: Option<Text> = key("หน่วยงานที่มอบ").made_up("\"หน่วยงานตัวอย่าง\"").shown(&[Page, Search]),
    }
}
