//! What nobody should write, and what the program answers: exit 1, the right file, line and columns, nothing written.
//!
//! Each row changes a small valid site. `⟦…⟧` in what is written shows where the answer must point; the codes stand in that order.
//! A row holds all errors of that run: one mistake must not be reported twice, nor hide another.

use crate::workshop::{Files, Folder, files, is_page, png};

/// Which file of the small site a row changes.
enum In {
    /// Lines of `content/site.toml`. A key that the file has already is replaced.
    Site,
    /// Lines of the `center.toml` of Hua Don.
    Center,
    /// Lines of the front matter of its best practice.
    Practice,
    /// Lines of the front matter of its activity.
    Activity,
    /// Lines of the front matter of the page `about`.
    Page,
    /// The story of the best practice.
    Story,
    /// The whole of a file.
    File(&'static str),
}
use In::{Activity, Center, File, Page, Practice, Site, Story};

const SITE: &str = "content/site.toml";
const AREAS: &str = "content/areas.csv";
const DISTRICT: &str = "content/centers/khueang-nai/center.toml";
const CENTER: &str = "content/centers/khueang-nai/hua-don/center.toml";
const PRACTICE: &str = "content/centers/khueang-nai/hua-don/best-practices/rice-bank.md";
const ACTIVITY: &str = "content/centers/khueang-nai/hua-don/activities/planting.md";
const PAGE: &str = "content/pages/about.md";

/// A small site without a mistake.
fn base() -> Files {
    let mut site = files([
        (
            SITE,
            r#"title = "ทำเนียบทดสอบ"
base_url = "https://example.go.th/"
province = "อุบลราชธานี"
topics = [{ id = "rice", name = "ข้าว" }]
"#,
        ),
        (
            AREAS,
            "district_code,district_th,district_en,subdistrict_code,subdistrict_th,subdistrict_en,postal_code,lat,lon,target
3401,เมืองอุบลราชธานี,Mueang Ubon Ratchathani,340101,ในเมือง,Nai Mueang,34000,15.2417,104.85348,false
3404,เขื่องใน,Khueang Nai,340401,เขื่องใน,Khueang Nai,34150,15.3698,104.55558,true
3404,เขื่องใน,Khueang Nai,340405,หัวดอน,Hua Don,34150,15.33288,104.66877,true
",
        ),
        (
            DISTRICT,
            r#"name = "ศูนย์อำเภอเขื่องใน"
level = "district"
location = { district = "เขื่องใน" }
"#,
        ),
        (
            CENTER,
            r#"name = "ศูนย์ตำบลหัวดอน"
level = "subdistrict"
location = { subdistrict = "หัวดอน", district = "เขื่องใน" }
"#,
        ),
        (
            PRACTICE,
            r#"+++
title = "ธนาคารข้าว"
summary = "ชาวบ้านมีข้าวกินตลอดปี"
date = 2025-05-01
+++
## ที่มา

ชาวบ้านช่วยกัน
"#,
        ),
        (
            ACTIVITY,
            r#"+++
title = "ปลูกป่า"
date = 2025-06-01
+++
ปลูกต้นไม้
"#,
        ),
        (
            PAGE,
            r#"+++
title = "เกี่ยวกับเรา"
+++
ข้อความ
"#,
        ),
    ]);
    site.insert(beside("photo.png"), png(8, 6));
    site
}

/// A file in the folder of Hua Don.
fn beside(name: &str) -> String {
    format!("content/centers/khueang-nai/hua-don/{name}")
}

/// The text of a row in its file, marks included.
fn written(place: &In, text: &str, site: &Files) -> (String, String) {
    let (path, has_front_matter) = match place {
        Site => (SITE, false),
        Center => (CENTER, false),
        Practice | Story => (PRACTICE, true),
        Activity => (ACTIVITY, true),
        Page => (PAGE, true),
        File(path) => return ((*path).to_owned(), text.to_owned()),
    };
    let old = std::str::from_utf8(&site[path]).unwrap();
    let (keys, body) = match old.rsplit_once("+++\n") {
        Some((keys, body)) if has_front_matter => (keys.strip_prefix("+++\n").unwrap(), body),
        _ => (old, ""),
    };
    if let Story = place {
        return (path.to_owned(), format!("+++\n{keys}+++\n{text}"));
    }
    let said_again = |line: &str| {
        let key = line.split(" =").next().unwrap();
        let new = text.replace(['⟦', '⟧'], "");
        let mut top = new.lines().take_while(|it| !it.starts_with('['));
        top.any(|it| it.starts_with(&format!("{key} ="))) || new.contains(&format!("[{key}]"))
    };
    let kept: String = keys
        .split_inclusive('\n')
        .filter(|line| !said_again(line))
        .collect();
    let whole = if has_front_matter {
        format!("+++\n{kept}{text}\n+++\n{body}")
    } else {
        format!("{kept}{text}\n")
    };
    (path.to_owned(), whole)
}

/// `path:line:column-line:column`, the form in which places are compared.
type Spot = String;

/// The text without its marks, and what they stand around.
fn unmarked(path: &str, text: &str) -> (String, Vec<Spot>) {
    let (mut clean, mut spots, mut start) = (String::new(), Vec::new(), (0, 0));
    let (mut line, mut column) = (1, 1);
    for letter in text.chars() {
        match letter {
            '⟦' => start = (line, column),
            '⟧' => spots.push(format!("{path}:{}:{}-{line}:{column}", start.0, start.1)),
            _ => {
                clean.push(letter);
                (line, column) = if letter == '\n' {
                    (line + 1, 1)
                } else {
                    (line, column + 1)
                };
            }
        }
    }
    (clean, spots)
}

/// What `check` says about a site, as `code path:line:column-line:column`, errors only, and that `build` leaves no trace.
fn errors(site: &Folder, name: &str) -> Vec<String> {
    let checked = site.sala(&["check", "--format", "json"]);
    let said: Vec<String> = checked
        .out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter(|it| it["severity"] == "error")
        .map(|it| {
            let code = it["code"].as_str().unwrap();
            assert!(!it["message"].as_str().unwrap().is_empty(), "{name}: {it}");
            match it["file"].as_str() {
                Some(file) => format!(
                    "{code} {file}:{}:{}-{}:{}",
                    it["line"], it["column"], it["end_line"], it["end_column"]
                ),
                None => code.to_owned(),
            }
        })
        .collect();
    assert_eq!(
        checked.code,
        Some(i32::from(!said.is_empty())),
        "{name}: {checked:?}"
    );
    if !said.is_empty() {
        site.put("public/index.html", "the old site");
        site.put("public/.sala-files", "");
        let old = site.files("");
        let built = site.sala(&["build"]);
        assert_eq!(built.code, Some(1), "{name}: {built:?}");
        let mut new = site.files("");
        new.retain(|path, _| !path.starts_with(".sala-cache/"));
        assert!(new == old, "{name}: a failed build changed something");
    }
    said
}

/// Every row is answered with exactly its codes at its marks.
fn reports<const N: usize>(rows: [(&str, In, &str); N]) {
    let mut wrong = Vec::new();
    for (codes, place, text) in rows {
        let mut site = base();
        let (path, marked) = written(&place, text, &site);
        let (clean, spots) = unmarked(&path, &marked);
        site.insert(path, clean.into_bytes());
        wrong.extend(difference(codes, &spots, &site, text));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

/// One site of several changed files is answered with exactly these codes, at the marks of all files in order.
fn reports_all<const N: usize>(codes: &str, changes: [(In, &str); N]) {
    let mut site = base();
    let mut spots = Vec::new();
    for (place, text) in changes {
        let (path, marked) = written(&place, text, &site);
        let (clean, mut found) = unmarked(&path, &marked);
        spots.append(&mut found);
        site.insert(path, clean.into_bytes());
    }
    let wrong: Vec<_> = difference(codes, &spots, &site, codes)
        .into_iter()
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

/// One site with these bytes in a file.
fn reports_bytes(code: &str, path: &str, bytes: &[u8]) {
    let mut site = base();
    site.insert(path.to_owned(), bytes.to_vec());
    let said = errors(&Folder::with(&site), path);
    let start = format!("{code} {path}:");
    assert!(
        said.len() == 1 && said[0].starts_with(&start),
        "expected {start}, said {said:?}"
    );
}

fn difference(codes: &str, spots: &[Spot], site: &Files, name: &str) -> Option<String> {
    let codes: Vec<_> = codes.split_whitespace().collect();
    assert_eq!(codes.len(), spots.len(), "codes and marks of {name:?}");
    let expected: Vec<_> = codes
        .iter()
        .zip(spots)
        .map(|(code, spot)| format!("{code} {spot}"))
        .collect();
    let said = errors(&Folder::with(site), name);
    (said != expected).then(|| format!("{name}\nexpected {expected:#?}\n    said {said:#?}"))
}

/// A site without a mistake passes, or every row below would prove nothing.
#[test]
fn the_small_site_is_right() {
    let site = Folder::with(&base());
    assert_eq!(errors(&site, "base"), Vec::<String>::new());
    assert!(site.built(&[]).contains_key("index.html"));
}

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
fn national_identity_numbers_in_any_text() {
    reports([
        ("national-id", Center, "summary = \"ติดต่อ ⟦1101700230708⟧\""),
        ("national-id", Center, "[[resource_persons]]\nname = \"ก\"\nproof = \"⟦3-3405-00123-45-6⟧\""),
        ("national-id", Center, "[extra]\nnote = \"⟦๘๔๕๐๑๐๐๙๙๘๘๗๑⟧\""),
        ("national-id", Center, "# ⟦1101700230708⟧"),
        ("national-id", Practice, "limits = \"⟦๑-๑๐๑๗-๐๐๒๓๐-๗๐-๘⟧\""),
        ("national-id", Story, "เลขประจำตัว ⟦1 1017 00230 70 8⟧ ของเขา\n"),
        ("national-id", Story, "⟦⟧เลข 110170023&#48;708\n"),
        ("national-id", File("content/centers/khueang-nai/hua-don/names.txt"), "สมาชิก\n⟦1.1017.00230.70.8⟧\n"),
        ("national-id", File("content/centers/khueang-nai/hua-don/center.md"), "เล่าเรื่อง\n\nเลข ⟦1101700230708⟧\n"),
        ("national-id", File("content/pages/about.en.md"), "+++\ntitle = \"About\"\n+++\nID ⟦1101700230708⟧\n"),
    ]);
}

#[test]
fn a_national_identity_number_in_the_register() {
    reports([(
        "national-id",
        File(AREAS),
        "district_code,district_th,district_en,subdistrict_code,subdistrict_th,subdistrict_en,postal_code,lat,lon,target
3404,เขื่องใน,Khueang Nai,340401,เขื่องใน,⟦1101700230708⟧,34150,15.3698,104.55558,true
3404,เขื่องใน,Khueang Nai,340405,หัวดอน,Hua Don,34150,15.33288,104.66877,true
",
    )]);
}

#[test]
fn numbers_that_only_look_like_identity_numbers_pass() {
    let mut site = base();
    let (_, text) = written(
        &Story,
        "บัญชี 1101700230709 บาร์โค้ด 9101700230708 ยาว 11101700230708 และ 1101700230708123 โทร 045344628\n",
        &site,
    );
    site.insert(PRACTICE.to_owned(), text.into_bytes());
    assert_eq!(
        errors(&Folder::with(&site), "numbers"),
        Vec::<String>::new()
    );
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
        let mut site = base();
        let (path, marked) = written(&Center, &text, &site);
        let (clean, spots) = unmarked(&path, &marked);
        site.insert(path, clean.into_bytes());
        assert_eq!(difference(codes, &spots, &site, &text), None);
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

#[test]
fn areas_that_the_register_lacks() {
    reports([
        ("unknown-district", Center, "location = { subdistrict = \"หัวดอน\", district = ⟦\"เขื่องไน\"⟧ }"),
        ("unknown-subdistrict", Center, "location = { subdistrict = ⟦\"หัวดอม\"⟧, district = \"เขื่องใน\" }"),
        ("subdistrict-elsewhere", Center, "location = { subdistrict = ⟦\"ในเมือง\"⟧, district = \"เขื่องใน\" }"),
        ("unknown-subdistrict", Center, "location = { subdistrict = ⟦\"340499\"⟧, district = \"3404\" }"),
        ("unknown-province", Center, "location = { subdistrict = \"หัวดอน\", district = \"เขื่องใน\", province = ⟦\"ศรีสะเกษ\"⟧ }"),
        ("unknown-district", Site, "[[offices]]\ndistrict = ⟦\"เขื่อง\"⟧\nname = \"สำนักงาน\""),
    ]);
}

#[test]
fn a_broken_register() {
    let head = "district_code,district_th,district_en,subdistrict_code,subdistrict_th,subdistrict_en,postal_code,lat,lon,target\n";
    let town = "3401,เมืองอุบลราชธานี,Mueang Ubon Ratchathani,340101,ในเมือง,Nai Mueang,34000,15.2417,104.85348,false\n";
    let rest = "3404,เขื่องใน,Khueang Nai,340401,เขื่องใน,Khueang Nai,34150,15.3698,104.55558,true
3404,เขื่องใน,Khueang Nai,340405,หัวดอน,Hua Don,34150,15.33288,104.66877,true\n";
    for (code, text) in [
        ("row-length", format!("{head}{rest}⟦3401,เมืองอุบลราชธานี,Mueang⟧\n")),
        (
            "repeated-code",
            format!(
                "{head}{rest}{town}3401,เมืองอุบลราชธานี,Mueang Ubon Ratchathani,⟦340101⟧,หัวเรือ,Hua Ruea,34000,15.36,104.84,true\n"
            ),
        ),
        ("bad-field", format!("{head}{rest}{}", town.replace("15.2417", "⟦เหนือ⟧"))),
        ("bad-field", format!("{head}{rest}{}", town.replace("340101", "⟦34x101⟧"))),
        ("bad-field", format!("{head}{rest}{}", town.replace("false", "⟦maybe⟧"))),
        ("missing-column", format!("⟦{}⟧{}", head.trim_end().replace(",lon", ""), "\n")),
    ] {
        let mut site = base();
        if code == "missing-column" {
            site.retain(|path, _| !path.starts_with("content/centers/"));
        }
        let (clean, spots) = unmarked(AREAS, &text);
        site.insert(AREAS.to_owned(), clean.into_bytes());
        assert_eq!(difference(code, &spots, &site, &text), None);
    }
    reports_bytes(
        "bad-geojson",
        "content/areas.geojson",
        b"{\"type\": \"FeatureCollection\", ",
    );
    reports_bytes("bad-geojson", "content/areas.geojson", b"[1, 2, 3]");
    reports_bytes(
        "bad-outline",
        "content/areas.geojson",
        br#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"3404"},"geometry":{"type":"Polygon","coordinates":[[["a","b"]]]}}]}"#,
    );
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

#[test]
fn two_sources_of_one_address() {
    reports_all(
        "address-taken",
        [
            (Center, "name = \"ก\""),
            (File("content/pages/centers/khueang-nai/hua-don.md"), "+++\ntitle = ⟦\"ข\"⟧\n+++\n"),
        ],
    );
    reports_all(
        "same-address",
        [(
            File("content/pages/best-practices.md"),
            "⟦⟧+++\ntitle = \"ก\"\n+++\n",
        )],
    );
    reports_all("address-taken", [(Center, "aliases = [⟦\"/about/\"⟧]")]);
    reports_all(
        "address-taken",
        [
            (Center, "aliases = [\"/old/\"]"),
            (Page, "aliases = [⟦\"/old/\"⟧]"),
        ],
    );
    reports_all(
        "address-taken",
        [(Page, "aliases = [\"/old/\", ⟦\"/old/\"⟧]")],
    );
    reports_all(
        "same-address",
        [(File("static/about/index.html"), "⟦⟧<p>x")],
    );
    reports_all("same-address", [(File("static/sitemap.xml"), "⟦⟧<x/>")]);
}

#[test]
fn addresses_that_nobody_can_type() {
    let center = "name = \"ศูนย์\"\nlevel = \"district\"\nlocation = { district = \"3401\" }\n";
    let practice = "+++\ntitle = \"ก\"\nsummary = \"ข\"\ndate = 2025-01-01\n+++\n";
    for (code, path, text) in [
        ("bad-slug", "content/centers/Mueang/center.toml", center),
        ("bad-slug", "content/centers/เมือง/center.toml", center),
        ("bad-slug", "content/centers/mueang ubon/center.toml", center),
        ("bad-slug", "content/centers/-mueang/center.toml", center),
        ("bad-slug", "content/centers/mueang_ubon/center.toml", center),
        ("reserved-name", "content/centers/page/center.toml", center),
        ("reserved-name", "content/centers/mueang/leaflet/center.toml", center),
        ("reserved-name", "content/centers/poster/nai-mueang/center.toml", center),
        ("reserved-name", "content/centers/khueang-nai/con/center.toml", center),
        ("reserved-name", "content/centers/khueang-nai/best-practices/lpt1.md", practice),
        ("reserved-name", "content/pages/nul.md", "+++\ntitle = \"ก\"\n+++\n"),
        ("bad-slug", "content/centers/khueang-nai/best-practices/ธนาคารข้าว.md", practice),
        ("bad-slug", "content/centers/khueang-nai/best-practices/Rice.md", practice),
        ("bad-slug", "content/pages/About-Us.md", "+++\ntitle = \"ก\"\n+++\n"),
        ("bad-slug", "content/pages/ติดต่อ.md", "+++\ntitle = \"ก\"\n+++\n"),
    ] {
        reports_bytes(code, path, text.as_bytes());
    }
    reports([
        ("bad-alias", Center, "aliases = [⟦\"../../etc/\"⟧]"),
        ("bad-alias", Center, "aliases = [⟦\"/a/../../b/\"⟧]"),
        ("bad-alias", Center, "aliases = [⟦\"https://example.org/\"⟧]"),
        ("bad-alias", Page, "aliases = [⟦\"/\"⟧]"),
        ("bad-alias", Page, "aliases = [⟦\"/a\\nb/ 301\"⟧]"),
        ("bad-slug", Site, "topics = [{ id = ⟦\"ข้าว\"⟧, name = \"ข้าว\" }]"),
        ("bad-slug", Site, "topics = [{ id = ⟦\"../x\"⟧, name = \"ข้าว\" }]"),
    ]);
}

#[test]
fn links_and_images_that_lead_nowhere() {
    reports([
        ("broken-link", Story, "⟦[ก](../../nowhere/center.toml)⟧\n"),
        ("broken-link", Story, "⟦[ก](/centers/nowhere/)⟧\n"),
        ("broken-link", Story, "⟦[ก](rice-bnak.md)⟧\n"),
        ("broken-link", Story, "⟦[ก](www.example.com)⟧\n"),
        ("broken-link", Story, "ดู ⟦[ก][1]⟧\n\n[1]: /nowhere/\n"),
        ("broken-fragment", Story, "## ที่มา\n\n⟦[ก](#ไม่มี)⟧\n"),
        ("broken-fragment", Story, "⟦[ก](/about/#nothing)⟧\n"),
        ("file-missing", Story, "⟦![ต้นข้าว](rice.jpg)⟧\n"),
        ("path-outside", Story, "⟦![ต้นข้าว](../../../../../../../etc/passwd)⟧\n"),
        ("missing-alt", Story, "⟦![](../photo.png)⟧\n"),
        ("broken-link file-missing", File("content/centers/khueang-nai/hua-don/center.md"), "⟦[ก](x.md)⟧ และ ⟦![ข](y.png)⟧\n"),
        ("broken-link", Center, "[[highlights]]\ntitle = \"ผ้า\"\ntext = \"ดู ⟦[ก](/nowhere/)⟧\""),
        ("broken-link", Site, "[[menu]]\nname = \"x\"\nurl = ⟦\"/nowhere/\"⟧"),
        ("broken-link", File("content/pages/about.en.md"), "+++\ntitle = \"About\"\n+++\n⟦[x](/nowhere/)⟧\n"),
    ]);
}

#[test]
fn practices_adapted_from_nothing() {
    reports([
        ("unknown-practice", Practice, "adapted_from = ⟦\"khueang-nai/hua-don/best-practices/rice\"⟧"),
        ("adapted-from-itself", Practice, "adapted_from = ⟦\"khueang-nai/hua-don/best-practices/rice-bank\"⟧"),
    ]);
    reports_all(
        "adapted-in-a-circle",
        [
            (File("content/centers/khueang-nai/best-practices/indigo.md"), "+++\ntitle = \"คราม\"\nsummary = \"ข\"\ndate = 2025-01-01\nadapted_from = ⟦\"khueang-nai/hua-don/best-practices/rice-bank\"⟧\n+++\n"),
            (Practice, "adapted_from = \"khueang-nai/best-practices/indigo\""),
        ],
    );
}

#[test]
fn entries_in_the_wrong_place() {
    reports([
        ("entry-without-center", File("content/centers/nowhere/activities/planting.md"), "⟦⟧+++\ntitle = \"ก\"\ndate = 2025-01-01\n+++\n"),
        ("entry-without-center", File("content/centers/nowhere/best-practices/rice.md"), "⟦⟧+++\ntitle = \"ก\"\nsummary = \"ข\"\ndate = 2025-01-01\n+++\n"),
    ]);
    reports_all(
        "entry-of-planned entry-of-planned",
        [
            (Activity, "title = ⟦\"ก\"⟧"),
            (Practice, "title = ⟦\"ก\"⟧"),
            (Center, "status = \"planned\""),
        ],
    );
}

#[test]
fn files_that_are_not_there() {
    reports([
        ("file-missing", Center, "cover = ⟦\"cover.jpg\"⟧\ncover_alt = \"ภาพ\""),
        ("file-missing", Center, "[[photos]]\nfile = ⟦\"a.jpg\"⟧\nalt = \"ภาพ\""),
        ("file-missing", Center, "[[photos]]\nfile = ⟦\"Photo.PNG\"⟧\nalt = \"ภาพ\""),
        ("file-missing", Center, "[[learning_stations]]\ntitle = \"ฐาน\"\nphoto = ⟦\"a.jpg\"⟧\nphoto_alt = \"ภาพ\""),
        ("file-missing", Center, "[[knowledge]]\ntitle = \"คู่มือ\"\nfile = ⟦\"guide.pdf\"⟧"),
        ("file-missing", Center, "rules = ⟦\"rules.pdf\"⟧"),
        ("file-missing", Practice, "cover = ⟦\"cover.jpg\"⟧\ncover_alt = \"ภาพ\""),
        ("file-missing", Activity, "[[photos]]\nfile = ⟦\"a.jpg\"⟧\nalt = \"ภาพ\""),
        ("path-outside", Center, "cover = ⟦\"../../../../../../etc/passwd\"⟧\ncover_alt = \"ภาพ\""),
        ("not-a-relative-path", Center, "[[knowledge]]\ntitle = \"คู่มือ\"\nfile = ⟦\"/etc/passwd\"⟧"),
    ]);
}

#[test]
fn photos_that_are_none() {
    // A PNG header that asks for 60,000 × 60,000 pixels: eleven gigabytes in memory.
    let mut bomb = png(8, 6);
    bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    let mut sum = flate2::Crc::new();
    sum.update(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    let whole = png(64, 64);
    let svg = br#"<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>"#;
    for (name, bytes) in [
        ("text.jpg", &b"not a photo"[..]),
        ("empty.png", b""),
        ("cut.png", &whole[..whole.len() / 2]),
        ("bomb.png", &bomb),
        ("script.jpg", svg),
    ] {
        let mut site = base();
        site.insert(beside(name), bytes.to_vec());
        let text = format!("[[photos]]\nfile = ⟦\"{name}\"⟧\nalt = \"ภาพ\"");
        let (path, marked) = written(&Center, &text, &site);
        let (clean, spots) = unmarked(&path, &marked);
        site.insert(path, clean.into_bytes());
        let code = if name == "bomb.png" {
            "photo-too-many-pixels"
        } else {
            "photo-unreadable"
        };
        assert_eq!(difference(code, &spots, &site, name), None);
    }
}

#[test]
fn national_ids_in_names_and_in_the_words_of_a_theme() {
    let practice = "+++\ntitle = \"ก\"\nsummary = \"ข\"\ndate = 2025-01-01\n+++\n";
    reports_bytes(
        "national-id",
        "content/centers/khueang-nai/best-practices/1-1014-00000-00-6.md",
        practice.as_bytes(),
    );
    reports([(
        "national-id",
        File("themes/ours/i18n/th.toml"),
        "home = \"⟦1101400000006⟧\"\n",
    )]);
}

/// A consent that is missing does not come with another name.
#[test]
fn copies_of_photos_without_consent() {
    let withheld = "[[photos]]\nfile = \"group.png\"\nalt = \"ภาพหมู่\"\npeople = true\n";
    for (copy, place, text) in [
        ("content/centers/khueang-nai/hua-don/b.png", Center, format!("cover = ⟦\"b.png\"⟧\ncover_alt = \"ภาพ\"\n{withheld}")),
        ("content/centers/khueang-nai/c.png", Center, format!("cover = ⟦\"../c.png\"⟧\ncover_alt = \"ภาพ\"\n{withheld}")),
        ("static/group.png", Center, withheld.to_owned()),
    ] {
        let mut site = base();
        site.insert(beside("group.png"), png(20, 10));
        site.insert(copy.to_owned(), png(10, 20));
        let (path, marked) = written(&place, &text, &site);
        let (clean, mut spots) = unmarked(&path, &marked);
        site.insert(path, clean.into_bytes());
        assert_eq!(errors(&Folder::with(&site), copy), [""; 0]);
        site.insert(copy.to_owned(), png(20, 10));
        if spots.is_empty() {
            spots.push(format!("{copy}:1:1-1:1"));
        }
        assert_eq!(difference("withheld-copy", &spots, &site, copy), None);
    }
}

#[test]
fn files_that_are_no_text() {
    reports_bytes("not-utf8", CENTER, b"name = \"\xff\xfe\"\n");
    reports_bytes("not-utf8", PAGE, b"+++\ntitle = \"x\"\n+++\n\xe0\xb8");
    reports_bytes("not-utf8", AREAS, b"district_code\n\xa1\xa2\xa3");
    reports_bytes(
        "not-utf8",
        SITE,
        "title = 1"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .chain([0xff])
            .collect::<Vec<_>>()
            .as_slice(),
    );
    reports_bytes("toml-syntax", CENTER, b"name = \"a\0b\"\n");
    reports([
        ("no-value", Center, "name = ⟦⟧"),
        ("unclosed-bracket", Center, "[visit⟦⟧\nhours = \"x\""),
        ("front-matter-unclosed", File(PRACTICE), "⟦+++⟧\ntitle = \"ก\"\n\nเรื่อง\n"),
        ("front-matter-missing", File(PAGE), "\n⟦# เรื่อง⟧\n"),
        ("front-matter-missing", File(ACTIVITY), "⟦---⟧\ntitle: ก\n---\n"),
        ("front-matter-missing", File(PAGE), "⟦⟧"),
    ]);
}

/// A text that is not read is told of once, not also as missing.
#[test]
fn texts_that_are_too_large() {
    let large = " ".repeat(20_000_000);
    for path in [SITE, DISTRICT, CENTER, PAGE] {
        reports_bytes("text-too-large", path, large.as_bytes());
    }
}

/// An output folder that cannot be does not hide what is wrong with the content.
#[test]
fn mistakes_and_an_output_that_is_a_file() {
    let mut site = base();
    let secret = "secret = ".repeat(3_000_000);
    site.insert(PAGE.to_owned(), secret.into_bytes());
    site.insert("public".to_owned(), b"a file".to_vec());
    let built = Folder::with(&site).sala(&["build"]);
    assert_eq!(built.code, Some(1), "{built:?}");
    for code in ["text-too-large", "cannot-write"] {
        assert!(built.err.contains(code), "{code}: {built:?}");
    }
}

#[test]
fn a_site_without_its_settings() {
    let mut site = base();
    site.remove(SITE);
    let folder = Folder::with(&site);
    assert_eq!(errors(&folder, "no site.toml").len(), 1);
    let nothing = Folder::new();
    assert_eq!(errors(&nothing, "an empty folder").len(), 1);
}

#[test]
fn text_that_would_break_a_careless_reader() {
    let nested = format!("{}x{}", "[".repeat(20_000), "]".repeat(20_000));
    let quotes = format!("{} x\n", "> ".repeat(5_000));
    let long = "ก".repeat(1_000_000);
    let attributes = (0..400_000).fold("<p".to_owned(), |tag, it| tag + &format!(" a{it}")) + ">ก</p>";
    for (name, story) in [
        ("brackets", nested.as_str()),
        ("quotes", &quotes),
        ("one long line", &long),
        ("html", &"<div>".repeat(20_000)),
        ("attributes", &attributes),
        ("stars", &"*a **b ".repeat(20_000)),
    ] {
        let mut site = base();
        let (path, text) = written(&Story, story, &site);
        site.insert(path, text.into_bytes());
        assert_eq!(errors(&Folder::with(&site), name), Vec::<String>::new());
    }
    let arrays = format!(
        "extra = {{ a = {}{} }}\n",
        "[".repeat(20_000),
        "]".repeat(20_000)
    );
    reports_bytes("nested-too-deeply", CENTER, arrays.as_bytes());
    let json = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    reports_bytes("bad-geojson", "content/areas.geojson", json.as_bytes());
}

#[test]
fn marks_of_other_editors_are_no_mistake() {
    let mut site = base();
    for path in [SITE, AREAS, CENTER, PRACTICE, ACTIVITY, PAGE] {
        let text = String::from_utf8(site[path].clone()).unwrap();
        let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        site.insert(path.to_owned(), windows.into_bytes());
    }
    assert_eq!(
        errors(&Folder::with(&site), "Windows"),
        Vec::<String>::new()
    );
}

#[test]
fn entries_whose_last_ending_windows_hides() {
    for path in [
        "content/centers/khueang-nai/hua-don/center.toml.txt",
        "content/centers/khueang-nai/hua-don/best-practices/rice-bank.md.txt",
        "content/pages/contact.md.txt",
    ] {
        reports_bytes("stray-file", path, b"x");
    }
}

/// Who opens a pipe waits for somebody at its other end.
#[cfg(unix)]
#[test]
fn pipes_where_files_should_be() {
    let pipe = |path: std::path::PathBuf| {
        let made = std::process::Command::new("mkfifo").arg(path).status();
        assert!(made.unwrap().success());
    };
    for path in [
        "content/pages/pipe.md",
        "content/centers/khueang-nai/hua-don/cover.png",
        "static/pipe",
        "themes/sala/templates/page.html",
    ] {
        let mut site = base();
        let (center, text) = written(&Center, "cover = \"cover.png\"\ncover_alt = \"ภาพ\"", &site);
        site.insert(center, text.into_bytes());
        site.insert(beside("cover.png"), png(8, 6));
        site.insert(path.to_owned(), Vec::new());
        let folder = Folder::with(&site);
        std::fs::remove_file(folder.path().join(path)).unwrap();
        pipe(folder.path().join(path));
        assert_eq!(
            folder.sala(&["build"]).code,
            Some(1),
            "{path}"
        );
        let checked = folder.sala(&["check", "--format", "json"]);
        let said: Vec<&str> = checked.out.lines().collect();
        assert!(said.len() == 1 && said[0].contains("\"not-a-file\""), "{path}: {said:#?}");
    }
    let folder = Folder::with(&base());
    folder.built(&[]);
    let list = folder.path().join("public/.sala-files");
    std::fs::remove_file(&list).unwrap();
    pipe(list);
    assert_eq!(folder.sala(&["build"]).code, Some(1));
}

#[test]
fn links_out_of_the_site_folder() {
    let elsewhere = Folder::new();
    elsewhere.put("secret.txt", "secret");
    elsewhere.put("center.toml", "name = \"x\"");
    for (link, target) in [
        ("content/centers/khueang-nai/hua-don/secret.png", "secret.txt"),
        ("content/centers/elsewhere", "."),
        ("static/elsewhere", "."),
        ("static/history", "../../.git"),
        ("static/entries", "../../content"),
        ("content/centers/khueang-nai/hua-don/notes.txt", "../../.git/config"),
    ] {
        let site = Folder::with(&base());
        site.put("static/robots-extra.txt", "");
        site.put(".git/config", "token");
        let link_at = site.path().join(link);
        let target = match target.strip_prefix("../../") {
            Some(inside) => site.path().join(inside),
            None => elsewhere.path().join(target),
        };
        std::os::unix::fs::symlink(target, link_at).unwrap();
        let said = errors(&site, link);
        assert_eq!(said, [format!("link-leaves-site {link}:1:1-1:1")]);
    }
}

#[test]
fn a_broken_theme_of_the_site() {
    let site = "theme = \"ours\"\n";
    for (code, path, text) in [
        ("broken-template", "themes/ours/templates/home.html", "<p>{{ site.title | ⟦n⟧osuch }}</p>"),
        ("broken-template", "themes/ours/templates/home.html", "<p>\n{% if site %}\n"),
        ("broken-template", "themes/ours/templates/home.html", "{% extends \"nothing.html\" %}"),
        ("broken-template", "themes/ours/templates/home.html", "<p>{{ no_such_thing.at_all }}</p>"),
        ("broken-template", "themes/ours/templates/home.html", "{{ }}"),
        ("broken-words", "themes/ours/i18n/th.toml", "home = \n"),
        ("words-not-text", "themes/ours/i18n/th.toml", "a = \"b\"\nhome = ⟦5⟧\n"),
    ] {
        let mut files = base();
        let (_, settings) = written(&Site, site, &files);
        files.insert(SITE.to_owned(), settings.into_bytes());
        let (clean, spots) = unmarked(path, text);
        files.insert(path.to_owned(), clean.into_bytes());
        let said = errors(&Folder::with(&files), text);
        let start = spots
            .first()
            .map_or(format!("{code} {path}:"), |it| format!("{code} {it}"));
        assert!(
            said.len() == 1 && said[0].starts_with(&start),
            "{text}\nexpected {start}\n    said {said:?}"
        );
    }
    reports([
        ("unknown-theme", Site, "theme = ⟦\"nosuch\"⟧"),
        ("unknown-theme", Site, "theme = ⟦\"../content\"⟧"),
    ]);
}

/// Every mistake of every file in one run, sorted by file and line.
#[test]
fn all_mistakes_are_told_at_once() {
    reports_all(
        "unknown-district wrong-type no-such-day unknown-key bad-phone missing-key broken-link unknown-key",
        [
            (File(DISTRICT), "name = \"ก\"\nlevel = \"district\"\nlocation = { district = ⟦\"เขื่อง\"⟧ }\n"),
            (Activity, "title = ⟦5⟧"),
            (Practice, "date = ⟦\"2025-02-31\"⟧\n⟦summry⟧ = \"ข\""),
            (Center, "[coordinator]\nphone = ⟦\"1\"⟧\n⟦[[awards]]⟧\nyear = 2565"),
            (File(PAGE), "+++\ntitle = \"ก\"\n+++\n⟦[ก](/x/)⟧\n"),
            (Site, "⟦languge⟧ = \"th\""),
        ],
    );
}

/// What could run in a reader's browser is cleaned away; it is no mistake.
#[test]
fn scripts_never_reach_a_page() {
    let mut site = base();
    let story = r#"
<script>alert("evil-1")</script>
<img src="x" onerror="evil-2">
<a href="javascript:evil-3">ก</a> [ข](javascript:evil-4) [ค](JaVaScRiPt:evil-5) <javascript:evil-6>
[ง](data:text/html,evil-7) [จ](vbscript:evil-8) [ฉ](java&#115;cript:evil-9)
<iframe src="https://evil-10.example"></iframe><style>evil-11{}</style>
<svg onload="evil-12"><p style="evil-13">ช</p><form action="evil-14"></form>
<base href="https://evil-15.example/"><meta http-equiv="refresh" content="0;url=evil-16">
"#;
    let (path, text) = written(&Story, story, &site);
    site.insert(path, text.into_bytes());
    let (_, text) = written(
        &Center,
        "name = \"<script>evil-17</script>\"\nsummary = \"\\\"><img src=x onerror=evil-18>\"\n[[highlights]]\ntitle = \"ก\"\ntext = \"<script>evil-19</script>[ข](javascript:evil-20)\"",
        &site,
    );
    site.insert(CENTER.to_owned(), text.into_bytes());
    let built = Folder::with(&site).built(&[]);
    for (path, bytes) in &built {
        let Ok(text) = std::str::from_utf8(bytes) else {
            continue;
        };
        if !is_page(path) {
            continue;
        }
        for bad in [
            "<script>alert",
            "<script>evil",
            "onerror=\"evil",
            "onerror=evil-2",
            "href=\"javascript:",
            "href=\"JaVa",
            "href=\"data:",
            "href=\"vbscript:",
            "evil-10",
            "evil-11",
            "onload=",
            "style=\"evil",
            "evil-14",
            "evil-15",
            "evil-16",
            "<img src=x",
        ] {
            assert!(!text.contains(bad), "{path} holds {bad:?}");
        }
    }
}
