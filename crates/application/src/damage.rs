//! What is wrong with a damaged dossier, in words.

use dossier::Finding;
use messages::{Argument, Language, catalogue};

use crate::problem::Detail;

/// A finding on one line.
pub(crate) fn detail(finding: &Finding) -> Detail {
    Detail::Localised {
        nl: text(finding, Language::Nl),
        en: text(finding, Language::En),
    }
}

/// A finding in words.
#[must_use]
pub(crate) fn text(finding: &Finding, language: Language) -> String {
    use Finding as F;
    let plain = |text: &str| Argument::from(text.to_owned());
    let place = |replica: &assessment::ReplicaId, seq: u64| {
        let replica = replica.0.get(..8).unwrap_or(&replica.0).to_owned();
        vec![("replica", replica.into()), ("seq", seq.into())]
    };
    let (key, arguments): (&str, Vec<(&str, Argument<'_>)>) = match finding {
        F::Storage { message } => ("damage-storage", vec![("message", plain(message))]),
        F::UnexpectedDefinition { name } => {
            ("damage-unexpected-definition", vec![("name", plain(name))])
        }
        F::MissingDefinition { name } => ("damage-missing-definition", vec![("name", plain(name))]),
        F::UnreadableRow { table, row, .. } => (
            "damage-unreadable-row",
            vec![("table", plain(table)), ("row", (*row).into())],
        ),
        F::EventMissing { replica, seq } => ("damage-event-missing", place(replica, *seq)),
        F::EventChanged { replica, seq } => ("damage-event-changed", place(replica, *seq)),
        F::ChainBroken { replica, seq } => ("damage-chain-broken", place(replica, *seq)),
        F::WordsChanged { replica, seq } => ("damage-words-changed", place(replica, *seq)),
        F::WordsMeaningless { event, .. } => (
            "damage-words-meaningless",
            vec![("event", event.short().into())],
        ),
        F::WordsWithoutEvent { count } => (
            "damage-words-without-event",
            vec![("count", (*count).into())],
        ),
        F::NoBeginning => ("damage-no-beginning", Vec::new()),
        F::NoReplica => ("damage-no-replica", Vec::new()),
        F::BlobMissing { sha256 } => ("damage-blob-missing", vec![("sha256", plain(sha256))]),
        F::BlobChanged { sha256 } => ("damage-blob-changed", vec![("sha256", plain(sha256))]),
        F::BlobUnnamed { sha256 } => ("damage-blob-unnamed", vec![("sha256", plain(sha256))]),
        other => return other.to_string(),
    };
    catalogue(language).format(key, &arguments)
}
