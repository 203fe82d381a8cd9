//! The only code that speaks to a person: diagnostics and progress to stderr, data to stdout.
