//! What holds for every set of answers, and the rules of the outcome one by one.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeMap;

use assessment::outcome::{
    Colour, Judged, LegalPoint, LegalStanding, Outcome, VerdictReason, evaluate,
};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use questionnaire::{
    AnswerForm, EvidenceStrength, Question, QuestionId, QuestionKind, Questionnaire, Value,
};

type Answers = BTreeMap<QuestionId, Judged>;

fn instrument() -> &'static Questionnaire {
    Questionnaire::built_in("customer-contact-ai@1.0").expect("the instrument is built in")
}

const TODAY: Date = date(2026, 11, 21);

/// Answers in the words of the command line.
#[derive(Clone, Default)]
struct Case(Answers);

impl Case {
    /// A web shop with a generative chatbot, the intake of the worked case.
    fn web_shop() -> Self {
        [
            ("INT-01", "private"),
            ("INT-02", "inhouse"),
            ("INT-03", "chatbot"),
            ("INT-04", "consumers"),
            ("INT-05", "genai_vendor"),
            ("INT-06", "contract"),
            ("INT-07", "ordinary,outside_eea"),
            ("INT-08", "none"),
            ("INT-09", "eaa"),
            ("INT-10", "works_council"),
        ]
        .into_iter()
        .fold(Self::default(), |case, (id, value)| case.answer(id, value))
    }

    #[track_caller]
    fn answer(mut self, id: &str, written: &str) -> Self {
        let id = QuestionId::from(id);
        let question = instrument().question(&id).expect("the question exists");
        let value = question.read_value(written).expect("the value is accepted");
        self.0.insert(id, value.into());
        self
    }

    fn without(mut self, id: &str) -> Self {
        self.0.remove(id);
        self
    }

    /// Answers everything that is asked with the best there is.
    fn at_its_best(mut self) -> Self {
        for question in instrument().asked(|id| self.0.get(id).map(|judged| &judged.value)) {
            if question.kind() == QuestionKind::Assessment {
                self.0.insert(question.id.clone(), best(question).into());
            }
        }
        self
    }

    fn evidence(mut self, id: &str, strength: EvidenceStrength) -> Self {
        if let Some(judged) = self.0.get_mut(id) {
            judged.evidence_strength = Some(strength);
        }
        self
    }

    fn outcome_on(&self, date: Date) -> Outcome {
        evaluate(instrument(), &self.0, date)
    }

    fn outcome(&self) -> Outcome {
        self.outcome_on(TODAY)
    }
}

/// The answer that is worth most.
fn best(question: &Question) -> Value {
    let scored = |value: &Value| question.score(value);
    match &question.answer {
        AnswerForm::FreeText { .. } => Value::Text("Afgewogen.".to_owned()),
        AnswerForm::Number { bands, .. } => bands
            .iter()
            .map(|band| Value::Number(band.min))
            .max_by_key(scored)
            .expect("there are bands"),
        _ => question
            .choices()
            .iter()
            .filter_map(|choice| question.read_value(choice).ok())
            .max_by_key(scored)
            .expect("there are choices"),
    }
}

fn ids<'a>(points: impl Iterator<Item = &'a LegalPoint>) -> Vec<&'a str> {
    points.map(|point| point.question.as_str()).collect()
}

#[track_caller]
fn standing(outcome: &Outcome, id: &str) -> Option<LegalStanding> {
    outcome
        .legal
        .points
        .iter()
        .find(|point| point.question.as_str() == id)
        .map(|point| point.standing)
}

#[test]
fn without_answers_everything_is_open_and_nothing_is_decided() {
    let outcome = Case::default().outcome();
    assert_eq!(outcome.intake.len(), 10);
    assert_eq!(outcome.intake_open, outcome.intake);
    assert_eq!(outcome.open, outcome.asked);
    assert!(outcome.answered.is_empty());
    assert!(outcome.verdict.provisional);
    assert_eq!(outcome.total.score.map(|score| score.tenths()), Some(0));
    assert_eq!(
        outcome.legal.open().count(),
        0,
        "not answering is not a gap"
    );
    assert!(
        outcome.missing_key_points.is_empty(),
        "not answering is not a missing point"
    );
}

#[test]
fn the_best_answers_are_green_and_one_open_intake_question_makes_that_provisional() {
    let best = Case::web_shop().at_its_best();
    let outcome = best.outcome();
    assert_eq!(outcome.verdict.colour, Colour::Green);
    assert!(!outcome.verdict.provisional && outcome.verdict.reasons.is_empty());
    let outcome = best.answer("INT-08", "not-yet-known").outcome();
    assert_eq!(outcome.intake_open, [QuestionId::from("INT-08")]);
    assert!(outcome.verdict.provisional);
}

