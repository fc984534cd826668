//! A long, fictional report with everything that is hard: used by the tests of the engine.

#![allow(
    dead_code,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "each test file uses its part, and fails by panicking"
)]

use report::charts::{
    Axis, Bar, Bars, Difference, Differences, Figure, Mark, Moment, Radar, Score, Timeline, Tone,
    Trend, TrendPoint,
};
use report::document::{Document, parse};
use report::layout::RunningText;
use report::pdf::{Attachment, Settings, SignatureField};
use std::collections::BTreeMap;
use std::fmt::Write as _;

pub(crate) const WORDS: [&str; 24] = [
    "De klant",
    "wordt",
    "bij",
    "ieder",
    "gesprek",
    "vooraf",
    "geïnformeerd",
    "over",
    "de",
    "inzet",
    "van",
    "geautomatiseerde",
    "besluitvorming",
    "en",
    "kan",
    "altijd",
    "een",
    "medewerker",
    "spreken;",
    "verantwoordelijkheidsverdeling",
    "coördinatie",
    "privacyverklaring",
    "’s avonds",
    "reëel.",
];

/// Text of a number of words, different for each seed.
pub(crate) fn prose(seed: usize, words: usize) -> String {
    let mut text = String::new();
    for at in 0..words {
        if at > 0 {
            text.push(' ');
        }
        text.push_str(WORDS[(seed * 7 + at * at + at * 5) % WORDS.len()]);
    }
    text
}

/// Escapes as Tera does.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn score(value: f64) -> Option<Score> {
    Some(Score {
        value,
        shown: format!("{value:.1}").replace('.', ","),
    })
}

pub(crate) fn figures() -> BTreeMap<String, Figure> {
    let promises = [
        ("Wij vertellen dat u met AI spreekt", score(72.5)),
        ("U krijgt altijd een mens als u dat wilt", score(48.0)),
        ("Wij gebruiken uw gegevens zorgvuldig", score(90.0)),
        ("Wij geven juiste antwoorden", None),
        ("Wij sluiten niemand uit", score(33.3)),
        ("Wij leren van fouten", score(61.0)),
        ("Wij leggen verantwoording af", score(80.0)),
    ];
    let axes = promises
        .into_iter()
        .map(|(label, score)| Axis {
            label: label.into(),
            score,
        })
        .collect();
    let rows = (0..18).map(|at| Bar {
        label: format!(
            "Thema {}: {}",
            at + 1,
            if at % 3 == 0 {
                "Menselijk toezicht en doorverwijzing naar een medewerker"
            } else {
                "Transparantie"
            }
        ),
        score: if at == 4 {
            None
        } else {
            score(f64::from(at * 37 % 101))
        },
        tone: [Tone::Positive, Tone::Caution, Tone::Critical, Tone::Neutral][at as usize % 4],
    });
    let moments = [
        (
            "2 februari 2025",
            0,
            "Verboden praktijken gelden",
            Tone::Positive,
        ),
        (
            "2 augustus 2026",
            546,
            "Transparantieplicht voor chatbots: zeg dat het een machine is, in gewone woorden en voor het gesprek begint",
            Tone::Critical,
        ),
        ("2 augustus 2027", 911, "Overige plichten", Tone::Neutral),
    ];
    let moments = moments
        .into_iter()
        .map(|(when, day, label, tone)| Moment {
            when: when.into(),
            day,
            label: label.into(),
            mark: if day < 546 { Mark::Done } else { Mark::Open },
            tone,
        })
        .collect();
    BTreeMap::from([
        ("radar".to_owned(), Figure::Radar(Radar { axes })),
        (
            "bars".to_owned(),
            Figure::Bars(Bars {
                rows: rows.collect(),
                marks: vec![40.0, 70.0],
                without_score: "te weinig vragen".into(),
            }),
        ),
        (
            "timeline".to_owned(),
            Figure::Timeline(Timeline { moments }),
        ),
        ("differences".to_owned(), Figure::Differences(differences())),
        ("trend".to_owned(), Figure::Trend(trend())),
    ])
}

/// Scores on scales of two to six answers; nobody answered the last question.
fn differences() -> Differences {
    let row = |votes: &[u32]| Difference {
        label: format!("Wordt de klant bij ieder gesprek geïnformeerd? {votes:?}"),
        votes: votes.to_vec(),
        shown: "−0,33".into(),
    };
    Differences {
        lowest: "laagste antwoord".into(),
        highest: "hoogste antwoord".into(),
        rows: vec![
            row(&[3, 4]),
            row(&[1, 0, 12]),
            row(&[0, 0, 0, 0, 0, 9]),
            row(&[1]),
            row(&[0, 0]),
        ],
    }
}

