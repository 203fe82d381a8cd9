use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::rendered_site::{KEPT_BYTES, hash_of};
use super::*;
use crate::render::Body;
use crate::testing::Folder;

type Site<'a> = BTreeMap<&'a str, &'a str>;

fn site<'a>(files: &[(&'a str, &'a str)]) -> Site<'a> {
    files.iter().copied().collect()
}

fn write_packed(room: &Folder, site: &Site<'_>, packs: bool) -> Result<Written, Diagnostic> {
    let render = |path: &str| Ok(Body::Bytes(site[path].as_bytes().to_vec()));
    let output = OutputFolder::open(&room.path().join("public"), &|| {})?;
    let (site, found) = output.render_all(site.keys().copied(), &render);
    assert!(!found.has_errors(), "{found:?}");
    changed(&output, &site, &render, packs)
}

fn write(room: &Folder, site: &Site<'_>) -> Result<Written, Diagnostic> {
    write_packed(room, site, false)
}

/// Every file of the output but the list, by path.
fn output(room: &Folder) -> BTreeMap<String, String> {
    let files = room.files("public").into_iter();
    let texts = files.map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned()));
    texts.filter(|(path, _)| path != list::NAME).collect()
}

fn is_on_disk(room: &Folder, site: &Site<'_>) -> bool {
    let own = |it: (&&str, &&str)| ((*it.0).to_owned(), (*it.1).to_owned());
    output(room) == site.iter().map(own).collect()
}

fn code(result: Result<Written, Diagnostic>) -> &'static str {
    result.map_or_else(|it| it.problem.code(), |_| "written")
}

#[test]
fn the_folder_becomes_the_site_whatever_it_was() {
    let room = Folder::new();
    let sites = [
        site(&[("index.html", "1"), ("a/index.html", "1"), ("a.css", "1")]),
        site(&[("index.html", "2"), ("b/c/index.html", "1"), ("a.css", "1")]),
        site(&[("index.html", "2"), ("b", "a file where a folder was")]),
        site(&[("index.html", "2"), ("b/index.html", "and back")]),
        site(&[("INDEX.html", "the name's case"), ("b/%0A\n.txt", "odd")]),
        site(&[("index.html", "3")]),
    ];
    for site in &sites {
        write(&room, site).unwrap();
        assert!(is_on_disk(&room, site), "{site:?}: {:?}", output(&room));
    }
    assert!(!room.path().join("public/b").exists(), "empty folders go");
}

#[test]
fn what_is_the_same_is_not_touched() {
    let room = Folder::new();
    let first = site(&[("index.html", "1"), ("a.html", "1"), ("a.css", "1")]);
    let all = Written {
        pages: 2,
        files: 3,
        removed: 0,
    };
    assert_eq!(write(&room, &first), Ok(all));
    let times = |room: &Folder| -> Vec<_> {
        let entries = walkdir::WalkDir::new(room.path().join("public")).sort_by_file_name();
        let modified = |it: walkdir::DirEntry| {
            (
                it.path().to_owned(),
                it.metadata().unwrap().modified().unwrap(),
            )
        };
        entries
            .into_iter()
            .map(Result::unwrap)
            .map(modified)
            .collect()
    };
    let before = times(&room);
    std::thread::sleep(std::time::Duration::from_millis(20));
    assert_eq!(write(&room, &first), Ok(Written::default()));
    assert_eq!(times(&room), before);
    let second = site(&[("index.html", "2"), ("a.html", "1"), ("a.css", "1")]);
    assert_eq!(write(&room, &second).unwrap().files, 1);
    // A file of ours that was cut short or deleted comes back.
    room.put("public/a.css", "");
    std::fs::remove_file(room.path().join("public/a.html")).unwrap();
    assert_eq!(write(&room, &second).unwrap().files, 2);
    assert!(is_on_disk(&room, &second));
}

#[test]
fn files_of_others_are_neither_overwritten_nor_removed() {
    let room = Folder::new();
    room.put("public/CNAME", "example.go.th");
    room.put("public/a/notes.txt", "mine");
    let first = site(&[("index.html", "1"), ("a/index.html", "1")]);
    write(&room, &first).unwrap();
    assert_eq!(
        code(write(&room, &site(&[("index.html", "1"), ("CNAME", "x")]))),
        "output-taken"
    );
    assert!(
        output(&room).contains_key("a/index.html"),
        "nothing was removed either"
    );
    assert_eq!(
        code(write(&room, &site(&[("a/notes.txt/index.html", "x")]))),
        "output-taken"
    );
    assert_eq!(code(write(&room, &site(&[("a", "x")]))), "output-taken");
    write(
        &room,
        &site(&[("index.html", "1"), ("CNAME", "example.go.th")]),
    )
    .unwrap();
    let left: Vec<_> = output(&room).into_keys().collect();
    assert_eq!(left, ["CNAME", "a/notes.txt", "index.html"]);
}

