//! The command line in one language: the halves of its texts, and headings that clap has in English alone.
//!
//! In: what `cli.rs` declares. Out: clap's command, ready to read what was typed. Never: a text of a command or flag.

use std::fmt::Write as _;

use clap::builder::{PossibleValue, Resettable, StyledStr};
use clap::{Arg, Command, CommandFactory};

use super::Cli;
use crate::locale::both::{both, half};
use crate::value::Lang;

/// What clap itself adds to commands.
const HELP: &str = both!("แสดงวิธีใช้", "Print help");
const VERSION: &str = both!("แสดงรุ่นของโปรแกรม", "Print version");
const HELP_COMMAND: &str = both!("แสดงวิธีใช้ของคำสั่ง", "Print the help of a command");
const HELP_OF: &str = both!("คำสั่งที่ต้องการดูวิธีใช้", "The command to be explained");
/// Headings.
const COMMAND: &str = both!("คำสั่ง", "COMMAND");
const COMMANDS: &str = both!("คำสั่ง", "Commands");
const ARGUMENTS: &str = both!("ค่าที่ระบุ", "Arguments");
const OPTIONS: &str = both!("ตัวเลือก", "Options");
const DEFAULT: &str = both!("ค่าเริ่มต้น", "default");
const POSSIBLE: &str = both!("ค่าที่ใช้ได้", "possible values");
/// What the usage of a command begins with.
pub(super) const USAGE: &str = both!("วิธีใช้", "Usage");

/// All that may be typed, explained in a language.
#[must_use]
pub fn command(lang: Lang) -> Command {
    in_lang(declared(), lang)
}

/// As declared, with what clap adds to it.
fn declared() -> Command {
    let mut command = Cli::command();
    command.build();
    with_generated(command)
}

/// What clap added says nothing in English alone.
fn with_generated(command: Command) -> Command {
    let is_help = command.get_name() == "help";
    let command = command
        .subcommand_value_name(COMMAND)
        .mut_args(|it| match it.get_id().as_str() {
            "help" => it.help(HELP).long_help(Resettable::Reset),
            "version" => it.help(VERSION),
            "subcommand" if is_help => it.help(HELP_OF).value_name(COMMAND),
            _ => it,
        })
        .mut_subcommands(with_generated);
    if is_help {
        command.about(HELP_COMMAND)
    } else {
        command
    }
}

fn in_lang(command: Command, lang: Lang) -> Command {
    let said = |text: Option<&StyledStr>| {
        Resettable::from(text.map(|it| StyledStr::from(half(&it.to_string(), lang).to_owned())))
    };
    let about = said(command.get_about());
    let after = said(command.get_after_help());
    let mut command = command
        .about(about)
        .after_help(after)
        .subcommand_value_name(half(COMMAND, lang))
        .mut_args(|it| argument(it, lang))
        .mut_subcommands(|it| in_lang(it, lang));
    let template = template(&mut command, lang);
    command.help_template(template)
}

/// A flag or another argument. Its default and the words that it takes are told here, as clap tells them in English.
fn argument(it: Arg, lang: Lang) -> Arg {
    let mut help = it
        .get_help()
        .map(|it| half(&it.to_string(), lang).to_owned())
        .unwrap_or_default();
    let names = it.get_value_names().unwrap_or_default().iter();
    let names: Vec<String> = names.map(|it| half(it, lang).to_owned()).collect();
    let takes_value = it.get_action().takes_values();
    let defaults: Vec<_> = it
        .get_default_values()
        .iter()
        .map(|it| it.to_string_lossy())
        .collect();
    let values = if takes_value {
        it.get_possible_values()
    } else {
        Vec::new()
    };
    let mut long = None;
    if takes_value && !defaults.is_empty() {
        let _ = write!(help, " [{}: {}]", half(DEFAULT, lang), defaults.join(" "));
    }
    if !values.is_empty() {
        let explained: Option<Vec<String>> = values.iter().map(|it| explained(it, lang)).collect();
        long =
            explained.map(|it| format!("{help}\n\n{}:\n{}", half(POSSIBLE, lang), it.join("\n")));
        let words: Vec<_> = values.iter().map(PossibleValue::get_name).collect();
        let _ = write!(help, " [{}: {}]", half(POSSIBLE, lang), words.join(", "));
    }
    let it = it
        .help(help)
        .long_help(Resettable::from(long.map(StyledStr::from)))
        .hide_default_value(true)
        .hide_possible_values(true);
    if takes_value {
        it.value_names(names)
    } else {
        it
    }
}

