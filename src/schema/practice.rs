//! A best practice: the front matter of `best-practices/<slug>.md`.

use crate::schema::field::NamedPhoto;
use crate::schema::key::Outlet::{Card, Data, Page, Paper, Search};
use crate::schema::key::{Reference, key};
use crate::schema::media::{Award, NamedPicture};
use crate::schema::person::Person;
use crate::schema::reader::Reader;
use crate::schema::reader::Rules;
use crate::schema::record::record;
use crate::schema::topics::each_topic_once;
use crate::value::words::{Evidence, Mission};
use crate::value::{Date, Figure, Spanned, Text};

record! {
    /// What a best practice is by itself: nothing in it has to be looked up elsewhere.
    pub struct PracticeFacts with rules {
        /// Title: what was achieved, in one line.
        pub title: Text = key("ชื่อเรื่อง บอกว่าทำอะไรได้ผล ในบรรทัดเดียว")
            .label("ชื่อเรื่อง", "Title")
            .made_up("\"ธนาคารข้าวที่ไม่มีใครต้องกู้เงินซื้อข้าวกิน\"")
            .shown(&[Page, Card, Paper, Search, Data]),
        /// One or two sentences: lists and link previews show them.
        pub summary: Text = key("สรุปหนึ่งหรือสองประโยค แสดงในรายการและเมื่อแชร์ลิงก์")
            .label("สรุปสั้น ๆ", "Summary")
            .made_up("\"ยืมข้าวจากยุ้งรวม คืนหลังเก็บเกี่ยวพร้อมดอกเบี้ยเป็นข้าว\"")
            .shown(&[Page, Card, Paper, Search, Data]),
        /// When it was written down.
        pub date: Date = key("วันที่เขียน").label("วันที่เผยแพร่", "Published on").example("2569-11-01").shown(&[Page, Card, Data]),
        /// Its learning areas, each once.
        pub missions: Vec<Mission> = key("ด้านการเรียนรู้ของเรื่องนี้")
            .label("ด้านการเรียนรู้", "Learning areas")
            .example("[\"quality-of-life\"]")
            .shown(&[Page, Search, Data]),
        /// A draft: not published yet.
        pub draft: bool = key("ฉบับร่าง ยังไม่เผยแพร่").label("ฉบับร่าง", "Draft").default("false").example("true"),
        /// An illustration, no real practice: marked as one everywhere, left out of figures, data files, feeds and sitemap.
        pub example: bool = key("ข้อมูลตัวอย่าง ไม่ใช่เรื่องจริง แสดงป้ายกำกับ และไม่นับในตัวเลข ข้อมูลเปิด ฟีด และแผนผังเว็บไซต์")
            .label("ตัวอย่าง", "Example")
            .default("false")
            .shown(&[Page, Card]),
        /// What it costs, in words.
        pub cost: Option<Text> = key("ค่าใช้จ่าย").label("ค่าใช้จ่าย", "Cost").example("\"ยุ้งหนึ่งหลัง ประมาณ ๔๐,๐๐๐ บาท\"").shown(&[Page, Paper, Search, Data]),
        /// What it costs to begin; lists are narrowed by it.
        pub cost_baht: Option<u32> = key("ค่าใช้จ่ายเริ่มต้น ใช้คัดกรองในรายการ")
            .label("ค่าใช้จ่ายเริ่มต้น", "Cost to begin")
            .unit("บาท", "baht")
            .example("40000")
            .shown(&[Card, Data]),
        /// How long it takes.
        pub duration: Option<Text> = key("ระยะเวลา").label("ระยะเวลา", "Duration").example("\"๓ เดือน\"").shown(&[Page, Paper, Search, Data]),
        /// Who it takes.
        pub people: Option<Text> = key("ผู้ดำเนินการ").label("ผู้ดำเนินการ", "People").example("\"กรรมการ ๗ คน\"").shown(&[Page, Paper, Search]),
        /// Whom it suits.
        pub audience: Option<Text> = key("เหมาะสำหรับ").label("เหมาะสำหรับ", "Suitable for").example("\"หมู่บ้านที่ทำนาเป็นหลัก\"").shown(&[Page, Paper, Search, Data]),
        /// How well it is proven: told in words, with figures before and after, checked by others, or repeated elsewhere.
        pub evidence: Option<Evidence> = key("หลักฐานของผลที่ได้").label("หลักฐาน", "Evidence").example("\"measured\"").shown(&[Page, Card, Search, Data]),
        /// What failed, and where it does not fit.
        pub limits: Option<Text> = key("ข้อจำกัด เคยพลาดอะไร และที่ใดใช้ไม่ได้").label("ข้อจำกัด", "Limits").made_up("\"ปีที่แล้งทั้งตำบล ข้าวไม่พอคืน\"").shown(&[Page, Search]),
        /// What one must have first.
        pub needs: Vec<Text> = key("สิ่งที่ต้องมีก่อนเริ่ม").label("สิ่งที่ต้องมีก่อนเริ่ม", "What is needed").example("[\"ยุ้งข้าว\", \"สมุดบัญชี\"]").shown(&[Page, Paper, Search]),
    }
}

