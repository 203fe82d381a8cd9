//! One theme: its templates, words and static files.
//!
//! In: the theme built into the program, and the site's own files that lie over it, file by file. Out: rendered templates.
//! Never: reads a disk; a mistake in a template is a diagnostic with the template's file and position, as one in content is.

mod drawings;
pub mod pattern;
mod search_code;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use tera::{ErrorKind, Kwargs, State, Tera, Value};

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::html::escape;
use crate::memo::{Memo, Query};
use crate::model::{Lang, SitePath};
use crate::parse::draft::At;
use crate::source::{File, Source, Sources};
use crate::theme::pattern::{Loom, Size};

/// As many bytes as most pages have.
const USUAL_PAGE: usize = 64 << 10;

/// The theme that is part of the program.
static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/sala");
/// Its name.
pub const BUILT_IN_NAME: &str = "sala";

/// Words of the interface by key.
pub type Words = BTreeMap<String, String>;

/// Icons by name, as they stand in a page.
type Icons = BTreeMap<String, Value>;

/// A theme, ready to render.
#[derive(Debug)]
pub struct Theme {
    name: String,
    tera: Tera,
    /// The site's own templates by name: mistakes in them have a place.
    own: BTreeMap<String, Arc<Source>>,
    words: BTreeMap<Lang, Words>,
    values: BTreeMap<Lang, Value>,
    /// Whether its templates could not be read; what is wrong with them was found, and no page can be rendered.
    pub is_broken: bool,
    /// Static files by their path in the theme's `static/`.
    pub files: BTreeMap<String, ThemeFile>,
}

/// A static file of a theme.
#[derive(Clone, Debug)]
pub struct ThemeFile {
    /// Its address: a style or a script carries the hash of its content in its name.
    pub address: String,
    /// The file of the site's own theme; `None` for one of the built-in theme.
    pub source: Option<SitePath>,
    /// Its bytes.
    pub content: Content,
}

/// Where the bytes of a static file are.
#[derive(Clone, Debug)]
pub enum Content {
    /// In the program.
    BuiltIn(&'static [u8]),
    /// In memory.
    Text(Arc<Source>),
    /// Made of other files of the theme.
    Made(Arc<str>),
    /// On disk.
    Disk(PathBuf),
}

impl ThemeFile {
    /// What it says, where that is text in memory.
    fn text(&self) -> Option<&str> {
        match &self.content {
            Content::BuiltIn(bytes) => std::str::from_utf8(bytes).ok(),
            Content::Text(source) => Some(&source.text),
            Content::Made(code) => Some(code),
            Content::Disk(_) => None,
        }
    }
}

/// The theme of a name, the built-in one without; what is wrong with it is found.
pub fn prepare(
    sources: &Sources,
    name: Option<&At<String>>,
    memo: &Memo,
    found: &mut Diagnostics,
) -> Arc<Theme> {
    let wanted = name.map_or(BUILT_IN_NAME, |it| it.value.as_str());
    let is_known = wanted == BUILT_IN_NAME || is_folder(sources, &format!("themes/{wanted}/"));
    if let (false, Some(at)) = (is_known, name) {
        let problem = Problem::UnknownTheme {
            written: wanted.to_owned(),
            nearest: nearest(sources, wanted),
        };
        let file = SitePath::new("content/site.toml");
        found.push(Diagnostic::error(problem).at(&file, at.span.clone()));
    }
    let (theme, problems) = memo.get(Own::new(sources, wanted));
    found.append(problems);
    theme
}

/// What a site has of its own of a theme: all that it is made from, beside what is built in.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Own {
    name: String,
    texts: BTreeMap<SitePath, Arc<Source>>,
    /// Of other files only name and size are known here: whoever wants their bytes reads them.
    files: BTreeMap<SitePath, File>,
}

impl Own {
    fn new(sources: &Sources, name: &str) -> Self {
        let folder = format!("themes/{name}/");
        Self {
            name: name.to_owned(),
            texts: inside(&sources.texts, &folder),
            files: inside(&sources.files, &folder),
        }
    }