#[test]
fn each_rule_of_the_verdict_leads_to_its_colour_and_says_so() {
    let best = || Case::web_shop().at_its_best();
    let reasons = |case: Case| {
        let verdict = case.outcome().verdict;
        (verdict.colour, verdict.reasons)
    };
    let question = |id: &str| QuestionId::from(id);

    assert_eq!(
        reasons(best().answer("PRI-04", "no")),
        (
            Colour::Red,
            vec![VerdictReason::OpenLegalGap {
                question: question("PRI-04")
            }]
        )
    );
    assert_eq!(
        reasons(best().answer("PRI-04", "partly")),
        (
            Colour::Amber,
            vec![VerdictReason::PartlyOpenLegalGap {
                question: question("PRI-04")
            }]
        )
    );
    for open in [
        best().without("PRI-04"),
        best().answer("PRI-04", "not-yet-known"),
    ] {
        assert_eq!(
            reasons(open),
            (
                Colour::Amber,
                vec![VerdictReason::UnknownLegalPoint {
                    question: question("PRI-04")
                }]
            )
        );
    }
    assert_eq!(
        reasons(best().answer("PUR-01", "no")),
        (
            Colour::Amber,
            vec![VerdictReason::MissingKeyPoint {
                question: question("PUR-01")
            }]
        )
    );
    let poor = best()
        .answer("ECO-01", "0")
        .answer("ECO-02", "no")
        .answer("ECO-03", "no");
    let (colour, reasons) = reasons(poor);
    assert_eq!(colour, Colour::Amber);
    assert!(matches!(
        reasons.as_slice(),
        [VerdictReason::SectionBelowThreshold { section, threshold: 50, .. }] if section.as_str() == "ecology"
    ));
}

#[test]
fn a_total_below_seventy_is_amber() {
    let mut case = Case::web_shop().at_its_best();
    // Lowering what is no legal point leaves the total and its sections as the only reasons.
    for question in instrument()
        .questions()
        .filter(|question| question.legal_duty().is_none())
    {
        let low = match &question.answer {
            AnswerForm::YesPartlyNo { .. } => Value::Choice(Value::PARTLY.to_owned()),
            AnswerForm::SingleChoice { choices } => Value::Choice(choices[1].value.clone()),
            AnswerForm::Maturity { .. } => Value::Level(1),
            _ => continue,
        };
        if case.0.contains_key(&question.id) {
            case.0.insert(question.id.clone(), low.into());
        }
    }
    let verdict = case.outcome().verdict;
    assert_eq!(verdict.colour, Colour::Amber);
    let (last, others) = verdict.reasons.split_last().expect("there is a reason");
    assert!(
        matches!(last, VerdictReason::TotalBelowThreshold { threshold: 70, score } if score.is_below(70))
    );
    assert!(
        others
            .iter()
            .all(|it| matches!(it, VerdictReason::SectionBelowThreshold { .. }))
    );
}

#[test]
fn a_dated_duty_is_upcoming_then_near_then_in_force() {
    // GOV-04 applies from 2 December 2027 to systems of high risk.
    let id = "GOV-04";
    let duty = instrument()
        .question(&QuestionId::from(id))
        .and_then(Question::legal_duty)
        .and_then(|duty| duty.applies_from);
    assert_eq!(duty, Some(date(2027, 12, 2)));
    let case = Case::web_shop()
        .answer("INT-08", "monitoring")
        .at_its_best()
        .answer(id, "no");
    let on = |day: Date| standing(&case.outcome_on(day), id);
    // 548 days before is 2 June 2026.
    assert_eq!(on(date(2026, 6, 1)), Some(LegalStanding::Upcoming));
    assert_eq!(on(date(2026, 6, 2)), Some(LegalStanding::UpcomingNear));
    assert_eq!(on(date(2027, 12, 1)), Some(LegalStanding::UpcomingNear));
    assert_eq!(on(date(2027, 12, 2)), Some(LegalStanding::Open));

    let far = case.outcome_on(date(2026, 6, 1));
    assert_eq!(
        (ids(far.legal.upcoming()), ids(far.legal.upcoming_near())),
        (vec![id], vec![])
    );
    assert!(
        !far.missing_key_points.contains(&QuestionId::from(id)),
        "a gap is not said twice"
    );
    let near = case.outcome_on(TODAY);
    assert_eq!(
        (ids(near.legal.upcoming()), ids(near.legal.upcoming_near())),
        (vec![id], vec![id])
    );
    assert_eq!(near.verdict.colour, Colour::Amber);
    assert_eq!(
        case.outcome_on(date(2028, 1, 1)).verdict.colour,
        Colour::Red
    );

    let open = case.clone().without(id);
    assert_eq!(
        standing(&open.outcome(), id),
        Some(LegalStanding::UpcomingNear)
    );
    assert_eq!(
        standing(&open.outcome_on(date(2028, 1, 1)), id),
        Some(LegalStanding::Unknown)
    );
    let met = case.answer(id, "yes");
    assert_eq!(standing(&met.outcome(), id), Some(LegalStanding::Met));
}

