//! Keys and their values: of the wrong type, unknown, out of range, missing, twice.

use super::*;

#[test]
fn values_of_the_wrong_type() {
    reports([
        ("wrong-type", Center, "name = ⟦5⟧"),
        ("wrong-type", Center, "topics = ⟦\"rice\"⟧"),
        ("wrong-type", Center, "topics = [\"rice\", ⟦3⟧]"),
        ("wrong-type", Center, "example = ⟦\"yes\"⟧"),
        ("wrong-type", Center, "visit = ⟦\"ทุกวัน\"⟧"),
        ("wrong-type", Center, "awards = [⟦\"รางวัล\"⟧]"),
        ("wrong-type", Center, "[[service]]\nyear = 2565\nvisitors = ⟦1.5⟧"),
        ("wrong-type", Center, "[coordinator]\nphone = ⟦45344628⟧"),
        ("wrong-type", Site, "languages = ⟦\"th\"⟧"),
        ("wrong-type", Site, "[output]\ndata = ⟦1⟧"),
        ("wrong-type", Practice, "draft = ⟦0⟧"),
        ("wrong-type", Activity, "participants = ⟦\"หลายคน\"⟧"),
        ("wrong-type", Page, "weight = ⟦\"หนัก\"⟧"),
    ]);
}

#[test]
fn keys_that_do_not_exist() {
    reports([
        ("unknown-key", Center, "⟦nmae⟧ = \"x\""),
        ("unknown-key", Center, "[visit]\n⟦huors⟧ = \"x\""),
        ("unknown-key", Center, "[[courses]]\ntitle = \"ทอผ้า\"\n⟦misson⟧ = \"leadership\""),
        ("unknown-key", Center, "[coordinator]\n⟦tel⟧ = \"045-344628\""),
        ("unknown-key", Center, "[[committee.working]]\nname = \"ก\"\n⟦roel⟧ = \"head\""),
        ("unknown-key", Center, "[links]\n⟦twitter⟧ = \"https://example.org/\""),
        ("unknown-key", Center, "⟦name_fr⟧ = \"Centre\""),
        ("unknown-key", Site, "⟦titel⟧ = \"x\""),
        ("unknown-key", Site, "[output]\n⟦serch⟧ = true"),
        ("unknown-key", Site, "[[deadlines]]\nlevel = \"district\"\ndue = 2565-03-23\n⟦note⟧ = \"x\""),
        ("unknown-key", Practice, "⟦sumary⟧ = \"x\""),
        ("unknown-key", Practice, "[[results]]\nlabel = \"รายได้\"\nvalue = 5\n⟦units⟧ = \"บาท\""),
        ("unknown-key", Activity, "⟦evidence⟧ = \"told\""),
        ("unknown-key", Page, "⟦wieght⟧ = 1"),
    ]);
}

#[test]
fn words_that_are_not_on_the_list() {
    reports([
        ("unknown-word", Center, "level = ⟦\"tambon\"⟧"),
        ("unknown-word", Center, "status = ⟦\"opened\"⟧"),
        ("unknown-word", Center, "[location]\nsubdistrict = \"หัวดอน\"\ndistrict = \"เขื่องใน\"\nplace_kind = ⟦\"tample\"⟧"),
        ("unknown-word", Center, "[visit]\nfacilities = [\"parking\", ⟦\"toilets\"⟧]"),
        ("unknown-word", Center, "[[courses]]\ntitle = \"ทอผ้า\"\nmission = ⟦\"vocation\"⟧"),
        ("unknown-word", Center, "[[highlights]]\ntitle = \"ผ้า\"\nkind = ⟦\"unique\"⟧"),
        ("unknown-word", Center, "[[partners]]\nname = \"วัด\"\nsector = ⟦\"temple\"⟧"),
        ("unknown-word", Center, "[[awards]]\ntitle = \"ดีเด่น\"\nlevel = ⟦\"world\"⟧"),
        ("unknown-word", Center, "[[committee.steering]]\nposition = \"นายอำเภอ\"\nrole = ⟦\"head\"⟧"),
        ("unknown-word", Center, "[[committee.working]]\nname = \"ก\"\nrole = ⟦\"chair\"⟧"),
        ("unknown-word", Center, "[chair]\nname = \"ก\"\nas = ⟦\"boss\"⟧"),
        ("unknown-word", Practice, "evidence = ⟦\"mesured\"⟧"),
        ("unknown-word", Practice, "missions = [⟦\"ทักษะอาชีพ\"⟧]"),
        ("unknown-word", Site, "digits = ⟦\"roman\"⟧"),
        ("unknown-language", Site, "languages = [\"th\", ⟦\"lo\"⟧]"),
        ("unknown-word", Site, "[[deadlines]]\nlevel = ⟦\"region\"⟧\ndue = 2565-03-23"),
        ("unknown-topic", Center, "topics = [⟦\"rise\"⟧]"),
        ("unknown-topic", Practice, "topics = [⟦\"rise\"⟧]"),
        ("unknown-topic", Activity, "topics = [⟦\"rise\"⟧]"),
    ]);
}

