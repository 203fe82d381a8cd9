//! The page of the open data: which files there are, and what their fields mean.

use super::tables::{count, open};
use crate::model::Lang;
use crate::plan::{Route, Table, TableFormat};
use crate::render::context::Voice;
use crate::render::frame::head::{Head, Thing};
use crate::render::frame::page::MadePage;
use crate::render::view::{Data, DataField, DataFile, DataTable};

/// The page that says what there is.
pub(in crate::render) fn page(voice: &Voice) -> MadePage {
    let parts = voice.parts;
    let site = &parts.directory.site;
    let tables = Table::ALL
        .into_iter()
        .map(|(name, table)| {
            let address = |form: TableFormat| format!("data/{name}.{}", form.extension());
            let forms = table
                .forms()
                .iter()
                .filter(|it| **it != TableFormat::Schema);
            DataTable {
                what: voice.named_key("data", name),
                rows: voice.count(count(parts, table)),
                files: forms
                    .map(|form| DataFile {
                        format: form.label(),
                        name: format!("{name}.{}", form.extension()),
                        href: voice.links.href(&address(*form)),
                    })
                    .collect(),
                schema: voice.links.href(&address(TableFormat::Schema)),
                fields: open(parts, table)
                    .fields
                    .into_iter()
                    .map(|it| DataField {
                        name: it.name,
                        kind: it.kind,
                        description: match voice.lang {
                            Lang::Th => it.th,
                            Lang::En => it.en,
                        },
                    })
                    .collect(),
            }
        })
        .collect();
    let title = site.title.in_lang(voice.lang).0;
    let publisher = site
        .organization
        .name
        .as_ref()
        .map_or(title, |it| it.in_lang(voice.lang).0);
    let view = Data {
        tables,
        package: voice.links.href("data/datapackage.json"),
        citation: voice.filled(
            "cite",
            &[
                ("organization", publisher),
                ("title", title),
                ("address", &voice.absolute(Route::Data)),
                ("license", site.license.as_deref().unwrap_or("–")),
            ],
        ),
    };
    let mut head = Head::of_list(voice, "data", "data", "describe_data", Route::Data, None);
    head.thing = Some(Thing::Data);
    MadePage::new("data.html", "data", &view, head)
}

impl TableFormat {
    fn label(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Csv => "CSV",
            Self::GeoJson => "GeoJSON",
            Self::Schema => "JSON Schema",
        }
    }
}
