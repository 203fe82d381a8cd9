//! A map in the making: areas, links, points and names as SVG, without a style and without a script.

use std::fmt::Write as _;

use super::credits;
use super::names::{Label, Shown};
use super::spots::{HasSpots, Placed, Spot};
use crate::html::{escape, escaped};
use crate::plan::Route;
use crate::render::context::PageContext;
use crate::render::geometry::borders::Rings;
use crate::render::geometry::projection::{Frame, halved, path};
use crate::render::view::{Html, Map, Named};

/// A drawing in the making.
pub(super) struct Svg {
    pub frame: Frame,
    pub text: String,
}

impl Svg {
    pub(super) fn new(frame: Frame, label: &str) -> Self {
        let Frame { width, height, .. } = frame;
        let label = escaped(label);
        let text = format!(
            "<svg class=\"map\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"group\" aria-label=\"{label}\">"
        );
        Self { frame, text }
    }

    pub(super) fn open_areas(&mut self) {
        self.text
            .push_str("<g class=\"areas\" transform=\"scale(2)\">");
    }

    pub(super) fn close(&mut self) {
        self.text.push_str("</g>");
    }

    pub(super) fn title(&mut self, title: &str) {
        self.text.push_str("<title>");
        escape(&mut self.text, title);
        self.text.push_str("</title>");
    }

    pub(super) fn link(&mut self, href: &str, class: &str, title: &str) {
        self.text.push_str("\n<a href=\"");
        escape(&mut self.text, href);
        let _ = write!(self.text, "\" class=\"{class}\">");
        self.title(title);
    }

    pub(super) fn area(&mut self, rings: &Rings) {
        let _ = write!(self.text, "<path d=\"{}\"/>", path(&halved(rings)));
    }

    pub(super) fn size(&self) -> (i32, i32) {
        (self.frame.width, self.frame.height)
    }

    /// Centres as points.
    pub(super) fn spots(&mut self, context: &PageContext, spots: &Placed) -> HasSpots {
        let mut has = HasSpots::default();
        if spots.all.is_empty() {
            return has;
        }
        // A pin is drawn once; around it is room for a finger.
        self.text.push_str(if spots.are_links {
            "\n<defs><g id=\"map-pin\"><circle class=\"reach\" r=\"32\"/><circle r=\"11\"/></g></defs><g class=\"spots\">"
        } else {
            "\n<g class=\"spots\" aria-hidden=\"true\">"
        });
        for Spot { id, at, is_rough } in &spots.all {
            let (x, y) = at;
            let center = context.parts.directory.center(*id);
            let (kind, class) = match (is_rough, center.example) {
                (true, _) => (&mut has.rough, " class=\"rough\""),
                (_, true) => (&mut has.example, " class=\"example\""),
                _ => (&mut has.exact, ""),
            };
            *kind = true;
            let all = context.parts.listings.centers();
            let place = all.iter().position(|it| it == id);
            let place = place.filter(|_| spots.are_listed);
            let place = place.map_or_else(String::new, |it| format!(" data-at=\"{it}\""));
            if !spots.are_links {
                let _ = write!(
                    self.text,
                    "<circle{class}{place} cx=\"{x}\" cy=\"{y}\" r=\"9\"/>"
                );
                continue;
            }
            let mut title = context.text(&center.name).text;
            if let Some(status) = context.closed_status(center) {
                let _ = write!(title, " ({})", status.name);
            }
            if center.example {
                let _ = write!(title, " ({})", context.word("example"));
            }
            self.text.push_str("\n<a href=\"");
            escape(&mut self.text, &context.href(Route::Center(*id)));
            let _ = write!(
                self.text,
                "\" data-key=\"{}\"{class}{place}>",
                escaped(&center.path)
            );
            self.title(&title);
            let _ = write!(
                self.text,
                "<use href=\"#map-pin\" x=\"{x}\" y=\"{y}\"/></a>"
            );
        }
        self.close();
        has
    }

    /// Names where there is room for them; links and lists have them too, so nobody hears them twice. The lines of a name stand
    /// around its middle, a count below.
    pub(super) fn names(&mut self, labels: &[Label], counts: impl Iterator<Item = Option<String>>) {
        self.text
            .push_str("\n<g class=\"names\" aria-hidden=\"true\">");
        for (label, count) in labels.iter().zip(counts) {
            let class = match label.shown {
                Shown::Everywhere => "",
                Shown::Wide => " class=\"wide\"",
                Shown::Nowhere => continue,
            };
            let (x, y) = label.at;
            let (first, second) = &label.name;
            // Each line below the first lifts it by half a line.
            let lift = match (second, &count) {
                (None, None) => ".3",
                (Some(_), Some(_)) => "-.9",
                _ => "-.3",
            };
            let _ = write!(
                self.text,
                "<text{class} x=\"{x}\" y=\"{y}\" dy=\"{lift}em\">"
            );
            escape(&mut self.text, first);
            let lines = [(second, ""), (&count, " class=\"count\"")];
            for (line, class) in lines {
                if let Some(line) = line {
                    let _ = write!(self.text, "<tspan{class} x=\"{x}\" dy=\"1.2em\">");
                    escape(&mut self.text, line);
                    self.text.push_str("</tspan>");
                }
            }
            self.text.push_str("</text>");
        }
        self.close();
    }

    pub(super) fn map(mut self, context: &PageContext, tints: Vec<Named>, has: HasSpots) -> Map {
        self.text.push_str("</svg>");
        Map {
            svg: Html(self.text),
            tints,
            has_spots: has.exact,
            has_example_spots: has.example,
            has_rough_spots: has.rough,
            credits: credits::credits(context),
        }
    }
}
