//! From the data of a report to its blocks, by way of the Tera templates.
//!
//! The templates stand in `templates/` and write the markup of
//! [`crate::document`]. What people typed is a value in them, escaped by Tera
//! because the templates are named `.html`, and never a template itself.

mod deliberation;
pub(crate) mod own;
mod sections;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use assessment::{Certainty, Moment};
use jiff::civil::Date;
use messages::{Argument, Catalogue, catalogue};
use questionnaire::{Language, QuestionId};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tera::value::FunctionResult;
use tera::{Context, Kwargs, State, Tera, TeraResult};

use crate::artwork::Artwork;
use crate::charts::Colour;
use crate::data::{QuestionData, ReportData, Standing, Verdict};
use crate::document::{self, Document};
use crate::edition::Edition;
use crate::private::{Class, Form, Private};
use crate::{RenderFailed, figures, wording};
use own::Broken;

type Templates = LazyLock<Result<Tera, String>>;

// One for each language: a program that makes one report reads the templates once.
static DUTCH: Templates = LazyLock::new(|| read(Language::Nl));
static ENGLISH: Templates = LazyLock::new(|| read(Language::En));

fn read(language: Language) -> Result<Tera, String> {
    templates(language).map_err(|error| explain(&error))
}

const FILES: [(&str, &str); 19] = [
    ("report.html", include_str!("../templates/report.html")),
    ("cover.html", include_str!("../templates/cover.html")),
    ("contents.html", include_str!("../templates/contents.html")),
    ("summary.html", include_str!("../templates/summary.html")),
    (
        "two-pages.html",
        include_str!("../templates/two-pages.html"),
    ),
    ("subject.html", include_str!("../templates/subject.html")),
    (
        "committee.html",
        include_str!("../templates/committee.html"),
    ),
    ("method.html", include_str!("../templates/method.html")),
    ("legal.html", include_str!("../templates/legal.html")),
    ("open.html", include_str!("../templates/open.html")),
    ("answers.html", include_str!("../templates/answers.html")),
    ("said.html", include_str!("../templates/said.html")),
    (
        "advice-short.html",
        include_str!("../templates/advice-short.html"),
    ),
    (
        "deliberation.html",
        include_str!("../templates/deliberation.html"),
    ),
    (
        "follow-up.html",
        include_str!("../templates/follow-up.html"),
    ),
    (
        "conclusion.html",
        include_str!("../templates/conclusion.html"),
    ),
    ("meetings.html", include_str!("../templates/meetings.html")),
    ("annexes.html", include_str!("../templates/annexes.html")),
    (
        "signatures.html",
        include_str!("../templates/signatures.html"),
    ),
];

/// The blocks of the report: what every edition is made from.
///
/// # Errors
/// [`RenderFailed`] when a template of the program is broken; a test renders all.
pub fn document(data: &ReportData) -> Result<Document, RenderFailed> {
    match data.edition {
        Edition::Full | Edition::Public => Ok(written(data)?.0),
        Edition::Summary => crate::summary::document(data),
    }
}

/// The blocks of the summary with so many reasons at most.
pub(crate) fn summary(data: &ReportData, reasons: usize) -> Result<Document, RenderFailed> {
    let templates = templates_in(data.language)?;
    let mut context = context(data).map_err(failed)?;
    context.insert("most", &reasons);
    let markup = templates
        .render("two-pages.html", &context)
        .map_err(failed)?;
    styled(document::parse(&markup, figures::figures(data))?, data)
}

/// The organisation's own sections that cannot be used in this report, so that what we have stands in their place.
///
/// # Errors
/// As [`document`].
pub fn broken_sections(data: &ReportData) -> Result<Vec<Broken>, RenderFailed> {
    match data.edition {
        Edition::Full | Edition::Public => Ok(written(data)?.1),
        // It has no room for sections of others.
        Edition::Summary => Ok(Vec::new()),
    }
}

/// The report on as many pages as it takes.
fn written(data: &ReportData) -> Result<(Document, Vec<Broken>), RenderFailed> {
    let templates = templates_in(data.language)?;
    let context = context(data).map_err(failed)?;
    let (document, broken) = if data.style.sections.is_empty() {
        let markup = templates.render("report.html", &context).map_err(failed)?;
        let document = document::parse(&markup, figures::figures(data))?;
        (document, Vec::new())
    } else {
        sections::document(templates, &context, data)?
    };
    Ok((styled(document, data)?, broken))
}

