//! The page of the open data: which files there are, and what their fields mean.

use super::tables::{count, open};
use crate::model::Lang;
use crate::plan::{Route, Table, TableFormat};
use crate::render::context::PageContext;
use crate::render::frame::head::{Head, Thing};
use crate::render::frame::page::MadePage;
use crate::render::view::{Data, DataField, DataFile, DataTable};

/// The page that says what there is.
pub(in crate::render) fn page(context: &PageContext) -> MadePage {
    let parts = context.parts;
    let tables = Table::ALL
        .into_iter()
        .map(|(name, table)| {
            let address = |form: TableFormat| format!("data/{name}.{}", form.extension());
            let forms = table
                .forms()
                .iter()
                .filter(|it| **it != TableFormat::Schema);
            DataTable {
                what: context.named_key("data", name),
                rows: context.count(count(parts, table)),
                files: forms
                    .map(|form| DataFile {
                        format: form.label(),
                        name: format!("{name}.{}", form.extension()),
                        href: context.links.href(&address(*form)),
                    })
                    .collect(),
                schema: context.links.href(&address(TableFormat::Schema)),
                fields: open(parts, table)
                    .fields
                    .into_iter()
                    .map(|it| DataField {
                        name: it.name,
                        kind: it.kind,
                        description: match context.lang {
                            Lang::Th => it.th,
                            Lang::En => it.en,
                        },
                    })
                    .collect(),
            }
        })
        .collect();
    let view = Data {
        tables,
        package: context.links.href("data/datapackage.json"),
        citation: citation(context),
    };
    let mut head = Head::of_list(context, "data", "data", "describe_data", Route::Data, None);
    head.thing = Some(Thing::Data);
    MadePage::new("data.html", "data", &view, head)
}

/// Who, what and where, and under which licence: what nobody has decided is left out.
fn citation(context: &PageContext) -> String {
    let site = &context.parts.directory.site;
    let author = site.publisher().map(|it| it.in_lang(context.lang).0);
    let license = site.license.as_deref();
    let license = license.map(|it| context.filled("cite_license", &[("license", it)]));
    let parts = [
        author.map(|it| format!("{it}.")),
        Some(format!("{}.", site.title.in_lang(context.lang).0)),
        Some(context.absolute(Route::Data)),
        license,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
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
