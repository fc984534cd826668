//! One question on the screen, and answering it as a committee does.

use std::path::Path;

use crate::window::Window;
use crate::workshop::Workshop;

/// The question that the window shows, in Dutch.
pub struct Question<'w>(&'w Window);

impl<'w> Question<'w> {
    pub(crate) fn on(window: &'w Window) -> Self {
        Self(window)
    }

    /// Chooses the option with this label.
    #[track_caller]
    pub fn choose(self, label: &str) -> Self {
        self.0.choose(label);
        self
    }

    /// Types a number or a text as the answer.
    #[track_caller]
    pub fn answer(self, words: &str) -> Self {
        self.0.fill("Uw antwoord", words);
        self
    }

    /// Leaves the question open.
    #[track_caller]
    pub fn not_yet_known(self) -> Self {
        self.choose("Nog niet bekend")
    }

    /// Says that it does not apply, why, and who says so.
    #[track_caller]
    pub fn not_applicable(self, because: &str, by: &str) -> Self {
        self.0
            .choose("Niet van toepassing")
            .fill("Waarom is dit niet van toepassing?", because)
            // On a legal point the label asks who thinks so, elsewhere who stands for it.
            .fill("Wie ", by);
        self
    }

    /// Writes the consideration.
    #[track_caller]
    pub fn because(self, words: &str) -> Self {
        self.0.fill("Overweging", words);
        self
    }

    /// Says how certain it is.
    #[track_caller]
    pub fn certainty(self, label: &str) -> Self {
        self.0.pick("Hoe zeker is dit?", label);
        self
    }

    /// Says how strong the evidence is.
    #[track_caller]
    pub fn strength(self, label: &str) -> Self {
        self.0.pick("Hoe sterk is het bewijs?", label);
        self
    }

    /// Says who stands for it.
    #[track_caller]
    pub fn by(self, name: &str) -> Self {
        self.0.fill("Wie staat hiervoor in?", name);
        self
    }

    /// Attaches a piece of evidence.
    #[track_caller]
    pub fn attach(self, workshop: &Workshop, file: &Path) -> Self {
        workshop.will_choose("evidence", file);
        let name = file.file_name().unwrap().to_string_lossy();
        self.0.press("Bewijsstuk toevoegen").reads(&name);
        self
    }

    /// Nothing more: the question is there.
    pub fn is_shown(self) {}

    /// Waits until the page says of this answer that all of it is saved; that something else was, does not count.
    #[track_caller]
    pub fn is_saved(self) -> Self {
        self.0.await_that(
            "the answer is saved",
            "words(document.querySelector('.kept')?.innerText ?? '').startsWith(words('Opgeslagen om'))",
            &[],
        );
        self
    }

    /// Saves and goes on to what comes next.
    #[track_caller]
    pub fn go_on(self) {
        self.0.press("Opslaan en verder");
    }
}
