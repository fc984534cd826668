//! Verification: who signed, whether every byte is covered, whether the pages say what the data in
//! the file says, and whether the dossier has moved on since.

mod figures;
mod statements;

use signature::{Certificate, Finding, SignatureFinding, Verdict, Verification};

use crate::Application;
use crate::files::{LARGEST_REPORT, label, name_of, read_regular};
use crate::problem::{Detail, Fact, Problem};
use crate::report_page::{is_of, since};
use crate::view::*;
use crate::words::{POSITIONS, Words};
use statements::{Contradiction, contradictions};

pub use figures::{FindingFigures, SignatureFigures, VerificationFigures};

use assessment::Moment;
use jiff::tz::Offset;
use messages::{Language, catalogue};
use report::{Comparison, ReportData};

/// What a certificate may weigh.
const LARGEST_CERTIFICATE: u64 = 100_000;

/// Everything that is known of a file.
struct Examined {
    verification: Verification,
    verdict: Verdict,
    data: Comparison,
    own: Vec<Contradiction>,
}

impl Application {
    /// Verifies a report against certificates that the person trusts.
    ///
    /// # Errors
    /// When a file cannot be read, or a certificate is none.
    pub fn verify_report(&mut self, input: VerifyReport) -> Result<VerificationPage, Problem> {
        let (examined, file) = self.examine(&input)?;
        let words = self.words();
        let verdict = verdict_word(examined.verdict);
        let data = examined.data.data();
        Ok(VerificationPage {
            file,
            verdict: verdict.to_owned(),
            headline: words.text(&format!("application-verdict-{verdict}")),
            meaning: words.text(&format!("application-verdict-{verdict}.meaning")),
            signatures: examined
                .verification
                .signatures
                .iter()
                .map(|signature| signature_view(words, signature))
                .collect(),
            missing: missing(&examined),
            refused: data.map(refused).unwrap_or_default(),
            quorum: data.and_then(|data| quorum(words, &examined.verification, data)),
            data: data_in_words(words, &examined.data),
            data_verdict: data_word(&examined.data).to_owned(),
            findings: findings(&examined, words.language)
                .into_iter()
                .map(|finding| finding.text)
                .collect(),
            fingerprint: data.map(|data| data.dossier.fingerprint.clone()),
            since: self.open.as_ref().and_then(|open| {
                let data = data?;
                Some(match is_of(open, data) {
                    Some(_) => since(open, words, &data.dossier),
                    None => words.text("finding-dossier-unrelated"),
                })
            }),
        })
    }

    fn examine(&mut self, input: &VerifyReport) -> Result<(Examined, ChosenFile), Problem> {
        let words = self.words();
        let purposes = [FilePurpose::OpenReport, FilePurpose::SignedReport];
        let path = self.files.path(&input.file, &purposes)?;
        let mut trust = Vec::new();
        for handle in &input.trust {
            let path = self.files.path(handle, &[FilePurpose::Certificate])?;
            let limit = words.size(LARGEST_CERTIFICATE);
            let bytes = read_regular(&path, LARGEST_CERTIFICATE, &limit)?;
            trust.push(Certificate::from_pem_or_der(&bytes).map_err(|_| {
                Fact::CertificateUnreadable {
                    name: name_of(&path),
                }
                .about("trust")
            })?);
        }
        let pdf = read_regular(&path, LARGEST_REPORT, &words.size(LARGEST_REPORT))?;
        Ok((
            examine(&pdf, &trust),
            self.grant(&path, FilePurpose::OpenReport),
        ))
    }
}

