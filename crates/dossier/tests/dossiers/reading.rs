//! A stranger with the `sqlite3` shell reads what the documentation says.

use std::collections::BTreeMap;

use assessment::State;
use assessment::finding::DocumentOf;
use rusqlite::Connection;
use rusqlite::types::Value;

use crate::builder::Desk;

const DOCUMENTATION: &str = include_str!("../../../../docs/dossier-format.md");

/// The rows of a query, as text.
fn rows(connection: &Connection, sql: &str) -> Vec<BTreeMap<String, String>> {
    let mut select = connection.prepare(sql).unwrap();
    let names: Vec<String> = select.column_names().map(str::to_owned).collect();
    let read = select.query_map([], |row| {
        names
            .iter()
            .enumerate()
            .map(|(column, name)| {
                let text = match row.get(column)? {
                    Value::Null => "null".to_owned(),
                    Value::Integer(number) => number.to_string(),
                    Value::Text(text) => text,
                    other => format!("{other:?}"),
                };
                Ok((name.clone(), text))
            })
            .collect()
    });
    read.unwrap().map(Result::unwrap).collect()
}

fn stranger(desk: &Desk) -> Connection {
    let connection = Connection::open(&desk.path).unwrap();
    connection
        .execute_batch("pragma query_only = on; pragma trusted_schema = off")
        .unwrap();
    connection
}

