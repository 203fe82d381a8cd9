//! Values by number that pages share, such as the cards of entries: made when a page first asks, and kept as long as there is room.
//!
//! In: a number, and how its value is made. Out: the value. Never: more values than there are places, however large the site. Pages are
//! rendered in the order of their addresses and show what lies near, so that what a number pushes out of its place is rarely asked for again.

use std::sync::{Mutex, PoisonError};

/// As many values as are kept of a kind.
const MOST: usize = 20_000;

/// Places for values; every number has one, which it shares with others where there are more numbers than places.
#[derive(Debug)]
pub(super) struct Kept<T>(Box<[Place<T>]>);

/// A value and its number.
type Place<T> = Mutex<Option<(usize, T)>>;

impl<T: Clone> Kept<T> {
    /// For so many numbers.
    pub(super) fn of(count: usize) -> Self {
        let places = std::iter::repeat_with(Mutex::default);
        Self(places.take(count.min(MOST)).collect())
    }

    /// The value of a number. What cannot be made is not kept.
    pub(super) fn get<E>(
        &self,
        number: usize,
        make: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        if self.0.is_empty() {
            return make();
        }
        let place = &self.0[number % self.0.len()];
        let lock = || place.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((kept, value)) = &*lock()
            && *kept == number
        {
            return Ok(value.clone());
        }
        // Nothing is locked meanwhile: where two workers ask the same at once, both make the same.
        let value = make()?;
        *lock() = Some((number, value.clone()));
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_made_once_as_long_as_nobody_takes_its_place() {
        let kept = Kept::of(MOST + 5);
        let made = |number: usize, value: usize| kept.get(number, || Ok::<_, ()>(value));
        assert_eq!(made(1, 10), Ok(10));
        assert_eq!(made(1, 11), Ok(10));
        assert_eq!(made(MOST + 1, 20), Ok(20), "never another's value");
        assert_eq!(made(1, 12), Ok(12));
        assert_eq!(kept.get(2, || Err("no")), Err("no"));
        assert_eq!(kept.get(2, || Ok::<_, ()>(3)), Ok(3));
        let none = Kept::of(0);
        assert_eq!(none.get(7, || Ok::<_, ()>(1)), Ok(1));
        assert_eq!(none.get(7, || Ok::<_, ()>(2)), Ok(2));
    }
}