fn examine(pdf: &[u8], trust: &[Certificate]) -> Examined {
    let verification = signature::verify(pdf, trust);
    let unsigned = verification
        .base
        .clone()
        .and_then(|base| pdf.get(base))
        .unwrap_or(pdf);
    let data = report::compare(unsigned);
    let mut own: Vec<Contradiction> = Vec::new();
    let signed = matches!(
        verification.verdict,
        Verdict::Intact | Verdict::IntactUnknownSigner
    );
    match &data {
        // Good signatures under pages that say something else than the data prove nothing.
        Comparison::Different(_) => own.push(Contradiction::of_file("data-different", signed)),
        Comparison::OtherVersion(_) => {
            own.push(Contradiction::of_file("data-other-version", false));
        }
        Comparison::Absent if signed => own.push(Contradiction::of_file("data-absent", false)),
        _ => {}
    }
    for signature in &verification.signatures {
        own.extend(contradictions(signature, data.data()));
    }
    let verdict = if own.iter().any(|one| one.alters) {
        Verdict::Altered
    } else if own.iter().any(|one| one.code == "certificate-not-expected")
        && verification.verdict == Verdict::Intact
    {
        Verdict::IntactUnknownSigner
    } else {
        verification.verdict
    };
    Examined {
        verification,
        verdict,
        data,
        own,
    }
}

/// Who declared in the report that they refuse to sign.
pub(crate) fn refused(data: &ReportData) -> Vec<String> {
    let signers = data.signers.iter();
    let refusing = signers.filter(|signer| signer.field.is_none());
    refusing.map(|signer| label(&signer.name)).collect()
}

/// How many of the members that the quorum asks for have signed.
fn quorum(words: Words, verification: &Verification, data: &ReportData) -> Option<String> {
    let needed = data.needed()?;
    let decides = |field: &str| {
        let mut signers = data.signers.iter();
        let signer = signers.find(|signer| signer.field.as_deref() == Some(field));
        let role = signer.and_then(|signer| signer.role);
        role.is_some_and(assessment::Role::decides)
    };
    let signatures = verification.signatures.iter();
    let signed = signatures.filter(|one| decides(&one.field)).count();
    Some(words.format(
        "application-quorum",
        &[
            ("signed", signed.into()),
            ("needed", needed.members.into()),
            ("deciding", needed.deciding.into()),
        ],
    ))
}

/// Refuses a report that is not fit to be signed.
pub(crate) fn require_sound(pdf: &[u8], name: &str) -> Result<(), Problem> {
    sound_data_or(pdf, || Fact::ReportAltered {
        name: name.to_owned(),
    })
    .map(|_| ())
}

/// The data of a report of which the pages can be made again: it is as it was made or signed, by this version.
pub(crate) fn pages_data(pdf: &[u8], name: &str) -> Result<ReportData, Problem> {
    let data = sound_data(pdf, name)?;
    if data.made_by != report::data::MADE_BY {
        return Err(Fact::ReportOfOtherVersion {
            name: name.to_owned(),
            version: label(&data.made_by),
        }
        .into());
    }
    Ok(data)
}

/// The data of a report that is as it was made or signed.
pub(crate) fn sound_data(pdf: &[u8], name: &str) -> Result<ReportData, Problem> {
    sound_data_or(pdf, || Fact::ReportNotSound {
        name: name.to_owned(),
    })
}

fn sound_data_or(pdf: &[u8], altered: impl FnOnce() -> Fact) -> Result<ReportData, Problem> {
    let examined = examine(pdf, &[]);
    let is_sound = matches!(
        examined.verdict,
        Verdict::Unsigned | Verdict::Intact | Verdict::IntactUnknownSigner
    );
    match examined.data {
        Comparison::Equal(data) | Comparison::OtherVersion(data) if is_sound => return Ok(*data),
        _ => {}
    }
    let own = examined.own.iter().map(|one| Detail::Localised {
        nl: one.in_words(Language::Nl),
        en: one.in_words(Language::En),
    });
    let findings = examined.verification.findings.iter().map(detail);
    Err(Problem::from(altered()).with_details(findings.chain(own)))
}

