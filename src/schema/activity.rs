//! An activity: the front matter of `activities/<slug>.md`.

use crate::diagnostic::Problem;
use crate::schema::field::NamedPhoto;
use crate::schema::key::Outlet::{Card, Data, Page, Search};
use crate::schema::key::PaperForm::Activities;
use crate::schema::key::{Reference, key};
use crate::schema::media::NamedPicture;
use crate::schema::reader::Reader;
use crate::schema::reader::Rules;
use crate::schema::record::record;
use crate::schema::topics::each_topic_once;
use crate::value::{Date, Spanned, Text};

record! {
    /// What an activity is by itself: nothing in it has to be looked up elsewhere, and all of it is published.
    pub struct ActivityFacts with rules {
        /// Name of the activity.
        pub title: Text = key("ชื่อกิจกรรม")
            .made_up("\"อบรมผู้นำการเปลี่ยนแปลงรุ่นที่ ๑\"")
            .shown(&[Page, Card, Search, Data])
            .on_forms(&[(Activities, "ชื่อกิจกรรม")]),
        /// Its first day.
        pub date: Date = key("วันที่จัด หรือวันแรก")
            .label("วันที่", "Date")
            .example("2569-11-05")
            .shown(&[Page, Card, Search, Data])
            .on_forms(&[(Activities, "วัน เดือน ปี")]),
        /// Its last day, where it takes several.
        pub end_date: Option<Date> = key("วันสุดท้าย เมื่อจัดหลายวัน")
            .label("วันสุดท้าย", "Last day")
            .example("2569-11-06")
            .shown(&[Page, Card, Search, Data])
            .on_forms(&[(Activities, "วัน เดือน ปี")]),
        /// Occasion or day of observance.
        pub occasion: Option<Text> = key("วาระหรือวันสำคัญ")
            .label("วาระ/วันสำคัญ", "Occasion")
            .example("\"วันอาสาสมัครไทย\"")
            .shown(&[Page, Search, Data])
            .on_forms(&[(Activities, "วาระ/วันสำคัญ")]),
        /// Where, if not at the centre.
        pub place: Option<Text> = key("สถานที่ ถ้าไม่ได้จัดที่ศูนย์ฯ")
            .label("สถานที่", "Place")
            .example("\"หอประชุมอำเภอ\"")
            .shown(&[Page, Card, Search, Data])
            .on_forms(&[(Activities, "สถานที่")]),
        /// How many took part; of one to come, how many are expected.
        pub participants: Option<u32> = key("จำนวนผู้เข้าร่วม ถ้ายังไม่จัด คือจำนวนที่คาดไว้")
            .label("ผู้เข้าร่วม", "Participants")
            .unit("คน", "people")
            .example("45")
            .shown(&[Page, Search, Data])
            .on_forms(&[(Activities, "จำนวนผู้เข้าร่วม (คน)")]),
        /// Partners who helped to hold it.
        pub partners: Vec<Text> = key("ภาคีที่ร่วมจัด")
            .label("ภาคีที่ร่วมดำเนินการ", "Partners")
            .made_up("[\"โรงเรียนบ้านตัวอย่าง\"]")
            .shown(&[Page, Search]),
        /// The office that reported it.
        pub reported_by: Option<Text> = key("หน่วยงานผู้รายงาน")
            .label("ผู้รายงาน", "Reported by")
            .example("\"สำนักงานพัฒนาชุมชนอำเภอเขื่องใน\"")
            .shown(&[Page, Search])
            .on_forms(&[(Activities, "ผู้รายงาน")]),
        /// One or two sentences: lists and link previews show them.
        pub summary: Option<Text> = key("สรุปหนึ่งหรือสองประโยค แสดงในรายการและเมื่อแชร์ลิงก์")
            .label("สรุปสั้น ๆ", "Summary")
            .made_up("\"ผู้นำรุ่นใหม่ฝึกนำเวทีประชาคม\"")
            .shown(&[Page, Card, Search, Data]),
        /// What came of it.
        pub results: Option<Text> = key("ผลการดำเนินงาน")
            .label("ผลการดำเนินงาน", "Results")
            .made_up("\"ได้แผนกิจกรรมจิตอาสา ๑ แผน\"")
            .shown(&[Page, Search])
            .on_forms(&[(Activities, "ผลการดำเนินงาน")]),
        /// A draft: not published yet.
        pub draft: bool = key("ฉบับร่าง ยังไม่เผยแพร่").label("ฉบับร่าง", "Draft").default("false").example("true"),
        /// An illustration, no real activity: marked as one everywhere, left out of figures, data files, feeds and sitemap.
        pub example: bool = key("ข้อมูลตัวอย่าง ไม่ใช่กิจกรรมจริง แสดงป้ายกำกับ และไม่นับในตัวเลข ข้อมูลเปิด ฟีด และแผนผังเว็บไซต์")
            .label("ตัวอย่าง", "Example")
            .default("false")
            .shown(&[Page, Card]),
    }
}