/// A year without a score among others.
fn trend() -> Trend {
    let point = |(year, score): (u32, Option<Score>)| TrendPoint {
        when: format!("21 november {year}"),
        tone: Tone::Caution,
        score,
    };
    let scores = [score(40.0), None, score(0.0), score(100.0), score(72.5)];
    Trend {
        points: (2026..).zip(scores).map(point).collect(),
        without_score: "te weinig vragen".into(),
    }
}

/// The markup of a report with a number of themes.
pub(crate) fn markup(themes: usize) -> String {
    let mut m = String::from(
        r#"<document lang="nl">
<cover><organisation>Voorbeeld Webwinkel B.V.</organisation><title>Verantwoording over AI in het klantcontact</title>
<subtitle>Chatbot “Vraagbaak” in de webwinkel</subtitle>
<dl><dt>Beoordeeld op</dt><dd>1 juli 2026</dd><dt>Vragenlijst</dt><dd>Klantcontact-AI 1.0, <code>9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08</code></dd><dt>Status</dt><dd>Voorlopig</dd></dl>
<p role="small">Dit rapport is gemaakt met Verantwoord. Niemand heeft het goedgekeurd dan wie het ondertekende.</p></cover>
<contents depth="2">Inhoud</contents>
<section start="page"><h1 id="samenvatting">Samenvatting</h1>
<p role="lead">De commissie oordeelt dat de chatbot zorgvuldig is ingericht, maar dat twee wettelijke punten nog openstaan.</p>
<verdict tone="caution" word="Oranje"><p>Doorgaan mag, mits de twee open punten voor 2 augustus 2026 zijn opgelost. Zie <ref to="knelpunten">Wettelijke knelpunten</ref> op bladzijde <page to="knelpunten"/>.</p></verdict>
<key-figures><key-figure value="62,5" label="Totaalscore" note="van 100"/><key-figure value="2" label="Wettelijke knelpunten" tone="critical"/><key-figure value="74" label="Vragen beantwoord" note="van 88" tone="positive"/><key-figure value="5" label="Open punten" tone="caution"/></key-figures>
<figure ref="radar" alt="Radar van zeven beloften: 72,5; 48; 90; geen score; 33,3; 61; 80."><caption>De zeven servicebeloften. Een open ring betekent: te weinig vragen voor een score.</caption></figure>
<table widths="5 1" align="left right"><caption>Dezelfde cijfers</caption><thead><tr><th>Belofte</th><th>Score</th></tr></thead><tbody>"#,
    );
    for (label, value) in [
        ("Wij vertellen dat u met AI spreekt", "72,5"),
        ("U krijgt altijd een mens als u dat wilt", "48,0"),
        ("Wij gebruiken uw gegevens zorgvuldig", "90,0"),
        ("Wij geven juiste antwoorden", "–"),
    ] {
        let _ = write!(m, "<tr><th>{label}</th><td>{value}</td></tr>");
    }
    m.push_str(r#"</tbody></table><h2>Per thema</h2><figure ref="bars" alt="Staven per thema."><caption>Scores per thema, met de grenzen 40 en 70.</caption></figure></section>
<section><h1 id="knelpunten">Wettelijke knelpunten</h1><callout tone="critical" title="Twee punten zijn open"><p>De wet laat hier geen afweging toe.</p><ul><li>Zeg vooraf dat de klant met AI spreekt.</li><li>Leg vast wie <em>eindverantwoordelijk</em> is, <strong>met naam</strong>.</li></ul></callout>
<figure ref="timeline" alt="Tijdlijn met drie data."/></section>"#);
    for theme in 0..themes {
        let _ = write!(
            m,
            "<section start=\"page\"><h1 id=\"t{theme}\" number=\"{n}\">Thema {n}: toezicht en <span lang=\"en\">accountability</span></h1><p>{}</p><p>{}</p>",
            prose(theme, 90),
            prose(theme + 3, 60),
            n = theme + 1
        );
        for question in 0..4 {
            let _ = write!(
                m,
                "<section><h2 id=\"q{theme}-{question}\" number=\"{n}.{q}\">Weet de klant vooraf dat een machine antwoordt, en hoe blijkt dat?</h2>
                 <dl><dt>Antwoord</dt><dd><status tone=\"caution\">Deels</status> — 3 van 4</dd>
                 <dt>Overweging van de commissie</dt><dd><text>{}\n\n{}</text></dd>
                 <dt>Zekerheid</dt><dd>Aangenomen</dd><dt>Leeg</dt><dd></dd></dl>
                 <table widths=\"2 6 3\"><thead><tr><th>Bewijsstuk</th><th>Wat het laat zien</th><th>SHA-256</th></tr></thead><tbody>",
                escaped(&prose(theme + question, 70)), escaped(&prose(question, 40)), n = theme + 1, q = question + 1
            );
            for row in 0..5 + question * 3 {
                let _ = write!(
                    m,
                    "<tr><th>B{theme}-{question}-{row}</th><td>{}</td><td><code>9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08</code></td></tr>",
                    prose(row, 12 + row * 3)
                );
            }
            m.push_str("</tbody></table></section>");
        }
        m.push_str("</section>");
    }
    let long = prose(5, 2900);
    let wide = "Verantwoordelijkheidsverdelingsovereenkomstenregistratie".repeat(9);
    let _ = write!(
        m,
        "<section start=\"page\" id=\"moeilijk\"><h1>Wat moeilijk is</h1>
         <h2>Een antwoord van 20 kB</h2><text role=\"quote\">{long}</text>
         <h2>Een woord zonder einde</h2><p>{wide}</p>
         <h2>Andere schriften</h2><p>Grieks Ελληνικά, Cyrillisch Кириллица, wiskunde ∑ ≤ ⊕ 𝔄, tekens ☎ ✔ ⚠ ✅ ♻, emoji 😀 👍🏽 👩‍💻 🇳🇱 en zonder letterbeeld: 漢字 \u{1f9ff}\u{e000}.</p>
         <p lang=\"ar\">مرحبا بالعالم، هذا سؤال 123 عن المسؤولية.</p><p lang=\"he\">שלום עולם, זו שאלה על אחריות (AI).</p>
         <p>Gemengd: het woord שלום en مرحبا staan in deze Nederlandse zin, ﬁ en ﬂ ook, ĳ, e\u{301}, n\u{303}, ẞ, ǆ.</p>
         <p lang=\"en\">An English paragraph with hyphenation: {} accountability responsibilities notwithstanding international considerations.</p>
         <h2>Een rij langer dan een bladzijde</h2>
         <table widths=\"1 3\"><thead><tr><th>Kop</th><th>Inhoud</th></tr></thead><tbody><tr><td>kort</td><td></td></tr><tr><th>lang</th><td><text>{}</text></td></tr><tr><td></td><td>na de lange rij</td></tr></tbody></table>
         <ol start=\"9\"><li>negen</li><li><p>tien</p><ul><li>onder tien</li></ul></li></ol>
         <p>Bron: <link href=\"https://eur-lex.europa.eu/eli/reg/2024/1689/oj\">Verordening (EU) 2024/1689</link>.</p></section>
         <section start=\"page\"><h1>Ondertekening</h1><p>De leden tekenen dit rapport elektronisch.</p><signature-fields/></section></document>",
        prose(2, 60), prose(8, 900)
    );
    m
}

pub(crate) fn document(themes: usize) -> Document {
    parse(&markup(themes), figures()).expect("the sample is right")
}

pub(crate) fn settings() -> Settings {
    Settings {
        title: "Verantwoording over AI in het klantcontact – «Vraagbaak» & meer".into(),
        subject: "Zelfbeoordeling van een chatbot".into(),
        organisation: "Voorbeeld Webwinkel B.V.".into(),
        created: "2026-07-01T10:00:00Z".parse().expect("a moment"),
        running: RunningText {
            head_left: "Voorbeeld Webwinkel B.V.".into(),
            head_right: "Verantwoording over AI in het klantcontact".into(),
            foot_left: "Chatbot “Vraagbaak”, 1 juli 2026".into(),
            foot_right: "Pagina {page} van {pages}".into(),
        },
        attachment: Some(Attachment {
            name: "assessment.json".into(),
            mime: "application/json".into(),
            description: "De gegevens van dit rapport".into(),
            bytes: br#"{"example":true}"#.to_vec(),
        }),
        signature_fields: ["Anna de Vries", "Chaïm Öztürk"]
            .iter()
            .enumerate()
            .map(|(at, signer)| SignatureField {
                name: format!("Signature{}", at + 1),
                signer: (*signer).into(),
            })
            .collect(),
    }
}