/// A finding as a particular of a problem.
pub(crate) fn detail(finding: &Finding) -> Detail {
    Detail::Localised {
        nl: finding_in_words(finding, Language::Nl),
        en: finding_in_words(finding, Language::En),
    }
}

fn findings(examined: &Examined, language: Language) -> Vec<FindingFigures> {
    let found = examined
        .verification
        .findings
        .iter()
        .map(|finding| FindingFigures {
            code: finding.code.as_str().to_owned(),
            text: finding_in_words(finding, language),
        });
    let own = examined.own.iter().map(|one| FindingFigures {
        code: one.code.to_owned(),
        text: one.in_words(language),
    });
    found.chain(own).collect()
}

fn finding_in_words(finding: &Finding, language: Language) -> String {
    let text = in_words(finding.code.as_str(), language);
    match &finding.field {
        Some(field) => format!("{text} ({})", label(field)),
        None => text,
    }
}

fn in_words(code: &str, language: Language) -> String {
    catalogue(language).text(&format!("finding-{code}"))
}

fn missing(examined: &Examined) -> Vec<String> {
    examined
        .verification
        .missing
        .iter()
        .map(|field| field.signer.clone())
        .collect()
}

fn signature_view(words: Words, signature: &SignatureFinding) -> SignatureView {
    let position = signature
        .position
        .as_deref()
        .and_then(|word| POSITIONS.read(word));
    SignatureView {
        name: label(&signature.name),
        role: signature
            .role
            .as_deref()
            .map_or_else(|| words.text("application-no-role"), label),
        position: position.map_or_else(
            || words.text("application-position-none"),
            |position| words.position(position),
        ),
        reason: signature.reason.as_deref().map(label).unwrap_or_default(),
        time: words.moment(moment(signature)),
        fingerprint: signature.fingerprint.to_string(),
        trust: words.text(if signature.trusted {
            "application-trusted"
        } else {
            "application-not-trusted"
        }),
        trusted: signature.trusted,
    }
}

fn moment(signature: &SignatureFinding) -> Moment {
    let offset = Offset::from_seconds(signature.offset_seconds).unwrap_or(Offset::UTC);
    Moment::new(signature.time, offset)
}

fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Intact => "intact",
        Verdict::IntactUnknownSigner => "intact-unknown-signer",
        Verdict::Altered => "altered",
        Verdict::Unsigned => "unsigned",
        Verdict::Unreadable => "unreadable",
    }
}

/// Whether the pages are what the data says: `equal`, `different`, `unknown-version` when another
/// version of the program made them, or `absent`.
fn data_word(data: &Comparison) -> &'static str {
    match data {
        Comparison::Equal(_) => "equal",
        Comparison::Different(_) => "different",
        Comparison::OtherVersion(_) => "unknown-version",
        Comparison::Absent => "absent",
    }
}

fn data_in_words(words: Words, data: &Comparison) -> String {
    match data {
        Comparison::Equal(data) => words.format(
            "application-data-equal",
            &[
                (
                    "edition",
                    words
                        .text(&format!("report-edition-{}", data.edition.word()))
                        .into(),
                ),
                (
                    "fingerprint",
                    report::private::fingerprint(data)
                        .unwrap_or_default()
                        .into(),
                ),
            ],
        ),
        Comparison::Different(_) => words.text("application-data-different"),
        Comparison::OtherVersion(data) => words.format(
            "application-data-other-version",
            &[("version", label(&data.made_by).into())],
        ),
        Comparison::Absent => words.text("application-data-absent"),
    }
}

#[cfg(test)]
mod tests {
    use signature::Code;

    use super::*;

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
            for verdict in [
                Verdict::Intact,
                Verdict::IntactUnknownSigner,
                Verdict::Altered,
                Verdict::Unsigned,
                Verdict::Unreadable,
            ] {
                let key = format!("application-verdict-{}", verdict_word(verdict));
                assert!(texts.contains(&key) && texts.contains(&format!("{key}.meaning")));
            }
        }
    }
}