#[test]
fn a_duty_whose_own_condition_fails_counts_as_a_norm() {
    // A person to talk to is a duty of intermediary services, and a norm for other web shops.
    let norm = Case::web_shop()
        .at_its_best()
        .answer("HUM-01", "no")
        .outcome();
    assert_eq!(standing(&norm, "HUM-01"), None);
    assert_eq!(norm.missing_key_points, [QuestionId::from("HUM-01")]);
    let duty = Case::web_shop()
        .answer("INT-09", "eaa,dsa")
        .at_its_best()
        .answer("HUM-01", "no")
        .outcome();
    assert_eq!(standing(&duty, "HUM-01"), Some(LegalStanding::Open));
    assert!(duty.missing_key_points.is_empty());
}

#[test]
fn not_applicable_leaves_the_score_and_the_legal_points() {
    let outcome = Case::web_shop()
        .at_its_best()
        .answer("PRI-06", "na")
        .outcome();
    assert_eq!(standing(&outcome, "PRI-06"), None);
    assert_eq!(outcome.not_applicable, [QuestionId::from("PRI-06")]);
    assert!(
        outcome.answered.contains(&QuestionId::from("PRI-06")),
        "it is an answer"
    );
    assert!(
        !outcome
            .total
            .contributions
            .iter()
            .any(|part| part.question.as_str() == "PRI-06")
    );
    assert_eq!(outcome.verdict.colour, Colour::Green);
}

#[test]
fn too_few_questions_show_no_score_and_many_that_do_not_apply_a_warning() {
    // Ecology asks four scored questions of this web shop.
    let section = |case: &Case| {
        let outcome = case.outcome();
        let section = outcome
            .sections
            .iter()
            .find(|it| it.section.as_str() == "ecology")
            .cloned();
        section.expect("the section is there")
    };
    let one = Case::web_shop().at_its_best().answer("ECO-01", "na");
    assert!(section(&one).tally.score.is_some());
    assert!(
        !section(&one).not_applicable_warning,
        "a quarter does not apply"
    );
    let two = one
        .answer("ECO-02", "na")
        .answer("ECO-03", "no")
        .answer("ECO-04", "no");
    assert_eq!(
        (section(&two).tally.n, section(&two).tally.score),
        (2, None)
    );
    assert!(section(&two).not_applicable_warning);
    let outcome = two.outcome();
    assert!(
        !outcome
            .verdict
            .reasons
            .iter()
            .any(|it| matches!(it, VerdictReason::SectionBelowThreshold { .. })),
        "a score that is not shown plays no part"
    );
    assert!(
        outcome
            .total
            .contributions
            .iter()
            .any(|part| part.question.as_str() == "ECO-03")
    );
}

#[test]
fn evidence_changes_only_the_note_about_evidence() {
    let case = Case::web_shop().at_its_best();
    let before = case.outcome();
    let met = before.legal.with(LegalStanding::Met).count();
    assert_eq!(
        before.legal.met_on_little_evidence().count(),
        met,
        "nothing said is no evidence"
    );
    for (strength, less) in [
        (EvidenceStrength::None, 0),
        (EvidenceStrength::Stated, 0),
        (EvidenceStrength::Documented, 1),
        (EvidenceStrength::Checked, 1),
    ] {
        let after = case.clone().evidence("PRI-04", strength).outcome();
        assert_eq!(after.legal.met_on_little_evidence().count(), met - less);
        assert_eq!(
            (&after.verdict, &after.total),
            (&before.verdict, &before.total)
        );
    }
}

