//! A stranger with the `sqlite3` shell reads what the documentation says.

use std::collections::BTreeMap;

use assessment::State;
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

    let [evidence] = &all("evidence")[..] else {
        panic!("one piece of evidence")
    };
    assert_eq!(evidence["label"], "../handboek.txt");
    assert_eq!(evidence["sha256"], assessed.evidence[0].evidence.sha256);

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
