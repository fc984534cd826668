//! Which elements an SVG may hold. A library that draws leaves out what it does not know; here, what is not on the list is
//! named instead.

use usvg::roxmltree::{Document, Error, Node, ParsingOptions, TextPos};

use crate::NotALogo;

const SVG: &str = "http://www.w3.org/2000/svg";

/// What draws areas and lines, what they share, and words about the picture. Gradients and patterns may stand there
/// unused; clipping is looked at where it is used.
const ELEMENTS: [&str; 23] = [
    "a",
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "g",
    "line",
    "linearGradient",
    "metadata",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "title",
    "use",
];

/// What is not looked into: it is never drawn.
const SILENT: [&str; 3] = ["metadata", "title", "desc"];

/// Refuses an SVG with anything that would be left out, or that reaches outside.
pub(super) fn check(text: &str) -> Result<(), NotALogo> {
    // Some programs write entities for the names of their namespaces; the parser knows no others than those in the file.
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    let document =
        Document::parse_with_options(text, options).map_err(|error| not_an_svg(text, &error))?;
    let root = document.root_element();
    if !root.has_tag_name((SVG, "svg")) {
        return Err(NotALogo::OtherKind);
    }
    let mut open = vec![root];
    while let Some(element) = open.pop() {
        // Notes that a drawing program makes for itself, in a namespace of its own, are drawn by none.
        if element.tag_name().namespace() != Some(SVG) {
            continue;
        }
        let name = element.tag_name().name();
        if !ELEMENTS.contains(&name) {
            return Err(refused(&format!("<{name}>"), &element));
        }
        for attribute in element.attributes() {
            let (given, value) = (attribute.name(), attribute.value());
            let leads_outside = given == "href" && !value.starts_with('#') && name != "a";
            if leads_outside || given.starts_with("on") {
                return Err(refused(given, &element));
            }
            if names_outside(value) {
                return Err(refused("url()", &element));
            }
        }
        if name == "style" {
            let rules = element.text().unwrap_or_default();
            if rules.contains("@import") || names_outside(rules) {
                return Err(refused("<style>", &element));
            }
        }
        if !SILENT.contains(&name) {
            open.extend(element.children().filter(Node::is_element));
        }
    }
    Ok(())
}

/// Whether something is named by an address that is no place in the file itself.
fn names_outside(value: &str) -> bool {
    value.split("url(").skip(1).any(|address| {
        !address
            .trim_start_matches([' ', '\'', '"'])
            .starts_with('#')
    })
}

/// A text that does not even begin as XML is of another kind; one that does is damaged where it stops being XML.
fn not_an_svg(text: &str, error: &Error) -> NotALogo {
    if text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('<')
    {
        damaged(error)
    } else {
        NotALogo::OtherKind
    }
}

/// Damaged, from the line where reading stopped; the parser says line 1, character 1 where it does not know.
pub(super) fn damaged(error: &Error) -> NotALogo {
    let place = error.pos();
    NotALogo::Damaged {
        line: (place != TextPos::new(1, 1)).then_some(place.row),
    }
}

fn refused(what: &str, element: &Node<'_, '_>) -> NotALogo {
    let line = element.document().text_pos_at(element.range().start).row;
    NotALogo::Undrawable {
        what: what.to_owned(),
        line: Some(line),
    }
}
