//! Any other page: the front matter of `content/pages/<path>.md`.

use crate::schema::key::Outlet::{Page, Search};
use crate::schema::key::key;
use crate::schema::record::record;
use crate::value::{Spanned, Text};

record! {
    /// What a page is by itself.
    pub struct PageFacts {
        /// Title.
        pub title: Text = key("ชื่อหน้า").example("\"เกี่ยวกับโครงการ\"").shown(&[Page, Search]),
        /// One or two sentences.
        pub summary: Option<Text> = key("สรุปหนึ่งหรือสองประโยค").label("สรุปสั้น ๆ", "Summary").example("\"โครงการนี้คืออะไร\"").shown(&[Page, Search]),
        /// Whether the main menu names it.
        pub menu: bool = key("แสดงในเมนูหลัก").label("เมนูหลัก", "Menu").default("false"),
        /// Its place among others: lighter pages come first.
        pub weight: i64 = key("ลำดับ ค่าน้อยแสดงก่อน").label("ลำดับ", "Weight").default("0").example("10"),
        /// A draft: not published yet.
        pub draft: bool = key("ฉบับร่าง ยังไม่เผยแพร่").label("ฉบับร่าง", "Draft").default("false").example("true"),
    }
}

record! {
    /// The front matter of a page as written.
    pub struct PageRecord begins with facts: PageFacts {
        /// Old addresses that lead here.
        pub aliases: Vec<Spanned<String>> = key("ที่อยู่เดิมที่นำมายังหน้านี้")
            .label("ที่อยู่เดิม", "Old addresses")
            .example("[\"/old-address/\"]"),
        /// Free values for themes.
        pub extra: serde_json::Value = key("ข้อมูลเพิ่มเติมสำหรับธีม"),
    }
}
