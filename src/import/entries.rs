//! Requests → what becomes of each entry: new, filled, changed, the same, or refused.
//!
//! In: what rows ask for, and the texts of the entries. Out: the texts after it, each whole and right. An entry that is there changes only
//! where that was asked for; one that only says that its centre is planned is filled. Never: writes.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::edit::{Entry, is_same};
use super::headings::Form;
use super::request::{Assigned, AssignedList, Origin, Request};
use super::values::Given;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Severity, SheetProblem};
use crate::parse;
use crate::parse::draft::ActivityDraft;
use crate::source::{Marks, Plain, Source, Sources};
use crate::value::SitePath;
use crate::value::words::Status;

/// What becomes of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// It is made.
    New,
    /// It said only that its centre is planned.
    Filled,
    /// Some of its keys are changed.
    Changed,
    /// It says all of it already.
    Same,
    /// It says something else, and stays as it is: nobody asked for a change.
    Kept,
    /// Something is wrong with what was asked for.
    Refused,
}

impl Action {
    /// The word for programs: stable.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Filled => "filled",
            Self::Changed => "changed",
            Self::Same => "same",
            Self::Kept => "kept",
            Self::Refused => "refused",
        }
    }
}

/// An entry that rows are about.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Its file.
    pub entry: SitePath,
    /// What becomes of it.
    pub action: Action,
    /// Paths of the keys that are set, or would be.
    pub keys: Vec<String>,
    /// The first row that is about it.
    pub origin: Origin,
    /// Its text as it was read; `None` where there is none.
    pub before: Option<Arc<str>>,
    /// Its text with what rows say.
    pub after: String,
}

/// Everything that rows are about, entry by entry.
pub(super) struct Entries<'a> {
    sources: &'a Sources,
    may_change: bool,
    outcomes: BTreeMap<SitePath, Outcome>,
    /// Who said first what each key of an entry is.
    said: BTreeMap<(SitePath, String), (Given, Origin)>,
    /// The first row of a form about each entry.
    rows: BTreeMap<(SitePath, Form), Origin>,
}

impl<'a> Entries<'a> {
    pub fn new(sources: &'a Sources, may_change: bool) -> Self {
        Self {
            sources,
            may_change,
            outcomes: BTreeMap::new(),
            said: BTreeMap::new(),
            rows: BTreeMap::new(),
        }
    }

    /// Each entry, in order of path.
    pub fn outcomes(self) -> Vec<Outcome> {
        self.outcomes.into_values().collect()
    }

    /// Whether rows make or fill an entry.
    pub fn opens(&self, entry: &SitePath) -> bool {
        let outcome = self.outcomes.get(entry);
        outcome.is_some_and(|it| matches!(it.action, Action::New | Action::Filled))
    }

    /// Takes what a row says.
    pub fn take(&mut self, request: &Request, found: &mut Diagnostics) {
        let is_right = !request.is_refused && self.is_consistent(request, found);
        let wanted = if is_right {
            self.wanted(request, found)
        } else {
            None
        };
        let earlier = self.outcomes.get(&request.entry);
        let Some(mut wanted) = wanted else {
            // What was refused of one row takes nothing from what another row said well.
            if earlier.is_none() {
                let refused = self.outcome(request, Action::Refused);
                self.outcomes.insert(request.entry.clone(), refused);
            }
            return;
        };
        if let Some(earlier) = earlier {
            wanted.origin = earlier.origin.clone();
            wanted.action = match (earlier.action, wanted.action) {
                (Action::Refused, it) | (it, Action::Same) => it,
                (Action::New | Action::Filled, _) => earlier.action,
                (_, it) => it,
            };
            let mut keys = earlier.keys.clone();
            keys.extend(
                wanted
                    .keys
                    .into_iter()
                    .filter(|it| !earlier.keys.contains(it)),
            );
            wanted.keys = keys;
        }
        self.outcomes.insert(request.entry.clone(), wanted);
    }

    /// The text of an entry as it was read.
    fn before(&self, entry: &SitePath) -> Option<Arc<str>> {
        let source = self.sources.texts.get(entry)?;
        Some(Arc::clone(&source.text))
    }

    fn outcome(&self, request: &Request, action: Action) -> Outcome {
        let before = self.before(&request.entry);
        Outcome {
            entry: request.entry.clone(),
            action,
            keys: Vec::new(),
            origin: request.origin.clone(),
            after: before.as_deref().unwrap_or_default().to_owned(),
            before,
        }
    }