    /// Its texts in a folder, by their path there.
    fn texts(&self, folder: &str) -> impl Iterator<Item = (&str, &Arc<Source>)> {
        let folder = format!("themes/{}/{folder}/", self.name);
        let texts = self.texts.iter();
        texts.filter_map(move |(path, text)| Some((path.as_str().strip_prefix(&folder)?, text)))
    }

    /// One of its texts.
    fn text(&self, name: &str) -> Option<&Arc<Source>> {
        let path = format!("themes/{}/{name}", self.name);
        self.texts.get(&SitePath::new(path))
    }
}

fn inside<T: Clone>(all: &BTreeMap<SitePath, T>, folder: &str) -> BTreeMap<SitePath, T> {
    all.range(SitePath::new(folder)..)
        .take_while(|(path, _)| path.as_str().starts_with(folder))
        .map(|(path, it)| (path.clone(), it.clone()))
        .collect()
}

impl Query for Own {
    type Answer = (Arc<Theme>, Diagnostics);

    fn answer(self) -> Self::Answer {
        let mut found = Diagnostics::default();
        (Arc::new(theme(&self, &mut found)), found)
    }
}

fn theme(own: &Own, found: &mut Diagnostics) -> Theme {
    let icons = icons(own, found);
    let words: BTreeMap<Lang, Words> = Lang::ALL
        .into_iter()
        .map(|lang| (lang, words(own, lang, found)))
        .collect();
    let values = words
        .iter()
        .map(|(lang, words)| (*lang, Value::from_serializable(words)))
        .collect();
    let mut theme = Theme {
        name: own.name.clone(),
        tera: engine(icons),
        own: templates(own),
        words,
        values,
        is_broken: false,
        files: files(own),
    };
    theme.add_templates(found);
    theme
}

impl Theme {
    /// The words of a language.
    ///
    /// # Panics
    /// Never: `prepare` fills in every language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &Words {
        self.words
            .get(&lang)
            .expect("there are words for every language")
    }

    /// The same as templates see them.
    #[must_use]
    pub fn words_value(&self, lang: Lang) -> Value {
        self.values.get(&lang).cloned().unwrap_or_else(Value::none)
    }

    /// Whether there is a template of a name.
    #[must_use]
    pub fn has_template(&self, name: &str) -> bool {
        self.tera.contains_template(name)
    }

    /// A page or a part of one, as text.
    pub fn render(&self, template: &str, context: &tera::Context) -> Result<String, Diagnostic> {
        self.tera
            .render(template, context)
            .map_err(|error| self.diagnostic(&error, template))
    }

    /// A page as the bytes of its file: nobody asks again whether they are text.
    pub fn page(&self, template: &str, context: &tera::Context) -> Result<Vec<u8>, Diagnostic> {
        let mut bytes = Vec::with_capacity(USUAL_PAGE);
        self.tera
            .render_to(template, context, &mut bytes)
            .map_err(|error| self.diagnostic(&error, template))?;
        Ok(bytes)
    }

    fn add_templates(&mut self, found: &mut Diagnostics) {
        let mut all: BTreeMap<String, &str> = built_in_templates();
        for (name, source) in &self.own {
            all.insert(name.clone(), &source.text);
        }
        let Err(error) = self.tera.add_raw_templates(all.iter()) else {
            return;
        };
        self.is_broken = true;
        // The first mistake stops tera: look at each template by itself, so that one run shows every mistake.
        let mut count = 0;
        for (name, source) in &self.own {
            let alone = engine(Icons::new()).add_raw_template(name, &source.text);
            if let Err(error) = alone
                && matches!(error.kind(), ErrorKind::SyntaxError(_))
            {
                count += 1;
                found.push(self.diagnostic(&error, name));
            }
        }
        if count == 0 {
            let text = error.to_string();
            let named = self.own.keys().find(|it| text.contains(it.as_str()));
            let template = named.map_or("base.html", String::as_str);
            found.push(self.diagnostic(&error, template));
        }
    }

    /// What tera says, as a diagnostic at its place. `template` is where it was said, where tera does not know better.
    fn diagnostic(&self, error: &tera::Error, template: &str) -> Diagnostic {
        let (message, place) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let span = report.span();
                let end = (span.end_line == span.start_line).then_some(span.end_col);
                let place = TemplatePlace {
                    template: report.filename().to_owned(),
                    line: span.start_line,
                    column: span.start_col + 1,
                    width: end.map_or(1, |it| it.saturating_sub(span.start_col).max(1)),
                };
                (report.message().to_owned(), place)
            }
            other => read_report(&other.to_string(), template),
        };
        let Some(source) = self.own.get(&place.template) else {
            let at = format!("{}:{}:{}", place.template, place.line, place.column);
            let built_in = Some(at);
            let problem = Problem::BrokenTemplate { message, built_in };
            return Diagnostic::error(problem).in_file(&SitePath::new(format!(
                "themes/{}/templates/{}",
                self.name, place.template
            )));
        };
        let start = byte_of(&source.text, place.line, place.column);
        let width: usize = source.text[start..]
            .chars()
            .take(place.width)
            .take_while(|it| *it != '\n')
            .map(char::len_utf8)
            .sum();
        let problem = Problem::BrokenTemplate {
            message,
            built_in: None,
        };
        Diagnostic::error(problem).at(&source.path, start..start + width)
    }
}