#[test]
fn days_and_years_that_do_not_exist() {
    reports([
        ("no-such-day", Center, "opened = ⟦\"2022-02-30\"⟧"),
        ("no-such-day", Center, "opened = ⟦\"2568-02-29\"⟧"),
        ("no-such-day", Center, "opened = ⟦\"๒๕๖๘-๐๒-๒๙\"⟧"),
        ("bad-date", Center, "opened = ⟦\"13/03/2565\"⟧"),
        ("bad-date", Center, "opened = ⟦\"\"⟧"),
        ("wrong-type", Center, "opened = ⟦2565⟧"),
        ("date-with-time", Center, "opened = ⟦2022-03-13T10:00:00Z⟧"),
        ("date-needs-quotes", Center, "opened = ⟦2567-02-29⟧"),
        ("no-such-day", Center, "[coordinator]\nname = \"ก\"\nconsent = true\nconsent_until = ⟦\"2569-13-01\"⟧"),
        ("days-reversed", Activity, "end_date = ⟦2025-05-31⟧"),
        ("no-such-day", Practice, "date = ⟦\"2566-02-29\"⟧"),
        ("bad-year", Center, "[[awards]]\ntitle = \"ดีเด่น\"\nyear = ⟦65⟧"),
        ("bad-year", Center, "[[service]]\nyear = ⟦-2565⟧"),
    ]);
}

#[test]
fn telephones_addresses_and_links() {
    reports([
        ("bad-phone", Center, "[coordinator]\nphone = ⟦\"12345\"⟧"),
        ("bad-phone", Center, "[coordinator]\nphone = ⟦\"0112345678\"⟧"),
        ("bad-phone", Center, "[coordinator]\nphone = ⟦\"081-234-56789\"⟧"),
        ("bad-phone", Center, "[coordinator]\nphone = ⟦\"045-34462\"⟧"),
        ("bad-phone", Center, "[chair]\nphone = ⟦\"โทรได้ทุกวัน\"⟧"),
        // Whoever has a number that is written wrongly is not without one.
        ("bad-phone", Center, "[coordinator]\nconsent = true\nphone = ⟦\"99\"⟧"),
        ("bad-phone", Center, "[coordinator]\nphone = [\"045-344628\", ⟦\"๙๙\"⟧]"),
        ("bad-phone", Center, "[coordinator]\nphone = ⟦\"+1 212 555 0100\"⟧"),
        ("bad-phone", Site, "[organization]\nphone = ⟦\"04-5344628a\"⟧"),
        ("bad-phone", Practice, "[contact]\nphone = ⟦\"0412345678\"⟧"),
        ("bad-email", Center, "[coordinator]\nemail = ⟦\"ไม่มี\"⟧"),
        ("bad-email", Center, "[coordinator]\nemail = ⟦\"a@b@example.org\"⟧"),
        ("bad-email", Site, "[organization]\nemail = ⟦\"a@\"⟧"),
        ("bad-email", Center, "[coordinator]\nemail = ⟦\"a b@example.org\"⟧"),
        ("bad-url", Center, "[[partners]]\nname = \"วัด\"\nurl = ⟦\"javascript:alert(1)\"⟧"),
        ("bad-url", Center, "[links]\nwebsite = ⟦\"www.example.org\"⟧"),
        ("bad-url", Center, "[links]\nfacebook = ⟦\"ftp://example.org/\"⟧"),
        ("bad-url", Site, "[organization]\nurl = ⟦\"data:text/html,x\"⟧"),
        ("bad-menu-address", Site, "[[menu]]\nname = \"x\"\nurl = ⟦\"javascript:alert(1)\"⟧"),
        ("bad-base-url", Site, "base_url = ⟦\"example.go.th\"⟧"),
        ("bad-base-url", Site, "base_url = ⟦\"/sj/\"⟧"),
        ("bad-base-url", Site, "base_url = ⟦\"https://example.go.th/?a=1\"⟧"),
        ("bad-base-url", Site, "base_url = ⟦\"https://example.go.th/#x\"⟧"),
        ("bad-base-url", Site, "base_url = ⟦\"ftp://example.go.th/\"⟧"),
        ("bad-base-url", Site, "base_url = ⟦\"https://\"⟧"),
    ]);
}

