//! The room's screen: what everybody at the table sees of what the facilitator is at.
//!
//! The facilitator's window says where it is and what is being typed there; that is held in memory and
//! never becomes an event. The room's window has one query, [`Application::room_view`], and this is the
//! only place that decides what is in it. It takes over what may be seen, item by item, and nothing
//! else: no minutes, no comments, no scores before the reveal, no names that were not chosen.

use crate::Application;
use crate::problem::Problem;
use crate::typed;
use crate::view::*;
use crate::words::Words;

/// What the room is to see.
#[derive(Default)]
pub(crate) struct Room {
    shown: Option<ShowInRoom>,
    blank: bool,
}

impl Room {
    /// What was being typed gives way to what was saved.
    pub(crate) fn forget_typed(&mut self) {
        if let Some(ShowInRoom {
            place: RoomPlace::Question { typed, .. },
            ..
        }) = &mut self.shown
        {
            *typed = None;
        }
    }
}

impl Application {
    /// What the room sees.
    ///
    /// # Errors
    /// Never: where there is nothing to show, the screen says so.
    pub fn room_view(&mut self, _: Nothing) -> Result<RoomView, Problem> {
        let words = self.words();
        let mut view = RoomView {
            language: words.language.tag().to_owned(),
            title: words.text("room-title"),
            blank: self.room.blank,
            ..RoomView::default()
        };
        // What was shown may be gone: another dossier was opened, or a round was undone.
        if let Some(shown) = self.room.shown.clone()
            && let Ok(screen) = self.screen(&shown)
        {
            let clock = self.clock(&shown.assessment).unwrap_or_default();
            screen.onto(&mut view);
            view.clock = clock;
        } else {
            view.heading = words.text("room-waiting");
        }
        Ok(view)
    }

    /// Shows the room something else, or the same as it is being typed.
    ///
    /// # Errors
    /// When what is typed is longer than any answer.
    pub fn show_in_room(&mut self, input: ShowInRoom) -> Result<Changed, Problem> {
        if let RoomPlace::Question {
            typed: Some(answer),
            ..
        } = &input.place
        {
            typed::paragraphs(&answer.because, "because")?;
            if let Some(AnswerValue::Text { text } | AnswerValue::Number { typed: text }) =
                &answer.value
            {
                typed::paragraphs(text, "value")?;
            }
        }
        self.room.shown = Some(input);
        Ok(self.shown_to_room(None))
    }

    /// Makes the room's screen dark, or light again.
    ///
    /// # Errors
    /// Never; the signature is that of every call.
    pub fn blank_room(&mut self, _: Nothing) -> Result<Changed, Problem> {
        self.room.blank = !self.room.blank;
        let told = if self.room.blank {
            "room-is-dark"
        } else {
            "room-is-light"
        };
        let told = self.words().text(told);
        Ok(self.shown_to_room(Some(told)))
    }

    /// Only the room's screen has changed.
    fn shown_to_room(&mut self, notice: Option<String>) -> Changed {
        let changed = self.changed(vec![Topic::Room]);
        self.announcements.push(changed.clone());
        Changed { notice, ..changed }
    }

    fn screen(&mut self, shown: &ShowInRoom) -> Result<Screen, Problem> {
        let assessment = shown.assessment.clone();
        match &shown.place {
            RoomPlace::Session { session } => {
                let session = session.clone();
                let page = self.session_page(OneSession {
                    assessment: assessment.clone(),
                    session,
                })?;
                let on_the_table = page.agenda.iter().find(|item| item.since.is_some());
                match on_the_table.and_then(|item| item.question.clone()) {
                    Some(question) => self.question_screen(assessment, question, None),
                    None => Ok(session_screen(&page, self.words())),
                }
            }
            RoomPlace::Round { round } => {
                let round = round.clone();
                let page = self.round_page(OneRound { assessment, round })?;
                Ok(round_screen(page, self.words()))
            }
            RoomPlace::Question { question, typed } => {
                self.question_screen(assessment, question.clone(), typed.as_ref())
            }
        }
    }

