//! The texts of one language, looked up by key.

use std::fmt;
use std::io::Read as _;
use std::sync::{LazyLock, OnceLock};

use flate2::read::DeflateDecoder;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use questionnaire::Language;
use unic_langid::LanguageIdentifier;

use crate::{Argument, Number, locale};

include!(concat!(env!("OUT_DIR"), "/packed.rs"));

/// How many files a language has.
const FILES: usize = PACKED[0].len();

/// A line for each key, in alphabetical order: the key, the number of its file, and the names of its variables.
static LINES: LazyLock<String> =
    LazyLock::new(|| unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/keys.deflate"))));

/// A key, the same in every language.
struct Key {
    name: &'static str,
    file: usize,
    variables: Vec<&'static str>,
}

static KEYS: LazyLock<Vec<Key>> = LazyLock::new(|| {
    let lines = LINES.lines().map(|line| line.split(' '));
    lines
        .map(|mut words| Key {
            name: words.next().unwrap_or_default(),
            file: words.next().and_then(|it| it.parse().ok()).unwrap_or(FILES),
            variables: words.collect(),
        })
        .collect()
});

static DUTCH: Catalogue = Catalogue::new(Language::Nl, &PACKED[0]);
static ENGLISH: Catalogue = Catalogue::new(Language::En, &PACKED[1]);

/// The texts in a language. A file of them is read when the first of its texts is asked for: no work needs all.
#[must_use]
pub fn catalogue(language: Language) -> &'static Catalogue {
    match language {
        Language::Nl => &DUTCH,
        Language::En => &ENGLISH,
    }
}

/// Every key with the names of its variables, in alphabetical order.
pub fn keys() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    KEYS.iter().map(|key| (key.name, &*key.variables))
}

/// All texts of one language.
pub struct Catalogue {
    language: Language,
    packed: &'static [&'static [u8]; FILES],
    read: [OnceLock<FluentBundle<FluentResource>>; FILES],
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
        find(key).is_some()
    }

    /// The names of the variables that the text under this key wants, or nothing when there is no such key.
    #[must_use]
    pub fn variables(&self, key: &str) -> Option<&'static [&'static str]> {
        find(key).map(|found| &*found.variables)
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
        let bundle = find(key).and_then(|found| self.bundle(found.file));
        let pattern = bundle.and_then(|bundle| {
            let message = bundle.get_message(id)?;
            match attribute {
                Some(attribute) => message.get_attribute(attribute).map(|found| found.value()),
                None => message.value(),
            }
        });
        let (Some(bundle), Some(pattern)) = (bundle, pattern) else {
            return format!("[{key}]");
        };
        let values: FluentArgs<'_> = arguments
            .iter()
            .map(|(name, argument)| (*name, argument.to_fluent()))
            .collect();
        // The build has checked the text itself; an absent variable shows in the result.
        let mut errors = Vec::new();
        bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned()
    }

    const fn new(language: Language, packed: &'static [&'static [u8]; FILES]) -> Self {
        Self {
            language,
            packed,
            read: [const { OnceLock::new() }; FILES],
        }
    }

    /// The texts of a file.
    fn bundle(&self, file: usize) -> Option<&FluentBundle<FluentResource>> {
        let (packed, read) = (self.packed.get(file)?, self.read.get(file)?);
        Some(read.get_or_init(|| read_file(self.language, packed)))
    }
}

fn read_file(language: Language, packed: &[u8]) -> FluentBundle<FluentResource> {
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
    bundle
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

fn find(key: &str) -> Option<&'static Key> {
    let place = KEYS.binary_search_by(|candidate| candidate.name.cmp(key));
    KEYS.get(place.ok()?)
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
