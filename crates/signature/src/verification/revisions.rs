//! Compares revisions object by object: after the report itself, each fills one prepared field and does nothing else, or adds
//! validation data and does nothing else.

use super::{content::MOST_FINDINGS, validation};
use crate::{
    fields::{self, Prepared},
    finding::{Code, Finding},
    pdf::{Dictionary, Entries, File, Object, file::Revision},
};

/// A field that a revision filled.
pub(crate) struct Filling {
    pub(crate) field: Prepared,
    /// The number of the signature dictionary.
    pub(crate) signature: u32,
    pub(crate) revision: usize,
    /// Where that revision ends.
    pub(crate) end: usize,
}

/// What the revisions did, each in its order.
pub(crate) struct Updates {
    pub(crate) fillings: Vec<Filling>,
    /// The revisions that added validation data.
    pub(crate) additions: Vec<usize>,
}

/// Lists what each revision filled or added and reports everything else that it did.
pub(crate) fn check(file: &File, findings: &mut Vec<Finding>) -> Updates {
    let (mut fillings, mut additions) = (Vec::new(), Vec::new());
    match fields::prepared(file, 0) {
        Ok(fields) => {
            for field in fields.iter().filter(|field| field.signature.is_some()) {
                let detail = "signed without an update";
                findings.push(
                    Finding::new(Code::NotOneSignature)
                        .field(&field.name)
                        .detail(detail),
                );
            }
        }
        Err(finding) => findings.push(finding),
    }
    if file
        .catalog(0)
        .is_ok_and(|(_, catalog)| catalog.contains_key(b"Perms".as_slice()))
    {
        findings.push(
            Finding::new(Code::Certification).detail("permissions before the first signature"),
        );
    }
    if file
        .catalog(0)
        .is_ok_and(|(_, catalog)| catalog.contains_key(b"DSS".as_slice()))
    {
        let detail = "validation data before the first signature";
        findings.push(Finding::new(Code::Certification).detail(detail));
    }
    for (number, revisions) in file.revisions().windows(2).enumerate() {
        let [before, after] = revisions else { continue };
        let number = number + 1;
        compare_trailers(before, after, findings);
        if !fillings.is_empty() && validation::is_addition(file, number) {
            additions.push(number);
            continue;
        }
        match filled(file, number) {
            Ok(filling) => {
                compare_objects(file, number, Some(&filling), findings);
                fillings.push(filling);
            }
            Err(finding) => {
                compare_objects(file, number, None, findings);
                let code = if fillings.is_empty() {
                    finding.code
                } else {
                    Code::ChangedAfterSigning
                };
                findings.push(Finding { code, ..finding }.at(before.end));
            }
        }
    }
    Updates {
        fillings,
        additions,
    }
}

/// The one field that this revision filled.
fn filled(file: &File, revision: usize) -> Result<Filling, Finding> {
    let before = fields::prepared(file, revision - 1)?;
    let after = fields::prepared(file, revision)?;
    let none = || Finding::new(Code::NotOneSignature);
    let mut filling = None;
    if before.len() != after.len() {
        return Err(none().detail("number of fields"));
    }
    for (old, new) in before.iter().zip(after) {
        let newly = if old.signature.is_none() {
            new.signature
        } else {
            None
        };
        if *old
            != (Prepared {
                signature: old.signature,
                ..new.clone()
            })
            || (newly.is_none() && old.signature != new.signature)
        {
            return Err(none().field(&old.name).detail("field changed"));
        }
        if let Some(signature) = newly {
            let end = file
                .revisions()
                .get(revision)
                .map_or(0, |revision| revision.end);
            if filling
                .replace(Filling {
                    field: new,
                    signature,
                    revision,
                    end,
                })
                .is_some()
            {
                return Err(none().detail("two fields at once"));
            }
        }
    }
    filling.ok_or_else(none)
}

fn compare_objects(
    file: &File,
    number: usize,
    filling: Option<&Filling>,
    findings: &mut Vec<Finding>,
) {
    let (Some(revision), Some(before)) = (
        file.revisions().get(number),
        file.revisions().get(number - 1),
    ) else {
        return;
    };
    findings.extend(
        revision
            .removed
            .iter()
            .take(MOST_FINDINGS)
            .map(|object| Finding::new(Code::ObjectRemoved).object(*object)),
    );
    let first_free = before
        .trailer
        .entry("Size")
        .and_then(Object::as_integer)
        .unwrap_or(i64::MAX);
    if revision
        .section_object
        .is_some_and(|own| i64::from(own) < first_free)
    {
        findings.push(
            Finding::new(Code::ObjectChanged)
                .at(revision.section)
                .detail("cross-reference stream"),
        );
    }
    for (object, located) in &revision.objects {
        if findings.len() > MOST_FINDINGS {
            return;
        }
        let allowed = filling.is_some_and(|filling| {
            let old = file
                .located(number - 1, *object)
                .map(|located| &located.value);
            match old {
                None => *object == filling.signature && i64::from(*object) >= first_free,
                Some(old) => is_expected(file, filling, *object, old, &located.value),
            }
        });
        if !allowed {
            let is_new = file.located(number - 1, *object).is_none();
            let code = if is_new {
                Code::ObjectAdded
            } else {
                Code::ObjectChanged
            };
            findings.push(Finding::new(code).object(*object));
        }
    }
}

/// Whether an object changed exactly as the filling of that field changes it.
fn is_expected(file: &File, filling: &Filling, number: u32, old: &Object, new: &Object) -> bool {
    let (Object::Dictionary(old), Object::Dictionary(new)) = (old, new) else {
        return false;
    };
    let with = |key: &str, value: Object| {
        let mut changed = old.clone();
        changed.insert(key.as_bytes().to_vec(), value);
        changed
    };
    if number == filling.field.object {
        return *new == with("V", Object::Reference(filling.signature));
    }
    if filling.revision != 1 {
        return false;
    }
    let Ok((catalog, _)) = file.catalog(0) else {
        return false;
    };
    if number == catalog {
        let permissions =
            Dictionary::from([(b"DocMDP".to_vec(), Object::Reference(filling.signature))]);
        let mut expected = with("Perms", Object::Dictionary(permissions));
        if let Some(Object::Dictionary(form)) = expected.get_mut(b"AcroForm".as_slice()) {
            form.insert(b"SigFlags".to_vec(), Object::Integer(3));
        }
        return *new == expected;
    }
    let form = file
        .catalog(0)
        .ok()
        .and_then(|(_, catalog)| catalog.entry("AcroForm"))
        .and_then(Object::as_reference);
    form == Some(number) && *new == with("SigFlags", Object::Integer(3))
}

fn compare_trailers(before: &Revision, after: &Revision, findings: &mut Vec<Finding>) {
    let mut differs = |what: &str| {
        findings.push(
            Finding::new(Code::TrailerChanged)
                .at(after.section)
                .detail(what),
        )
    };
    for key in ["Root", "Info"] {
        if before.trailer.entry(key) != after.trailer.entry(key) {
            differs(key);
        }
    }
    let identifier = |revision: &Revision| match revision.trailer.entry("ID")?.as_array() {
        Some([first @ Object::Text(_), Object::Text(_)]) => Some(first.clone()),
        _ => Some(Object::Null),
    };
    if identifier(before) != identifier(after) {
        differs("ID");
    }
    if before.form != after.form {
        differs("form");
    }
    let size = |revision: &Revision| revision.trailer.entry("Size").and_then(Object::as_integer);
    if size(after) < size(before) {
        differs("Size");
    }
}
