//! A person at the window: reads, clicks, types, waits for what appears. Everything is found by the words in the page,
//! never by how the page is built.

use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use serde_json::{Value as Json, json};

use crate::driver::{Driver, Element, Refused};
use crate::keys::Key;
use crate::patience::{PATIENCE, until};
use crate::question::Question;
use crate::workshop::Workshop;

/// What can be done in a page, in the page's own language.
const PAGE: &str = include_str!("page.js");

/// One window at a time: two of them on a small machine slow each other down beyond any patience.
static ONE_WINDOW: Mutex<()> = Mutex::new(());

/// The real window of the desktop program.
pub struct Window {
    driver: Driver,
    pictures: PathBuf,
    journey: String,
    _alone: MutexGuard<'static, ()>,
}

impl Window {
    /// Opens it, and waits for its first page.
    pub(crate) fn open(journey: &str, pictures: PathBuf, open: impl FnOnce() -> Driver) -> Self {
        let alone = ONE_WINDOW.lock().unwrap_or_else(PoisonError::into_inner);
        fs::create_dir_all(&pictures).expect("a folder for pictures");
        let window = Self {
            driver: open(),
            pictures,
            journey: journey.to_owned(),
            _alone: alone,
        };
        window.resize(1280, 720);
        window.await_that("the first page is there", "all('heading').length > 0", &[]);
        window
    }

    /// Follows the link.
    #[track_caller]
    pub fn follow(&self, link: &str) -> &Self {
        self.click("link", link)
    }

    /// Opens a dossier and follows the way to its assessment.
    #[track_caller]
    pub fn assessment(
        &self,
        workshop: &Workshop,
        dossier: &str,
        (organisation, subject): (&str, &str),
    ) -> &Self {
        workshop.will_choose("open_dossier", &workshop.path(dossier));
        self.press("Dossier openen")
            .page(organisation)
            .follow("Zelfbeoordeling van")
            .page(subject)
    }

    /// Presses the button.
    #[track_caller]
    pub fn press(&self, button: &str) -> &Self {
        self.click("button", button)
    }

    /// Chooses an option, or ticks or unticks a box.
    #[track_caller]
    pub fn choose(&self, option: &str) -> &Self {
        self.click("choice", option)
    }

    /// Folds out what is folded in.
    #[track_caller]
    pub fn unfold(&self, title: &str) -> &Self {
        self.click("fold", title)
    }

    /// Types into the field, in place of what stands there.
    #[track_caller]
    pub fn fill(&self, field: &str, text: &str) -> &Self {
        self.with("field", field, |element| {
            if !self.value(field).is_empty() {
                self.driver.clear(element)?;
            }
            self.driver.type_into(element, text)
        });
        assert_eq!(self.value(field), text, "what stands in ‘{field}’");
        self
    }

    /// What stands in the field.
    #[track_caller]
    pub fn value(&self, field: &str) -> String {
        let value = self.await_that(
            &format!("there is a field ‘{field}’"),
            "(field => field && [field.value])(find('field', given[0]))",
            &[json!(field)],
        );
        value[0].as_str().unwrap_or_default().to_owned()
    }

    /// Picks from a list that folds out, as the keyboard does: by typing what the option is called.
    #[track_caller]
    pub fn pick(&self, list: &str, option: &str) -> &Self {
        self.with("field", list, |element| {
            self.driver.type_into(element, option)
        });
        self.await_that(
            &format!("‘{list}’ has become ‘{option}’"),
            "words(find('field', given[0])?.selectedOptions[0].text ?? '') === given[1]",
            &[json!(list), json!(option)],
        );
        self
    }

    /// Waits until the page has this title.
    #[track_caller]
    pub fn page(&self, title: &str) -> &Self {
        self.await_that(
            &format!("the page ‘{title}’ is there"),
            "words(document.querySelector('h1')?.textContent ?? '') === given[0]",
            &[json!(title)],
        );
        self
    }

    /// Waits until the words stand somewhere in the page.
    #[track_caller]
    pub fn reads(&self, text: &str) -> &Self {
        self.await_that(
            &format!("‘{text}’ can be read"),
            "words(document.body.innerText).includes(words(given[0]))",
            &[json!(text)],
        );
        self
    }

    /// Waits until the words stand nowhere in the page any more.
    #[track_caller]
    pub fn reads_no_more(&self, text: &str) -> &Self {
        self.await_that(
            &format!("‘{text}’ can no longer be read"),
            "!words(document.body.innerText).includes(words(given[0]))",
            &[json!(text)],
        );
        self
    }

    /// Everything that can be read now.
    pub fn text(&self) -> String {
        let text = self.ask("words(document.body.innerText)", &[]);
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits for the question with this id, wherever the road led from.
    #[track_caller]
    pub fn question(&self, id: &str) -> Question<'_> {
        self.await_that(
            &format!("question {id} is on the screen"),
            "location.hash.endsWith('/questions/' + given[0]) && find('button', given[1])",
            &[json!(id), json!("Opslaan en verder")],
        );
        Question::on(self)
    }

