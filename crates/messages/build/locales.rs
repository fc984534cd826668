//! The rules that the texts of all languages have to meet, checked when the project is built.
//!
//! A translation that lacks a sentence or a variable is found by the compiler, not by a reader. Whether a
//! translation is any good is not decided here.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    self, CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use fluent_syntax::parser;

/// One language with its files.
pub(crate) struct Locale {
    /// The name of the folder, such as `nl`.
    pub(crate) language: String,
    /// The files, in the order of their names.
    pub(crate) sources: Vec<Source>,
}

/// One `.ftl` file.
pub(crate) struct Source {
    /// The file's name without its folder.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) text: String,
}

/// What a message or an attribute of a message was found to be.
struct Found {
    file: String,
    direct: BTreeSet<String>,
    references: BTreeSet<String>,
}

/// The keys of a language: `key`, `key.attribute` and, for terms, `-key`.
type Keys = BTreeMap<String, Found>;

/// A message that all languages have.
#[derive(Debug)]
pub(crate) struct Message {
    /// The number of its file, the same in every language.
    pub(crate) file: usize,
    /// The variables that it wants.
    pub(crate) variables: BTreeSet<String>,
}

/// Every message by its key, or every complaint there is.
///
/// A complaint starts with the language, the file and, where there is one, the key.
pub(crate) fn check(locales: &[Locale]) -> Result<BTreeMap<String, Message>, Vec<String>> {
    let mut complaints = Vec::new();
    let found: Vec<(&str, Keys)> = locales
        .iter()
        .map(|locale| (locale.language.as_str(), keys(locale, &mut complaints)))
        .collect();
    for (language, keys) in &found {
        check_references(language, keys, &mut complaints);
    }
    check_files(locales, &mut complaints);
    for (language, keys) in &found {
        for (other_language, others) in found.iter().filter(|(other, _)| other != language) {
            compare((language, keys), (other_language, others), &mut complaints);
        }
    }
    if !complaints.is_empty() {
        return Err(complaints);
    }
    let (Some(locale), Some((_, first))) = (locales.first(), found.first()) else {
        return Ok(BTreeMap::new());
    };
    let files = locale.sources.iter().map(|source| source.name.as_str());
    let numbers: BTreeMap<&str, usize> = files.zip(0..).collect();
    let messages = first.iter().filter(|(key, _)| !key.starts_with('-'));
    Ok(messages
        .filter_map(|(key, found)| {
            let message = Message {
                file: *numbers.get(found.file.as_str())?,
                variables: variables(key, first),
            };
            Some((key.clone(), message))
        })
        .collect())
}

fn keys(locale: &Locale, complaints: &mut Vec<String>) -> Keys {
    let mut keys = Keys::new();
    for source in &locale.sources {
        let place = format!("{}/{}", locale.language, source.name);
        let resource = match parser::parse(source.text.as_str()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    let line = 1 + source
                        .text
                        .bytes()
                        .take(error.pos.start)
                        .filter(|byte| *byte == b'\n')
                        .count();
                    complaints.push(format!("{place}:{line}: {}", error.kind));
                }
                resource
            }
        };
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    let key = message.id.name.to_owned();
                    if let Some(pattern) = &message.value {
                        insert(
                            &mut keys,
                            &place,
                            &source.name,
                            key.clone(),
                            pattern,
                            complaints,
                        );
                    }
                    insert_attributes(
                        &mut keys,
                        &place,
                        &source.name,
                        &key,
                        &message.attributes,
                        complaints,
                    );
                }
                Entry::Term(term) => {
                    let key = format!("-{}", term.id.name);
                    insert(
                        &mut keys,
                        &place,
                        &source.name,
                        key.clone(),
                        &term.value,
                        complaints,
                    );
                    insert_attributes(
                        &mut keys,
                        &place,
                        &source.name,
                        &key,
                        &term.attributes,
                        complaints,
                    );
                }
                Entry::Comment(_)
                | Entry::GroupComment(_)
                | Entry::ResourceComment(_)
                | Entry::Junk { .. } => {}
            }
        }
    }
    keys
}

fn insert_attributes(
    keys: &mut Keys,
    place: &str,
    file: &str,
    key: &str,
    attributes: &[ast::Attribute<&str>],
    complaints: &mut Vec<String>,
) {
    for attribute in attributes {
        insert(
            keys,
            place,
            file,
            format!("{key}.{}", attribute.id.name),
            &attribute.value,
            complaints,
        );
    }
}

fn insert(
    keys: &mut Keys,
    place: &str,
    file: &str,
    key: String,
    pattern: &Pattern<&str>,
    complaints: &mut Vec<String>,
) {
    let mut found = Found {
        file: file.to_owned(),
        direct: BTreeSet::new(),
        references: BTreeSet::new(),
    };
    let mut unknown_functions = BTreeSet::new();
    walk_pattern(pattern, &mut found, &mut unknown_functions);
    for function in unknown_functions {
        complaints.push(format!(
            "{place}: {key}: calls {function}(), but numbers and dates arrive formatted"
        ));
    }
    if is_empty(pattern) {
        complaints.push(format!("{place}: {key}: has no text"));
    }
    if let Some(earlier) = keys.get(&key) {
        complaints.push(format!(
            "{place}: {key}: is there twice, first in {}",
            earlier.file
        ));
        return;
    }
    keys.insert(key, found);
}