fn templates_in(language: Language) -> Result<&'static Tera, RenderFailed> {
    let templates = match language {
        Language::Nl => &DUTCH,
        Language::En => &ENGLISH,
    };
    templates
        .as_ref()
        .map_err(|why| RenderFailed::Template(why.clone()))
}

fn failed(error: impl std::error::Error) -> RenderFailed {
    RenderFailed::Template(explain(&error))
}

/// A document as the organisation chose that its reports look.
fn styled(mut document: Document, data: &ReportData) -> Result<Document, RenderFailed> {
    document.accent = data.style.accent.as_deref().and_then(Colour::written);
    document.logo = data.style.logo.as_ref().map(Artwork::read).transpose()?;
    Ok(document)
}

/// An error with its causes: the first line alone rarely says which.
fn explain(error: &impl std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}

fn templates(language: Language) -> TeraResult<Tera> {
    let mut tera = engine(language);
    tera.add_raw_templates(FILES)?;
    Ok(tera)
}

/// What templates can call on, without any template.
fn engine(language: Language) -> Tera {
    let mut tera = Tera::default();
    tera.register_function("t", move |given: Kwargs, _: &State<'_>| {
        text(&given, language)
    });
    filter(&mut tera, "date", move |date: Date| {
        messages::date(language, date)
    });
    filter(&mut tera, "moment", move |moment: Moment| {
        messages::date_time(language, moment.civil())
    });
    filter(&mut tera, "verdict", move |verdict: Verdict| {
        catalogue(language).text(verdict_word(verdict))
    });
    filter(&mut tera, "score", move |score: Option<f64>| {
        figures::shown(score, language)
    });
    filter(&mut tera, "size", move |bytes: u64| {
        wording::size(bytes, language)
    });
    filter(&mut tera, "standing_tone", |standing: Standing| {
        tone_of(standing).to_owned()
    });
    filter(&mut tera, "particulars", move |answer: Particulars| {
        particulars(&answer, language)
    });
    filter(&mut tera, "said", |said: Said| match said {
        Said::Text(text) => tera::Value::from(text.unwrap_or_default()),
        Said::Withheld { withheld } => tera::Value::safe_string(&format!(
            "<status tone=\"neutral\">{}</status>",
            escaped(&withheld)
        )),
    });
    deliberation::filters(&mut tera, language);
    tera
}

/// Registers a filter over a typed value.
fn filter<T, R, F>(tera: &mut Tera, name: &'static str, write: F)
where
    T: DeserializeOwned,
    R: FunctionResult,
    F: Fn(T) -> R + Sync + Send + 'static,
{
    tera.register_filter(
        name,
        move |value: &tera::Value, _: Kwargs, _: &State<'_>| {
            let value = T::deserialize(value).map_err(tera::Error::message)?;
            write(value).into_result()
        },
    );
}

fn escaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    // Writing to memory cannot fail.
    let _ = tera::escape_html(text, &mut bytes);
    String::from_utf8(bytes).unwrap_or_default()
}

/// The function `t(key="…", variable=…)`: a text of the catalogue.
fn text(given: &Kwargs, language: Language) -> TeraResult<String> {
    let key: &str = given.must_get("key")?;
    let texts = catalogue(language);
    let Some(wanted) = texts.variables(key) else {
        return Err(tera::Error::message(format!("there is no text {key}")));
    };
    let mut arguments = Vec::new();
    for name in wanted {
        let value: &tera::Value = given.must_get(name)?;
        let argument = match (value.as_str(), value.as_i64()) {
            (Some(text), _) => Argument::from(text),
            (None, Some(whole)) => Argument::from(whole),
            _ if value.is_number() => Argument::from(value.to_string()),
            _ => {
                return Err(tera::Error::message(format!("the text {key} needs {name}")));
            }
        };
        arguments.push((*name, argument));
    }
    Ok(texts.format(key, &arguments))
}

