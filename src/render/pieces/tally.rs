//! How many there are: what is real is counted, and examples beside it are told apart. One rule for lists, chips and filters.

use crate::model::Directory;
use crate::model::directory::{ActivityId, CenterId, PracticeId};
use crate::render::context::{PageContext, fill};
use crate::render::view::Tally;

/// What is counted: the words `found_…` and `count_…` say it.
#[derive(Clone, Copy)]
pub(in crate::render) enum Unit {
    Centers,
    Practices,
    Activities,
    Awards,
}

/// How a count is said.
#[derive(Clone, Copy)]
pub(in crate::render) enum Saying {
    /// Over a list: `พบ ๗ แห่ง`.
    Found,
    /// Beside a name: `๗ แห่ง`.
    Beside,
}

impl Unit {
    /// The words for many and for one.
    fn words(self, saying: Saying) -> (&'static str, &'static str) {
        match (self, saying) {
            (Self::Centers, Saying::Found) => ("found_centers", "found_center_one"),
            (Self::Practices, Saying::Found) => ("found_practices", "found_practice_one"),
            (Self::Activities, Saying::Found) => ("found_activities", "found_activity_one"),
            (Self::Awards, Saying::Found) => ("found_awards", "found_award_one"),
            (Self::Centers, Saying::Beside) => ("count_centers", "count_center_one"),
            (Self::Practices, Saying::Beside) => ("count_practices", "count_practice_one"),
            (Self::Activities, Saying::Beside) => ("count_activities", "count_activity_one"),
            (Self::Awards, Saying::Beside) => ("count_awards", "count_award_one"),
        }
    }
}

/// Whether entries are examples.
pub(in crate::render) trait IsExample: Copy {
    fn is_example(self, directory: &Directory) -> bool;
}

impl IsExample for CenterId {
    fn is_example(self, directory: &Directory) -> bool {
        directory.center(self).example
    }
}

impl IsExample for PracticeId {
    fn is_example(self, directory: &Directory) -> bool {
        directory.practice(self).example
    }
}

impl IsExample for ActivityId {
    fn is_example(self, directory: &Directory) -> bool {
        directory.activity(self).example
    }
}

impl PageContext<'_> {
    /// How many of these there are.
    pub(in crate::render) fn tally(
        &self,
        unit: Unit,
        saying: Saying,
        ids: &[impl IsExample],
    ) -> Tally {
        let directory = self.parts.directory;
        let examples = ids.iter().filter(|it| it.is_example(directory)).count();
        self.tally_of(unit, saying, ids.len() - examples, examples)
    }

    /// How many real ones and examples there are.
    pub(in crate::render) fn tally_of(
        &self,
        unit: Unit,
        saying: Saying,
        real: usize,
        examples: usize,
    ) -> Tally {
        let say = |saying, count: usize| {
            let (many, one) = unit.words(saying);
            let key = if count == 1 { one } else { many };
            self.filled(key, &[("count", &self.count(count).text)])
        };
        let of_examples = || self.filled("examples", &[("count", &say(Saying::Beside, examples))]);
        Tally {
            value: real + examples,
            text: match (real, examples) {
                (_, 0) => say(saying, real),
                (0, _) => of_examples(),
                _ => format!("{} · {}", say(saying, real), of_examples()),
            },
        }
    }

    /// How a script says that some of a list are examples, for one and for many: `{count}` is left for it.
    pub(in crate::render) fn example_words(&self, unit: Unit) -> (String, String) {
        let (many, one) = unit.words(Saying::Beside);
        let of = |key| fill(self.word("examples"), &[("count", self.word(key))]);
        (of(one), of(many))
    }
}
