//! Areas of the register as shapes on the grid of a drawing.
//!
//! In: outlines in degrees. Out: rings and paths, thinned for a screen, with borders that stay shared; made once for all pages.
//! Never: a name, a count or a link.

pub(super) mod borders;
pub(super) mod projection;
pub(super) mod shapes;