fn context(data: &ReportData) -> Result<Context, serde_json::Error> {
    let texts = catalogue(data.language);
    let mut context = Context::new();
    let mut readable = readable(serde_json::to_value(data)?, "", texts);
    for question in questions_of(&mut readable) {
        lay_open(question);
    }
    if let Some(logo) = readable.pointer_mut("/style/logo") {
        *logo = Value::Bool(true);
    }
    deliberation::name_figures(&mut readable, data.language);
    context.insert("organisation", data.organisation_name());
    context.insert("d", &readable);
    context.insert("fingerprint", &crate::private::fingerprint(data)?);
    let tone = match data.results.verdict {
        Verdict::Red => "critical",
        Verdict::Amber => "caution",
        Verdict::Green => "positive",
    };
    let word = texts.text(verdict_word(data.results.verdict));
    let word = if data.results.provisional {
        texts.format("verdict-provisionally", &[("verdict", word.into())])
    } else {
        word
    };
    context.insert("tone", tone);
    context.insert("verdict_word", &word);
    // The attribute that marks what people typed, where it is another language than
    // the page's. It is made here and not from user text, so it may be inserted as is.
    let typed = if data.written_in == data.language {
        String::new()
    } else {
        format!(" lang=\"{}\"", data.written_in.tag())
    };
    context.insert_value("typed", tera::Value::safe_string(&typed));
    // The same for a few words inside a line, which always say their language.
    let span = format!(" lang=\"{}\"", data.written_in.tag());
    context.insert_value("span", tera::Value::safe_string(&span));
    context.insert("alternatives", &figures::alternatives(data));
    deliberation::insert(&mut context, data);
    let questions: BTreeMap<&str, &QuestionData> = data
        .questions()
        .map(|question| (question.id.as_ref(), question))
        .collect();
    // Profile questions stand together in one table, the others each under a heading.
    let targets: BTreeMap<&str, String> = data
        .sections
        .iter()
        .flat_map(|section| {
            section
                .questions
                .iter()
                .map(move |question| (section, question))
        })
        .map(|(section, question)| {
            let target = if section.intake {
                "h-profile".to_owned()
            } else {
                format!("q-{}", question.id)
            };
            (question.id.as_str(), target)
        })
        .collect();
    context.insert("targets", &targets);
    let results = &data.results;
    let list = |points: &[Private<QuestionId>]| -> Value {
        points
            .iter()
            .map(|point| match point {
                Private::Shown(shown) => {
                    let id: &str = shown.value.as_ref();
                    serde_json::json!({
                        "text": questions.get(id).map(|question| &question.text),
                        "target": targets.get(id),
                    })
                }
                Private::Withheld(withheld) => mark(withheld.class, "", texts),
            })
            .collect()
    };
    context.insert(
        "lists",
        &BTreeMap::from([
            ("key_points", list(&results.key_points)),
            ("open", list(&results.open)),
            ("not_applicable", list(&results.not_applicable)),
            ("thin_evidence", list(&results.thin_evidence)),
        ]),
    );
    context.insert("legal_groups", &legal_groups(data, &questions));
    let is_met = |point: &QuestionId| {
        let question = questions.get(AsRef::<str>::as_ref(point));
        question
            .and_then(|question| question.given.shown())
            .is_some_and(|given| given.standing == Standing::Full)
    };
    context.insert("legal_met", &results.legal.active.iter().any(is_met));
    // Who assesses: the ending of texts about an organisation without a committee.
    let alone = if data.members.is_empty() {
        "-alone"
    } else {
        ""
    };
    context.insert("alone", alone);
    let aside = data
        .members
        .iter()
        .filter(|member| member.stands_aside.is_some());
    let aside: Vec<&String> = aside.filter_map(|member| member.name.shown()).collect();
    context.insert("aside", &aside);
    Ok(context)
}

/// The data as the templates read it: what is there without its salt, and a mark for what is not.
fn readable(value: Value, field: &str, texts: &Catalogue) -> Value {
    match value {
        Value::Array(items) => items
            .into_iter()
            .map(|item| readable(item, field, texts))
            .collect(),
        Value::Object(mut fields) => match Form::of(&fields) {
            Some(Form::Shown(..)) => {
                readable(fields.remove("value").unwrap_or_default(), field, texts)
            }
            Some(Form::Withheld(_)) => {
                let class = fields.remove("class").unwrap_or_default();
                serde_json::from_value(class).map_or(Value::Null, |class| mark(class, field, texts))
            }
            None => fields
                .into_iter()
                .map(|(name, value)| {
                    let value = readable(value, &name, texts);
                    (name, value)
                })
                .collect(),
        },
        plain => plain,
    }
}

