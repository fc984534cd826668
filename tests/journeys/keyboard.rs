//! Without a mouse: from the task list to a saved answer with nothing but keys.

use journeys::{Key, Window, Workshop};

#[test]
fn question_is_answered_from_the_task_list_with_keys_alone() {
    let Some(workshop) = Workshop::open("keyboard") else {
        return;
    };
    let window = workshop.window();
    window.tab_to("Voorbeeld openen");
    window.keys(&[Key::Enter]).page("Voorbeeld Webwinkel B.V.");
    window.tab_to("Zelfbeoordeling van");
    window.keys(&[Key::Enter]).page("Vraagbaak");
    window.tab_to("Nalopen: Doel en strategie");
    window
        .keys(&[Key::Enter])
        .page("Doel en strategie: AI is een middel");
    window.tab_to("Staat op papier welk klantprobleem");
    window.keys(&[Key::Enter]);
    window.question("PUR-01").is_shown();

    // By shortcut, and by arrows within the group.
    window
        .keys(&[Key::Alt, Key::Of('3')])
        .reads("Opgeslagen om");
    assert!(chosen(&window, "Nee"));
    window.tab_to("Nee");
    window.keys(&[Key::Up]);
    window.await_that("the arrow chooses", "find('choice', 'Deels').checked", &[]);
    window.tab_to("Overweging");
    window
        .keys(&[Key::Control, Key::Of('a')])
        .write("Geen muis nodig: één hand.");
    window.keys(&[Key::Tab]);
    assert_eq!(window.focused(), "Hoe zeker is dit?");
    window.reads("Opgeslagen om");
    window.keys(&[Key::Control, Key::Enter]);
    window.question("PUR-02").is_shown();
    window.keys(&[Key::Alt, Key::PageUp]);
    window.question("PUR-01").is_shown();
    assert!(chosen(&window, "Deels"));
    assert_eq!(window.value("Overweging"), "Geen muis nodig: één hand.");

    // Everywhere: to the tasks, to the results, to the list of keys.
    window.keys(&[Key::Alt, Key::Of('t')]).page("Vraagbaak");
    window.keys(&[Key::Alt, Key::Of('r')]).page("Uitkomst");
    window.keys(&[Key::F1]).page("Sneltoetsen");
}

fn chosen(window: &Window, label: &str) -> bool {
    window.ask("find('choice', given[0]).checked", &[label.into()]) == true
}
