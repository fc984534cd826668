//! Validation data in a file: which updates add it and nothing else, and what it says of a chain of certificates.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::{
    certificate::Certificate,
    finding::{Code, Finding},
    pdf::{Dictionary, Entries, File, Object, file::Revision},
    revocation::{Answer, Evidence, List, Standing},
    update::validation::{ANSWERS, CERTIFICATES, LISTS},
};

/// No report needs more certificates, lists and answers.
const MOST_ITEMS: usize = 128;

/// Whether a revision adds validation data, and nothing else.
pub(crate) fn is_addition(file: &File, number: usize) -> bool {
    let revisions = file.revisions();
    match (revisions.get(number), revisions.get(number.wrapping_sub(1))) {
        (Some(revision), Some(before)) => addition(file, number, revision, before).is_some(),
        _ => false,
    }
}

fn addition(file: &File, number: usize, revision: &Revision, before: &Revision) -> Option<()> {
    let size = before.trailer.entry("Size").and_then(Object::as_integer)?;
    let is_new = |object: u32| i64::from(object) >= size;
    let (place, after) = dictionary(file, number)?;
    let (catalog_number, catalog) = file.catalog(number).ok()?;
    let (_, old_catalog) = file.catalog(number - 1).ok()?;
    let mut expected = BTreeSet::from([place]);
    let known = match dictionary(file, number - 1) {
        Some((old_place, known)) => {
            (old_place == place).then_some(())?;
            known.clone()
        }
        None => {
            let mut changed = old_catalog.clone();
            changed.insert(b"DSS".to_vec(), Object::Reference(place));
            (is_new(place) && *catalog == changed).then_some(())?;
            expected.insert(catalog_number);
            Dictionary::new()
        }
    };
    for (key, value) in after {
        let old: &[Object] = known
            .get(key)
            .and_then(Object::as_array)
            .unwrap_or_default();
        let added = value.as_array().and_then(|items| items.strip_prefix(old));
        match key.as_slice() {
            b"Type" => value.is_name("DSS").then_some(())?,
            _ => {
                for item in added? {
                    let item = item.as_reference().filter(|item| is_new(*item))?;
                    let stream = plain_stream(file, number, item)?;
                    is_readable(key, stream).then_some(())?;
                    expected.insert(item).then_some(())?;
                }
            }
        }
    }
    let kept = known.keys().all(|key| after.contains_key(key));
    let defined: BTreeSet<u32> = revision.objects.keys().copied().collect();
    let own = revision.section_object.is_none_or(is_new);
    let complete = kept && own && revision.removed.is_empty() && defined == expected;
    (complete && expected.len() > 1 && expected.len() <= MOST_ITEMS).then_some(())
}

/// The dictionary of validation data and the number of its object.
fn dictionary(file: &File, revision: usize) -> Option<(u32, &Dictionary)> {
    let (_, catalog) = file.catalog(revision).ok()?;
    let place = catalog.entry("DSS")?.as_reference()?;
    match &file.located(revision, place)?.value {
        Object::Dictionary(dictionary) if dictionary.says("Type", "DSS") => {
            Some((place, dictionary))
        }
        _ => None,
    }
}

/// The bytes of a stream of its own, without an encoding or any other entry.
fn plain_stream(file: &File, revision: usize, number: u32) -> Option<&[u8]> {
    match &file.located(revision, number)?.value {
        Object::Stream(stream) => {
            let plain = stream.dictionary.keys().all(|key| key == b"Length");
            plain.then_some(stream.data.as_slice())
        }
        _ => None,
    }
}

fn is_readable(list: &[u8], bytes: &[u8]) -> bool {
    match std::str::from_utf8(list) {
        Ok(CERTIFICATES) => Certificate::from_der(bytes).is_ok(),
        Ok(LISTS) => List::from_der(bytes).is_some(),
        Ok(ANSWERS) => Answer::from_der(bytes).is_some(),
        _ => false,
    }
}

/// The items that the file holds in the end, each with the name of its list.
pub(crate) fn items(file: &File) -> impl Iterator<Item = (&str, &[u8])> {
    let last = file.last();
    let lists = dictionary(file, last)
        .into_iter()
        .flat_map(|(_, lists)| lists);
    let items = lists.flat_map(move |(list, items)| {
        let list = std::str::from_utf8(list).unwrap_or_default();
        let items = items.as_array().unwrap_or_default().iter();
        items.filter_map(move |item| Some((list, plain_stream(file, last, item.as_reference()?)?)))
    });
    items.take(MOST_ITEMS)
}

/// The validation data that the file holds in the end, where it holds any.
pub(crate) fn evidence(file: &File) -> Option<Evidence> {
    let mut evidence = Evidence::default();
    for (list, item) in items(file) {
        match list {
            CERTIFICATES => evidence.certificates.extend(Certificate::from_der(item)),
            LISTS => evidence.lists.extend(List::from_der(item)),
            ANSWERS => evidence.answers.extend(Answer::from_der(item)),
            _ => {}
        }
    }
    dictionary(file, file.last()).map(|_| evidence)
}

/// Whether validation data speaks for every certificate of a chain, which must be whole, and what it says against one.
pub(crate) fn judge(
    evidence: &Evidence,
    links: &[&Certificate],
    anchored: bool,
    trust: &[Certificate],
    at: Timestamp,
    proven: bool,
) -> (bool, Option<Finding>) {
    // Of a trusted certificate whose issuer is not known nothing is known.
    let mut covered = links
        .last()
        .is_some_and(|last| last.is_self_issued() || anchored && links.len() > 1);
    for pair in links.windows(2) {
        let [certificate, issuer] = pair else {
            continue;
        };
        match evidence.standing(certificate, issuer, trust, at, proven) {
            Standing::Good => {}
            Standing::Revoked(since) => {
                let detail = format!("{}, {since}", certificate.subject());
                return (
                    false,
                    Some(Finding::new(Code::CertificateRevoked).detail(detail)),
                );
            }
            Standing::Unknown => covered = false,
        }
    }
    let leaf = links.first().map(|leaf| leaf.subject()).unwrap_or_default();
    let unknown = || Finding::new(Code::RevocationUnknown).detail(leaf);
    (covered, (!covered).then(unknown))
}