#[test]
fn a_refused_folder_stays_as_it_was() {
    let room = Folder::new();
    room.put("public/index.html", "mine");
    assert_eq!(
        code(write(&room, &site(&[("index.html", "1"), ("b.html", "1")]))),
        "output-taken"
    );
    let public = std::fs::read_dir(room.path().join("public")).unwrap();
    assert_eq!(public.count(), 1);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_or_removed_through_links() {
    use std::os::unix::fs::symlink;
    let room = Folder::new();
    room.put("elsewhere/index.html", "mine");
    write(&room, &site(&[("a/index.html", "1"), ("index.html", "1")])).unwrap();
    let public = room.path().join("public");
    std::fs::remove_dir_all(public.join("a")).unwrap();
    symlink(room.path().join("elsewhere"), public.join("a")).unwrap();
    assert_eq!(
        code(write(&room, &site(&[("a/index.html", "2")]))),
        "output-link"
    );
    write(&room, &site(&[("index.html", "1")])).unwrap();
    assert_eq!(room.text("elsewhere/index.html"), "mine");
    // A link in place of a file of ours is replaced, not followed.
    std::fs::remove_file(public.join("index.html")).unwrap();
    symlink(
        room.path().join("elsewhere/index.html"),
        public.join("index.html"),
    )
    .unwrap();
    write(&room, &site(&[("index.html", "2")])).unwrap();
    assert_eq!(room.text("elsewhere/index.html"), "mine");
    assert_eq!(room.text("public/index.html"), "2");
}

#[test]
fn a_killed_build_is_mended_by_the_next() {
    let first = site(&[("index.html", "1"), ("old.html", "1")]);
    let second = site(&[("index.html", "2"), ("new.html", "2")]);
    // Killed at any point: what was announced is written in part, or everything is and only the list is not, or half of it.
    for killed_after in 0..4 {
        let room = Folder::new();
        write(&room, &first).unwrap();
        let public = room.path().join("public");
        let old = List::read(&public);
        let hash = |text: &str| hash_of(&Body::Bytes(text.into())).unwrap().0;
        let new = List::new(second.iter().map(|(path, text)| (*path, hash(text))));
        List::announce(&public, &old, &new, &BTreeSet::new()).unwrap();
        room.put(&format!("public/{}", list::name_beside("new.html")), "hal");
        if killed_after > 0 {
            room.put("public/new.html", "2");
        }
        if killed_after > 1 {
            room.put("public/index.html", "2");
        }
        if killed_after > 2 {
            let list = room.text("public/.sala-files");
            room.put("public/.sala-files", &list[..list.len() - 9]);
        }
        let next = if killed_after % 2 == 0 {
            &first
        } else {
            &second
        };
        write(&room, next).unwrap();
        assert!(
            is_on_disk(&room, next),
            "{killed_after}: {:?}",
            output(&room)
        );
    }
}

#[test]
fn a_damaged_list_removes_nothing_outside() {
    let room = Folder::new();
    room.put("secret", "mine");
    room.put("public/index.htm", "mine");
    let zeros = "0".repeat(32);
    let list = format!(
        "{zeros} ../secret\n{zeros} /etc/none\n\u{0}\u{fffd}\n{zeros} a//b\n{zeros} index.htm"
    );
    room.put("public/.sala-files", list);
    write(&room, &site(&[("index.html", "1")])).unwrap();
    assert_eq!(room.text("secret"), "mine");
    assert_eq!(
        room.text("public/index.htm"),
        "mine",
        "the last line has no end"
    );
}

#[test]
fn compressed_twins_come_and_go() {
    let room = Folder::new();
    let long = "ศูนย์ ".repeat(200);
    let files = site(&[("index.html", &long), ("a.txt", "short"), ("a.png", &long)]);
    write_packed(&room, &files, true).unwrap();
    let paths: Vec<_> = output(&room).into_keys().collect();
    assert_eq!(
        paths,
        [
            "a.png",
            "a.txt",
            "index.html",
            "index.html.br",
            "index.html.gz"
        ]
    );
    let mut unpacked = String::new();
    let gz = std::fs::read(room.path().join("public/index.html.gz")).unwrap();
    io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&gz[..]), &mut unpacked).unwrap();
    assert_eq!(unpacked, long);
    assert_eq!(write_packed(&room, &files, true), Ok(Written::default()));
    assert_eq!(write(&room, &files).unwrap().removed, 2);
}

