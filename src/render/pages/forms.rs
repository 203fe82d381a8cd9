//! The blank paper forms: where they are, and their bytes. There is no personal data in them.

use crate::diagnostic::{Diagnostic, Problem};
use crate::forms;
use crate::plan::{Route, form_address};
use crate::render::context::PageContext;
use crate::render::frame::head::Head;
use crate::render::frame::page::MadePage;
use crate::render::view::{BlankForm, Forms};
use crate::schema::PaperForm;

/// The page that says which there are.
pub(in crate::render) fn page(context: &PageContext) -> MadePage {
    let view = Forms {
        forms: PaperForm::ALL
            .into_iter()
            .map(|form| BlankForm {
                what: context.named_key("form", form.word()),
                workbook: context.links.href(&form_address(form)),
            })
            .collect(),
    };
    let head = Head::of_list(
        context,
        "forms",
        "forms",
        "describe_forms",
        Route::Forms,
        None,
    );
    MadePage::new("forms.html", "forms", &view, head)
}

/// The bytes of a form.
pub(in crate::render) fn blank(path: &str, form: PaperForm) -> Result<Vec<u8>, Diagnostic> {
    forms::workbook::bytes(&forms::blank(form)).map_err(|error| {
        Diagnostic::error(Problem::CannotWrite {
            path: path.to_owned(),
            error: error.to_string(),
        })
    })
}