/// A place in a template.
#[derive(Debug, PartialEq)]
struct TemplatePlace {
    template: String,
    line: usize,
    column: usize,
    width: usize,
}

/// The message and place of a report that exists as text only (tera says unknown filters and blocks so).
fn read_report(text: &str, template: &str) -> (String, TemplatePlace) {
    let place = text.lines().find_map(|line| {
        let (_, at) = line.split_once("--> ")?;
        let mut parts = at.trim().rsplitn(3, ':');
        let column = parts.next()?.parse().ok()?;
        let line = parts.next()?.parse().ok()?;
        Some(TemplatePlace {
            template: parts.next()?.to_owned(),
            line,
            column,
            width: 1,
        })
    });
    let first = text.lines().next().unwrap_or_default();
    let message = first.strip_prefix("error: ").unwrap_or(first).to_owned();
    let unknown = TemplatePlace {
        template: template.to_owned(),
        line: 1,
        column: 1,
        width: 1,
    };
    (message, place.unwrap_or(unknown))
}

/// The byte of a line and a column, both from 1; columns count characters.
fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let start = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum::<usize>();
    let rest = &text[start.min(text.len())..];
    let inside: usize = rest
        .chars()
        .take(column.saturating_sub(1))
        .take_while(|it| *it != '\n')
        .map(char::len_utf8)
        .sum();
    (start + inside).min(text.len())
}

/// A tera with our filters and without templates.
fn engine(icons: Icons) -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on([".html", ".xml", ".svg"]);
    tera.register_filter("say", say);
    tera.register_filter("fill", fill);
    tera.register_filter("seed", seed);
    // `{{ center.key | weave }}`: a strip of cloth that is always the same for a text; with `whole=true` a cloth with its hems.
    let loom = Loom::default();
    tera.register_filter(
        "weave",
        move |text: &str, values: Kwargs, _: &State| -> tera::TeraResult<Value> {
            let size = match values.get::<bool>("whole")? {
                Some(true) => Size::Cloth,
                _ => Size::Strip,
            };
            Ok(Value::safe_string(&loom.svg(text, size)))
        },
    );
    // `{{ "phone" | icon }}`: an icon of the theme, `other` for a name that it lacks.
    tera.register_filter("icon", move |name: &str, _: Kwargs, _: &State| {
        let icon = icons.get(name).or_else(|| icons.get("other"));
        icon.cloned().unwrap_or_else(Value::none)
    });
    tera
}

/// `{{ center.name | say }}`: a text that may be in another language than the page.
fn say(said: &Value, _: Kwargs, _: &State) -> Value {
    let mut html = String::new();
    push_said(&mut html, said);
    Value::safe_string(&html)
}

