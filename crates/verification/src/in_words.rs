//! A verification in words: what a person reads, in their language.

use messages::{Language, catalogue};
use report::{Comparison, ReportData};
use signature::{Finding, SignatureFinding, Verification};

use crate::examination::{Examination, refusing};
use crate::figures::{FindingFigures, moment};
use crate::file::label;
use crate::positions::{POSITIONS, position};

/// A text in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl Detail {
    /// The text in a language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }
}

/// What verification found, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerificationInWords {
    /// `intact`, `intact-unknown-signer`, `intact-not-compared`, `altered`, `unsigned` or `unreadable`.
    pub verdict: &'static str,
    /// The verdict in plain words.
    pub headline: String,
    /// What it means and what it does not.
    pub meaning: String,
    /// The signatures, in order.
    pub signatures: Vec<SignatureInWords>,
    /// Who was expected to sign and has not.
    pub missing: Vec<String>,
    /// Who declared in the report that they refuse to sign.
    pub refused: Vec<String>,
    /// How many of the members that the quorum asks for have signed.
    pub quorum: Option<String>,
    /// Whether the embedded data is what the pages say.
    pub data: String,
    /// `equal`, `different`, `unknown-version` or `absent`.
    pub data_verdict: &'static str,
    /// What was found wrong.
    pub findings: Vec<String>,
    /// The fingerprint of the dossier that the report was made from.
    pub fingerprint: Option<String>,
}

/// One signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureInWords {
    /// The signer's name.
    pub name: String,
    /// Their role.
    pub role: String,
    /// Their position.
    pub position: String,
    /// Their reason.
    pub reason: String,
    /// When, by their clock.
    pub time: String,
    /// Fingerprint of the certificate.
    pub fingerprint: String,
    /// Whether the certificate is one that was trusted.
    pub trust: String,
    /// The same for programs.
    pub trusted: bool,
}

impl Examination {
    /// What was found, in words.
    #[must_use]
    pub fn in_words(&self, language: Language) -> VerificationInWords {
        let texts = catalogue(language);
        let verdict = self.verdict_word();
        let data = self.data.data();
        let signatures = self.verification.signatures.iter();
        VerificationInWords {
            verdict,
            headline: texts.text(&format!("application-verdict-{verdict}")),
            meaning: texts.text(&format!("application-verdict-{verdict}.meaning")),
            signatures: signatures.map(|it| signature(it, language)).collect(),
            missing: self.missing(),
            refused: data.map(refusing).unwrap_or_default(),
            quorum: data.and_then(|data| quorum(&self.verification, data, language)),
            data: data_in_words(&self.data, language),
            data_verdict: self.data_word(),
            findings: self
                .findings(language)
                .into_iter()
                .map(|finding| finding.text)
                .collect(),
            fingerprint: data.map(|data| data.dossier.fingerprint.clone()),
        }
    }

    /// Everything that was found, each with its code and in words.
    pub(crate) fn findings(&self, language: Language) -> Vec<FindingFigures> {
        let of_signatures = self.verification.findings.iter();
        let found = of_signatures.map(|finding| FindingFigures {
            code: finding.code.as_str().to_owned(),
            text: finding_in_words(finding, language),
        });
        let own = self.contradictions.iter().map(|one| FindingFigures {
            code: one.code.to_owned(),
            text: one.in_words(language),
        });
        found.chain(own).collect()
    }

    /// Everything that was found, as particulars of a problem.
    #[must_use]
    pub fn details(&self) -> Vec<Detail> {
        let found = self.verification.findings.iter().map(detail);
        let own = self.contradictions.iter();
        let own = own.map(|one| in_each(|language| one.in_words(language)));
        found.chain(own).collect()
    }
}

/// A finding about the signatures as a particular of a problem.
#[must_use]
pub fn detail(finding: &Finding) -> Detail {
    in_each(|language| finding_in_words(finding, language))
}

/// What a code of a finding says.
#[must_use]
pub fn finding(code: &str, language: Language) -> String {
    catalogue(language).text(&format!("finding-{code}"))
}

fn in_each(text: impl Fn(Language) -> String) -> Detail {
    Detail {
        nl: text(Language::Nl),
        en: text(Language::En),
    }
}

fn finding_in_words(found: &Finding, language: Language) -> String {
    let text = finding(found.code.as_str(), language);
    match &found.field {
        Some(field) => format!("{text} ({})", label(field)),
        None => text,
    }
}

fn signature(signature: &SignatureFinding, language: Language) -> SignatureInWords {
    let texts = catalogue(language);
    let stated = signature.position.as_deref();
    SignatureInWords {
        name: label(&signature.name),
        role: signature
            .role
            .as_deref()
            .map_or_else(|| texts.text("application-no-role"), label),
        position: stated.and_then(|word| POSITIONS.read(word)).map_or_else(
            || texts.text("application-position-none"),
            |stated| position(stated, language),
        ),
        reason: signature.reason.as_deref().map(label).unwrap_or_default(),
        time: messages::date_time(language, moment(signature).civil()),
        fingerprint: signature.fingerprint.to_string(),
        trust: texts.text(if signature.trusted {
            "application-trusted"
        } else {
            "application-not-trusted"
        }),
        trusted: signature.trusted,
    }
}

/// How many of the members that the quorum asks for have signed.
fn quorum(verification: &Verification, data: &ReportData, language: Language) -> Option<String> {
    let needed = data.needed()?;
    let decides = |field: &str| {
        let mut signers = data.signers.iter();
        let signer = signers.find(|signer| signer.field.as_deref() == Some(field));
        signer.is_some_and(|signer| data.decides(signer))
    };
    let signatures = verification.signatures.iter();
    let signed = signatures.filter(|one| decides(&one.field)).count();
    Some(catalogue(language).format(
        "application-quorum",
        &[
            ("signed", signed.into()),
            ("needed", needed.members.into()),
            ("deciding", needed.deciding.into()),
        ],
    ))
}

fn data_in_words(data: &Comparison, language: Language) -> String {
    let texts = catalogue(language);
    match data {
        Comparison::Equal(data) => {
            let edition = texts.text(&format!("report-edition-{}", data.edition.word()));
            let fingerprint = report::private::fingerprint(data).unwrap_or_default();
            let arguments = [
                ("edition", edition.into()),
                ("fingerprint", fingerprint.into()),
            ];
            texts.format("application-data-equal", &arguments)
        }
        Comparison::Different(_) => texts.text("application-data-different"),
        Comparison::OtherVersion(data) => texts.format(
            "application-data-other-version",
            &[("version", label(&data.made_by).into())],
        ),
        Comparison::Absent => texts.text("application-data-absent"),
    }
}

#[cfg(test)]
mod tests {
    use signature::Code;

    use super::*;
    use crate::verdict::Verdict;

    #[test]
    fn every_finding_and_verdict_has_words_in_both_languages() {
        for language in Language::ALL {
            let texts = catalogue(language);
            let ours = [
                "data-different",
                "data-absent",
                "data-other-version",
                "dossier-unrelated",
                "dossier-state-unknown",
                "position-unknown",
                "reason-contradicts-position",
                "signer-not-in-data",
                "role-not-expected",
                "position-not-declared",
                "reason-not-declared",
                "certificate-not-expected",
            ];
            for code in Code::all().map(Code::as_str).chain(ours) {
                assert!(texts.contains(&format!("finding-{code}")), "{code}");
            }
            for verdict in Verdict::ALL {
                let key = format!("application-verdict-{}", verdict.word());
                assert!(texts.contains(&key) && texts.contains(&format!("{key}.meaning")));
            }
        }
    }
}
