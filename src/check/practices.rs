//! Which practice was copied from which.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::memo::{Identity, Memo, Query};
use crate::model::directory::{LeftOut, PracticeId};
use crate::model::media::Place;
use crate::model::{BestPractice, Center};
use crate::parse::nearest;
use crate::value::Spanned;
use crate::value::words::Evidence;

/// What became of a practice that somebody wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It is in the directory.
    Shown(PracticeId),
    /// It is not, and why.
    LeftOut(LeftOut),
}

/// A practice, and how it is related to others by copying.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Linked {
    practice: Identity<BestPractice>,
    from: Option<PracticeId>,
    by: Vec<PracticeId>,
}

impl Query for Linked {
    type Answer = Arc<BestPractice>;

    fn answer(self) -> Arc<BestPractice> {
        let mut practice = self.practice.0;
        let it = Arc::make_mut(&mut practice);
        it.adapted_from = self.from;
        it.adapted_by = self.by;
        practice
    }
}

/// Resolves `adapted_from`, and says of each practice who copied it.
pub(super) fn link(
    practices: Vec<Arc<BestPractice>>,
    centers: &[Arc<Center>],
    written: &[(PracticeId, Spanned<String>)],
    states: &HashMap<String, State>,
    memo: &Memo,
    found: &mut Diagnostics,
) -> Vec<Arc<BestPractice>> {
    let mut sources: Vec<Option<PracticeId>> = vec![None; practices.len()];
    let mut keys = Vec::new();
    for (id, from) in written {
        let key = key(&from.value);
        let problem = match states.get(key) {
            Some(State::Shown(source)) if source == id => Problem::AdaptedFromItself,
            Some(&State::Shown(source)) => {
                sources[id.0] = Some(source);
                continue;
            }
            Some(State::LeftOut(LeftOut::Faulty)) => continue,
            Some(State::LeftOut(LeftOut::Draft)) => Problem::PointsToDraft(from.value.clone()),
            Some(State::LeftOut(LeftOut::Example)) => Problem::PointsToExample(from.value.clone()),
            None => {
                if keys.is_empty() {
                    keys = states.keys().map(String::as_str).collect();
                    keys.sort_unstable();
                }
                Problem::UnknownPractice {
                    nearest: nearest(key, keys.iter().copied().filter(|it| is_kin(key, it))),
                    written: from.value.clone(),
                }
            }
        };
        let file = &practices[id.0].file;
        found.push(Diagnostic::error(problem).at(file, from.span.clone()));
    }
    break_circles(&mut sources, &practices, centers, written, found);
    let mut copies: Vec<Vec<PracticeId>> = vec![Vec::new(); practices.len()];
    for (number, source) in sources.iter().enumerate() {
        if let Some(source) = source {
            copies[source.0].push(PracticeId(number));
        }
    }
    let linked = practices.into_iter().zip(sources).zip(copies);
    let linked = linked.map(|((practice, from), by)| {
        if from.is_none() && by.is_empty() {
            return practice;
        }
        let practice = Identity(practice);
        memo.get(Linked { practice, from, by })
    });
    linked.collect()
}

/// Says of practices that claim to be repeated elsewhere, and are not here, where they claim it.
pub(super) fn tell_claims(
    practices: &[Arc<BestPractice>],
    claims: &[Range<usize>],
    found: &mut Diagnostics,
) {
    for (it, claim) in practices.iter().zip(claims) {
        if it.evidence == Some(Evidence::Replicated) && it.adapted_by.is_empty() {
            let warning = Diagnostic::warning(Problem::ReplicatedWithoutCopy);
            found.push(warning.at(&it.file, claim.clone()));
        }
    }
}

/// Reports each circle once, at its first practice, and takes it out of the directory.
fn break_circles(
    sources: &mut [Option<PracticeId>],
    practices: &[Arc<BestPractice>],
    centers: &[Arc<Center>],
    written: &[(PracticeId, Spanned<String>)],
    found: &mut Diagnostics,
) {
    let place = |id: PracticeId| {
        let from = written.iter().find(|(it, _)| *it == id);
        Place {
            file: practices[id.0].file.clone(),
            span: from.map_or(0..0, |(_, from)| from.span.clone()),
        }
    };
    // In which walk a practice was first seen; every practice is walked through once.
    let mut seen = vec![usize::MAX; practices.len()];
    for start in 0..practices.len() {
        let mut number = start;
        while seen[number] == usize::MAX {
            seen[number] = start;
            match sources[number] {
                Some(source) => number = source.0,
                None => break,
            }
        }
        let is_new_circle = seen[number] == start && sources[number].is_some();
        if !is_new_circle {
            continue;
        }
        let mut circle = vec![PracticeId(number)];
        while let Some(next) = sources[circle[circle.len() - 1].0]
            && next != circle[0]
        {
            circle.push(next);
        }
        let first = circle.iter().position(|it| Some(it) == circle.iter().min());
        circle.rotate_left(first.unwrap_or(0));
        let names = circle.iter().chain(circle.first());
        let names = names.map(|it| {
            let practice = &practices[it.0];
            format!(
                "{}/best-practices/{}",
                centers[practice.center.0].path, practice.slug
            )
        });
        let at = place(circle[0]);
        let mut diagnostic =
            Diagnostic::error(Problem::AdaptedInACircle(names.collect())).at(&at.file, at.span);
        for id in &circle[1..] {
            diagnostic = diagnostic.with_related(place(*id));
        }
        found.push(diagnostic);
        for id in circle {
            sources[id.0] = None;
        }
    }
}