/// `{{ words.found | fill(count=list.total) }}`: each `{name}` becomes the value of that name.
#[expect(clippy::needless_pass_by_value, reason = "tera wants it so")]
fn fill(words: &str, values: Kwargs, _: &State) -> tera::TeraResult<Value> {
    let mut html = String::with_capacity(words.len() + 32);
    let mut rest = words;
    while let Some(start) = rest.find('{') {
        let Some(end) = rest[start..].find('}') else {
            break;
        };
        let name = &rest[start + 1..start + end];
        escape(&mut html, &rest[..start]);
        let Some(value) = values.get::<&Value>(name)? else {
            let missing = format!("fill lacks a value for {{{name}}} of \"{words}\"");
            return Err(tera::Error::message(missing));
        };
        push_said(&mut html, value);
        rest = &rest[start + end + 1..];
    }
    escape(&mut html, rest);
    Ok(Value::safe_string(&html))
}

/// `{{ center.key | seed(of=12) }}`: a number below `of` that is always the same for a text; for patterns drawn from a name.
#[expect(clippy::needless_pass_by_value, reason = "tera wants it so")]
fn seed(text: &str, values: Kwargs, _: &State) -> tera::TeraResult<u64> {
    let of: u64 = values.must_get("of")?;
    let hash = blake3::hash(text.as_bytes());
    let number = hash.as_bytes()[..8]
        .iter()
        .fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    Ok(number % of.max(1))
}

/// A value as HTML: what has words says them, in their own language where that is another one.
fn push_said(html: &mut String, value: &Value) {
    let Some(map) = value.as_map() else {
        match value.as_str() {
            Some(text) if value.is_safe() => html.push_str(text),
            Some(text) => escape(html, text),
            None if value.is_none() || value.is_undefined() => {}
            None => escape(html, &value.to_string()),
        }
        return;
    };
    let text = ["text", "name", "long"]
        .into_iter()
        .find_map(|key| map.get(&tera_key(key)))
        .filter(|it| !it.is_none());
    let lang = map.get(&tera_key("lang")).and_then(Value::as_str);
    match (text, lang) {
        (Some(text), Some(lang)) => {
            html.push_str("<span lang=\"");
            html.push_str(lang);
            html.push_str("\">");
            push_said(html, text);
            html.push_str("</span>");
        }
        (Some(text), None) => push_said(html, text),
        (None, _) => {}
    }
}

fn tera_key(key: &'static str) -> tera::value::Key<'static> {
    tera::value::Key::Str(key)
}

fn is_folder(sources: &Sources, folder: &str) -> bool {
    sources
        .texts
        .keys()
        .any(|it| it.as_str().starts_with(folder))
        || sources
            .files
            .keys()
            .any(|it| it.as_str().starts_with(folder))
        || sources
            .refused
            .iter()
            .any(|it| it.as_str().starts_with(folder))
}

/// The theme whose name is nearest to what was written.
fn nearest(sources: &Sources, written: &str) -> Option<String> {
    let folders = sources.texts.keys().chain(sources.files.keys());
    let own = folders.filter_map(|it| it.as_str().strip_prefix("themes/")?.split('/').next());
    std::iter::once(BUILT_IN_NAME)
        .chain(own)
        .map(|name| (strsim::damerau_levenshtein(name, written), name))
        .min()
        .filter(|(distance, name)| *distance <= name.len().max(4) / 2)
        .map(|(_, name)| name.to_owned())
}

fn is_template(path: &str) -> bool {
    let extension = Path::new(path).extension();
    extension.is_some_and(|it| it == "html" || it == "xml" || it == "txt" || it == "svg")
}

fn templates(own: &Own) -> BTreeMap<String, Arc<Source>> {
    own.texts("templates")
        .filter(|(name, _)| is_template(name))
        .map(|(name, source)| (name.to_owned(), Arc::clone(source)))
        .collect()
}

fn built_in_templates() -> BTreeMap<String, &'static str> {
    built_in("templates")
        .into_iter()
        .filter(|(name, _)| is_template(name))
        .filter_map(|(name, bytes)| Some((name, std::str::from_utf8(bytes).ok()?)))
        .collect()
}

