//! Topics that an entry names.

use std::collections::BTreeSet;

use crate::diagnostic::Problem;
use crate::schema::reader::Reader;
use crate::value::Spanned;

/// Keeps each topic once, and reports those that stand twice.
pub(super) fn each_topic_once<R: Reader>(topics: &mut Vec<Spanned<String>>, reader: &mut R) {
    let mut seen = BTreeSet::new();
    topics.retain(|it| {
        let is_new = seen.insert(it.value.clone());
        if !is_new {
            let problem = Problem::RepeatedTopic(it.value.clone());
            reader.report_again(it.span.clone(), None, problem);
        }
        is_new
    });
}