#[test]
fn an_ignored_answer_is_back_when_its_question_is_asked_again() {
    let answered = Case::web_shop().at_its_best().answer("PRI-03", "no");
    let ignored = answered.outcome();
    assert_eq!(ignored.ignored, [QuestionId::from("PRI-03")]);
    assert_eq!(ignored.verdict.colour, Colour::Green);
    let asked = answered.answer("INT-07", "special").outcome();
    assert!(asked.ignored.is_empty() || !asked.ignored.contains(&QuestionId::from("PRI-03")));
    assert!(asked.answered.contains(&QuestionId::from("PRI-03")));
    assert_eq!(standing(&asked, "PRI-03"), Some(LegalStanding::Open));
}

#[test]
fn a_value_that_its_question_does_not_accept_leaves_it_open() {
    let mut case = Case::web_shop().at_its_best();
    case.0.insert("PUR-04".into(), Value::Level(9).into());
    case.0.insert("PUR-01".into(), Value::Number(1).into());
    let outcome = case.outcome();
    assert_eq!(outcome.open, ["PUR-01", "PUR-04"].map(QuestionId::from));
}

#[test]
fn the_quick_scan_shows_gaps_and_missing_points_of_its_own_questions_only() {
    let outcome = Case::web_shop()
        .at_its_best()
        .answer("PUR-01", "no")
        .answer("PRI-04", "no")
        .answer("PRI-07", "no")
        .without("ACC-01")
        .outcome();
    let scan = outcome.quick_scan;
    assert_eq!(scan.missing_key_points, [QuestionId::from("PUR-01")]);
    assert_eq!(ids(scan.legal.iter()), ["PRI-07", "ACC-01"]);
    assert_eq!(scan.open, [QuestionId::from("ACC-01")]);
}

#[test]
fn a_score_is_compared_exactly_and_rounded_half_up() {
    let case = Case::web_shop().at_its_best();
    let outcome = case.answer("PRI-06", "partly").outcome();
    // 183 of 184 points: 99.456..., shown as 99.5 and as 99.
    let total = outcome.total.score.expect("it is shown");
    assert_eq!((total.tenths(), total.whole()), (995, 99));
    assert_eq!(total.to_string(), "99.5");
    assert!(total.is_below(100) && !total.is_below(99));
    assert_eq!(serde_json::to_value(total).ok(), Some(99.5.into()));
}

#[test]
fn an_outcome_is_json_with_the_parts_of_every_score() {
    let json = serde_json::to_value(Case::web_shop().at_its_best().outcome()).expect("it is JSON");
    assert_eq!(json["verdict"]["colour"], "green");
    assert_eq!(json["sections"][0]["section"], "purpose");
    assert_eq!(json["sections"][0]["score"], 100.0);
    assert_eq!(
        json["sections"][0]["contributions"][0]["question"],
        "PUR-01"
    );
    assert_eq!(json["total"]["points"], 184.0);
    assert_eq!(json["date"], "2026-11-21");
}

/// Any answer that the question accepts.
fn any_value(question: &'static Question) -> BoxedStrategy<Value> {
    let always = Just(Value::NotYetKnown).boxed();
    let choices = question.choices();
    let own = match &question.answer {
        AnswerForm::ProfileChoices { choices } => {
            let all: Vec<_> = choices.iter().map(|choice| choice.value.clone()).collect();
            let count = all.len();
            prop::sample::subsequence(all, 1..=count)
                .prop_map(|chosen| Value::Choices(chosen.into_iter().collect()))
                .prop_filter("combines", |value| question.accepts(value).is_ok())
                .boxed()
        }
        AnswerForm::Number { .. } => (0..=Value::LARGEST_NUMBER).prop_map(Value::Number).boxed(),
        AnswerForm::FreeText { .. } => "[a-z]{1,9}".prop_map(Value::Text).boxed(),
        _ => prop::sample::select(choices)
            .prop_map(|choice| question.read_value(&choice).expect("a choice is accepted"))
            .boxed(),
    };
    match question.kind() {
        QuestionKind::Intake => prop_oneof![9 => own, 1 => always].boxed(),
        QuestionKind::Assessment => {
            prop_oneof![8 => own, 1 => always, 1 => Just(Value::NotApplicable)].boxed()
        }
    }
}

fn any_judged(question: &'static Question) -> impl Strategy<Value = Judged> {
    let strength = prop::option::of(prop::sample::select(EvidenceStrength::ALL.to_vec()));
    (any_value(question), strength).prop_map(|(value, evidence_strength)| Judged {
        value,
        evidence_strength,
    })
}

