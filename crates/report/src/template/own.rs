//! Sections that an organisation adds or puts in the place of ours, as templates of its own.
//!
//! Such a template reads the data and writes blocks. It cannot reach beyond that: no other
//! template, no environment, no variable that grows, no user text as markup, and it runs out
//! of steps and of room before it can hold up a report. One that cannot be used is told of,
//! with line and cause, and what we have stands in its place.

mod lines;

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use assessment::report_style::SectionPlace;
use tera::ast::{Expr, ExprVal, FunctionCall, Node};
use tera::{Context, Template, Tera, Value};

use super::explain;
use lines::{last_line, line_in_syntax_error, line_of_name, line_with, told};
pub(super) use lines::{line_of_output, marked};

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
/// How many parts of it may be worked off, those in loops each time.
const MOST_STEPS: u64 = 300_000;
/// How deep loops and conditions may stand in each other.
const DEEPEST: usize = 12;

const NAME: &str = "own.html";
const STEP: &str = "own_step";

/// The filters that make nothing larger than what they are given.
const FILTERS: [&str; 29] = [
    "agreement",
    "capitalize",
    "course",
    "date",
    "default",
    "escape",
    "filter",
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
    "slice",
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
    pub cause: String,
}

/// Why a template cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused {
    pub(super) line: Option<usize>,
    pub(super) cause: String,
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
    if !SECTIONS.contains(&place.section()) {
        return Err(Broken {
            place: place.clone(),
            line: None,
            cause: format!("there is no section {}", place.section()),
        });
    }
    prepared(text)
        .map(|_| ())
        .map_err(|refused| refused.at(place))
}

/// The template, held to what it may do and made to count its steps.
fn prepared(text: &str) -> Result<Template, Refused> {
    if text.len() > LONGEST {
        return Err(Refused {
            line: None,
            cause: format!("it is longer than {LONGEST} bytes"),
        });
    }
    let mut template = Template::new(NAME, None, text).map_err(|error| {
        let cause = explain(&error);
        Refused {
            line: line_in_syntax_error(&cause),
            cause: last_line(&cause),
        }
    })?;
    if template.parent.is_some()
        || !template.macros.is_empty()
        || !template.imported_macro_files.is_empty()
    {
        return Err(refuse(text, "extends", "macros and other templates"));
    }
    let checked = Checked { text };
    checked.nodes(&mut template.ast, 0)?;
    Ok(template)
}

/// What the template writes, with the texts of the program at hand.
pub(super) fn write(program: &Tera, text: &str, context: &Context) -> Result<String, Refused> {
    let template = prepared(text)?;
    let steps = Arc::new(AtomicU64::new(0));
    let mut tera = program.clone();
    tera.register_function(
        STEP,
        move |given: &std::collections::HashMap<String, Value>| {
            let more = given.get("parts").and_then(Value::as_u64).unwrap_or(1);
            if steps.fetch_add(more, Ordering::Relaxed) > MOST_STEPS {
                return Err(tera::Error::msg("it takes too many steps"));
            }
            Ok(Value::String(String::new()))
        },
    );
    tera.templates.insert(NAME.to_owned(), template);
    let mut written = Bounded(Vec::new());
    tera.render_to(NAME, context, &mut written)
        .map_err(|error| {
            let cause = explain(&error);
            Refused {
                line: line_of_name(text, &cause),
                cause: told(&cause),
            }
        })?;
    String::from_utf8(written.0).map_err(|_| Refused {
        line: None,
        cause: "it writes what is not text".to_owned(),
    })
}

/// Holds a template to what it may do, and counts its steps.
struct Checked<'t> {
    text: &'t str,
}

