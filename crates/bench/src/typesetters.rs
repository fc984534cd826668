//! The report full of tables and charts as other typesetters take it, with the same words, fonts and charts, made into a
//! tagged PDF by each: what is there to compare with.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use report::charts::{Anchor, Colour, Drawing};

use crate::cases::{PARTS, ROWS, cell, radar};

/// A typesetter that is driven from Python.
#[derive(Clone, Copy)]
pub(crate) struct Typesetter {
    /// How it is called.
    pub(crate) name: &'static str,
    /// What Python imports.
    module: &'static str,
    /// What Python runs: it reads its source in the folder and writes its PDF there; its argument is the folder with the fonts.
    pub(crate) program: &'static str,
    /// What it writes.
    pub(crate) pdf: &'static str,
}

/// Those there are.
pub(crate) const TYPESETTERS: [Typesetter; 2] = [
    Typesetter {
        name: "typst",
        module: "typst",
        program: "import sys, typst\n\
            typst.compile('pages.typ', output='typst.pdf', font_paths=[sys.argv[1]], pdf_standards='ua-1')",
        pdf: "typst.pdf",
    },
    Typesetter {
        name: "WeasyPrint",
        module: "weasyprint",
        program: "import weasyprint\n\
            weasyprint.HTML('pages.html', base_url='.').write_pdf('weasyprint.pdf', pdf_variant='pdf/ua-1', pdf_tags=True)",
        pdf: "weasyprint.pdf",
    },
];

impl Typesetter {
    /// Whether a Python has it.
    pub(crate) fn is_in(&self, python: &Path) -> bool {
        let import = format!("import {}", self.module);
        let tried = Command::new(python).args(["-c", &import]).output();
        tried.is_ok_and(|output| output.status.success())
    }
}

/// Where the fonts of the report are.
pub(crate) fn fonts() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../report/fonts"))
}

/// Writes what the typesetters read.
pub(crate) fn prepare(folder: &Path, words: &str) -> Result<()> {
    let mut measure = |text: &str, size: f32, _: bool| text.chars().count() as f32 * size * 0.5;
    fs::write(
        folder.join("radar.svg"),
        svg(&radar().draw(471.0, &mut measure)),
    )?;
    fs::write(folder.join("pages.typ"), typst(words))?;
    fs::write(folder.join("pages.html"), html(words)?)?;
    Ok(())
}

fn typst(words: &str) -> String {
    let mut source = "#set document(title: \"Verantwoording\")\n\
        #set page(paper: \"a4\", margin: (x: 62pt, y: 88pt), header: [Voorbeeld Webwinkel B.V.], \
        footer: context [Pagina #counter(page).display() van #counter(page).final().first()])\n\
        #set text(lang: \"nl\", font: \"Source Serif 4\", size: 10.1pt)\n\
        #set par(justify: true, leading: 0.6em)\n\
        #show heading: set block(above: 34pt, below: 12pt)\n\
        #show figure: set block(breakable: true)\n\
        #outline(title: [Inhoud])\n"
        .to_owned();
    for part in 1..=PARTS {
        let _ = write!(
            source,
            "= {part} Onderdeel {part}\n{words}\n\n{words}\n\n\
             #figure(image(\"radar.svg\", alt: \"Radardiagram\"), caption: [Score per belofte])\n\
             #figure(table(columns: (1fr, 6fr, 2fr), table.header[Nr.][Wat][Waarde],\n"
        );
        for row in 1..=ROWS {
            let (what, value) = cell(part, row);
            let _ = writeln!(source, "[{row}], [{what}], [{value}],");
        }
        source.push_str("), caption: [Metingen])\n");
    }
    source
}

fn html(words: &str) -> Result<String> {
    let fonts = fs::canonicalize(fonts())?;
    let fonts = fonts.to_str().context("a folder that can be written")?;
    let mut source = format!(
        "<!DOCTYPE html><html lang=\"nl\"><head><meta charset=\"utf-8\"><title>Verantwoording</title><style>\
         @font-face {{ font-family: Serif4; src: url('file://{fonts}/SourceSerif4-Regular.ttf') }}\
         @font-face {{ font-family: Serif4; font-weight: 600; src: url('file://{fonts}/SourceSerif4-Semibold.ttf') }}\
         @page {{ size: A4; margin: 88pt 62pt; @top-left {{ content: 'Voorbeeld Webwinkel B.V.' }} \
         @bottom-right {{ content: 'Pagina ' counter(page) ' van ' counter(pages) }} }}\
         body {{ font: 10.1pt/14.2pt Serif4; text-align: justify; hyphens: auto }}\
         h1 {{ font: 600 24pt/29pt Serif4 }} table {{ width: 100%; text-align: left }} thead {{ display: table-header-group }}\
         nav a::after {{ content: ' ' target-counter(attr(href), page) }}</style></head><body><nav><h1>Inhoud</h1><ul>"
    );
    for part in 1..=PARTS {
        let _ = write!(
            source,
            "<li><a href=\"#part-{part}\">{part} Onderdeel {part}</a></li>"
        );
    }
    source.push_str("</ul></nav>");
    for part in 1..=PARTS {
        let _ = write!(
            source,
            "<h1 id=\"part-{part}\">{part} Onderdeel {part}</h1><p>{words}</p><p>{words}</p>\
             <figure><img src=\"radar.svg\" alt=\"Radardiagram\" style=\"width: 471pt\"><figcaption>Score per belofte</figcaption></figure>\
             <table><caption>Metingen</caption><thead><tr><th>Nr.</th><th>Wat</th><th>Waarde</th></tr></thead><tbody>"
        );
        for row in 1..=ROWS {
            let (what, value) = cell(part, row);
            let _ = write!(
                source,
                "<tr><th>{row}</th><td>{what}</td><td>{value}</td></tr>"
            );
        }
        source.push_str("</tbody></table>");
    }
    source.push_str("</body></html>");
    Ok(source)
}

/// The chart as every typesetter can read it.
fn svg(drawing: &Drawing) -> String {
    let colour = |Colour(red, green, blue): Colour| format!("#{red:02x}{green:02x}{blue:02x}");
    let (width, height) = (drawing.width, drawing.height);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}pt\" height=\"{height}pt\" viewBox=\"0 0 {width} {height}\">"
    );
    for shape in &drawing.shapes {
        let mut path = String::new();
        let mut handles = 0;
        for (at, point) in shape.path.iter().enumerate() {
            let command = match (at, point.is_handle, handles) {
                (0, ..) => "M",
                (_, true, 0) => "C",
                (_, false, 0) => "L",
                _ => " ",
            };
            handles = if point.is_handle { handles + 1 } else { 0 };
            let _ = write!(path, "{command}{} {}", point.x, point.y);
        }
        if shape.closed {
            path.push('Z');
        }
        let fill = shape.fill.map_or("none".to_owned(), colour);
        let _ = write!(svg, "<path d=\"{path}\" fill=\"{fill}\"");
        if let Some(stroke) = &shape.stroke {
            let _ = write!(
                svg,
                " stroke=\"{}\" stroke-width=\"{}\"",
                colour(stroke.colour),
                stroke.width
            );
        }
        svg.push_str("/>");
    }
    for label in &drawing.labels {
        let anchor = match label.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let _ = write!(
            svg,
            "<text x=\"{}\" y=\"{}\" font-family=\"Source Sans 3\" font-size=\"{}\" text-anchor=\"{anchor}\" fill=\"{}\">{}</text>",
            label.x,
            label.y,
            label.size,
            colour(label.colour),
            label.text
        );
    }
    svg.push_str("</svg>");
    svg
}