    /// Whether no other row says something else of the same entry. One that says the same twice is told, and does no harm.
    fn is_consistent(&mut self, request: &Request, found: &mut Diagnostics) -> bool {
        let Request { entry, origin, .. } = request;
        let first = self.rows.get(&(entry.clone(), request.form)).cloned();
        let mut is_consistent = true;
        for value in &request.values {
            let key = (entry.clone(), value.path.clone());
            match self.said.get(&key) {
                Some((given, said))
                    if *given != value.given
                        && said.file == origin.file
                        && said.cell == origin.cell => {}
                Some((given, said)) if *given != value.given => {
                    let problem = SheetProblem::RowsDisagree {
                        heading: value.key.label.th.to_owned(),
                        first: place(said, origin),
                    };
                    found
                        .push(Diagnostic::error(problem).in_cell(&origin.file, value.cell.clone()));
                    is_consistent = false;
                }
                Some(_) => {}
                None => {
                    self.said.insert(key, (value.given.clone(), origin.clone()));
                }
            }
        }
        match first {
            Some(first) if is_consistent && first != *origin => {
                let problem = SheetProblem::RepeatedRow(place(&first, origin));
                let problem = Diagnostic::warning(problem);
                found.push(problem.in_cell(&origin.file, origin.cell.clone()));
            }
            Some(_) => {}
            None => {
                let key = (entry.clone(), request.form);
                self.rows.insert(key, origin.clone());
            }
        }
        is_consistent
    }

    /// The entry with what a row says; nothing where it must not be written.
    fn wanted(&self, request: &Request, found: &mut Diagnostics) -> Option<Outcome> {
        let before = self.before(&request.entry);
        let has_front_matter = request.story.is_some();
        let report = |problem: Problem| {
            let cell = request.origin.cell.clone();
            Diagnostic::error(problem).in_cell(&request.origin.file, cell)
        };
        let earlier = self
            .outcomes
            .get(&request.entry)
            .filter(|it| !it.after.is_empty());
        let text = earlier.map(|it| it.after.as_str()).or(before.as_deref());
        let is_new = before.is_none();
        let mut entry = match (text, &request.story) {
            (Some(text), _) => {
                if let Some(entry) = Entry::read(text, has_front_matter) {
                    entry
                } else {
                    let problem = SheetProblem::EntryNotEditable(request.entry.to_string());
                    found.push(report(problem.into()));
                    return None;
                }
            }
            (None, Some(story)) => Entry::with_story(story),
            (None, None) => Entry::empty(),
        };
        let is_planned = !is_new && entry.string("status") == Some(Status::Planned.word());
        let content: Vec<_> = request
            .values
            .iter()
            .filter(|it| is_content(&it.path))
            .collect();
        let says_something = !content.is_empty() || !request.lists.is_empty();
        if is_new && !says_something {
            return Some(self.outcome(request, Action::Same));
        }

        let mut keys: Vec<String> = Vec::new();
        let mut kept: Vec<String> = Vec::new();
        let mut is_well = true;
        if is_new && text.is_none() {
            for (path, fact) in &request.facts {
                is_well &= match request.values.iter().find(|it| it.path == *path) {
                    Some(value) => entry.set(path, value.key, &value.given),
                    None => entry.put(path, fact.as_str().into()),
                };
            }
        }
        let may_change = self.may_change || is_new;
        let mut opens = false;
        for value in &request.values {
            let there = entry.get(&value.path);
            let is_there = there.is_some();
            if there.is_some_and(|it| is_same(value.key, it, &value.given, &value.alike)) {
                continue;
            }
            if is_default(value.key, &value.given) && !is_there {
                continue; // what a key that is not written means anyhow
            }
            if !may_change && (is_there || !is_planned) {
                kept.push(value.path.clone());
                continue;
            }
            opens |= is_content(&value.path);
            if is_name(&value.path) && is_there {
                take_consent_back(&mut entry, value, request, found);
            }
            is_well &= entry.set(&value.path, value.key, &value.given);
            keys.push(value.path.clone());
        }
        for list in &request.lists {
            if is_same_list(&entry, list) {
                continue;
            }
            let is_there = !entry.lacks(list.path);
            if !may_change && (is_there || !is_planned) {
                kept.push(list.path.to_owned());
                continue;
            }
            opens = true;
            is_well &= entry.put_tables(list.path, &list.rows);
            keys.push(list.path.to_owned());
        }
        // Who is named here has not agreed to anything yet.
        for table in ["chair", "coordinator", "committee"] {
            let below = format!("{table}.");
            let consent = format!("{table}.consent");
            let is_touched = keys.iter().any(|it| it.starts_with(&below));
            if is_touched && entry.lacks(&consent) {
                is_well &= entry.put(&consent, false.into());
            }
        }
        if is_planned && opens && !request.values.iter().any(|it| it.path == "status") {
            is_well &= entry.put("status", Status::Open.word().into());
            keys.push("status".to_owned());
        }
        if !is_well {
            let problem = SheetProblem::EntryNotEditable(request.entry.to_string());
            found.push(report(problem.into()));
            return None;
        }
        if !kept.is_empty() {
            let problem = SheetProblem::EntryKept {
                entry: request.entry.to_string(),
                keys: kept.clone(),
            };
            let cell = request.origin.cell.clone();
            found.push(Diagnostic::warning(problem).in_cell(&request.origin.file, cell));
        }
        let after = entry.text();
        if let Some(problem) = self.new_problem(request, &after) {
            found.push(report(problem));
            return None;
        }
        let action = if is_new {
            Action::New
        } else if keys.is_empty() {
            if kept.is_empty() {
                Action::Same
            } else {
                Action::Kept
            }
        } else if is_planned && opens {
            Action::Filled
        } else {
            Action::Changed
        };
        if action == Action::Kept {
            keys = kept;
        }
        Some(Outcome {
            entry: request.entry.clone(),
            action,
            keys,
            origin: request.origin.clone(),
            before,
            after,
        })
    }