/// `- auto: On a terminal`
fn explained(value: &PossibleValue, lang: Lang) -> Option<String> {
    let help = value.get_help()?.to_string();
    Some(format!("- {}: {}", value.get_name(), half(&help, lang)))
}

/// The help of a command, with headings in the language.
fn template(command: &mut Command, lang: Lang) -> String {
    let usage = usage(&command.render_usage(), lang);
    let header = *command.get_styles().get_header();
    let mut text = format!(
        "{{about-with-newline}}\n{header}{}:{header:#} {usage}",
        half(USAGE, lang)
    );
    let sections = [
        (command.has_subcommands(), COMMANDS, "subcommands"),
        (
            command.get_positionals().next().is_some(),
            ARGUMENTS,
            "positionals",
        ),
        (true, OPTIONS, "options"),
    ];
    for (is_there, heading, tag) in sections {
        if is_there {
            let _ = write!(
                text,
                "\n\n{header}{}:{header:#}\n{{{tag}}}",
                half(heading, lang)
            );
        }
    }
    text + "{after-help}"
}

/// A usage without its heading, in the language.
pub(super) fn usage(rendered: &StyledStr, lang: Lang) -> String {
    let text = rendered.to_string();
    let text = text.strip_prefix("Usage:").unwrap_or(&text).trim();
    match lang {
        Lang::Th => text.replace("[OPTIONS]", "[ตัวเลือก]"),
        Lang::En => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::both::has_both;

    /// Every text of a command and of those below it, with where it stands.
    fn texts(command: &Command, path: &str, found: &mut Vec<(String, String)>) {
        let path = format!("{path} {}", command.get_name());
        let mut add = |what: &str, text: String| found.push((format!("{path}: {what}"), text));
        add(
            "about",
            command
                .get_about()
                .map(ToString::to_string)
                .unwrap_or_default(),
        );
        if let Some(it) = command.get_after_help() {
            add("after", it.to_string());
        }
        for it in command.get_arguments() {
            let id = it.get_id().as_str();
            add(
                id,
                it.get_help().map(ToString::to_string).unwrap_or_default(),
            );
            if it.get_action().takes_values() {
                let names = it.get_value_names().unwrap_or_default();
                assert!(!names.is_empty(), "{path}: {id}");
                for name in names {
                    add(id, name.to_string());
                }
                for value in it.get_possible_values() {
                    if let Some(help) = value.get_help() {
                        add(value.get_name(), help.to_string());
                    }
                }
            }
        }
        for it in command.get_subcommands() {
            texts(it, &path, found);
        }
    }

    #[test]
    fn every_text_is_there_in_both_languages() {
        let mut found = Vec::new();
        texts(&declared(), "", &mut found);
        assert!(found.len() > 100, "{}", found.len());
        let is_thai = |it: char| ('ก'..='๛').contains(&it);
        for (place, text) in found {
            assert!(has_both(&text), "{place}: {text:?}");
            let (th, en) = (half(&text, Lang::Th), half(&text, Lang::En));
            assert!(th.contains(is_thai), "{place}: {th}");
            assert!(
                !en.contains(is_thai) && !en.trim().is_empty(),
                "{place}: {en}"
            );
        }
    }

    #[test]
    fn the_help_of_every_command_is_in_one_language() {
        fn helps(command: &mut Command, found: &mut Vec<String>) {
            found.push(command.render_help().to_string());
            found.push(command.render_long_help().to_string());
            for it in command.get_subcommands_mut() {
                helps(it, found);
            }
        }
        let (mut th, mut en) = (Vec::new(), Vec::new());
        helps(&mut command(Lang::Th), &mut th);
        helps(&mut command(Lang::En), &mut en);
        assert_eq!(th.len(), en.len());
        for (th, en) in th.iter().zip(&en) {
            for word in [
                "Usage",
                "OPTIONS",
                "Options",
                "Arguments",
                "Commands",
                "COMMAND",
                "[default",
                "ossible values",
                "Print",
                "\u{2063}",
            ] {
                assert!(!th.contains(word), "{word}: {th}");
            }
            assert!(!en.contains('\u{2063}') && !en.contains("ตัวเลือก"), "{en}");
            assert!(
                th.contains("วิธีใช้: sala") && en.contains("Usage: sala"),
                "{th}{en}"
            );
        }
    }
}