#[test]
fn figures_out_of_their_range() {
    let place = "subdistrict = \"หัวดอน\"\ndistrict = \"เขื่องใน\"\n";
    for (codes, text) in [
        ("half-a-point", "latitude = ⟦15.3⟧"),
        ("half-a-point", "longitude = ⟦104.6⟧"),
        ("out-of-range", "latitude = ⟦115.3⟧\nlongitude = 104.6"),
        ("out-of-range", "latitude = 15.3\nlongitude = ⟦-180.5⟧"),
        ("out-of-range", "latitude = ⟦nan⟧\nlongitude = 104.6"),
        ("out-of-range", "latitude = 15.3\nlongitude = ⟦inf⟧"),
        ("wrong-type", "latitude = ⟦true⟧\nlongitude = 104.6"),
        ("bad-postal-code", "postal_code = ⟦\"3415\"⟧"),
        ("bad-postal-code", "postal_code = ⟦\"ไม่ทราบ\"⟧"),
    ] {
        let text = format!("[location]\n{place}{text}");
        assert_eq!(base().written(&Center, &text).difference(codes, &text), None);
    }
    reports([
        ("out-of-range", Center, "[leaders]\ncommunity_sages = ⟦-1⟧"),
        ("out-of-range", Center, "[visit]\nnotice_days = ⟦-3⟧"),
        ("groups-reversed", Center, "[visit]\ngroup_min = ⟦30⟧\ngroup_max = 10"),
        ("out-of-range", Center, "[visit]\ngroup_max = ⟦99999999999⟧"),
        ("out-of-range", Center, "[[service]]\nyear = 2565\nvisitors = ⟦-40⟧"),
        ("out-of-range", Center, "[[service]]\nyear = 2565\nsatisfaction = ⟦5.5⟧"),
        ("out-of-range", Center, "[[service]]\nyear = 2565\nsatisfaction_percent = ⟦101⟧"),
        ("out-of-range", Center, "[[service]]\nyear = 2565\nsatisfaction = ⟦nan⟧"),
        ("out-of-range", Center, "[committee]\nworking_count = ⟦-1⟧"),
        ("out-of-range", Practice, "cost_baht = ⟦-500⟧"),
        ("out-of-range", Activity, "participants = ⟦-1⟧"),
        ("out-of-range", Site, "inspection_region = ⟦-14⟧"),
    ]);
}