/// The files of a folder of the built-in theme, by their path in it.
fn built_in(folder: &str) -> BTreeMap<String, &'static [u8]> {
    fn walk(dir: &'static Dir<'static>, root: &str, files: &mut BTreeMap<String, &'static [u8]>) {
        for file in dir.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            if let Some(inside) = path.strip_prefix(root) {
                files.insert(inside.to_owned(), file.contents());
            }
        }
        for dir in dir.dirs() {
            walk(dir, root, files);
        }
    }
    let mut files = BTreeMap::new();
    if let Some(dir) = BUILT_IN.get_dir(folder) {
        walk(dir, &format!("{folder}/"), &mut files);
    }
    files
}

/// The words of a language: the built-in ones, and over them those of the site's theme.
fn words(own: &Own, lang: Lang, found: &mut Diagnostics) -> Words {
    texts(own, &format!("i18n/{}.toml", lang.tag()), found)
}

/// The icons, each an SVG that stands in a page: the built-in ones, and over them those of the site's theme.
fn icons(own: &Own, found: &mut Diagnostics) -> Icons {
    let paths = texts(own, "icons.toml", found);
    let svg = |path: &str| {
        let mut svg =
            String::from(r#"<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=""#);
        escape(&mut svg, path);
        svg.push_str(r#""/></svg>"#);
        Value::safe_string(&svg)
    };
    paths
        .iter()
        .map(|(name, path)| (name.clone(), svg(path)))
        .collect()
}

/// A TOML file of texts by key: the built-in one, and over it that of the site's theme, key by key.
fn texts(own: &Own, name: &str, found: &mut Diagnostics) -> BTreeMap<String, String> {
    let built_in = BUILT_IN.get_file(name).and_then(|it| it.contents_utf8());
    let mut texts: BTreeMap<String, String> = built_in
        .and_then(|it| toml::from_str(it).ok())
        .unwrap_or_default();
    let Some(source) = own.text(name) else {
        return texts;
    };
    let path = &source.path;
    match toml::from_str::<BTreeMap<String, toml::Spanned<toml::Value>>>(&source.text) {
        Ok(own) => {
            for (key, value) in own {
                let span = value.span();
                if let toml::Value::String(text) = value.into_inner() {
                    texts.insert(key, text);
                } else {
                    found.push(Diagnostic::error(Problem::WordsNotText(key)).at(path, span));
                }
            }
        }
        Err(error) => {
            let problem = Problem::BrokenWords(error.message().to_owned());
            found.push(Diagnostic::error(problem).at(path, error.span().unwrap_or(0..0)));
        }
    }
    texts
}

fn files(own: &Own) -> BTreeMap<String, ThemeFile> {
    let mut files: BTreeMap<String, ThemeFile> = built_in("static")
        .into_iter()
        .map(|(path, bytes)| {
            let address = hashed(&path, bytes);
            let content = Content::BuiltIn(bytes);
            let source = None;
            let file = ThemeFile {
                address,
                source,
                content,
            };
            (path, file)
        })
        .collect();
    for (inside, source) in own.texts("static") {
        let built_in = files.get(inside).and_then(ThemeFile::text);
        if built_in == Some(&source.text) {
            continue; // a copy of it is it
        }
        let file = ThemeFile {
            address: hashed(inside, source.text.as_bytes()),
            source: Some(source.path.clone()),
            content: Content::Text(Arc::clone(source)),
        };
        files.insert(inside.to_owned(), file);
    }
    let folder = format!("themes/{}/static/", own.name);
    for (path, on_disk) in &own.files {
        if let Some(inside) = path.as_str().strip_prefix(&folder) {
            let file = ThemeFile {
                address: inside.to_owned(),
                source: Some(path.clone()),
                content: Content::Disk(on_disk.disk.clone()),
            };
            files.insert(inside.to_owned(), file);
        }
    }
    search_code::join(&mut files);
    drawings::take_in(&mut files);
    files
}

/// `sala.css` → `sala.0123456789ab.css`; what is neither style nor script keeps its name.
fn hashed(path: &str, bytes: &[u8]) -> String {
    match path.rsplit_once('.') {
        Some((stem, extension @ ("css" | "js"))) => {
            let hash = blake3::hash(bytes).to_hex();
            format!("{stem}.{}.{extension}", &hash[..12])
        }
        _ => path.to_owned(),
    }
}