#[test]
fn every_query_of_the_documentation_finds_something() {
    let desk = Desk::full();
    let connection = stranger(&desk);
    let queries: Vec<&str> = DOCUMENTATION
        .split("```sql\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect();
    assert!(queries.len() >= 8);
    for query in queries {
        assert!(!rows(&connection, query).is_empty(), "{query}");
    }
}

#[test]
fn every_table_view_and_column_is_documented() {
    let desk = Desk::new();
    let connection = stranger(&desk);
    for definition in rows(
        &connection,
        "select name from sqlite_schema where sql is not null",
    ) {
        let name = &definition["name"];
        assert!(
            DOCUMENTATION.contains(&format!("`{name}`")),
            "{name} is not documented"
        );
        for column in rows(
            &connection,
            &format!("select name from pragma_table_info('{name}')"),
        ) {
            let column = &column["name"];
            assert!(
                DOCUMENTATION.contains(&format!("`{column}`")),
                "{name}.{column}"
            );
        }
    }
}

#[test]
fn the_views_say_what_the_program_says() {
    let desk = Desk::full();
    let state = State::from_events(desk.open().events());
    let connection = stranger(&desk);
    let all = |view: &str| rows(&connection, &format!("select * from {view}"));

    let [organisation] = &all("organisation")[..] else {
        panic!("one organisation")
    };
    assert_eq!(organisation["name"], state.organisation.name);
    assert_eq!(organisation["sector"], "Detailhandel");

    let members = all("member");
    assert_eq!(members.len(), state.members.len());
    for row in members {
        let member = &state.members[&row["id"].parse().unwrap()];
        assert_eq!(row["name"], member.member.name);
        assert_eq!(row["left_at"] == "null", member.left.is_none());
    }

    let [subject] = &all("subject")[..] else {
        panic!("one subject")
    };
    assert_eq!(subject["name"], "Chatbot Veer");
    assert_eq!(
        subject["name"],
        state.subjects.values().next().unwrap().name
    );

    let [assessment] = &all("assessment")[..] else {
        panic!("one assessment")
    };
    let assessed = &state.assessments[&assessment["id"].parse().unwrap()];
    assert_eq!(assessment["date"], assessed.date.to_string());
    assert_eq!(assessment["date"], "2027-01-01");
    assert_eq!(assessment["subject"], subject["id"]);

    let [answer] = &all("current_answer")[..] else {
        panic!("one current answer")
    };
    assert_eq!(answer["question"], "HUM-01");
    assert_eq!(
        answer["because"],
        "Klanten kunnen altijd \u{1F44B} iemand spreken"
    );
    let current = &assessed.answers["HUM-01"][..];
    assert_eq!(answer["id"], current[0].event.to_string());
    assert_eq!(current.len(), 1);

    let [evidence, of_action, of_opinion] = &all("evidence")[..] else {
        panic!("one piece of evidence and two documents")
    };
    assert_eq!(evidence["label"], "../handboek.txt");
    assert_eq!(evidence["sha256"], assessed.evidence[0].evidence.sha256);
    for row in [of_action, of_opinion] {
        let document = &assessed.follow_up.documents[&row["id"].parse().unwrap()];
        assert_eq!(row["sha256"], document.evidence.sha256);
        assert_eq!(row["question"], "null");
        let of = match document.of {
            DocumentOf::Action(action) => (action.to_string(), "null".to_owned()),
            DocumentOf::Opinion(opinion) => ("null".to_owned(), opinion.to_string()),
        };
        assert_eq!((&row["action"], &row["opinion"]), (&of.0, &of.1));
    }
    assert_eq!(assessment["closed"], "withdrawn");
    assert_ne!(assessment["closed_at"], "null");

    let [report] = &all("signed_report")[..] else {
        panic!("one report")
    };
    assert_eq!(report["fingerprint"], assessed.reports[0].fingerprint);

    let [undone] = &all("undone")[..] else {
        panic!("one event that does not count")
    };
    let id = undone["event"].parse().unwrap();
    assert_eq!(undone["by"], state.undone_by(id).unwrap().to_string());

    let [erased] = &all("erased")[..] else {
        panic!("one erased event")
    };
    let (by, reason) = state.erased_by(erased["event"].parse().unwrap()).unwrap();
    assert_eq!(
        (&erased["by"], &*erased["reason"]),
        (&by.to_string(), reason)
    );

    let [retention] = &all("retention")[..] else {
        panic!("one period")
    };
    assert_eq!(
        retention["until"],
        state.retention.unwrap().until.to_string()
    );

    let history = all("history");
    assert_eq!(history.len() as u64, state.events);
    assert_eq!(history[0]["kind"], "dossier_started");
}

#[test]
fn the_views_say_how_the_committee_worked() {
    let desk = Desk::full();
    let state = State::from_events(desk.open().events());
    let connection = stranger(&desk);
    let all = |view: &str| rows(&connection, &format!("select * from {view}"));
    let [assessed] = &state.assessments.values().collect::<Vec<_>>()[..] else {
        panic!("one assessment")
    };
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();

    let [session] = &all("session")[..] else {
        panic!("one session")
    };
    let held = &assessed.sessions.sessions[&session["id"].parse().unwrap()];
    assert_eq!(session["date"], held.session.date.to_string());
    assert_eq!(
        (&*session["place"], &*held.session.place),
        ("Kamer 5", "Kamer 5")
    );
    assert_eq!(
        json(&session["agenda"]),
        serde_json::json!(held.session.agenda)
    );
    assert_eq!(session["started_at"], held.started.unwrap().to_string());
    assert_eq!(session["ended_at"], held.ended.unwrap().to_string());
    let came: Vec<String> = held.attendance.keys().map(ToString::to_string).collect();
    assert_eq!(json(&session["attendance"])[0]["member"], came[0]);
    assert_eq!(json(&session["attendance"])[0]["movement"], "came");
    let minutes = json(&session["minutes"]);
    assert_eq!(minutes.as_array().unwrap().len(), held.minutes.len());
    for written in minutes.as_array().unwrap() {
        let topic = serde_json::from_value(written["topic"].clone()).unwrap();
        assert_eq!(written["text"], held.minutes[&topic].text);
    }

    let positions = all("position");
    let taken = &assessed.deliberation.positions;
    let count: usize = taken.values().map(std::collections::BTreeMap::len).sum();
    assert_eq!((positions.len(), count), (3, 3));
    let words = |row: &BTreeMap<String, String>| {
        let words = [&row["matter"], &row["position"], &row["named"]];
        words.map(String::clone)
    };
    let mut said: Vec<_> = positions.iter().map(words).collect();
    said.sort();
    let advice = ["advice", "agree_with_reservation", "0"];
    assert_eq!(
        said,
        [
            advice,
            ["answer", "dissent", "1"],
            ["finding", "agree", "1"]
        ]
    );
    let on_answer = positions.iter().find(|row| row["matter"] == "answer");
    let on_answer = on_answer.unwrap();
    assert_eq!(on_answer["event"], all("current_answer")[0]["id"]);
    assert_eq!(on_answer["question"], "HUM-01");

    let findings = all("finding");
    assert_eq!(findings.len(), assessed.follow_up.findings.len());
    for row in &findings {
        let finding = &assessed.follow_up.findings[&row["id"].parse().unwrap()];
        assert_eq!(row["text"], finding.now.text);
        assert_eq!(row["dropped_at"] == "null", finding.dropped.is_none());
    }

    let [action] = &all("action")[..] else {
        panic!("one action item")
    };
    let planned = &assessed.follow_up.actions[&action["id"].parse().unwrap()];
    assert_eq!(action["text"], planned.planned.now.text);
    assert_eq!(action["owner"], "Zoë Brûlé");
    assert_eq!(
        (&*action["status"], &*action["note"]),
        ("under_way", "Eerste meting gedaan")
    );

    let [advice] = &all("advice")[..] else {
        panic!("one advice")
    };
    let given = assessed.conclusion.advice().unwrap();
    assert_eq!(advice["id"], given.event.to_string());
    assert_eq!(advice["course"], "go_if");
    assert_eq!(
        json(&advice["conditions"]),
        serde_json::json!(given.said.conditions)
    );
    assert_eq!(
        json(&advice["review_when"]),
        serde_json::json!(given.said.review_when)
    );

    let [decision] = &all("decision")[..] else {
        panic!("one decision")
    };
    let taken = assessed.conclusion.decision().unwrap();
    assert_eq!(decision["id"], taken.event.to_string());
    assert_eq!(
        (&decision["owner"], &decision["advice"]),
        (&taken.said.owner, &advice["id"])
    );
}

#[test]
fn what_was_erased_is_seen_as_erased() {
    let desk = Desk::full();
    desk.tamper("delete from payload");
    let connection = stranger(&desk);
    for view in [
        "organisation",
        "member",
        "subject",
        "assessment",
        "current_answer",
        "evidence",
        "session",
        "position",
        "finding",
        "action",
        "advice",
        "decision",
    ] {
        assert!(
            rows(&connection, &format!("select * from {view}")).is_empty(),
            "{view}"
        );
    }
    assert!(
        rows(&connection, "select * from history")
            .iter()
            .all(|row| row["body"] == "null")
    );
}
