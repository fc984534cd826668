//! What the page of the window may not do, tried from within that page.

use journeys::Workshop;
use serde_json::json;

/// Each tries something that the page's policy forbids, and says whether it was stopped.
const PROBES: [(&str, &str); 6] = [
    (
        "an image from elsewhere",
        "const image = new Image();
         image.onload = () => done('loaded');
         image.onerror = () => done('stopped');
         image.src = 'https://example.org/x.png';",
    ),
    (
        "a script in the page",
        "const script = document.createElement('script');
         script.textContent = 'window.fromScript = true';
         document.body.append(script);
         done(window.fromScript ? 'ran' : 'stopped');",
    ),
    (
        "a handler in an attribute",
        "const button = document.createElement('button');
         button.setAttribute('onclick', 'window.fromHandler = true');
         document.body.append(button);
         button.click();
         button.remove();
         done(window.fromHandler ? 'ran' : 'stopped');",
    ),
    (
        "text as a program",
        "const timer = 'window.fromText = true';
         setTimeout(timer, 0);
         setTimeout(() => done(window.fromText ? 'ran' : 'stopped'), 50);",
    ),
    (
        "a request to elsewhere",
        "fetch('https://example.org/').then(() => done('answered'), () => done('stopped'));",
    ),
    (
        "a page within the page",
        "const frame = document.createElement('iframe');
         document.addEventListener('securitypolicyviolation', () => done('stopped'), {once: true});
         frame.src = 'https://example.org/';
         document.body.append(frame);",
    ),
];

/// How often the policy was what stopped it; without a network, everything outside fails anyway.
const COUNT: &str = "
    window.stopped ??= (() => {
        const seen = [];
        document.addEventListener('securitypolicyviolation', event => seen.push(event.effectiveDirective));
        return seen;
    })();
    done(window.stopped);";

#[test]
fn page_cannot_reach_outside_nor_run_what_is_written_into_it() {
    let Some(workshop) = Workshop::open("security") else {
        return;
    };
    let window = workshop.window();
    window.run(COUNT, &[]);
    for (what, probe) in PROBES {
        assert_eq!(window.run(probe, &[]), "stopped", "{what}");
    }
    let directives = window.run(COUNT, &[]);
    for directive in ["img-src", "connect-src", "frame-src", "script-src"] {
        let stopped = directives
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|one| one.as_str());
        let by_policy = stopped.filter(|one| one.starts_with(directive)).count();
        assert!(by_policy > 0, "{directive} stopped nothing: {directives}");
    }
}

#[test]
fn page_cannot_leave_nor_open_another() {
    let Some(workshop) = Workshop::open("security-navigation") else {
        return;
    };
    let window = workshop.window();
    let here = window.ask("location.href", &[]);
    for leave in [
        "location.href = 'https://example.org/'; done(null);",
        "location.assign('file:///etc/passwd'); done(null);",
        "const link = document.createElement('a');
         link.href = 'https://example.org/';
         document.body.append(link);
         link.click();
         done(null);",
        "done(window.open('https://example.org/') === null ? null : 'opened');",
    ] {
        assert!(window.run(leave, &[]).is_null(), "{leave}");
        // A page that was left would not answer, or from elsewhere.
        window.follow("Sneltoetsen").page("Sneltoetsen");
        window
            .follow("Verantwoord")
            .page("Is uw AI in klantcontact verantwoord?");
        let there = window.ask("location.href.replace(/#.*/, '')", &[]);
        assert_eq!(there, here.as_str().unwrap().replace("#/", ""), "{leave}");
    }
}

#[test]
fn page_cannot_call_what_is_not_permitted() {
    let Some(workshop) = Workshop::open("security-calls") else {
        return;
    };
    let window = workshop.window();
    let call = |command: &str, input: serde_json::Value| {
        window.run(
            "window.__TAURI_INTERNALS__.invoke(given[0], given[1])
                .then(() => done('done'), refusal => done(JSON.stringify(refusal)));",
            &[json!(command), input],
        )
    };
    // The way itself works.
    assert_eq!(call("start_page", json!({"input": {}})), "done");
    for (command, input) in [
        ("plugin:dialog|open", json!({"options": {}})),
        ("plugin:dialog|message", json!({"message": "x"})),
        ("plugin:window|close", json!({"label": "main"})),
        (
            "plugin:webview|create_webview_window",
            json!({"options": {"label": "x"}}),
        ),
        (
            "plugin:event|emit",
            json!({"event": "changed", "payload": {}}),
        ),
        ("plugin:path|resolve_directory", json!({"directory": 1})),
        ("plugin:app|version", json!({})),
        ("no_such_command", json!({})),
    ] {
        assert_ne!(call(command, input), "done", "{command}");
    }
    // What is permitted refuses what it does not know.
    let unknown = json!({"input": {"file": "/etc/passwd"}});
    assert_ne!(call("open_dossier", unknown), "done");
    let surplus = json!({"input": {"surplus": 1}});
    assert_ne!(call("start_page", surplus), "done");
}
