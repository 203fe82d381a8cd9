//! docs/reference/views.md is made of the comments of the views: what a template can see, field by field.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use syn::{Attribute, Expr, Fields, GenericArgument, Item, Lit, Meta, PathArguments, Type};

use super::document::anchor_of;
use super::made::is_made;
use crate::fixture::repository;
use crate::folder::files_of;

/// A view, or another name that views are made of.
struct View {
    name: String,
    about: String,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    /// In words, with links.
    kind: String,
    about: String,
}

/// The modules of the views: what each says of itself, and its views.
fn modules() -> (String, Vec<(String, Vec<View>)>) {
    let mut contract = None;
    let mut modules = Vec::new();
    for (path, bytes) in files_of(&repository().join("src/render")) {
        let is_contract = path.ends_with("view.rs") || path.ends_with("view/mod.rs");
        if !is_contract && !path.contains("view/") {
            continue;
        }
        let file = syn::parse_file(std::str::from_utf8(&bytes).unwrap()).unwrap();
        let about = comment(&file.attrs);
        if is_contract {
            contract = Some(about);
        } else {
            modules.push((about, file.items.iter().filter_map(view).collect()));
        }
    }
    (contract.expect("the views have a contract"), modules)
}

fn view(item: &Item) -> Option<View> {
    match item {
        Item::Struct(item) => Some(View {
            name: item.ident.to_string(),
            about: comment(&item.attrs),
            fields: match &item.fields {
                Fields::Named(fields) => fields.named.iter().map(field).collect(),
                _ => Vec::new(),
            },
        }),
        Item::Type(item) => Some(View {
            name: item.ident.to_string(),
            about: comment(&item.attrs),
            fields: Vec::new(),
        }),
        _ => None,
    }
}

fn field(field: &syn::Field) -> Field {
    let mut name = field.ident.as_ref().unwrap().to_string();
    let mut is_flat = false;
    for attribute in field.attrs.iter().filter(|it| it.path().is_ident("serde")) {
        attribute
            .parse_nested_meta(|it| {
                if it.path.is_ident("rename") {
                    name = it.value()?.parse::<syn::LitStr>()?.value();
                }
                is_flat |= it.path.is_ident("flatten");
                Ok(())
            })
            .unwrap();
    }
    let kind = kind(&field.ty);
    Field {
        kind: if is_flat {
            format!("the fields of {kind}, in its place")
        } else {
            kind
        },
        name,
        about: comment(&field.attrs),
    }
}

/// The words of `///` and `//!`.
fn comment(attributes: &[Attribute]) -> String {
    let mut text = String::new();
    for attribute in attributes {
        if let Meta::NameValue(it) = &attribute.meta
            && it.path.is_ident("doc")
            && let Expr::Lit(it) = &it.value
            && let Lit::Str(it) = &it.lit
        {
            let line = it.value();
            text.push_str(line.strip_prefix(' ').unwrap_or(&line));
            text.push('\n');
        }
    }
    text.trim_end().to_owned()
}

/// A type as an author of templates thinks of it.
fn kind(of: &Type) -> String {
    let path = match of {
        Type::Reference(it) => return kind(&it.elem),
        Type::Path(it) => &it.path,
        _ => panic!("a view holds what has no words here"),
    };
    let last = path.segments.last().unwrap();
    let inner: Vec<String> = match &last.arguments {
        PathArguments::AngleBracketed(it) => (it.args.iter())
            .filter_map(|it| match it {
                GenericArgument::Type(it) => Some(kind(it)),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    };
    match (last.ident.to_string().as_str(), inner.as_slice()) {
        ("String" | "str", _) => "text".to_owned(),
        ("bool", _) => "true or false".to_owned(),
        ("u8" | "u32" | "u64" | "usize" | "i64" | "f64", _) => "number".to_owned(),
        ("Value", _) => "anything".to_owned(),
        ("T", _) => "item".to_owned(),
        ("Option", [it]) => format!("{it}, or none"),
        ("Vec", [it]) => format!("list of {it}"),
        ("BTreeMap", [_, it]) => format!("{it} by name"),
        ("Cached", [it]) => it.clone(),
        (name, []) => format!("[{name}](#{})", anchor_of(name)),
        (name, [it]) => format!("[{name}](#{}) of {it}", anchor_of(name)),
        (name, _) => panic!("a view holds {name}"),
    }
}

/// A comment as a document has it: names of views are links to them, fields of views are code.
fn linked(comment: &str) -> String {
    let mut text = String::new();
    let mut rest = comment;
    while let Some((before, after)) = rest.split_once("[`") {
        let (name, after) = after.split_once("`]").unwrap();
        text.push_str(before);
        let name = name.trim_start_matches("super::");
        if let Some((view, field)) = name.split_once("::") {
            let _ = write!(text, "`{field}` of [{view}](#{})", anchor_of(view));
        } else {
            let _ = write!(text, "[{name}](#{})", anchor_of(name));
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

/// The same inside a cell of a table.
fn cell(comment: &str) -> String {
    linked(comment).replace('\n', " ").replace('|', "\\|")
}

/// The views that a link of the text leads to.
fn named(text: &str) -> BTreeSet<&str> {
    (text.split("](#").skip(1))
        .filter_map(|it| it.split(')').next())
        .collect()
}

#[test]
fn every_field_of_the_views_is_told() {
    let (contract, modules) = modules();
    // What the program's own authors read first is not for those of templates.
    let (_, contract) = contract.split_once("\n\n").unwrap();
    let contract = linked(contract);

    let about: BTreeMap<String, String> = modules
        .iter()
        .flat_map(|(_, views)| views)
        .map(|view| {
            let mut text = format!("### {}\n\n{}\n", view.name, linked(&view.about));
            if !view.fields.is_empty() {
                text.push_str("\n| field | holds | |\n|---|---|---|\n");
            }
            for it in &view.fields {
                let _ = writeln!(
                    text,
                    "| `{}` | {} | {} |",
                    it.name,
                    it.kind,
                    cell(&it.about)
                );
            }
            (anchor_of(&view.name), text)
        })
        .collect();
    // Names that only the program's own code uses are left out: nothing leads there.
    let mut told = BTreeSet::new();
    let mut waiting: Vec<&str> = named(&contract).into_iter().collect();
    while let Some(anchor) = waiting.pop() {
        let text = about
            .get(anchor)
            .unwrap_or_else(|| panic!("no view is #{anchor}"));
        if told.insert(anchor) {
            waiting.extend(named(text));
        }
    }

    let mut document = format!(
        "<!-- Made of the comments in src/render/view: change them there, then UPDATE_EXPECTED=1 cargo test --test suite docs -->\n\n\
         # What templates see\n\n{contract}\n"
    );
    for (module, views) in &modules {
        let views: Vec<&String> = (views.iter())
            .map(|it| anchor_of(&it.name))
            .filter(|it| told.contains(it.as_str()))
            .map(|it| &about[&it])
            .collect();
        let (heading, rest) = module.split_once('\n').unwrap_or((module, ""));
        let _ = write!(document, "\n## {}\n", linked(heading).trim_end_matches('.'));
        if !rest.trim().is_empty() {
            let _ = write!(document, "\n{}\n", linked(rest.trim()));
        }
        for view in views {
            let _ = write!(document, "\n{view}");
        }
    }
    is_made("docs/reference/views.md", &document);
}
