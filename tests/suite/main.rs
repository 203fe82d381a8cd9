//! Whole sites through the real program: one binary, so that it links once.
//!
//! `sites` compares fixture sites file by file, as `fixture` says, `hostile` feeds it what nobody should write, `laws` says what is true of any
//! site, `docs` holds README.md and docs/ to the program, `examples` holds the examples of the real site to what they promise, `filters` weighs what a browser filters a country with, `pictures` looks at
//! photos, previews and QR codes, `schemas` holds entries to the schemas that editors get, `remembering` holds a preview to what a fresh run makes; `importing`
//! fills entries from spreadsheets, `reporting` fills in paper forms, `status` tells what a site waits for; `commands`, `output` and `serving` show that
//! each verb is wired.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "these tests make site folders and look at what the program left in them; a step that fails is a failed test"
)]

#[path = "../../src/testing/folder.rs"] // shared with the unit tests
mod folder;
#[path = "../../src/testing/json_schema.rs"]
mod json_schema;
#[path = "../../src/testing/test_site.rs"]
mod test_site;

mod commands;
mod docs;
mod examples;
mod filters;
mod fixture;
mod hostile;
#[rustfmt::skip] // a row of a sheet is a line
mod importing;
mod keys;
mod laws;
mod maps;
mod output;
mod pictures;
mod program;
mod remembering;
mod reporting;
#[rustfmt::skip] // a row is a line
mod schemas;
mod search;
mod serving;
mod set_aside;
mod sites;
mod status;
