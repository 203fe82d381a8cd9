//! What a page may load: said in the page itself, and by hosts that send headers.

/// What a page may load, for `<meta>`: nothing from another host, no script or style inside the page.
pub(in crate::render) fn page_policy(is_portable: bool) -> String {
    // A page opened from a folder has no host that `'self'` could mean.
    let own = if is_portable {
        "'self' file:"
    } else {
        "'self'"
    };
    format!(
        "default-src 'none'; script-src {own}; style-src {own}; img-src {own} data:; font-src {own}; connect-src {own}; \
         manifest-src {own}; worker-src {own}; base-uri 'none'; form-action {own}"
    )
}