#[test]
fn what_is_required_and_missing() {
    reports([
        ("missing-key", File(CENTER), "⟦⟧level = \"subdistrict\"\nlocation = { subdistrict = \"หัวดอน\", district = \"เขื่องใน\" }\n"),
        ("missing-key", File(CENTER), "⟦⟧name = \"ศูนย์\"\nlocation = { subdistrict = \"หัวดอน\", district = \"เขื่องใน\" }\n"),
        ("missing-key", File(CENTER), "name = \"ศูนย์\"\nlevel = \"subdistrict\"\nlocation = ⟦{ district = \"เขื่องใน\" }⟧\n"),
        ("missing-key", File(CENTER), "name = \"ศูนย์\"\nlevel = \"subdistrict\"\nlocation = ⟦{ subdistrict = \"หัวดอน\" }⟧\n"),
        ("missing-key missing-key missing-key", File(CENTER), "⟦⟧⟦⟧⟦⟧"),
        ("blank-text", Center, "name = ⟦\"  \"⟧"),
        ("blank-text", Site, "title = ⟦\"\"⟧"),
        ("blank-text", Practice, "title = ⟦\"\\u00a0\"⟧"),
        ("missing-key", Center, "⟦[[awards]]⟧\nyear = 2565"),
        ("missing-key", Center, "⟦[[courses]]⟧\nduration = \"1 วัน\""),
        ("missing-key", Center, "⟦[[learning_stations]]⟧\ntext = \"x\""),
        ("missing-key", Center, "⟦[[partners]]⟧\nsector = \"media\""),
        ("missing-key", Center, "⟦[[service]]⟧\nvisitors = 5"),
        ("missing-key missing-key", Practice, "⟦⟦[[results]]⟧⟧\nunit = \"บาท\""),
        ("missing-key", File(PAGE), "+++\n⟦⟧summary = \"x\"\n+++\nข้อความ\n"),
        ("missing-key missing-key missing-key", File(PRACTICE), "+++\n⟦⟧⟦⟧⟦⟧+++\nข้อความ\n"),
        ("missing-key missing-key", File(ACTIVITY), "+++\n⟦⟧⟦⟧+++\nข้อความ\n"),
        ("missing-key", File(SITE), "⟦⟧title = \"ก\"\nprovince = \"อุบลราชธานี\"\ntopics = [{ id = \"rice\", name = \"ข้าว\" }]\n"),
        ("missing-key", File(SITE), "⟦⟧title = \"ก\"\nbase_url = \"https://example.go.th/\"\nprovince = \"อุบลราชธานี\"\nlanguages = [\"th\", \"en\"]\ntopics = [{ id = \"rice\", name = \"ข้าว\" }]\n"),
    ]);
}

/// A slip of the pen is told once, as the people who made it see it.
#[test]
fn values_as_people_first_write_them() {
    reports([
        ("unquoted-text", Center, "[coordinator]\nphone = ⟦045-344628⟧"),
        ("bad-date", Center, "opened = ⟦2569-9-3⟧"),
        ("bad-flag", Center, "example = ⟦True⟧"),
        ("unquoted-text", Center, "name = ⟦ศูนย์ตำบลหัวดอน⟧"),
        ("curly-quotes", Center, "summary = ⟦“ศูนย์ดี”⟧"),
        ("foreign-key", Center, "⟦สรุป⟧ = \"ศูนย์ดี\""),
        ("foreign-key", Site, "⟦ชื่อ⟧ = \"เว็บ\""),
        ("bad-flag", Practice, "draft = ⟦ใช่⟧"),
        ("bad-number", Activity, "participants = ⟦1,200⟧"),
        ("no-equals-sign", Page, "⟦summary: x⟧"),
    ]);
}

/// An era counted twice would make a consent that ends in five hundred years.
#[test]
fn years_out_of_reach() {
    reports([
        ("far-year", Center, "[coordinator]\nconsent = true\nconsent_until = ⟦3113-01-31⟧"),
        ("far-year", Center, "opened = ⟦\"๓๑๑๒-๐๓-๑๓\"⟧"),
        ("far-year", Center, "[[awards]]\ntitle = \"ดีเด่น\"\nyear = ⟦3112⟧"),
        ("far-year", Activity, "date = ⟦1483-03-13⟧"),
        ("far-year", Site, "[[deadlines]]\nlevel = \"district\"\ndue = ⟦9999-12-31⟧"),
    ]);
}

#[test]
fn what_stands_twice() {
    reports([
        ("repeated-topic", Center, "topics = [\"rice\", ⟦\"rice\"⟧]"),
        ("repeated-topic", Site, "topics = [{ id = \"rice\", name = \"ข้าว\" }, { id = ⟦\"rice\"⟧, name = \"นา\" }]"),
        ("repeated-year", Center, "[[service]]\nyear = 2565\n[[service]]\nyear = ⟦2022⟧"),
        ("repeated-key", Center, "status = \"open\"\n⟦status⟧ = \"closed\""),
        ("repeated-language", Site, "languages = [\"th\", ⟦\"th\"⟧]"),
    ]);
}