    /// What is wrong with an entry that was not wrong with it before.
    fn new_problem(&self, request: &Request, after: &str) -> Option<Problem> {
        let before = self.before(&request.entry);
        let old = before
            .map(|it| problems(&request.entry, &it))
            .unwrap_or_default();
        let new = problems(&request.entry, after);
        new.into_iter().find(|it| !old.contains(it))
    }
}

/// Another name is another person: what the one before agreed to is not theirs.
fn take_consent_back(
    entry: &mut Entry,
    value: &Assigned,
    request: &Request,
    found: &mut Diagnostics,
) {
    let table = value.path.rsplit_once('.').map_or("", |it| it.0);
    let consent = format!("{table}.consent");
    let is_said = request.values.iter().any(|it| it.path == consent);
    let had = entry.get(&consent).and_then(toml_edit::Item::as_bool) == Some(true);
    if had && !is_said {
        entry.put(&consent, false.into());
        let problem = SheetProblem::ConsentTakenBack(table.to_owned());
        found.push(Diagnostic::warning(problem).in_cell(&request.origin.file, value.cell.clone()));
    }
}

/// What is wrong with the text of an entry by itself.
fn problems(path: &SitePath, text: &str) -> Vec<Problem> {
    let source = Source {
        path: path.clone(),
        text: text.into(),
        invalid_at: None,
        marks: Marks::default(),
        plain: Plain::default(),
    };
    let mut found = Diagnostics::default();
    if path.file_name() == "center.toml" {
        parse::center::center("", &source, None, None, &mut found);
    } else {
        let _: Option<ActivityDraft> = parse::entry::entry("", "", &source, None, &mut found);
    }
    if !parse::national_id::find(text).is_empty() {
        found.push(Diagnostic::error(Problem::NationalId));
    }
    let errors = found.iter().filter(|it| it.severity == Severity::Error);
    errors.map(|it| it.problem.clone()).collect()
}

/// Whether a key is the name of a person.
fn is_name(path: &str) -> bool {
    matches!(path, "chair.name" | "coordinator.name")
}

/// Whether a key says something of a centre, beyond what it is called and where in the administration it stands.
fn is_content(path: &str) -> bool {
    !matches!(
        path,
        "name" | "level" | "status" | "location.district" | "location.province"
    )
}

/// Whether a value is what its key means where it is not written.
fn is_default(key: &crate::schema::Key, given: &Given) -> bool {
    match given {
        Given::Flag(flag) => key.default == Some(if *flag { "true" } else { "false" }),
        Given::Text(text) => key.default.is_some_and(|it| it.trim_matches('"') == text),
        _ => false,
    }
}

/// Whether an entry has just these tables.
fn is_same_list(entry: &Entry, list: &AssignedList) -> bool {
    let tables: Vec<&dyn toml_edit::TableLike> = match entry.get(list.path) {
        Some(toml_edit::Item::ArrayOfTables(tables)) => tables.iter().map(|it| it as _).collect(),
        Some(toml_edit::Item::Value(toml_edit::Value::Array(items))) => items
            .iter()
            .filter_map(|it| it.as_inline_table().map(|it| it as _))
            .collect(),
        _ => return false,
    };
    tables.len() == list.rows.len()
        && tables.iter().zip(&list.rows).all(|(table, row)| {
            row.iter().all(|(key, given)| {
                table
                    .get(key.name)
                    .is_some_and(|it| is_same(key, it, given, &[]))
            })
        })
}

/// Where something stands, as it is told in another row: the file only where it is another one.
fn place(first: &Origin, now: &Origin) -> String {
    if first.file == now.file {
        first.cell.to_string()
    } else {
        format!("{} · {}", first.file, first.cell)
    }
}
