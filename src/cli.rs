//! What a person may type: arguments and their help. No logic beyond reading a value.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};

use crate::options::BaseUrl;
use crate::schema::export;
use crate::terminal::Format;
use crate::value::date::BUDDHIST_ERA;
use crate::value::{Date, Lang};

/// Make the website of a directory of community learning centres from text files.
#[derive(Debug, Parser)]
#[command(name = "sala", version, propagate_version = true, max_term_width = 100)]
#[command(after_help = "Start with:  sala new site my-site  ·  sala serve --root my-site --open")]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// What holds for every command.
    #[command(flatten)]
    pub global: GlobalArgs,
}

/// Flags of every command.
#[derive(Args, Clone, Debug)]
pub struct GlobalArgs {
    /// The site folder: the one that holds content/
    #[arg(long, short = 'r', global = true, value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub root: PathBuf,
    /// Say nothing but errors
    #[arg(long, short = 'q', global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say more
    #[arg(long, short = 'v', global = true)]
    pub verbose: bool,
    /// When to use colours (NO_COLOR is obeyed too)
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
    /// Language of messages [default: Thai where the locale is Thai, else English]
    #[arg(long, global = true, value_name = "LANG", value_parser = ["th", "en"])]
    pub lang: Option<String>,
}

impl GlobalArgs {
    /// The language that was asked for.
    #[must_use]
    pub fn lang(&self) -> Option<Lang> {
        self.lang.as_deref().and_then(Lang::from_tag)
    }
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the website into public/
    Build(Box<BuildArgs>),
    /// Look for everything that is wrong, and write nothing
    Check(CheckArgs),
    /// Show the website in a browser while you edit it
    Serve(ServeArgs),
    /// Make a filled-in, commented file to edit
    #[command(subcommand)]
    New(NewCommand),
    /// Print what each file of the content may hold, as JSON Schema for editors and programs
    Schema(SchemaArgs),
    /// Print the completions of a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// Flags of `sala build`.
#[derive(Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "flags are what they are")]
pub struct BuildArgs {
    /// Where to write the website [default: ROOT/public]
    #[arg(long, short = 'o', value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub output: Option<PathBuf>,
    /// Address of the website instead of the one in site.toml; "./" makes every link relative, for any folder or a USB stick
    #[arg(long, short = 'u', value_name = "URL", value_parser = base_url)]
    pub base_url: Option<BaseUrl>,
    /// Build drafts too
    #[arg(long, short = 'D')]
    pub drafts: bool,
    /// Leave out entries with example = true
    #[arg(long)]
    pub no_examples: bool,
    /// Write a .gz and a .br beside each text file, for servers that send them
    #[arg(long)]
    pub precompress: bool,
    /// Take needless spaces out of HTML
    #[arg(long)]
    pub minify: bool,
    /// How many threads to use [default: one per processor]
    #[arg(long, short = 'j', value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,
    /// Show how long each step took
    #[arg(long)]
    pub timings: bool,
    /// The day of the build
    #[command(flatten)]
    pub day: Day,
}

/// For which day the site is made.
#[derive(Args, Clone, Copy, Debug)]
pub struct Day {
    /// Build as on this day, B.E. or C.E. [default: SOURCE_DATE_EPOCH, else today in Bangkok]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<Date>,
}

/// Flags of `sala check`.
#[derive(Args, Debug)]
pub struct CheckArgs {
    /// How to show what is wrong
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Format,
    /// Fail on warnings too
    #[arg(long)]
    pub strict: bool,
    /// Check drafts too
    #[arg(long, short = 'D')]
    pub drafts: bool,
    /// The day of the check
    #[command(flatten)]
    pub day: Day,
}

/// Flags of `sala serve`.
#[derive(Args, Debug)]
pub struct ServeArgs {
    /// Port of the preview; where it is taken, the next free one [default: 1111]
    #[arg(long, short = 'p', value_name = "PORT")]
    pub port: Option<u16>,
    /// Address to listen at; 0.0.0.0 lets other devices of your network look
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub bind: IpAddr,
    /// Show drafts too
    #[arg(long, short = 'D')]
    pub drafts: bool,
    /// Open the browser
    #[arg(long, short = 'O')]
    pub open: bool,
    /// The day of the preview
    #[command(flatten)]
    pub day: Day,
}

/// Flags of `sala schema`.
#[derive(Args, Debug)]
pub struct SchemaArgs {
    /// Which record; without it all of them, in an object by their names
    #[arg(value_name = "RECORD", value_parser = PossibleValuesParser::new(export::names()))]
    pub record: Option<String>,
    /// Write schemas/ and the settings of editors into the site folder instead
    #[arg(long, short = 'w', conflicts_with = "record")]
    pub write: bool,
}

/// What `sala new` makes.
#[derive(Debug, Subcommand)]
pub enum NewCommand {
    /// A site folder
    Site {
        /// The folder to make
        #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
        dir: PathBuf,
    },
    /// A centre
    Center {
        /// Its address under centers/: district/subdistrict, as khueang-nai/hua-don
        #[arg(value_name = "PATH")]
        path: String,
    },
    /// A best practice of a centre
    BestPractice {
        /// Address of the centre, as khueang-nai/hua-don
        #[arg(value_name = "PATH")]
        path: String,
        /// Last part of its own address, as rice-bank
        #[arg(value_name = "SLUG")]
        slug: String,
    },
    /// An activity of a centre
    Activity {
        /// Address of the centre, as khueang-nai/hua-don
        #[arg(value_name = "PATH")]
        path: String,
        /// Last part of its own address, as planting-day
        #[arg(value_name = "SLUG")]
        slug: String,
    },
}

/// A day of either era; a year of 2400 or more is Buddhist Era.
fn day(written: &str) -> Result<Date, String> {
    let western: String = written
        .trim()
        .chars()
        .map(|it| match it {
            '๐'..='๙' => char::from(b'0' + (it as u32 - '๐' as u32) as u8),
            other => other,
        })
        .collect();
    let parts: Vec<&str> = western.split('-').collect();
    let [year, month, day] = parts[..] else {
        return Err("write it as YYYY-MM-DD".to_owned());
    };
    let is_well_formed = year.len() == 4
        && [month, day].iter().all(|it| it.len() == 2)
        && western.bytes().all(|it| it.is_ascii_digit() || it == b'-');
    if !is_well_formed {
        return Err("write it as YYYY-MM-DD".to_owned());
    }
    let no_such_day = || "there is no such day".to_owned();
    let number = |it: &str| it.parse::<i16>().map_err(|_| no_such_day());
    let year = match number(year)? {
        buddhist @ 2400.. => buddhist - BUDDHIST_ERA,
        common => common,
    };
    Date::new(year, number(month)? as i8, number(day)? as i8).ok_or_else(no_such_day)
}

/// `./`, or an absolute address, which gets its last `/` where it lacks one.
fn base_url(written: &str) -> Result<BaseUrl, String> {
    if matches!(written, "." | "./") {
        return Ok(BaseUrl::Portable);
    }
    let address = ["https://", "http://"]
        .into_iter()
        .find_map(|scheme| written.strip_prefix(scheme))
        .ok_or("write ./ or an address that begins with https:// or http://")?;
    let host = address.split('/').next().unwrap_or_default();
    let is_clean = !host.is_empty()
        && !address.contains(['?', '#', '"', '\'', '<', '>', '\\', '@'])
        && !address.contains(|it: char| it.is_whitespace() || it.is_control());
    match crate::parse::web::base_url(written) {
        Ok(url) if is_clean => Ok(BaseUrl::Url(url)),
        _ => Err(
            "an address has a host, and no spaces, quotes, user, empty folder, query or fragment"
                .to_owned(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_fit_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn reads_days_of_both_eras() {
        for (written, expected) in [
            ("2022-03-13", Some("2022-03-13")),
            ("2565-03-13", Some("2022-03-13")),
            ("๒๕๖๕-๐๓-๑๓", Some("2022-03-13")),
            ("2568-02-29", None),
            ("2565-3-13", None),
            ("13/03/2565", None),
            ("2565-00-99", None),
        ] {
            let read = day(written).ok().map(|it| it.to_string());
            assert_eq!(read.as_deref(), expected, "written as {written:?}");
        }
    }

    #[test]
    fn an_address_of_the_site_is_absolute_or_here() {
        for (written, expected) in [
            ("./", Some(BaseUrl::Portable)),
            (
                "https://example.go.th/sj",
                Some(BaseUrl::Url("https://example.go.th/sj/".to_owned())),
            ),
            ("example.go.th", None),
            ("https:///sj", None),
            ("https://example.go.th//sj/", None),
            ("https://example.go.th:99999/", None),
            ("https://example.go.th/%2e%2e/", None),
            ("https://example.go.th/?a", None),
            ("javascript:alert(1)", None),
        ] {
            assert_eq!(base_url(written).ok(), expected, "written as {written:?}");
        }
    }
}
