//! How reports look, and the sections that the organisation adds to them.

use application::SectionPlace;
use application::view::{
    ChooseStyle, FilePurpose, KeepOwnSection, Nothing, OneFile, OneOwnSection,
};

use super::Context;
use crate::arguments::reports::{Style, StyleChoice, TemplateCommand, TemplatePlace};
use crate::failure::{DONE, Failure};

pub(super) fn template(context: &mut Context<'_>, command: TemplateCommand) -> Result<u8, Failure> {
    match command {
        TemplateCommand::Add(add) => {
            context.open(&add.file)?;
            let place = place(&add.place);
            let said = place.clone();
            let application = &mut context.application;
            let file = application
                .grant(&add.template, FilePurpose::Template)
                .handle;
            application.keep_own_section(KeepOwnSection { place, file })?;
            context.say("cli-done-template-add", &[("place", said.into())])?;
        }
        TemplateCommand::Remove(remove) => {
            context.open(&remove.file)?;
            let place = place(&remove.place);
            let said = place.clone();
            context
                .application
                .remove_own_section(OneOwnSection { place })?;
            context.say("cli-done-template-remove", &[("place", said.into())])?;
        }
        TemplateCommand::List(list) => {
            context.look(&list.file)?;
            let sections = context.application.own_sections()?;
            if list.json {
                context.output.json(&sections)?;
                return Ok(DONE);
            }
            for section in sections {
                context.output.line(&section.place)?;
                context.notice(section.broken.as_ref());
            }
        }
    }
    Ok(DONE)
}

pub(super) fn style(context: &mut Context<'_>, style: &Style) -> Result<u8, Failure> {
    context.open(&style.file)?;
    let application = &mut context.application;
    let gone = |choice| style.plain || style.without.contains(&choice);
    let mut form = application.style_page(Nothing {})?.form;
    let choices = [
        (StyleChoice::Name, &style.name, &mut form.name),
        (StyleChoice::Accent, &style.accent, &mut form.accent),
    ];
    for (choice, given, chosen) in choices {
        if gone(choice) {
            chosen.clear();
        }
        if let Some(given) = given {
            chosen.clone_from(given);
        }
    }
    application.choose_style(ChooseStyle { form })?;
    if gone(StyleChoice::Logo) {
        application.remove_logo(Nothing {})?;
    }
    if let Some(logo) = &style.logo {
        let file = application.grant(logo, FilePurpose::Logo).handle;
        application.choose_logo(OneFile { file })?;
    }
    context.say("cli-done-style", &[])?;
    Ok(DONE)
}

fn place(given: &TemplatePlace) -> String {
    let place = match (&given.instead_of, &given.after) {
        (Some(section), _) => SectionPlace::InsteadOf(section.clone()),
        (None, after) => SectionPlace::After(after.clone().unwrap_or_default()),
    };
    place.to_string()
}