impl Rules for PracticeFacts {
    fn check<R: Reader>(&mut self, _reader: &mut R) {
        self.missions.sort_unstable();
        self.missions.dedup();
    }
}

record! {
    /// A figure that a practice reached: `[[results]]`.
    pub struct ResultFigure {
        /// What was counted.
        pub label: Text = key("สิ่งที่วัด").example("\"ครัวเรือนที่ขาดข้าว\"").shown(&[Page, Search]),
        /// How much: a number, or words that stand for one.
        pub value: Figure = key("ผลที่ได้ เป็นตัวเลขหรือคำ").label("ผล", "Value").example("3").shown(&[Page]),
        /// In what it was counted.
        pub unit: Option<Text> = key("หน่วย").example("\"ครัวเรือน\"").shown(&[Page]),
        /// How much before.
        pub before: Option<Figure> = key("ค่าก่อนเริ่ม").example("41").shown(&[Page]),
        /// In what time.
        pub period: Option<Text> = key("ช่วงเวลา").example("\"ห้าฤดู\"").shown(&[Page]),
        /// Who says so.
        pub source: Option<Text> = key("แหล่งที่มาของตัวเลข").label("แหล่งที่มา", "Source").example("\"บัญชีธนาคารข้าว\"").shown(&[Page]),
    }
}

record! {
    /// A numbered step: `[[steps]]`.
    pub struct Step {
        /// In a few words.
        pub title: Option<Text> = key("ชื่อขั้นตอน").example("\"ตกลงกติกา\"").shown(&[Page, Paper, Search]),
        /// How it is done.
        pub text: Option<Text> = key("วิธีทำ").example("\"ประชุมสมาชิกทุกบ้านและลงมติ\"").shown(&[Page, Paper, Search]),
    }
}

record! {
    /// The front matter of a best practice as written.
    pub struct PracticeRecord begins with facts: PracticeFacts with rules {
        /// Ids of topics of `site.toml`, each once.
        pub topics: Vec<Spanned<String>> = key("รหัสหัวข้อใน site.toml รหัสละหนึ่งครั้ง")
            .label("หัวข้อ", "Topics")
            .refers_to(Reference::Topic)
            .example("[\"rice-bank\"]")
            .shown(&[Page, Card, Search, Data]),
        /// The picture on top, a file beside the entry; `cover_alt` says what it shows.
        pub cover: Option<NamedPhoto> = key("ไฟล์ภาพปกที่อยู่ข้างไฟล์นี้ พร้อม cover_alt บอกว่าในภาพมีอะไร")
            .label("ภาพปก", "Cover")
            .refers_to(Reference::Photo)
            .example("\"cover.jpg\"")
            .shown(&[Page, Card, Paper]),
        /// The practice that it was copied from, by its path; the pages of both say so.
        pub adapted_from: Option<Spanned<String>> = key("แนวปฏิบัติต้นแบบที่นำมาปรับใช้ ระบุเส้นทางของไฟล์ต้นแบบ ทั้งสองหน้าจะแสดงถึงกัน")
            .label("นำมาปรับใช้จาก", "Adapted from")
            .refers_to(Reference::Practice)
            .example("\"khueang-nai/hua-don/best-practices/rice-bank\"")
            .shown(&[Page, Data]),
        /// Old addresses that lead here.
        pub aliases: Vec<Spanned<String>> = key("ที่อยู่เดิมที่นำมายังหน้านี้")
            .label("ที่อยู่เดิม", "Old addresses")
            .example("[\"/old-address/\"]"),
        /// Figures.
        pub results: Vec<ResultFigure> = key("ผลที่วัดได้"),
        /// How to do it, numbered.
        pub steps: Vec<Step> = key("ขั้นตอน"),
        /// Awards.
        pub awards: Vec<Award> = key("รางวัลเชิดชูเกียรติ"),
        /// Photos.
        pub photos: Vec<NamedPicture> = key("ภาพถ่าย"),
        /// Whom to ask; where it is left out, the centre's coordinator.
        pub contact: Option<Spanned<Person>> = key("ผู้ให้ข้อมูล ถ้าไม่ระบุจะใช้ผู้ประสานงานของศูนย์ฯ").label("ผู้ให้ข้อมูล", "Contact"),
        /// Free values for themes.
        pub extra: serde_json::Value = key("ข้อมูลเพิ่มเติมสำหรับธีม"),
    }
}

impl Rules for PracticeRecord {
    fn check<R: Reader>(&mut self, reader: &mut R) {
        each_topic_once(&mut self.topics, reader);
    }
}
