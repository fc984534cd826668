//! What the measured processes work on: made once, in a folder that goes away, from the published example.

use std::fs;
use std::path::Path;

use crate::cases;
use crate::typesetters;
use anyhow::{Context as _, Result};
use application::{Application, Surroundings};
use assessment::outcome::evaluate;
use assessment::{Actor, Answer, AssessmentId, Change, EventId, Moment, State};
use dossier::{Dossier, Entropy, Holder, Stamp};
use jiff::tz::Offset;
use questionnaire::{Language, QuestionId, Questionnaire, Value};
use report::data::DossierMark;
use report::{ReportData, Sources};
use signature::{Identity, NewIdentity, OsRng, Signing, SigningTime};

/// With how many signers reports are signed.
pub(crate) const SIGNERS: [usize; 3] = [1, 3, 20];
/// How many events the dossiers have that are opened: the growth is between the two.
pub(crate) const EVENTS: [usize; 2] = [1_000, 10_000];
/// How many answers and meetings the reports have that are made: the growth is between the two.
pub(crate) const GROWN: [(usize, usize); 2] = [(100, 5), (1_000, 50)];
/// The dossier that everything begins with.
pub(crate) const EXAMPLE: &str = "example.dossier";
/// The data of the reports that are [`GROWN`].
pub(crate) const DATA: [&str; 2] = ["short.json", "long.json"];

const PASSPHRASE: &str = "only for measuring";
/// About as long as what the example's committee writes.
pub(crate) const CONSIDERATION: &str = "Wij hebben dit in de vergadering besproken met het team dat de chatbot beheert. In de meting \
    van het derde kwartaal kwam één op de acht klanten na twee vragen bij een medewerker terecht; dat vinden wij nog te \
    weinig. Vóór de volgende sessie wordt de openingstekst aangepast.";

/// The data of the report with many long answers, and that report with the signatures of three.
pub(crate) const ANSWERS: [&str; 2] = ["answers.json", "answers.pdf"];

/// Makes everything.
pub(crate) fn prepare(folder: &Path) -> Result<()> {
    let example = folder.join(EXAMPLE);
    Application::new(Surroundings::predictable(
        moment()?.timestamp().as_second(),
        None,
    ))
    .example(&example)
    .map_err(|problem| anyhow::anyhow!("the example: {problem}"))?;
    for events in EVENTS {
        fill(&folder.join(dossier_with(events)), &example, events)?;
    }
    let data = data(&open(&example)?, &people(SIGNERS[0]))?;
    for (name, (answers, meetings)) in DATA.iter().zip(GROWN) {
        let grown = cases::grown(&data, answers, meetings)?;
        fs::write(folder.join(name), report::canonical(&grown)?)?;
    }
    typesetters::prepare(folder, CONSIDERATION)?;
    let data = self::data(&open(&example)?, &people(3))?;
    let answers = cases::answers(data, CONSIDERATION);
    fs::write(folder.join(ANSWERS[0]), report::canonical(&answers)?)?;
    fs::write(folder.join("passphrase.txt"), PASSPHRASE)?;
    for (index, name) in people(SIGNERS.into_iter().max().unwrap_or(1))
        .iter()
        .enumerate()
    {
        let new = NewIdentity {
            name,
            valid_from: moment()?.timestamp(),
        };
        let file = Identity::create(&new, PASSPHRASE, &mut OsRng)?;
        let certificate = Identity::open(&file, PASSPHRASE)?.certificate_pem();
        fs::write(folder.join(format!("signer-{}.p12", index + 1)), file)?;
        fs::write(
            folder.join(format!("signer-{}.pem", index + 1)),
            certificate,
        )?;
    }
    let mut signed = report::render(&answers)?;
    for number in 1..=3 {
        signed = sign(folder, &signed, number, &identity(folder, number)?)?;
    }
    fs::write(folder.join(ANSWERS[1]), signed)?;
    SIGNERS
        .into_iter()
        .try_for_each(|signers| sign_all(folder, signers))
}

/// The file with a dossier of so many events.
pub(crate) fn dossier_with(events: usize) -> String {
    format!("{events}-events.dossier")
}

/// Opens a dossier to work in it.
pub(crate) fn open(path: &Path) -> Result<Dossier> {
    let nobody = || "bench".to_owned();
    let holder = Holder {
        user: nobody(),
        host: nobody(),
        pid: std::process::id(),
        program: nobody(),
        since: moment()?,
    };
    Ok(Dossier::open(path, &holder)?)
}

/// Whose deeds they are, and when: always the same moment.
pub(crate) fn stamp() -> Result<Stamp> {
    Ok(Stamp {
        at: moment()?,
        actor: Actor::Committee,
    })
}

/// Randomness from the system, as in real work.
pub(crate) struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&mut self, bytes: &mut [u8]) -> std::io::Result<()> {
        use signature::CryptoRngCore as _;
        OsRng
            .as_rngcore()
            .try_fill_bytes(bytes)
            .map_err(std::io::Error::other)
    }
}

