//! Sections that an organisation adds or puts in the place of ours, as templates of its own.
//!
//! Such a template reads the data and writes blocks. It cannot reach beyond that: no other
//! template, no environment, no variable that grows, no user text as markup, and it runs out
//! of steps and of room before it can hold up a report. One that cannot be used is told of,
//! with line and cause, and what we have stands in its place.

mod lines;
mod pieces;

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use assessment::report_style::SectionPlace;
use questionnaire::Language;
use tera::{Context, ErrorKind, Kwargs, State, Tera};

use super::engine;
use crate::document::Flaw;
pub(super) use lines::{line_of_output, marked};
use pieces::{Piece, pieces};

/// The sections of ours that a section of one's own can stand after, or in the place of.
pub const SECTIONS: [&str; 11] = [
    "summary",
    "subject",
    "committee",
    "method",
    "legal",
    "open",
    "answers",
    "follow-up",
    "conclusion",
    "meetings",
    "annexes",
];

/// How long a template may be, in bytes.
pub const LONGEST: usize = 64_000;
/// How much it may write, in bytes.
const MOST_WRITTEN: usize = 2_000_000;
/// How many tags of it may be worked off, those in loops each time.
const MOST_STEPS: u64 = 300_000;

const NAME: &str = "own.html";
const STEP: &str = "own_step";
const TOO_MANY_STEPS: &str = "the template takes too many steps";

/// The filters that make nothing much larger than what they are given, nor markup of what was typed.
const FILTERS: [&str; 27] = [
    "agreement",
    "capitalize",
    "course",
    "date",
    "default",
    "escape",
    "first",
    "get",
    "join",
    "last",
    "length",
    "lower",
    "median",
    "moment",
    "nth",
    "quorum",
    "reverse",
    "round",
    "said",
    "score",
    "size",
    "sort",
    "tally",
    "time",
    "trim",
    "upper",
    "verdict",
];

/// A section of an organisation's own that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Which.
    pub place: SectionPlace,
    /// In which line of the template, where that is known.
    pub line: Option<usize>,
    /// Why.
    pub cause: Flaw,
}

/// Why a template cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused {
    pub(super) line: Option<usize>,
    pub(super) cause: Flaw,
}

/// One of the template as a whole.
impl From<Flaw> for Refused {
    fn from(cause: Flaw) -> Self {
        let line = None;
        Self { line, cause }
    }
}

impl Refused {
    pub(super) fn at(self, place: &SectionPlace) -> Broken {
        Broken {
            place: place.clone(),
            line: self.line,
            cause: self.cause,
        }
    }
}

/// Whether a section could be used, as far as that can be told without a report.
///
/// # Errors
/// Why not.
pub fn check_section(place: &SectionPlace, text: &str) -> Result<(), Broken> {
    // What there is to call on is the same in every language.
    known(place)
        .and_then(|()| alone(&engine(Language::Nl), text))
        .map(|_| ())
        .map_err(|refused| refused.at(place))
}

/// Whether there is such a place in a report.
pub(super) fn known(place: &SectionPlace) -> Result<(), Refused> {
    if SECTIONS.contains(&place.section()) {
        return Ok(());
    }
    Err(Flaw::new("own-no-section")
        .with("section", place.section())
        .into())
}

/// The template, held to what it may do and made to count its steps.
fn prepared(text: &str) -> Result<String, Refused> {
    if text.len() > LONGEST {
        return Err(Flaw::new("own-too-long").with("most", LONGEST).into());
    }
    let mut prepared = String::with_capacity(2 * text.len());
    for piece in pieces(text)? {
        match piece {
            Piece::Text(text) | Piece::Comment(text) => prepared.push_str(text),
            Piece::Tag { begin, trims, end } => {
                let trim = if trims { "-" } else { "" };
                prepared.extend([begin, end, "{{ ", STEP, "() ", trim, "}}"]);
            }
        }
    }
    Ok(prepared)
}

/// What the program offers to a template, with the template and none of the program's own beside it.
fn alone(program: &Tera, text: &str) -> Result<Tera, Refused> {
    let prepared = prepared(text)?;
    let mut tera = Tera::default();
    tera.register_from(program);
    let steps = Arc::new(AtomicU64::new(0));
    tera.register_function(STEP, move |_: Kwargs, _: &State<'_>| {
        if steps.fetch_add(1, Ordering::Relaxed) > MOST_STEPS {
            return Err(tera::Error::message(TOO_MANY_STEPS));
        }
        Ok("")
    });
    tera.add_raw_template(NAME, &prepared)
        .map_err(|error| refused(&error))?;
    Ok(tera)
}

/// What the template writes, with the texts of the program at hand.
pub(super) fn write(program: &Tera, text: &str, context: &Context) -> Result<String, Refused> {
    let tera = alone(program, text)?;
    let mut written = Bounded(Vec::new());
    tera.render_to(NAME, context, &mut written)
        .map_err(|error| refused(&error))?;
    Ok(String::from_utf8_lossy(&written.0).into_owned())
}

/// What Tera has against a template, and where.
fn refused(error: &tera::Error) -> Refused {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Refused {
            line: Some(report.span().start_line),
            cause: told(report.message()),
        },
        ErrorKind::Io(_) => Flaw::new("own-writes-too-much").into(),
        other => told(&other.to_string()).into(),
    }
}

/// What Tera says, which knows one language.
fn told(message: &str) -> Flaw {
    if message.contains(TOO_MANY_STEPS) {
        return Flaw::new("own-too-many-steps");
    }
    Flaw::new("own-not-for-tera").with("error", message)
}

/// Takes no more than a template may write.
struct Bounded(Vec<u8>);

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > MOST_WRITTEN {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What a template is made of, and what could lead a reader of it astray.
    const PARTS: [&str; 40] = [
        "{{ name }}",
        "{{- name -}}",
        "{% if name %}",
        "{%- if not many -%}",
        "{% elif name == \"}\" %}",
        "{% else %}",
        "{%- endif -%}",
        "{% endif %}",
        "{% for one in many %}",
        "{%- for one in many -%}",
        "{{ one }}",
        "{% endfor %}",
        "{%- endfor -%}",
        "{% break %}",
        "{% continue %}",
        "{# a #}",
        "{#- {{ -#}",
        "{#-#}",
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "#}",
        "-",
        "{",
        "}",
        "\"",
        "'",
        "`",
        "\\",
        " ",
        "\n",
        "x",
        "{{ 'a\\'b' }}",
        "{{ \"a\" ~ `b` }}",
        "{{ name | upper }}",
        "{{ t(key=\"report-title\") }}",
        "{{ many | length - 1 }}",
        "{{ [1, 2] | join(sep='-') }}",
    ];

    proptest! {
        /// Counting its steps changes nothing of what a template writes: it is cut where Tera cuts it.
        #[test]
        fn a_template_that_is_counted_writes_the_same(parts in prop::collection::vec(prop::sample::select(&PARTS[..]), 0..12)) {
            let text = parts.concat();
            let engine = engine(Language::Nl);
            let Ok(counted) = alone(&engine, &text) else { return Ok(()) };
            let mut plain = Tera::default();
            plain.register_from(&engine);
            plain.add_raw_template(NAME, &text).map_err(|error| TestCaseError::fail(error.to_string()))?;
            let mut context = Context::new();
            context.insert("name", "<Noor>");
            context.insert("many", &["a", "b"]);
            let written = |tera: &Tera| tera.render(NAME, &context).ok();
            prop_assert_eq!(written(&counted), written(&plain));
        }
    }
}