    fn question_screen(
        &mut self,
        assessment: String,
        question: String,
        typed: Option<&TypedAnswer>,
    ) -> Result<Screen, Problem> {
        let page = self.question_page(OneQuestion {
            assessment,
            question,
        })?;
        Ok(question_screen(page, typed, self.words()))
    }

    /// The clock of what is on the table in the session that goes on.
    fn clock(&mut self, assessment: &str) -> Result<Option<RoomClock>, Problem> {
        let assessment = assessment.to_owned();
        let sessions = self.sessions_page(OneAssessment {
            assessment: assessment.clone(),
        })?;
        let Some(session) = sessions.running else {
            return Ok(None);
        };
        let now = self.surroundings.now().timestamp();
        let page = self.session_page(OneSession {
            assessment,
            session,
        })?;
        let words = self.words();
        Ok(page.agenda.into_iter().find_map(|item| {
            let since: jiff::Timestamp = item.since.as_ref()?.parse().ok()?;
            let running = u32::try_from(now.duration_since(since).as_secs()).unwrap_or(0);
            let done = item.seconds.saturating_add(running) / 60;
            let of = u32::from(item.minutes);
            Some(RoomClock {
                topic: item.text.unwrap_or(item.label),
                text: words.clock(done, of),
                done: done.min(of),
                of,
            })
        }))
    }
}

/// What the screen shows, apart from the clock.
struct Screen {
    caption: String,
    heading: String,
    help: Option<String>,
    parts: Vec<RoomPart>,
}

impl Screen {
    fn onto(self, view: &mut RoomView) {
        view.caption = self.caption;
        view.heading = self.heading;
        view.help = self.help;
        view.parts = self.parts;
    }
}

impl Words {
    fn clock(self, minutes: u32, of: u32) -> String {
        let minutes_of = |rest: &'static str, count: u32| {
            let minutes = ("minutes", minutes.into());
            [minutes, ("of", of.into()), (rest, count.into())]
        };
        match of.checked_sub(minutes) {
            _ if of == 0 => self.format("ui-clock-free", &[("minutes", minutes.into())]),
            Some(left @ 1..) => self.format("ui-clock-within", &minutes_of("left", left)),
            _ => self.format("ui-clock-over", &minutes_of("over", minutes - of)),
        }
    }
}

/// A topic that is no question, or the agenda as long as nothing is on the table.
fn session_screen(page: &SessionPage, words: Words) -> Screen {
    let date = [("date", page.date.as_str().into())];
    let item = |item: &AgendaItemView| RoomItem {
        label: item.text.clone().unwrap_or_else(|| item.label.clone()),
        more: None,
        mark: match (&item.since, item.done) {
            (Some(_), _) => Some(words.text("ui-agenda-now")),
            (None, true) => Some(words.text("ui-agenda-done")),
            (None, false) => None,
        },
    };
    let on_the_table = page.agenda.iter().find(|item| item.since.is_some());
    let session = words.format("ui-session-title", &date);
    Screen {
        caption: page.subject.clone(),
        heading: on_the_table.map_or(session, |item| item.label.clone()),
        help: None,
        parts: vec![RoomPart::List {
            heading: words.text("ui-agenda-title"),
            items: page.agenda.iter().map(item).collect(),
        }],
    }
}

/// What is scored, and after the reveal how.
fn round_screen(page: RoundPage, words: Words) -> Screen {
    let speak_first = |names: &[String]| {
        let names = words.list(names);
        let names = (!names.is_empty()).then_some(names)?;
        Some(words.format("ui-result-speak-first", &[("names", names.into())]))
    };
    let scores = |question: &RoundQuestion| {
        let result = question.result.as_ref()?;
        let named = |place: usize| {
            let named = result.named.iter();
            let here = named.filter(move |vote| vote.step.is_some_and(|it| it as usize == place));
            here.map(|vote| vote.name.clone()).collect()
        };
        Some(RoomPart::Scores {
            heading: question.question.text.clone(),
            text: result.text.clone(),
            steps: result
                .steps
                .iter()
                .enumerate()
                .map(|(place, step)| RoomStep {
                    label: step.label.clone(),
                    votes: step.votes,
                    names: named(place),
                })
                .collect(),
            speak_first: speak_first(&result.speak_first),
        })
    };
    let (heading, parts) = if page.revealed.is_some() {
        let in_order = page.talk_first.iter();
        let questions = in_order.filter_map(|id| {
            let mut questions = page.questions.iter();
            questions.find(|it| it.question.id == *id)
        });
        let parts = questions.filter_map(scores).collect();
        ("ui-round-title-revealed", parts)
    } else {
        let item = |question: RoundQuestion| RoomItem {
            label: question.question.text,
            more: None,
            mark: None,
        };
        let questions = RoomPart::List {
            heading: words.text("ui-round-questions-title"),
            items: page.questions.into_iter().map(item).collect(),
        };
        ("room-scoring", vec![questions])
    };
    Screen {
        caption: words.text("ui-rounds-title"),
        heading: words.text(heading),
        help: None,
        parts,
    }
}

