//! What may still be open before a site goes public.

/// What a site needs before it is shown to everyone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenPoint {
    /// `base_url` is still an example's, or a computer's own.
    Address(String),
    /// Nobody can be reached.
    Contact,
    /// Under which conditions texts and photos may be used.
    License,
    /// Whether the site is the office's own.
    Official,
    /// Who answers for personal data.
    Controller,
    /// How whoever answers for personal data is reached: the key that is missing.
    ControllerContact(&'static str),
    /// So many examples are still shown.
    Examples(usize),
}
