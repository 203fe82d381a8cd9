//! A picture that a page names → its bytes, made when somebody wants them and kept for the next time.
//!
//! In: a form of a photo, or a drawing. Out: its file. What a picture is made of names it, so whoever has a file of that name needs
//! nothing of this room: a site that did not change is built again without looking at a picture.
//! Of each photo one worker makes all forms; pixels never queue.

use std::sync::Arc;

use crate::diagnostic::Problem;
use crate::media::photo::{self, PhotoForm};
use crate::media::preview::{self, Drawing};
use crate::media::store::{Name, Store};
use crate::theme::look::Color;

/// A picture of the output.
#[derive(Clone, Debug)]
pub struct Picture {
    /// What it is made of.
    pub recipe: Recipe,
    /// Where it is kept.
    pub store: Arc<Store>,
}

/// What a picture is made of.
#[derive(Clone, Debug)]
pub enum Recipe {
    /// A form of a photo.
    Photo(PhotoForm),
    /// A link's preview, and the cover on it.
    Preview(Box<Drawing>, Option<PhotoForm>),
}

impl Picture {
    /// Another one for every picture that differs.
    #[must_use]
    pub fn hash(&self) -> blake3::Hash {
        match &self.recipe {
            Recipe::Photo(form) => blake3::hash(form.address().as_bytes()),
            Recipe::Preview(drawing, cover) => {
                drawing.hash(cover.as_ref().map(PhotoForm::address).as_deref())
            }
        }
    }

    /// Its bytes: kept, or made now.
    pub fn bytes(&self) -> Result<Vec<u8>, Problem> {
        match &self.recipe {
            Recipe::Photo(form) => photo::bytes(form, &self.store),
            Recipe::Preview(drawing, cover) => {
                let name = Name::new(&self.hash().to_hex()[..20], "png");
                self.store.made(&name, || {
                    let cover = cover
                        .as_ref()
                        .map(|it| self.cover(it, drawing.colors.cotton))
                        .transpose()?;
                    Ok(drawing.png(cover.as_ref()))
                })
            }
        }
    }

    fn cover(&self, form: &PhotoForm, ground: Color) -> Result<image::RgbImage, Problem> {
        let bytes = photo::bytes(form, &self.store)?;
        let size = (preview::COVER_WIDTH_PX, preview::HEIGHT_PX);
        photo::filling(&bytes, size, ground)
    }
}
