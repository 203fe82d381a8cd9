//! What somebody probably meant: the nearest of the right words.

/// The candidate nearest to what was written, where one is near enough to be worth a question.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let length = written.chars().count();
    if length > 200 {
        return None; // Nobody misspells that much, and comparing costs the square of it.
    }
    let small = written.to_lowercase();
    candidates
        .into_iter()
        .filter(|it| *it != written)
        .map(|it| (strsim::damerau_levenshtein(&small, &it.to_lowercase()), it))
        .filter(|(distance, it)| *distance <= (length.max(it.chars().count()) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, it)| it.to_owned())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn asks_only_about_what_is_near() {
        let keys = ["name", "level", "summary", "เขื่องใน"];
        for (written, expected) in [
            ("nmae", Some("name")),
            ("Level", Some("level")),
            ("summery", Some("summary")),
            ("เขื่องไน", Some("เขื่องใน")),
            ("telephone", None),
        ] {
            assert_eq!(
                nearest(written, keys).as_deref(),
                expected,
                "for {written:?}"
            );
        }
    }
}