/// Answers to about nine in ten questions, asked or not.
fn any_answers() -> impl Strategy<Value = Vec<(QuestionId, Judged)>> {
    instrument()
        .questions()
        .map(|question| {
            prop::option::weighted(0.9, any_judged(question))
                .prop_map(|judged| judged.map(|judged| (question.id.clone(), judged)))
        })
        .collect::<Vec<_>>()
        .prop_map(|answers| answers.into_iter().flatten().collect())
}

fn any_date() -> impl Strategy<Value = Date> {
    (2024_i16..2031, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_order_of_answers_never_matters(
        (answers, shuffled) in any_answers().prop_flat_map(|answers| {
            (Just(answers.clone()), Just(answers).prop_shuffle())
        }),
        date in any_date(),
    ) {
        let one: Answers = answers.into_iter().collect();
        let other: Answers = shuffled.into_iter().collect();
        prop_assert_eq!(evaluate(instrument(), &one, date), evaluate(instrument(), &other, date));
    }

    #[test]
    fn an_answer_to_a_question_that_is_not_asked_changes_only_the_list_of_ignored_ones(
        answers in any_answers(), date in any_date(),
    ) {
        let all: Answers = answers.into_iter().collect();
        let mut with = evaluate(instrument(), &all, date);
        let counted: Answers =
            all.iter().filter(|(id, _)| with.is_asked(id)).map(|(id, it)| (id.clone(), it.clone())).collect();
        let without = evaluate(instrument(), &counted, date);
        prop_assert_eq!(with.ignored.len(), all.len() - counted.len());
        prop_assert!(without.ignored.is_empty());
        with.ignored.clear();
        prop_assert_eq!(with, without);
    }

    #[test]
    fn scores_lie_between_0_and_100_and_are_the_sum_of_their_parts(
        answers in any_answers(), date in any_date(),
    ) {
        let outcome = evaluate(instrument(), &answers.into_iter().collect(), date);
        let sections = outcome.sections.iter().map(|it| &it.tally);
        let promises = outcome.promises.iter().map(|it| &it.tally);
        for tally in sections.chain(promises).chain([&outcome.total]) {
            prop_assert!(tally.score.is_none_or(|score| score.tenths() <= 1_000));
            let parts = &tally.contributions;
            prop_assert_eq!(parts.len(), tally.n as usize);
            prop_assert_eq!(parts.iter().map(|it| u32::from(it.weight)).sum::<u32>(), tally.weight);
            prop_assert_eq!(
                parts.iter().map(|it| it.points.ten_thousandths()).sum::<u64>(),
                tally.points.ten_thousandths()
            );
        }
        let in_sections: u64 = outcome.sections.iter().map(|it| it.tally.points.ten_thousandths()).sum();
        prop_assert_eq!(in_sections, outcome.total.points.ten_thousandths());
    }

    #[test]
    fn every_asked_question_is_answered_or_open_and_every_legal_gap_is_asked(
        answers in any_answers(), date in any_date(),
    ) {
        let outcome = evaluate(instrument(), &answers.into_iter().collect(), date);
        let mut both: Vec<_> = outcome.answered.iter().chain(&outcome.open).collect();
        both.sort();
        let mut asked: Vec<_> = outcome.asked.iter().collect();
        asked.sort();
        prop_assert_eq!(both, asked);
        prop_assert!(outcome.not_applicable.iter().all(|id| outcome.answered.contains(id)));
        for point in &outcome.legal.points {
            prop_assert!(outcome.asked.contains(&point.question));
            prop_assert!(!outcome.not_applicable.contains(&point.question));
        }
        let red = outcome.legal.open().next().is_some();
        prop_assert_eq!(outcome.verdict.colour == Colour::Red, red);
        prop_assert_eq!(outcome.verdict.colour == Colour::Green, outcome.verdict.reasons.is_empty());
    }

    #[test]
    fn a_better_answer_never_lowers_a_score(
        answers in any_answers(), date in any_date(), pick in any::<prop::sample::Index>(),
    ) {
        let before: Answers = answers.into_iter().collect();
        let outcome = evaluate(instrument(), &before, date);
        let applicable: Vec<_> = outcome.total.contributions.iter().map(|it| &it.question).collect();
        prop_assume!(!applicable.is_empty());
        let id = applicable[pick.index(applicable.len())];
        let mut after = before.clone();
        let question = instrument().question(id).expect("it is asked");
        after.insert(id.clone(), best(question).into());
        let better = evaluate(instrument(), &after, date);
        prop_assert!(better.total.points >= outcome.total.points);
        prop_assert_eq!(better.total.weight, outcome.total.weight);
        prop_assert!(better.legal.open().count() <= outcome.legal.open().count());
    }
}
