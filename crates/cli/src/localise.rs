//! The help and the complaints about arguments, in the user's language.
//!
//! clap speaks English only. Its texts are replaced here, each by one from `locales/*/cli.ftl`:
//! `cli-<command>` says what a command does, `cli-<command>-<argument>` or else
//! `cli-argument-<argument>` what an argument is, and `cli-value-<word>` stands for a word in capitals
//! where a value belongs.

use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};
use messages::{Catalogue, Language, catalogue};

use crate::DEFAULT_LANGUAGE;

/// The language that the arguments ask for. It is needed before they are read, to complain about
/// them in the right one.
pub(crate) fn language_of(arguments: &[OsString]) -> Language {
    let mut arguments = arguments.iter().filter_map(|argument| argument.to_str());
    let mut chosen = None;
    while let Some(argument) = arguments.next() {
        let given = match argument.strip_prefix("--language") {
            Some("") => arguments.next(),
            Some(rest) => rest.strip_prefix('='),
            None if argument == "--" => break,
            None => None,
        };
        chosen = given.and_then(|tag| tag.parse().ok()).or(chosen);
    }
    chosen.unwrap_or(DEFAULT_LANGUAGE)
}

/// The commands with their texts in a language.
pub(crate) fn localised(command: Command, language: Language) -> Command {
    let texts = catalogue(language);
    let version = Arg::new("version")
        .long("version")
        .short('V')
        .action(ArgAction::Version);
    let command = command
        .disable_version_flag(true)
        .arg(version)
        .after_help(texts.text("cli-exit-codes"));
    with_texts(command, "", texts)
}

fn with_texts(command: Command, path: &str, texts: &Catalogue) -> Command {
    let key = if path.is_empty() {
        "cli-program".to_owned()
    } else {
        format!("cli-{path}")
    };
    let help = Arg::new("help")
        .long("help")
        .short('h')
        .action(ArgAction::Help);
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    let parts = if names.is_empty() {
        "{all-args}"
    } else {
        "{all-args}{after-help}"
    };
    let usage = texts.text("cli-usage");
    let mut command = command
        .about(texts.text(&key))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(texts.text("cli-commands"))
        .subcommand_value_name(texts.text("cli-value-command"))
        .help_template(format!("{{about}}\n\n{usage} {{usage}}\n\n{parts}\n"))
        .arg(help)
        .mut_args(|arg| argument(arg, path, texts));
    for name in names {
        let path = if path.is_empty() {
            name.clone()
        } else {
            format!("{path}-{name}")
        };
        command = command.mut_subcommand(name, |sub| with_texts(sub, &path, texts));
    }
    command
}

fn argument(arg: Arg, path: &str, texts: &Catalogue) -> Arg {
    let id = arg.get_id().as_str().replace('_', "-");
    let own = format!("cli-{path}-{id}");
    let key = if !path.is_empty() && texts.contains(&own) {
        own
    } else {
        format!("cli-argument-{id}")
    };
    let heading = if arg.is_positional() {
        "cli-arguments"
    } else {
        "cli-options"
    };
    let takes_value = arg.get_action().takes_values();
    let arg = arg.help(texts.text(&key)).help_heading(texts.text(heading));
    if takes_value {
        let names = arg.get_value_names().unwrap_or_default().iter();
        let names: Vec<String> = names.map(|name| value_name(name, texts)).collect();
        let arg = if names.is_empty() {
            arg
        } else {
            arg.value_names(names)
        };
        // The help says in words what is possible and what holds when nothing is said.
        arg.hide_possible_values(true).hide_default_value(true)
    } else {
        arg
    }
}

/// What stands where a value belongs, with the words in capitals in the user's language.
fn value_name(name: &str, texts: &Catalogue) -> String {
    let mut words = String::new();
    let mut rest = name;
    while !rest.is_empty() {
        let is_capital = |letter: char| letter.is_ascii_uppercase();
        let other = rest.find(is_capital).unwrap_or(rest.len());
        let (before, after) = rest.split_at(other);
        let end = after
            .find(|letter| !is_capital(letter))
            .unwrap_or(after.len());
        let (word, after) = after.split_at(end);
        let key = format!("cli-value-{}", word.to_ascii_lowercase());
        words.push_str(before);
        words.push_str(&match texts.contains(&key) {
            true => texts.text(&key),
            false => word.to_owned(),
        });
        rest = after;
    }
    words
}

/// The help that was asked for. How a command is called is put together by clap, which has one word of its own in it.
pub(crate) fn help(error: &clap::Error, language: Language) -> String {
    let options = format!("[{}]", catalogue(language).text("cli-value-options"));
    error.to_string().replace("[OPTIONS]", &options)
}

