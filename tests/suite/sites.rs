//! Fixture sites, one folder of `tests/sites/` each: every file of the output and every word said, in both languages.

use crate::fixture::fixture;

#[test]
fn the_smallest_site() {
    fixture("smallest").matches_expected();
}

#[test]
fn every_key_is_shown() {
    fixture("showcase-plain").matches_expected();
}

#[test]
fn a_misspelt_district_is_reported() {
    fixture("misspelt-district").matches_expected();
}

#[test]
fn nobody_is_named_without_consent() {
    fixture("consent").matches_expected();
}

#[test]
fn drafts_and_examples_stay_at_home() {
    fixture("drafts-and-examples").matches_expected();
}

#[test]
fn drafts_are_shown_when_asked_for() {
    let folder = fixture("drafts-and-examples").site().on_disk();
    let built = folder.built(&["--drafts"]);
    let practice = "centers/khueang-nai/hua-don/best-practices/draft/index.html";
    assert!(built.contains_key(practice), "{:?}", built.keys());
    assert!(!built.keys().any(|it| it.contains("examples/")));
}

#[test]
fn two_languages_and_what_lacks_a_translation() {
    fixture("two-languages").matches_expected();
}

#[test]
fn a_portable_site_names_files() {
    fixture("portable")
        .with(&["--base-url", "./"])
        .matches_expected();
}

#[test]
fn an_entry_that_says_nothing_and_one_with_the_longest_name() {
    fixture("awkward-entries").matches_expected();
}

#[test]
fn old_addresses_lead_to_new_ones() {
    fixture("aliases").matches_expected();
}
