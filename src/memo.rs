//! One way to remember: a preview that makes the site again after every edit takes what is still true from here.
//!
//! In: a [`Query`], which holds everything that its answer is made from. Out: the answer, made anew only where the same was not asked
//! before. Never: an answer that a run without a memo would not give. A query is compared by what it holds, and its answer has nothing
//! else to be made from; so nothing ever has to be thrown away because it is no longer true, only because nobody asks any more.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use rayon::prelude::*;

/// A question, and everything that its answer depends on.
///
/// What is large stands in it as an [`Arc`]: a query is copied when it is asked, and one that is the same as before is known by its
/// address before anybody compares letters.
pub trait Query: Clone + Eq + Hash + Send + Sync + 'static {
    /// What is made of it; cheap to clone.
    type Answer: Clone + Send + Sync + 'static;

    /// Makes the answer. Two calls give the same.
    fn answer(self) -> Self::Answer;
}

/// A value that is known by where it lies: the answer to a query lies where it lay when the same was asked before. Whoever holds this
/// holds the value, so that no other can come to lie there.
#[derive(Debug)]
pub struct Identity<T>(pub Arc<T>);

impl<T> Clone for Identity<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Identity<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Eq for Identity<T> {}

impl<T> Hash for Identity<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Arc::as_ptr(&self.0).addr().hash(state);
    }
}

/// A worker that looks for answers looks for so many: one alone is found faster than another worker is called.
const FEWEST_AT_ONCE: usize = 256;

/// Answers of this run and of those before it.
#[derive(Debug)]
pub struct Memo {
    /// Answers by the type of their query; `None` where nothing is remembered.
    tables: Option<RwLock<HashMap<TypeId, Arc<dyn AnyTable>>>>,
    /// How many runs are over.
    run: AtomicU64,
}

impl Default for Memo {
    /// Nothing is in it yet.
    fn default() -> Self {
        Self {
            tables: Some(RwLock::default()),
            run: AtomicU64::default(),
        }
    }
}

impl Memo {
    /// Remembers nothing, for a run that no other follows: every answer is made, and its query is given away.
    #[must_use]
    pub fn off() -> Self {
        Self {
            tables: None,
            run: AtomicU64::default(),
        }
    }

    /// The answer to a query.
    pub fn get<Q: Query>(&self, query: Q) -> Q::Answer {
        let Some(table) = self.table::<Q>() else {
            return query.answer();
        };
        let run = self.run.load(Ordering::Relaxed);
        table.find(query, run).unwrap_or_else(|query| {
            // Nothing is locked meanwhile: where two workers ask the same at once, both make the same.
            let answer = query.clone().answer();
            table.keep(query, &answer, run);
            answer
        })
    }

    /// The answers to many queries in their order, made side by side.
    pub fn get_all<Q: Query>(&self, queries: Vec<Q>) -> Vec<Q::Answer> {
        let Some(table) = self.table::<Q>() else {
            return queries.into_par_iter().map(Query::answer).collect();
        };
        let run = self.run.load(Ordering::Relaxed);
        let found: Vec<Result<Q::Answer, Q>> = queries
            .into_par_iter()
            .with_min_len(FEWEST_AT_ONCE)
            .map(|query| table.find(query, run))
            .collect();
        let make = |query: Q| {
            let answer = query.clone().answer();
            table.keep(query, &answer, run);
            answer
        };
        let answers = found.into_par_iter();
        answers.map(|it| it.unwrap_or_else(make)).collect()
    }

    /// Forgets the answer to a query: for what the query cannot hold, such as whether a file was written to within the same instant.
    pub fn forget<Q: Query>(&self, query: &Q) {
        if let Some(table) = self.table::<Q>() {
            write(&table.0).remove(query);
        }
    }

    /// A run is over. Of each type of query, what this run did not ask is forgotten where it is more than an eighth of what it asked: an
    /// edit that is taken back finds its answers, and memory stays that of the site. A type that was not asked at all is left as it is,
    /// because the run ended before it came to that.
    pub fn end_run(&self) {
        let run = self.run.fetch_add(1, Ordering::Relaxed);
        for table in self
            .tables
            .iter()
            .flat_map(|it| read(it).values().cloned().collect::<Vec<_>>())
        {
            table.forget_unasked(run);
        }
    }

