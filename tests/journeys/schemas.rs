//! What machines read keeps to the JSON Schemas that are published for it, as a validator by others reads those.

use std::fs;

use journeys::Workshop;
use serde_json::Value as Json;

const DOSSIER: &str = "voorbeeld.dossier";

#[test]
fn reports_and_exports_keep_to_their_published_schemas() {
    let Some(workshop) = Workshop::open("schemas") else {
        return;
    };
    workshop.done(&["example", DOSSIER]);
    let opinions = workshop.opinions();
    let report = workshop.published("docs/report.schema.json");
    for edition in ["full", "public", "summary"] {
        let to = ["--edition", edition, "--out", "report.json"];
        workshop.done(&[&["export", DOSSIER, "--as", "json"][..], &to].concat());
        opinions.fits(&report, &workshop.path("report.json"), true);
    }
    let mut data: Json =
        serde_json::from_slice(&fs::read(workshop.path("report.json")).unwrap()).unwrap();
    data["verdict"] = "green".into();
    workshop.file("more.json", data.to_string());
    opinions.fits(&report, &workshop.path("more.json"), false);

    workshop.done(&["export", DOSSIER, "--out", "all.json"]);
    let export = workshop.published("crates/dossier/src/export.schema.json");
    opinions.fits(&export, &workshop.path("all.json"), true);
    opinions.fits(&export, &workshop.path("report.json"), false);
}
