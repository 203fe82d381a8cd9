//! `sala man`: one manual page, with the flags of every verb.

use clap::Command;
use clap_mangen::Man;

use crate::cli;
use crate::value::Lang;

/// The page, in troff.
pub fn page() -> Vec<u8> {
    // Its own headings are English, so all of it is.
    let command = cli::command(Lang::En);
    let mut page = Vec::new();
    let man = Man::new(command.clone());
    let written = man
        .render_title(&mut page)
        .and_then(|()| man.render_name_section(&mut page))
        .and_then(|()| man.render_synopsis_section(&mut page))
        .and_then(|()| man.render_description_section(&mut page))
        .and_then(|()| man.render_options_section(&mut page));
    written.expect("writing into memory does not fail");
    verbs(&command, "sala", &mut page);
    page
}

/// A section for each verb that does something itself.
fn verbs(command: &Command, name: &str, page: &mut Vec<u8>) {
    for verb in command.get_subcommands() {
        if verb.get_name() == "help" {
            continue;
        }
        let name = format!("{name} {}", verb.get_name());
        if verb.has_subcommands() {
            verbs(verb, &name, page);
            continue;
        }
        let mut section = Vec::new();
        let own = verb.clone().mut_args(|it| {
            if it.is_global_set() {
                it.hide(true)
            } else {
                it
            }
        });
        Man::new(own)
            .render_options_section(&mut section)
            .expect("writing into memory does not fail");
        let options = String::from_utf8_lossy(&section);
        let options = options.replacen(".SH OPTIONS", "", 1);
        let about = verb
            .get_about()
            .map(ToString::to_string)
            .unwrap_or_default();
        let heading = format!(".SH \"{}\"\n{about}.\n", name.to_uppercase());
        page.extend_from_slice(heading.replace('-', "\\-").as_bytes());
        page.extend_from_slice(options.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_every_flag_once() {
        let page = String::from_utf8(super::page()).unwrap();
        for flag in ["precompress", "no\\-examples", "minify", "bind"] {
            let named = page.matches(&format!("\\-\\-{flag}\\fR")).count();
            assert_eq!(named, 1, "{flag}: {page}");
        }
        assert!(page.contains("SALA NEW BEST\\-PRACTICE"), "{page}");
    }
}
