//! The pages for people: one file a kind of page.
//!
//! In: what a page is about, and the context of the page. Out: its template, its view and its head. Never: addresses and HTML, which the
//! context and the theme make.

pub(super) mod activities;
pub(super) mod activity;
pub(super) mod article;
mod award_counts;
pub(super) mod awards;
pub(super) mod best_practices;
mod by_district;
pub(super) mod center;
pub(super) mod centers;
pub(super) mod district;
pub(super) mod districts;
pub(super) mod forms;
pub(super) mod home;
mod pagination;
pub(super) mod practice;
pub(super) mod progress;
pub(super) mod search_page;
pub(super) mod topic;
pub(super) mod topics;
