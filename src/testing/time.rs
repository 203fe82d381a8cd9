//! Time and length: what grows with the square of a text stops a build when somebody's file is broken in one long way.
#![expect(clippy::disallowed_methods, reason = "time is what this is about")]

use std::time::Instant;

/// Bytes of the smaller text, and how many times as many the larger has.
const SMALL: usize = 4_000;
const TIMES: usize = 16;

/// Holds that sixteen times as much takes about sixteen times as long, and not two hundred and fifty-six times. A machine may be busy: the best of some tries counts.
pub fn grows_with_its_length(what: &str, text: impl Fn(usize) -> String, run: impl Fn(&str)) {
    let time = |text: &str| {
        let began = Instant::now();
        run(text);
        began.elapsed().as_secs_f64()
    };
    let (small, large) = (text(SMALL), text(SMALL * TIMES));
    let (mut short, mut long) = (f64::MAX, f64::MAX);
    for _ in 0..8 {
        long = long.min(time(&large));
        if long < 0.1 {
            return;
        }
        short = short.min(time(&small));
        if long < short * 100.0 {
            return;
        }
    }
    panic!("{what}: {short:.3} s, and {long:.3} s for {TIMES} times as much");
}