impl Rules for ActivityFacts {
    fn check<R: Reader>(&mut self, reader: &mut R) {
        let is_read = |it: &Date| *it != Date::default();
        if let Some(end) = self.end_date
            && is_read(&self.date)
            && end < self.date
        {
            reader.report("end_date", Problem::DaysReversed);
            self.end_date = None;
        }
    }
}

record! {
    /// The front matter of an activity as written.
    pub struct ActivityRecord begins with facts: ActivityFacts with rules {
        /// Problems and obstacles, for the paper report alone; never published.
        pub problems: Option<Text> = key("ปัญหา อุปสรรค เฉพาะแบบรายงาน ไม่เผยแพร่")
            .label("ปัญหา อุปสรรค", "Problems")
            .example("\"ฝนตกหนัก ต้องย้ายเข้าในอาคาร\"")
            .office_only()
            .on_forms(&[(Activities, "ปัญหา อุปสรรค และข้อเสนอแนะ")]),
        /// Suggestions, for the paper report alone; never published.
        pub suggestions: Option<Text> = key("ข้อเสนอแนะ เฉพาะแบบรายงาน ไม่เผยแพร่")
            .label("ข้อเสนอแนะ", "Suggestions")
            .example("\"ควรจัดก่อนฤดูฝน\"")
            .office_only()
            .on_forms(&[(Activities, "ปัญหา อุปสรรค และข้อเสนอแนะ")]),
        /// Ids of topics of `site.toml`, each once.
        pub topics: Vec<Spanned<String>> = key("รหัสหัวข้อใน site.toml รหัสละหนึ่งครั้ง")
            .label("หัวข้อ", "Topics")
            .refers_to(Reference::Topic)
            .example("[\"volunteer-leadership\"]")
            .shown(&[Page, Card, Search, Data]),
        /// The picture on top, a file beside the entry; `cover_alt` says what it shows.
        pub cover: Option<NamedPhoto> = key("ไฟล์ภาพปกที่อยู่ข้างไฟล์นี้ พร้อม cover_alt บอกว่าในภาพมีอะไร")
            .label("ภาพปก", "Cover")
            .refers_to(Reference::Photo)
            .example("\"cover.jpg\"")
            .shown(&[Page, Card])
            .on_forms(&[(Activities, "ภาพถ่าย")]),
        /// Old addresses that lead here.
        pub aliases: Vec<Spanned<String>> = key("ที่อยู่เดิมที่นำมายังหน้านี้")
            .label("ที่อยู่เดิม", "Old addresses")
            .example("[\"/old-address/\"]"),
        /// Photos.
        pub photos: Vec<NamedPicture> = key("ภาพถ่าย").on_forms(&[(Activities, "ภาพถ่าย")]),
        /// Free values for themes.
        pub extra: serde_json::Value = key("ข้อมูลเพิ่มเติมสำหรับธีม"),
    }
}

impl Rules for ActivityRecord {
    fn check<R: Reader>(&mut self, reader: &mut R) {
        each_topic_once(&mut self.topics, reader);
    }
}