/// What stands in place of something that is withheld.
fn mark(class: Class, field: &str, texts: &Catalogue) -> Value {
    // What goes along with a name, since it says whose it is, is called by what it is.
    let what = match (class, field) {
        (Class::Names, "expertise") => "expertise",
        (Class::Names, "stands_aside" | "reason") => "reason",
        _ => class.word(),
    };
    let why = texts.text(&format!("report-class-{what}"));
    serde_json::json!({ "withheld": texts.format("report-withheld", &[("why", why.into())]) })
}

fn questions_of(data: &mut Value) -> impl Iterator<Item = &mut Value> {
    let sections = data.get_mut("sections").and_then(Value::as_array_mut);
    sections
        .into_iter()
        .flatten()
        .filter_map(|section| section.get_mut("questions")?.as_array_mut())
        .flatten()
}

/// Puts what was given to a question beside the question itself: templates need not go through it.
fn lay_open(question: &mut Value) {
    let Value::Object(question) = question else {
        return;
    };
    if let Some(Value::Object(given)) = question.remove("given") {
        question.extend(given);
    }
}

/// The four groups of legal points, each with what the table says about it.
fn legal_groups(data: &ReportData, questions: &BTreeMap<&str, &QuestionData>) -> Value {
    let legal = &data.results.legal;
    let titles: BTreeMap<&str, &str> = data
        .references
        .iter()
        .map(|reference| (reference.id.as_ref(), reference.title.as_str()))
        .collect();
    let groups = [
        ("open", "critical", &legal.open),
        ("partly", "caution", &legal.partly),
        ("unknown", "caution", &legal.unknown),
        ("upcoming", "neutral", &legal.upcoming),
    ];
    groups
        .into_iter()
        .map(|(id, tone, points)| {
            let withheld = points
                .iter()
                .filter(|point| point.shown().is_none())
                .count();
            let points: Value = points
                .iter()
                .filter_map(|point| questions.get(AsRef::<str>::as_ref(point.shown()?)))
                .map(|question| {
                    serde_json::json!({
                        "id": question.id,
                        "text": question.text,
                        "first_step": question.first_step,
                        "titles": question
                            .references
                            .iter()
                            .filter_map(|id| titles.get(AsRef::<str>::as_ref(id)))
                            .collect::<Vec<_>>(),
                        "applies_from": question.applies_from,
                        "applies_from_text": question
                            .applies_from
                            .map(|date| messages::date(data.language, date)),
                        "holders": messages::list(data.language, &question.duty_holders),
                    })
                })
                .collect();
            serde_json::json!({ "id": id, "tone": tone, "points": points, "withheld": withheld })
        })
        .collect()
}

fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Red => "verdict-red",
        Verdict::Amber => "verdict-amber",
        Verdict::Green => "verdict-green",
    }
}

fn tone_of(standing: Standing) -> &'static str {
    match standing {
        Standing::Full => "positive",
        Standing::Partial => "caution",
        Standing::Zero => "critical",
        Standing::Open
        | Standing::NotYetKnown
        | Standing::Conflict
        | Standing::NotApplicable
        | Standing::Answered => "neutral",
    }
}

/// A value that may be withheld, as the templates see it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Said {
    Text(Option<String>),
    Withheld { withheld: String },
}

/// What is said beside an answer: how sure, on what evidence, who stands for it.
#[derive(Deserialize)]
struct Particulars {
    certainty: Option<Certainty>,
    evidence_strength_label: Option<String>,
    by: Said,
}

fn particulars(answer: &Particulars, language: Language) -> String {
    let texts = catalogue(language);
    let certainty = answer.certainty.map(|certainty: Certainty| {
        let label = wording::certainty(certainty, texts);
        texts.format("report-certainty", &[("certainty", label.into())])
    });
    let evidence = answer.evidence_strength_label.as_ref().map(|label| {
        let label = inside_a_sentence(label);
        texts.format("report-evidence-strength", &[("strength", label.into())])
    });
    // That names are withheld is said once and not with every answer.
    let by = match &answer.by {
        Said::Text(name) => name.as_ref(),
        Said::Withheld { .. } => None,
    };
    let by = by.map(|name| texts.format("report-by", &[("name", name.into())]));
    let told: Vec<String> = [certainty, evidence, by].into_iter().flatten().collect();
    told.join(" · ")
}

/// A label as it stands inside a sentence: without its capital, unless it is an abbreviation.
fn inside_a_sentence(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}