impl Checked<'_> {
    fn nodes(&self, nodes: &mut [Node], depth: usize) -> Result<(), Refused> {
        if depth > DEEPEST {
            return Err(refuse(
                self.text,
                "{% for",
                "so many loops and conditions in each other",
            ));
        }
        for node in nodes.iter_mut() {
            match node {
                Node::Text(_)
                | Node::Raw(..)
                | Node::Comment(..)
                | Node::Break(_)
                | Node::Continue(_) => {}
                Node::VariableBlock(_, expression) => self.expression(expression)?,
                Node::Forloop(_, each, _) => {
                    self.expression(&each.container)?;
                    self.nodes(&mut each.body, depth + 1)?;
                    let parts = each.body.len() as i64 + 1;
                    each.body.insert(0, step(parts));
                    if let Some(empty) = &mut each.empty_body {
                        self.nodes(empty, depth + 1)?;
                    }
                }
                Node::If(choice, _) => {
                    for (_, condition, body) in &mut choice.conditions {
                        self.expression(condition)?;
                        self.nodes(body, depth + 1)?;
                    }
                    if let Some((_, body)) = &mut choice.otherwise {
                        self.nodes(body, depth + 1)?;
                    }
                }
                Node::Set(..) => return Err(refuse(self.text, "set", "{% set %}")),
                Node::Include(..) => return Err(refuse(self.text, "include", "{% include %}")),
                Node::ImportMacro(..) | Node::MacroDefinition(..) => {
                    return Err(refuse(self.text, "macro", "{% macro %}"));
                }
                Node::FilterSection(..) => return Err(refuse(self.text, "filter", "{% filter %}")),
                Node::Extends(..) | Node::Block(..) | Node::Super => {
                    return Err(refuse(self.text, "block", "{% block %}"));
                }
            }
        }
        Ok(())
    }

    fn expression(&self, expression: &Expr) -> Result<(), Refused> {
        self.value(&expression.val)?;
        for (at, filter) in expression.filters.iter().enumerate() {
            let name = filter.name.as_str();
            // Ours makes markup of it; whatever else is safe has to be one of our attributes.
            let after_said = at > 0
                && expression
                    .filters
                    .get(at - 1)
                    .is_some_and(|it| it.name == "said");
            let attribute = at == 0
                && matches!(&expression.val, ExprVal::Ident(name) if name == "typed" || name == "span");
            let allowed = match name {
                "safe" => after_said || attribute,
                _ => FILTERS.contains(&name),
            };
            if !allowed {
                return Err(refuse(self.text, name, &format!("the filter {name}")));
            }
            self.arguments(filter)?;
        }
        Ok(())
    }

    fn arguments(&self, call: &FunctionCall) -> Result<(), Refused> {
        call.args.values().try_for_each(|it| self.expression(it))
    }

    fn value(&self, value: &ExprVal) -> Result<(), Refused> {
        match value {
            ExprVal::String(_)
            | ExprVal::Int(_)
            | ExprVal::Float(_)
            | ExprVal::Bool(_)
            | ExprVal::Ident(_) => Ok(()),
            ExprVal::Math(math) => {
                self.expression(&math.lhs)?;
                self.expression(&math.rhs)
            }
            ExprVal::Logic(logic) => {
                self.expression(&logic.lhs)?;
                self.expression(&logic.rhs)
            }
            ExprVal::In(within) => {
                self.expression(&within.lhs)?;
                self.expression(&within.rhs)
            }
            ExprVal::Test(test) => test.args.iter().try_for_each(|it| self.expression(it)),
            ExprVal::Array(items) => items.iter().try_for_each(|it| self.expression(it)),
            ExprVal::StringConcat(parts) => parts.values.iter().try_for_each(|it| self.value(it)),
            ExprVal::FunctionCall(call) if call.name == "t" => self.arguments(call),
            ExprVal::FunctionCall(call) => Err(refuse(
                self.text,
                &call.name,
                &format!("the function {}()", call.name),
            )),
            ExprVal::MacroCall(call) => Err(refuse(self.text, &call.name, "a macro")),
        }
    }
}

/// A call that counts the parts of the loop around it.
fn step(parts: i64) -> Node {
    let call = FunctionCall {
        name: STEP.to_owned(),
        args: [("parts".to_owned(), Expr::new(ExprVal::Int(parts)))].into(),
    };
    let expression = Expr::new(ExprVal::FunctionCall(call));
    Node::VariableBlock(tera::ast::WS::default(), expression)
}

fn refuse(text: &str, word: &str, what: &str) -> Refused {
    Refused {
        line: line_with(text, word),
        cause: format!("{what}: a template of one's own cannot do that"),
    }
}

/// Takes no more than a template may write.
struct Bounded(Vec<u8>);

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > MOST_WRITTEN {
            return Err(io::Error::other("it writes too much"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