#[test]
fn what_memory_does_not_hold_waits_beside_the_site() {
    let room = Folder::new();
    let large = "ศูนย์ ".repeat(KEPT_BYTES / 64);
    let names: Vec<String> = (0..9).map(|it| format!("{it}/index.html")).collect();
    let files: Site<'_> = names.iter().map(|it| (it.as_str(), &*large)).collect();
    let render = |path: &str| Ok(Body::Bytes(files[path].as_bytes().to_vec()));
    let folder = room.path().join("public");
    let output = OutputFolder::open(&folder, &|| {}).unwrap();
    let (site, _) = output.render_all(files.keys().copied(), &render);
    let staged = std::fs::read_dir(folder.join(list::STAGING))
        .unwrap()
        .count();
    assert!((1..9).contains(&staged), "{staged} wait");
    let rendered_again = AtomicUsize::new(0);
    let counted = |path: &str| {
        rendered_again.fetch_add(1, Ordering::Relaxed);
        render(path)
    };
    changed(&output, &site, &counted, false).unwrap();
    drop(output);
    assert_eq!(rendered_again.into_inner(), 0);
    assert!(is_on_disk(&room, &files));
    // What a killed build left waiting goes with the next.
    room.put("public/.sala-new/x", "half");
    assert_eq!(write(&room, &files), Ok(Written::default()));
    assert!(!folder.join(list::STAGING).exists());
}

#[test]
fn what_cannot_stand_side_by_side_is_said_so_whatever_waits_where() {
    let room = Folder::new();
    let large = "ศ".repeat(KEPT_BYTES);
    let files = site(&[("a", &large), ("a/b", &large), ("a/c/d", &large)]);
    let render = |path: &str| Ok(Body::Bytes(files[path].as_bytes().to_vec()));
    let output = OutputFolder::open(&room.path().join("public"), &|| {}).unwrap();
    let (_, found) = output.render_all(files.keys().copied(), &render);
    let codes: Vec<_> = found.sorted().iter().map(|it| it.problem.code()).collect();
    assert_eq!(codes, ["file-and-folder"; 2]);
}

#[test]
fn a_first_build_is_made_beside_its_folder_and_moved_in() {
    let room = Folder::new();
    let large = "ศ".repeat(KEPT_BYTES);
    let files = site(&[
        ("index.html", &large),
        ("a/b/index.html", &large),
        ("c.txt", "c"),
    ]);
    let public = room.path().join("public");
    let render = |path: &str| {
        if path == "c.txt" {
            // All that waits does so out of sight.
            let seen = std::fs::read_dir(&public).unwrap().map(Result::unwrap);
            let names = seen.map(|it| it.file_name().into_string().unwrap());
            assert!(names.into_iter().all(|it| it.starts_with(".sala-")));
        }
        Ok(Body::Bytes(files[path].as_bytes().to_vec()))
    };
    let output = OutputFolder::open(&public, &|| {}).unwrap();
    let (site, _) = output.render_all(files.keys().copied(), &render);
    let written = changed(&output, &site, &render, false).unwrap();
    drop(output);
    assert_eq!((written.pages, written.files), (2, 3));
    assert!(is_on_disk(&room, &files));
    assert!(!public.join(list::STAGING).exists());
}

#[test]
fn some_folders_are_refused() {
    let room = Folder::new();
    room.put("site/content/site.toml", "");
    let root = room.path().join("site");
    for (output, is_fine) in [
        ("public", true),
        ("../elsewhere/deep", true),
        ("contents", true),
        (".", false),
        ("..", false),
        ("content", false),
        ("content/public", false),
        ("static", false),
        ("themes/x", false),
        ("public/../content/x", false),
    ] {
        assert_eq!(
            may_be_output(&root, &root.join(output)).is_ok(),
            is_fine,
            "{output}"
        );
    }
}

#[test]
fn addresses_that_no_disk_can_hold_are_found_before_writing() {
    let long = "x".repeat(256);
    let files = site(&[
        ("a", "1"),
        ("a/b.html", "1"),
        ("Logo.png", "1"),
        ("logo.png", "1"),
        (&long, "1"),
    ]);
    let render = |_: &str| Ok(Body::Static(b"1"));
    let room = Folder::new();
    let folder = room.path().join("public");
    let output = OutputFolder::open(&folder, &|| {}).unwrap();
    let (_, found) = output.render_all(files.keys().copied(), &render);
    drop(output);
    assert!(!folder.exists(), "no trace is left");
    let codes: BTreeSet<_> = found.sorted().iter().map(|it| it.problem.code()).collect();
    assert_eq!(
        codes,
        BTreeSet::from(["case-clash", "file-and-folder", "name-too-long"])
    );
}
