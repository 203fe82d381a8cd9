//! `sala report`: paper forms and the workbook to fill in. They hold what is not for everyone, so they go into `reports/`, and nobody else may
//! read them.
#![expect(clippy::disallowed_methods, reason = "a command that writes files")]

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::environment;
use super::office;
use crate::cli::{FormArgs, GlobalArgs, ReportArgs, ReportForm, ReportFormat};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::forms::{self, Document, Month, Office, Wanted};
use crate::import::template;
use crate::memo::Memo;
use crate::parse;
use crate::schema::PaperForm;
use crate::source::load;
use crate::terminal::Terminal;

/// The folder of reports in a site folder; it is not in git, and no output of a site.
const FOLDER: &str = "reports";

pub fn run(
    args: &ReportArgs,
    global: &GlobalArgs,
    terminal: &Terminal,
) -> Result<ExitCode, Diagnostic> {
    use PaperForm::{
        Activities, AreasDistricts, AreasSubdistricts, OrderDistrict, OrderSubdistricts, Summary,
    };
    let asked = match &args.form {
        ReportForm::AreasDistricts(args) => Asked::of(AreasDistricts, args),
        ReportForm::AreasSubdistricts(args) => Asked::of(AreasSubdistricts, args),
        ReportForm::Summary { center, form } => Asked {
            center: center.as_deref(),
            ..Asked::of(Summary, form)
        },
        ReportForm::OrderDistrict(args) => Asked::of(OrderDistrict, args),
        ReportForm::OrderSubdistricts(args) => Asked::of(OrderSubdistricts, args),
        ReportForm::Activities { month, form } => Asked {
            month: *month,
            ..Asked::of(Activities, form)
        },
        ReportForm::Blank { form, format } => {
            let form = PaperForm::ALL.into_iter().find(|it| it.word() == form);
            let form = form.expect("clap knows the forms");
            let name = format!("blank-{}", form.word());
            return write(&forms::blank(form), &name, *format, global, terminal);
        }
        ReportForm::Template { district, format } => {
            let (sources, _) = load::site(&global.root)?;
            let drafts = parse::drafts(&sources, &Memo::off(), &mut Diagnostics::default());
            let format = if format == "csv" {
                template::Format::Csv
            } else {
                template::Format::Xlsx
            };
            let (name, bytes) = template::made(&drafts, &sources, district.as_deref(), format)?;
            return put(&name, &bytes, global, terminal);
        }
    };
    filled(&asked, global, terminal)
}

/// What is asked for, as typed.
struct Asked<'a> {
    form: PaperForm,
    args: &'a FormArgs,
    center: Option<&'a str>,
    month: Option<Month>,
}

impl<'a> Asked<'a> {
    fn of(form: PaperForm, args: &'a FormArgs) -> Self {
        Self {
            form,
            args,
            center: None,
            month: None,
        }
    }
}

/// Writes a form with what the entries say; where they have errors it would say too little, so that it is not written.
fn filled(asked: &Asked, global: &GlobalArgs, terminal: &Terminal) -> Result<ExitCode, Diagnostic> {
    let today = environment::today(asked.args.day)?;
    let Some(office) = office::of(global, today, terminal)? else {
        return Ok(ExitCode::FAILURE);
    };
    let mut name = asked.form.word().to_owned();
    let wanted = wanted(asked, &office, &mut name)?;
    let month = asked.month.unwrap_or_else(|| Month::due_on(today));
    if asked.form == PaperForm::Activities {
        name = format!(
            "{name}-{:04}-{:02}",
            month.year + crate::value::date::BUDDHIST_ERA,
            month.month
        );
    }
    let document = forms::filled(asked.form, &office, &wanted, month);
    write(&document, &name, asked.args.format, global, terminal)
}

fn wanted<'a>(
    asked: &Asked,
    office: &'a Office,
    name: &mut String,
) -> Result<Wanted<'a>, Diagnostic> {
    if let Some(path) = asked.center {
        let path = path.trim_matches('/');
        let mut centers = office.directory.centers.iter();
        let center = centers
            .find(|it| it.path == path)
            .ok_or_else(|| Diagnostic::error(Problem::NoCenter(path.to_owned())))?;
        *name = format!("{name}-{}", path.replace('/', "-"));
        return Ok(Wanted::Center(center));
    }
    let Some(written) = &asked.args.district else {
        return Ok(Wanted::All);
    };
    let district = office::district(&office.directory, written)?;
    *name = format!("{name}-{}", district.slug);
    Ok(Wanted::District(district.code.clone()))
}

/// Writes a form.
fn write(
    document: &Document,
    name: &str,
    format: ReportFormat,
    global: &GlobalArgs,
    terminal: &Terminal,
) -> Result<ExitCode, Diagnostic> {
    let (extension, bytes) = match format {
        ReportFormat::Html => ("html", Ok(forms::html::bytes(document))),
        ReportFormat::Csv => ("csv", Ok(forms::delimited::bytes(document))),
        ReportFormat::Xlsx => ("xlsx", forms::workbook::bytes(document)),
    };
    put_made(&format!("{name}.{extension}"), bytes, global, terminal)
}

/// Puts what was made into the folder of reports, where it could be made.
pub(super) fn put_made<E: std::error::Error>(
    name: &str,
    bytes: Result<Vec<u8>, E>,
    global: &GlobalArgs,
    terminal: &Terminal,
) -> Result<ExitCode, Diagnostic> {
    let bytes = bytes.map_err(|it| cannot_write(&global.root.join(FOLDER).join(name), &it))?;
    put(name, &bytes, global, terminal)
}

/// Puts a report into its folder, and says where.
fn put(
    name: &str,
    bytes: &[u8],
    global: &GlobalArgs,
    terminal: &Terminal,
) -> Result<ExitCode, Diagnostic> {
    if !global.root.is_dir() {
        let folder = global.root.display().to_string();
        return Err(Diagnostic::error(Problem::NoSiteFolder(folder)));
    }
    let path = global.root.join(FOLDER).join(name);
    put_whole(&path, bytes).map_err(|it| cannot_write(&path, &it))?;
    let path = path.display();
    terminal.say(&format!("เขียน {path}"), &format!("wrote {path}"));
    Ok(ExitCode::SUCCESS)
}

fn cannot_write(path: &Path, error: &dyn std::error::Error) -> Diagnostic {
    Diagnostic::error(Problem::CannotWrite {
        path: path.display().to_string(),
        error: error.to_string(),
    })
}

/// Puts a report into its place, whole or not at all, for the person alone who asked for it.
fn put_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    if folder.is_symlink() {
        return Err(std::io::Error::other("the folder is a symbolic link"));
    }
    std::fs::create_dir_all(folder)?;
    // A file that is made for a moment is its maker's alone (0600), and stays so.
    let mut beside = tempfile::Builder::new()
        .prefix(".report-")
        .tempfile_in(folder)?;
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    beside.persist(path)?;
    Ok(())
}