fn is_empty(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().all(|element| match element {
        PatternElement::TextElement { value } => value.trim().is_empty(),
        PatternElement::Placeable { expression } => match expression {
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                value.trim().is_empty()
            }
            Expression::Inline(_) => false,
            Expression::Select { variants, .. } => {
                variants.iter().all(|variant| is_empty(&variant.value))
            }
        },
    })
}

fn walk_pattern(pattern: &Pattern<&str>, found: &mut Found, functions: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            walk_expression(expression, found, functions);
        }
    }
}

fn walk_expression(
    expression: &Expression<&str>,
    found: &mut Found,
    functions: &mut BTreeSet<String>,
) {
    match expression {
        Expression::Inline(inline) => walk_inline(inline, found, functions),
        Expression::Select { selector, variants } => {
            walk_inline(selector, found, functions);
            for variant in variants {
                walk_pattern(&variant.value, found, functions);
            }
        }
    }
}

fn walk_inline(
    inline: &InlineExpression<&str>,
    found: &mut Found,
    functions: &mut BTreeSet<String>,
) {
    let with_attribute = |id: &str, attribute: &Option<ast::Identifier<&str>>| match attribute {
        Some(attribute) => format!("{id}.{}", attribute.name),
        None => id.to_owned(),
    };
    match inline {
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::VariableReference { id } => {
            found.direct.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, attribute } => {
            found.references.insert(with_attribute(id.name, attribute));
        }
        InlineExpression::TermReference {
            id,
            attribute,
            arguments,
        } => {
            found
                .references
                .insert(with_attribute(&format!("-{}", id.name), attribute));
            if let Some(arguments) = arguments {
                walk_arguments(arguments, found, functions);
            }
        }
        InlineExpression::FunctionReference { id, arguments } => {
            functions.insert(id.name.to_owned());
            walk_arguments(arguments, found, functions);
        }
        InlineExpression::Placeable { expression } => walk_expression(expression, found, functions),
    }
}

fn walk_arguments(
    arguments: &CallArguments<&str>,
    found: &mut Found,
    functions: &mut BTreeSet<String>,
) {
    for value in arguments
        .positional
        .iter()
        .chain(arguments.named.iter().map(|named| &named.value))
    {
        walk_inline(value, found, functions);
    }
}

/// Every language has the same files: they go by number.
fn check_files(locales: &[Locale], complaints: &mut Vec<String>) {
    let names = |locale: &Locale| -> Vec<String> {
        let sources = locale.sources.iter();
        sources.map(|source| source.name.clone()).collect()
    };
    for pair in locales.windows(2) {
        if let [one, other] = pair
            && names(one) != names(other)
        {
            complaints.push(format!(
                "{}: its files are not those of {}",
                other.language, one.language
            ));
        }
    }
}

fn check_references(language: &str, keys: &Keys, complaints: &mut Vec<String>) {
    for (key, found) in keys {
        for reference in &found.references {
            let place = format!("{language}/{}: {key}", found.file);
            match keys.get(reference) {
                None => {
                    complaints.push(format!(
                        "{place}: refers to {reference}, which does not exist"
                    ));
                }
                // Each file is read by itself, when something of it is asked for.
                Some(other) if other.file != found.file => {
                    complaints.push(format!(
                        "{place}: refers to {reference}, which stands in {}",
                        other.file
                    ));
                }
                Some(_) => {}
            }
        }
        if reaches_itself(key, keys) {
            complaints.push(format!(
                "{language}/{}: {key}: refers to itself",
                found.file
            ));
        }
    }
}

/// Every key that a key leads to, itself only when there is a circle.
fn reachable(key: &str, keys: &Keys) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![key.to_owned()];
    while let Some(next) = waiting.pop() {
        for reference in keys
            .get(&next)
            .into_iter()
            .flat_map(|found| &found.references)
        {
            if seen.insert(reference.clone()) {
                waiting.push(reference.clone());
            }
        }
    }
    seen
}

fn reaches_itself(key: &str, keys: &Keys) -> bool {
    reachable(key, keys).contains(key)
}

/// The variables of a message and of the messages it quotes. A term sees only what is handed to it, so its own
/// variables are no business of the caller.
fn variables(key: &str, keys: &Keys) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let quoted = reachable(key, keys);
    for name in quoted
        .iter()
        .map(String::as_str)
        .filter(|name| !name.starts_with('-'))
        .chain([key])
    {
        all.extend(
            keys.get(name)
                .into_iter()
                .flat_map(|found| found.direct.iter().cloned()),
        );
    }
    all
}

/// What `keys` has and `others` lacks or has differently. Terms belong to one language and need no counterpart.
fn compare(
    (language, keys): (&str, &Keys),
    (other, others): (&str, &Keys),
    complaints: &mut Vec<String>,
) {
    for (key, found) in keys.iter().filter(|(key, _)| !key.starts_with('-')) {
        let place = format!("{language}/{}: {key}", found.file);
        let Some(counterpart) = others.get(key) else {
            complaints.push(format!("{place}: is missing in {other}"));
            continue;
        };
        if counterpart.file != found.file {
            complaints.push(format!(
                "{place}: stands in {other}/{} instead",
                counterpart.file
            ));
        }
        let other_variables = variables(key, others);
        for variable in variables(key, keys).difference(&other_variables) {
            complaints.push(format!("{place}: uses ${variable}, {other} does not"));
        }
    }
}