    /// Waits until the page says yes to an expression over `page.js` and what is `given`; returns what it said.
    #[track_caller]
    pub fn await_that(&self, what: &str, expression: &str, given: &[Json]) -> Json {
        let answer = self.script(expression, given, PATIENCE.as_millis());
        if answer.is_null() {
            let seen = self.ask(
                "document.title + ': ' + words(document.body.innerText)",
                &[],
            );
            panic!("waited in vain until {what}; the window shows {seen}");
        }
        answer
    }

    /// What an expression is now. What counts as no in the page comes back as null.
    pub fn ask(&self, expression: &str, given: &[Json]) -> Json {
        self.script(expression, given, 0)
    }

    fn script(&self, expression: &str, given: &[Json], patience: u128) -> Json {
        let script = format!(
            "{PAGE}\nconst [patience, given, done] = arguments;\n\
             until(patience, () => {{ return ({expression}); }}, done);"
        );
        self.driver
            .script(&script, &[json!(patience), json!(given)])
            .unwrap_or_else(|refused| panic!("{expression}: {refused:?}"))
    }

    /// Runs a script in the page as it is, with what is `given` and `done` to end it.
    pub fn run(&self, script: &str, given: &[Json]) -> Json {
        let script = format!("const [given, done] = arguments;\n{script}");
        self.driver
            .script(&script, &[json!(given)])
            .unwrap_or_else(|refused| panic!("{refused:?}"))
    }

    /// Presses keys together.
    pub fn keys(&self, keys: &[Key]) -> &Self {
        self.driver.press(keys).expect("keys are pressed");
        self
    }

    /// Types where the focus is.
    pub fn write(&self, text: &str) -> &Self {
        for character in text.chars() {
            self.keys(&[Key::Of(character)]);
        }
        self
    }

    /// Presses Tab until this has the focus.
    #[track_caller]
    pub fn tab_to(&self, name: &str) -> &Self {
        for _ in 0..120 {
            if self.focused().starts_with(name) {
                return self;
            }
            self.keys(&[Key::Tab]);
        }
        panic!("Tab never came to ‘{name}’");
    }

    /// The name of what has the focus.
    pub fn focused(&self) -> String {
        let name = self.ask("[nameOf(document.activeElement)]", &[]);
        name[0].as_str().unwrap_or_default().to_owned()
    }

    /// Gives the window another size.
    pub fn resize(&self, width: u32, height: u32) -> &Self {
        self.driver.resize(width, height).expect("another size");
        self
    }

    /// Looks at the room's window, which has been opened, and comes back to this one.
    #[track_caller]
    pub fn in_the_room(&self, look: impl FnOnce(&Self)) -> &Self {
        let windows = until("the room's window is there", || {
            let windows = self.driver.windows();
            (windows.len() == 2).then_some(windows)
        });
        self.driver.turn_to(&windows[1]).expect("the room's window");
        look(self);
        self.driver.turn_to(&windows[0]).expect("this window again");
        self
    }

    /// Keeps a picture of what the window shows, under `target/journeys/`, to be looked at. It proves nothing, so none
    /// is no failure.
    pub fn keep_picture(&self, name: &str) -> &Self {
        let path = self.pictures.join(format!("{name}.png"));
        match self.driver.picture() {
            Ok(picture) => fs::write(path, picture).expect("a picture is kept"),
            Err(refused) => eprintln!("no picture {name}: {refused:?}"),
        }
        self
    }

    /// Pulls the plug.
    pub fn kill(self) {
        self.driver.kill_program();
    }

    #[track_caller]
    fn click(&self, role: &str, name: &str) -> &Self {
        self.with(role, name, |element| self.driver.click(element));
        self
    }

    /// Finds something and uses it; once more when the page was drawn anew in between.
    #[track_caller]
    fn with(&self, role: &str, name: &str, act: impl Fn(&Element) -> Result<(), Refused>) {
        let mut tries = 0;
        loop {
            let found = self.await_that(
                &format!("there is a {role} ‘{name}’"),
                "inSight(find(given[0], given[1]))",
                &[json!(role), json!(name)],
            );
            let element = Element::from(&found).expect("an element");
            match act(&element) {
                Ok(()) => return,
                Err(refused) if refused.is_of_the_moment() && tries < 20 => tries += 1,
                Err(refused) => panic!("the {role} ‘{name}’ refused: {refused:?}"),
            }
        }
    }
}

impl Drop for Window {
    /// A journey that failed leaves a picture of where it failed.
    fn drop(&mut self) {
        if thread::panicking() {
            self.keep_picture(&format!("failed-{}", self.journey));
        }
    }
}