/// What is wrong with the arguments, on two lines: what, and what to do.
pub(crate) fn complaint(error: &clap::Error, language: Language) -> String {
    let texts = catalogue(language);
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(several)) => several.join(", "),
        Some(ContextValue::StyledStr(text)) => StyledStr::to_string(text),
        Some(ContextValue::StyledStrs(several)) => {
            let several: Vec<String> = several.iter().map(ToString::to_string).collect();
            several.join(", ")
        }
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let what = match error.kind() {
        ErrorKind::MissingRequiredArgument => {
            texts.format("cli-missing-argument", &[("argument", argument.into())])
        }
        ErrorKind::UnknownArgument => {
            texts.format("cli-unknown-argument", &[("argument", argument.into())])
        }
        ErrorKind::InvalidSubcommand => {
            let given = context(ContextKind::InvalidSubcommand);
            texts.format("cli-unknown-command", &[("given", given.into())])
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            texts.text("cli-missing-command")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if !argument.is_empty() => {
            let given = context(ContextKind::InvalidValue);
            if given.is_empty() {
                texts.format("cli-missing-value", &[("argument", argument.into())])
            } else {
                texts.format(
                    "cli-invalid-value",
                    &[("argument", argument.into()), ("given", given.into())],
                )
            }
        }
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg);
            texts.format(
                "cli-conflict",
                &[("argument", argument.into()), ("other", other.into())],
            )
        }
        ErrorKind::InvalidUtf8 => texts.text("cli-not-utf-8"),
        _ => texts.text("cli-wrongly-called"),
    };
    format!("{what}\n{}\n", texts.text("cli-see-help"))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::arguments::Arguments;

    fn languages(arguments: &[&str]) -> Language {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        language_of(&arguments)
    }

    #[test]
    fn the_language_is_found_before_the_arguments_are_read() {
        assert_eq!(languages(&["verantwoord"]), Language::Nl);
        assert_eq!(
            languages(&["verantwoord", "new", "--language", "en"]),
            Language::En
        );
        assert_eq!(
            languages(&["verantwoord", "--language=en", "bogus"]),
            Language::En
        );
        assert_eq!(
            languages(&["verantwoord", "--language", "fr"]),
            Language::Nl
        );
        assert_eq!(languages(&["verantwoord", "--language"]), Language::Nl);
        assert_eq!(
            languages(&["verantwoord", "--", "--language=en"]),
            Language::Nl
        );
    }

    #[test]
    fn every_command_and_argument_has_words_in_both_languages() {
        fn walk(command: &Command, seen: &mut usize) {
            let about = command
                .get_about()
                .map(ToString::to_string)
                .unwrap_or_default();
            assert!(!about.is_empty() && !about.contains('['), "{about}");
            for argument in command.get_arguments() {
                let help = argument
                    .get_help()
                    .map(ToString::to_string)
                    .unwrap_or_default();
                assert!(!help.is_empty() && !help.starts_with('['), "{help}");
                *seen += 1;
            }
            for sub in command.get_subcommands() {
                walk(sub, seen);
            }
        }
        for language in Language::ALL {
            let mut seen = 0;
            walk(&localised(Arguments::command(), language), &mut seen);
            assert!(seen > 50);
        }
    }

    /// What the program says when help is asked for.
    fn help_of(arguments: &[&str], language: Language) -> String {
        let command = localised(Arguments::command(), language);
        let asked = command.try_get_matches_from(arguments.iter().chain(&["--help"]));
        help(&asked.unwrap_err(), language)
    }

    #[test]
    fn help_is_in_one_language_only() {
        fn walk(command: &Command, path: &mut Vec<String>, seen: &mut Vec<Vec<String>>) {
            path.push(command.get_name().to_owned());
            seen.push(path.clone());
            for sub in command.get_subcommands() {
                walk(sub, path, seen);
            }
            path.pop();
        }
        let mut all = Vec::new();
        walk(&Arguments::command(), &mut Vec::new(), &mut all);
        assert!(all.len() > 60);
        for path in all {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            let help = help_of(&path, Language::Nl);
            for english in [
                "Usage",
                "Options",
                "OPTIONS",
                "COMMAND",
                "Arguments",
                "Print help",
                "possible values",
                "default",
                "FILE",
                "NAME",
                "TEXT",
                "PATH",
                "QUESTION",
                "VALUE",
            ] {
                assert!(!help.contains(english), "{path:?}: {english} in\n{help}");
            }
        }
        let help = help_of(&["verantwoord", "backups"], Language::Nl);
        assert!(
            help.contains("verantwoord backups [OPTIES] <BESTAND>"),
            "{help}"
        );
        let help = help_of(&["verantwoord", "backups"], Language::En);
        assert!(
            help.contains("verantwoord backups [OPTIONS] <FILE>"),
            "{help}"
        );
    }
}
