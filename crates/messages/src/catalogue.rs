//! The texts of one language, looked up by key.

use std::fmt;
use std::io::Read as _;
use std::sync::LazyLock;

use flate2::read::DeflateDecoder;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use questionnaire::Language;
use unic_langid::LanguageIdentifier;

use crate::{Argument, Number, locale};

/// A line for each key, in alphabetical order: the key, and the names of its variables.
static LINES: LazyLock<String> =
    LazyLock::new(|| unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/keys.deflate"))));

/// Each key with its variables, the same in every language.
static KEYS: LazyLock<Vec<(&'static str, Vec<&'static str>)>> = LazyLock::new(|| {
    let lines = LINES.lines().map(|line| line.split(' '));
    lines
        .map(|mut words| (words.next().unwrap_or_default(), words.collect()))
        .collect()
});

static DUTCH: LazyLock<Catalogue> = LazyLock::new(|| {
    Catalogue::new(
        Language::Nl,
        include_bytes!(concat!(env!("OUT_DIR"), "/nl.ftl.deflate")),
    )
});
static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| {
    Catalogue::new(
        Language::En,
        include_bytes!(concat!(env!("OUT_DIR"), "/en.ftl.deflate")),
    )
});

/// The texts in a language. They are parsed once, on first use.
#[must_use]
pub fn catalogue(language: Language) -> &'static Catalogue {
    match language {
        Language::Nl => &DUTCH,
        Language::En => &ENGLISH,
    }
}

/// Every key with the names of its variables, in alphabetical order.
pub fn keys() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    KEYS.iter().map(|(key, variables)| (*key, &**variables))
}

/// All texts of one language.
pub struct Catalogue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// The language of the texts.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a text under this key. A key is `message` or `message.attribute`.
    ///
    /// For the tests of callers that build keys from codes: each code must have its text.
    #[must_use]
    pub fn contains(&self, key: &str) -> bool {
        position(key).is_some()
    }

    /// The names of the variables that the text under this key wants, or nothing when there is no such key.
    #[must_use]
    pub fn variables(&self, key: &str) -> Option<&'static [&'static str]> {
        KEYS.get(position(key)?).map(|(_, variables)| &**variables)
    }

    /// The text under a key that wants no variables.
    ///
    /// A key that does not exist gives the key between brackets: a reader sees that something is missing and can
    /// name it, and the work goes on.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// The text under a key with its variables filled in.
    ///
    /// A variable that is not given stays visible as `{$name}`; one that the text does not use is ignored.
    #[must_use]
    pub fn format(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let (id, attribute) = match key.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (key, None),
        };
        let message = self.bundle.get_message(id);
        let pattern = message.and_then(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|found| found.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else {
            return format!("[{key}]");
        };
        let values: FluentArgs<'_> = arguments
            .iter()
            .map(|(name, argument)| (*name, argument.to_fluent()))
            .collect();
        // The build has checked the text itself; an absent variable shows in the result.
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned()
    }

    fn new(language: Language, packed: &[u8]) -> Self {
        let identifier: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Fluent can wrap every variable in invisible direction marks, for texts that mix scripts written in opposite
        // directions. Both languages run from left to right, and the marks would end up in the text of the PDF, in
        // searches and in what a screen reader spells.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Nl => |value, _| format_number(Language::Nl, value),
            Language::En => |value, _| format_number(Language::En, value),
        }));
        let resource = match FluentResource::try_new(unpacked(packed)) {
            // The build parsed the same text without a complaint.
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Catalogue")
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

/// What the build packed. Where the program is damaged it is missing, which every text that is asked for shows.
fn unpacked(packed: &[u8]) -> String {
    let mut text = String::new();
    match DeflateDecoder::new(packed).read_to_string(&mut text) {
        Ok(_) => text,
        Err(_) => String::new(),
    }
}

fn position(key: &str) -> Option<usize> {
    KEYS.binary_search_by(|(candidate, _)| (*candidate).cmp(key))
        .ok()
}

fn format_number(language: Language, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    // The value came from an `Argument`, so it is whole or a number of tenths.
    #[expect(clippy::cast_possible_truncation, reason = "both started as an i64")]
    let number = match number.options.minimum_fraction_digits {
        Some(_) => Number::Tenths((number.value * 10.0).round() as i64),
        None => Number::Whole(number.value.round() as i64),
    };
    Some(locale::number(language, number))
}