    fn table<Q: Query>(&self) -> Option<Arc<Table<Q>>> {
        let tables = self.tables.as_ref()?;
        let id = TypeId::of::<Q>();
        let known = read(tables).get(&id).cloned();
        let table = known.unwrap_or_else(|| {
            let mut tables = write(tables);
            let new = || -> Arc<dyn AnyTable> { Arc::new(Table::<Q>::default()) };
            Arc::clone(tables.entry(id).or_insert_with(new))
        });
        let table: Arc<dyn Any + Send + Sync> = table;
        table.downcast().ok()
    }
}

/// Answers to queries of one type.
struct Table<Q: Query>(RwLock<HashMap<Q, Known<Q::Answer>>>);

struct Known<A> {
    answer: A,
    /// The last run that asked.
    asked_in: AtomicU64,
}

impl<Q: Query> Default for Table<Q> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<Q: Query> Table<Q> {
    /// The answer to a query, else the query itself.
    fn find(&self, query: Q, run: u64) -> Result<Q::Answer, Q> {
        let all = read(&self.0);
        let Some(known) = all.get(&query) else {
            return Err(query);
        };
        known.asked_in.store(run, Ordering::Relaxed);
        Ok(known.answer.clone())
    }

    fn keep(&self, query: Q, answer: &Q::Answer, run: u64) {
        let known = Known {
            answer: answer.clone(),
            asked_in: AtomicU64::new(run),
        };
        write(&self.0).insert(query, known);
    }
}

/// A table of any type.
trait AnyTable: Any + Send + Sync + std::fmt::Debug {
    fn forget_unasked(&self, run: u64);
}

impl<Q: Query> AnyTable for Table<Q> {
    fn forget_unasked(&self, run: u64) {
        let is_asked = |it: &Known<Q::Answer>| it.asked_in.load(Ordering::Relaxed) == run;
        let known = read(&self.0);
        let asked = known.values().filter(|it| is_asked(it)).count();
        let left = known.len() - asked;
        drop(known);
        if asked > 0 && left > asked.div_ceil(8) {
            write(&self.0).retain(|_, it| is_asked(it));
        }
    }
}

impl<Q: Query> std::fmt::Debug for Table<Q> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} answers", read(&self.0).len())
    }
}

// A worker that panicked left an answer out, never half of one.
fn read<T>(lock: &RwLock<T>) -> RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}

fn write<T>(lock: &RwLock<T>) -> RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use super::*;

    /// A number whose answer says how many were made before it.
    #[derive(Clone)]
    struct Numbered(u32, Arc<AtomicUsize>);

    impl PartialEq for Numbered {
        fn eq(&self, other: &Self) -> bool {
            self.0 == other.0
        }
    }

    impl Eq for Numbered {}

    impl Hash for Numbered {
        fn hash<H: Hasher>(&self, state: &mut H) {
            self.0.hash(state);
        }
    }

    impl Query for Numbered {
        type Answer = usize;

        fn answer(self) -> usize {
            self.1.fetch_add(1, Ordering::Relaxed)
        }
    }

    /// Asks for numbers in a run of their own: how many of them were made for it.
    fn made(
        memo: &Memo,
        numbers: impl IntoIterator<Item = u32>,
        count: &Arc<AtomicUsize>,
    ) -> usize {
        let before = count.load(Ordering::Relaxed);
        for number in numbers {
            memo.get(Numbered(number, Arc::clone(count)));
        }
        memo.end_run();
        count.load(Ordering::Relaxed) - before
    }

    #[test]
    fn the_same_is_made_once() {
        let count = Arc::default();
        let memo = Memo::default();
        assert_eq!(made(&memo, [1, 2, 1], &count), 2);
        assert_eq!(made(&memo, [2, 1, 3], &count), 1);
        memo.forget(&Numbered(2, Arc::clone(&count)));
        assert_eq!(made(&memo, [1, 2, 3], &count), 1);
        assert_eq!(made(&Memo::off(), [1, 1], &count), 2);
    }

    #[test]
    fn what_nobody_asks_for_is_forgotten() {
        let count = Arc::default();
        let memo = Memo::default();
        assert_eq!(made(&memo, 0..80, &count), 80);
        assert_eq!(made(&memo, 0..75, &count), 0);
        assert_eq!(made(&memo, 0..80, &count), 0, "an edit is taken back");
        assert_eq!(made(&memo, 80..90, &count), 10);
        assert_eq!(made(&memo, 0..80, &count), 80);
        assert_eq!(made(&memo, [], &count), 0);
        assert_eq!(made(&memo, 0..80, &count), 0, "a run that ended early");
    }
}