/// A question with its answer, as typed or as saved, and what members think of what was saved.
fn question_screen(page: QuestionPage, typed: Option<&TypedAnswer>, words: Words) -> Screen {
    let (value, because) = match (typed, page.answer) {
        (Some(typed), _) => (typed.value.clone(), typed.because.clone()),
        (None, Some(saved)) => (Some(saved.value), saved.because),
        (None, None) => (None, String::new()),
    };
    let text = |key: &str, text: String| RoomPart::Text {
        heading: words.text(key),
        text,
    };
    let mut parts = Vec::new();
    if !page.conflict.is_empty() {
        let item = |answer: ConflictingAnswer| RoomItem {
            label: answer.text,
            more: Some(answer.answer.because).filter(|it| !it.is_empty()),
            mark: None,
        };
        parts.push(RoomPart::List {
            heading: words.text("room-conflict"),
            items: page.conflict.into_iter().map(item).collect(),
        });
    }
    parts.push(answer(page.input, value.as_ref(), words));
    if !because.is_empty() {
        parts.push(text("ui-question-because", because));
    }
    let positions: Vec<RoomPosition> = page
        .positions
        .standing
        .into_iter()
        .map(|position| RoomPosition {
            label: position.label,
            name: position.named.then_some(position.name),
            reason: position.reason,
        })
        .collect();
    if !positions.is_empty() {
        parts.push(RoomPart::Positions {
            heading: words.text("room-positions"),
            positions,
        });
    }
    Screen {
        caption: page.section.title,
        heading: page.text,
        help: Some(page.why),
        parts,
    }
}

/// The options with what is chosen of them, or what is answered in words.
fn answer(input: QuestionInput, value: Option<&AnswerValue>, words: Words) -> RoomPart {
    let heading = words.text("room-answer");
    let chosen = |option: &str| match value {
        Some(AnswerValue::Choice { option: it }) => it == option,
        Some(AnswerValue::Choices { options }) => options.iter().any(|it| it == option),
        _ => false,
    };
    let item = |label: String, more: Option<String>, chosen: bool| RoomItem {
        label,
        more: more.filter(|_| chosen),
        mark: chosen.then(|| words.text("room-chosen")),
    };
    let besides = match value {
        Some(AnswerValue::NotYetKnown) => Some(words.text("ui-question-not-yet-known")),
        Some(AnswerValue::NotApplicable) => Some(words.text("ui-question-not-applicable")),
        _ => None,
    };
    let listed = |options: Vec<OptionView>| {
        let options = options.into_iter().map(|option| {
            let chosen = chosen(&option.value);
            item(option.label, option.descriptor, chosen)
        });
        let besides = besides.clone().map(|label| item(label, None, true));
        RoomPart::List {
            heading: heading.clone(),
            items: options.chain(besides).collect(),
        }
    };
    let said = |text: String| RoomPart::Text {
        heading: heading.clone(),
        text,
    };
    match (value, input) {
        (
            _,
            QuestionInput::Single { options }
            | QuestionInput::Multiple { options }
            | QuestionInput::Maturity { options },
        ) => listed(options),
        (Some(AnswerValue::Number { typed }), QuestionInput::Number { unit, .. }) => {
            said(format!("{typed} {unit}"))
        }
        (Some(AnswerValue::Text { text }), QuestionInput::Text { .. }) => said(text.clone()),
        _ => said(besides.unwrap_or_else(|| words.text("room-no-answer"))),
    }
}