/// The data of the report on a dossier's only assessment.
pub(crate) fn data(dossier: &Dossier, signers: &[String]) -> Result<ReportData> {
    let state = State::from_events(dossier.events());
    let (&assessment, held) = state
        .assessments
        .first_key_value()
        .context("no assessment")?;
    let questionnaire = questionnaire()?;
    let outcome = evaluate(questionnaire, &held.judged(), held.date);
    let fingerprint = dossier.fingerprint();
    Ok(report::compose(&Sources {
        state: &state,
        assessment,
        questionnaire,
        outcome: &outcome,
        secret: &dossier.secret()?,
        dossier: &DossierMark {
            fingerprint: fingerprint.root,
            events: fingerprint.events,
            heads: fingerprint.heads,
        },
        as_of: dossier.events().last().context("no events")?.at,
        language: Language::Nl,
        signers,
        earlier: &[],
    })?)
}

/// The names of so many signers.
pub(crate) fn people(count: usize) -> Vec<String> {
    (1..=count)
        .map(|number| format!("Ondertekenaar {number}"))
        .collect()
}

/// Adds a signature; `number` is the signer's.
pub(crate) fn sign(
    folder: &Path,
    pdf: &[u8],
    number: usize,
    identity: &Identity,
) -> Result<Vec<u8>> {
    let signing = Signing {
        field: None,
        name: format!("Ondertekenaar {number}"),
        role: None,
        position: Some("agree".to_owned()),
        reason: Some("Akkoord".to_owned()),
        time: SigningTime {
            at: moment()?.timestamp(),
            offset: Offset::UTC,
        },
    };
    signature::sign(pdf, &signing, identity)
        .with_context(|| format!("signer {number} in {}", folder.display()))
}

/// A signer's identity.
pub(crate) fn identity(folder: &Path, number: usize) -> Result<Identity> {
    let file = fs::read(folder.join(format!("signer-{number}.p12")))?;
    Ok(Identity::open(&file, PASSPHRASE)?)
}

/// The answer that is recorded again and again, to a question of the example.
pub(crate) fn answer(dossier: &Dossier) -> Result<Change> {
    let question = questionnaire()?
        .questions()
        .next()
        .context("no questions")?;
    answered(assessment(dossier)?, question.id.clone(), Vec::new())
}

/// The report for `signers`, the same with one signature missing, and with all.
fn sign_all(folder: &Path, signers: usize) -> Result<()> {
    let data = data(&open(&folder.join(EXAMPLE))?, &people(signers))?;
    let mut signed = report::render(&data)?;
    fs::write(folder.join(format!("unsigned-{signers}.pdf")), &signed)?;
    for number in 1..=signers {
        if number == signers {
            fs::write(folder.join(format!("almost-{signers}.pdf")), &signed)?;
        }
        signed = sign(folder, &signed, number, &identity(folder, number)?)?;
    }
    fs::write(folder.join(format!("signed-{signers}.pdf")), signed)?;
    Ok(())
}

/// A copy of the example with answers added, each replacing the one before to the same question, until it has so many events.
fn fill(path: &Path, example: &Path, events: usize) -> Result<()> {
    fs::copy(example, path)?;
    let mut dossier = open(path)?;
    let assessment = assessment(&dossier)?;
    let questions: Vec<QuestionId> = questionnaire()?
        .questions()
        .map(|question| question.id.clone())
        .collect();
    let mut replaced: Vec<Vec<EventId>> = vec![Vec::new(); questions.len()];
    while dossier.events().len() < events {
        let missing = events - dossier.events().len();
        let changes = questions
            .iter()
            .zip(&replaced)
            .take(missing)
            .map(|(question, based_on)| answered(assessment, question.clone(), based_on.clone()))
            .collect::<Result<Vec<_>>>()?;
        let recorded = dossier.record(changes, stamp()?, &mut SystemEntropy)?;
        replaced = recorded.iter().map(|event| vec![event.id]).collect();
    }
    Ok(())
}

fn answered(
    assessment: AssessmentId,
    question: QuestionId,
    based_on: Vec<EventId>,
) -> Result<Change> {
    Ok(Change::AnswerRecorded {
        assessment,
        question,
        answer: Answer {
            because: CONSIDERATION.to_owned(),
            ..Answer::new(Value::Choice("yes".to_owned()))
        },
        based_on,
        taken_over_from: None,
    })
}

fn assessment(dossier: &Dossier) -> Result<AssessmentId> {
    let state = State::from_events(dossier.events());
    let (&assessment, _) = state
        .assessments
        .first_key_value()
        .context("no assessment")?;
    Ok(assessment)
}

fn questionnaire() -> Result<&'static Questionnaire> {
    Questionnaire::built_in("customer-contact-ai@1.0").context("the published questionnaire")
}

fn moment() -> Result<Moment> {
    Ok("2026-11-21T14:32:05+01:00".parse()?)
}
