//! How reports look, and the sections that the organisation adds to them.

use application::SectionPlace;

use super::Context;
use crate::arguments::reports::{Style, TemplateCommand, TemplatePlace};
use crate::failure::{DONE, Failure};

pub(super) fn template(context: &mut Context<'_>, command: TemplateCommand) -> Result<u8, Failure> {
    match command {
        TemplateCommand::Add(add) => {
            context.open(&add.file)?;
            let place = place(&add.place);
            let said = place.to_string();
            let application = &mut context.application;
            application.keep_section(place, &add.template)?;
            context.say("cli-done-template-add", &[("place", said.into())])?;
        }
        TemplateCommand::Remove(remove) => {
            context.open(&remove.file)?;
            let place = place(&remove.place);
            context.application.remove_section(&place)?;
            let said = place.to_string();
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
    application.choose_accent(style.accent.as_deref())?;
    context.say("cli-done-style", &[])?;
    Ok(DONE)
}

fn place(given: &TemplatePlace) -> SectionPlace {
    match (&given.instead_of, &given.after) {
        (Some(section), _) => SectionPlace::InsteadOf(section.clone()),
        (None, after) => SectionPlace::After(after.clone().unwrap_or_default()),
    }
}
