//! How the texts that people read are written: locales and questionnaires.

use super::project::Project;

/// Typewriter quotes and apostrophes, beside the real ones that stand everywhere else. Code examples have none either.
pub(super) fn apostrophes_are_real(project: &Project) -> Vec<String> {
    let texts = project.files_where(|path| {
        let is_locale = path.starts_with("locales/") && path.ends_with(".ftl");
        let is_data = path.starts_with("questionnaires/") && path.ends_with(".json");
        // The schema is made of comments in the sources.
        is_locale || is_data && !path.ends_with("/schema.json")
    });
    texts
        .flat_map(|(path, text)| {
            let lines = text.lines().enumerate();
            let with_one = lines.filter(|(_, line)| !line.starts_with('#') && line.contains('\''));
            with_one.map(move |(at, _)| format!("{path}:{}: write ’ or ‘…’ for '", at + 1))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typewriter_apostrophe_is_refused_in_a_text_only() {
        let project = Project::with_files(&[
            (
                "locales/nl/a.ftl",
                "# it's a note\na = pagina’s\nb = risico's\n",
            ),
            ("questionnaires/a/b.json", "{\"nl\": \"‘goed’\"}"),
            ("docs/a.md", "it's fine"),
        ]);
        assert_eq!(
            apostrophes_are_real(&project),
            ["locales/nl/a.ftl:3: write ’ or ‘…’ for '"]
        );
    }
}