/// Whether two practices are of one centre or have one slug: only among those is the nearest looked for, there may be thousands.
fn is_kin(one: &str, other: &str) -> bool {
    match (one.rsplit_once('/'), other.rsplit_once('/')) {
        (Some((center, slug)), Some((other_center, other_slug))) => {
            center == other_center || slug == other_slug
        }
        _ => false,
    }
}

/// The practice that was meant, however its path begins and ends.
fn key(written: &str) -> &str {
    let path = written.trim_matches('/');
    let path = path.strip_prefix("content/").unwrap_or(path);
    let path = path.strip_prefix("centers/").unwrap_or(path);
    path.strip_suffix(".md").unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use crate::model::directory::PracticeId;
    use crate::testing::{a_center, a_practice, a_site};

    fn copied(from: &str) -> Vec<String> {
        a_site()
            .with(a_center("a"))
            .with(a_center("e").example())
            .with(a_practice("a", "rice"))
            .with(a_practice("a", "draft").draft())
            .with(a_practice("e", "shown"))
            .with(a_practice("a", "x").adapted_from(from))
            .problems()
    }

    #[test]
    fn a_practice_is_copied_from_one_that_exists() {
        for (from, expected) in [
            ("a/best-practices/rice", None),
            ("/centers/a/best-practices/rice/", None),
            ("e/best-practices/shown", None),
            (
                "a/best-practices/ric",
                Some("did you mean \"a/best-practices/rice\"?"),
            ),
            ("a/best-practices/x", Some("error[adapted-from-itself]")),
            ("a/best-practices/draft", Some("error[points-to-draft]")),
        ] {
            let found = copied(from);
            match expected {
                None => assert_eq!(found, [""; 0], "from {from}"),
                Some(part) => assert!(
                    found.len() == 1 && found[0].contains(part),
                    "{found:?} from {from}"
                ),
            }
        }
    }

    #[test]
    fn both_directions_are_known() {
        let (directory, found) = a_site()
            .with(a_center("a"))
            .with(a_practice("a", "b").adapted_from("a/best-practices/a"))
            .with(a_practice("a", "a"))
            .with(a_practice("a", "c").adapted_from("a/best-practices/a"))
            .check();
        assert_eq!(found, [""; 0]);
        let practices = directory.unwrap().practices;
        assert_eq!(practices[0].adapted_by, [PracticeId(1), PracticeId(2)]);
        assert_eq!(practices[1].adapted_from, Some(PracticeId(0)));
    }

    #[test]
    fn a_circle_is_reported_once() {
        let from = |slug: &str, from: &str| {
            a_practice("a", slug).adapted_from(&format!("a/best-practices/{from}"))
        };
        let site = a_site()
            .with(a_center("a"))
            .with(from("a", "d")) // leads into the circle from outside
            .with(from("b", "d"))
            .with(from("c", "b"))
            .with(from("d", "c"));
        let found = site.problems();
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].contains("b → a/best-practices/d → a/best-practices/c → a/best-practices/b"),
            "{found:?}"
        );
    }

    #[test]
    fn an_example_that_is_off_cannot_be_copied() {
        let site = || {
            a_site()
                .with(a_center("a"))
                .with(a_center("e").example())
                .with(a_practice("e", "x"))
        };
        let copy = || a_practice("a", "y").adapted_from("e/best-practices/x");
        assert_eq!(site().with(copy()).codes(), [""; 0]);
        assert_eq!(
            site().with(copy()).without_examples().codes(),
            ["error[points-to-example]"]
        );
        // Among examples that are off, nobody minds.
        let other = a_practice("e", "z").adapted_from("e/best-practices/x");
        assert_eq!(site().with(other).without_examples().codes(), [""; 0]);
    }

    #[test]
    fn a_faulty_practice_causes_no_second_error() {
        let site = a_site()
            .with(a_center("a"))
            .with(a_practice("a", "x").about("no-such-topic"))
            .with(a_practice("a", "y").adapted_from("a/best-practices/x"));
        assert_eq!(site.codes(), ["error[unknown-topic]"]);
    }
}
