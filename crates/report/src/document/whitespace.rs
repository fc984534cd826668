//! White space: collapsed in what a template wrote, kept in what a user typed.

use super::Inline;

/// Collapses white space across nested inlines as HTML does: runs become one space; none at the ends or beside a line break.
/// A no-break space is a character like any other.
pub(super) fn collapse(inlines: &mut Vec<Inline>) {
    let mut after_space = true;
    collapse_run(inlines, &mut after_space);
    trim_end(inlines);
    prune(inlines);
}

/// Cuts typed text into paragraphs at empty lines, with a line break for each other newline.
pub(super) fn paragraphs(typed: &str) -> Vec<Vec<Inline>> {
    let typed = typed
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{85}'], "\n")
        .replace('\u{2029}', "\n\n");
    let mut paragraphs = Vec::new();
    let mut lines: Vec<Inline> = Vec::new();
    for line in typed.split('\n') {
        let line = line.trim_matches(is_space);
        if line.is_empty() {
            if !lines.is_empty() {
                paragraphs.push(std::mem::take(&mut lines));
            }
            continue;
        }
        if !lines.is_empty() {
            lines.push(Inline::LineBreak);
        }
        lines.push(Inline::Text(line.replace('\t', " ")));
    }
    if !lines.is_empty() {
        paragraphs.push(lines);
    }
    paragraphs
}

/// Whether there is nothing but white space.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(is_space)
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

fn collapse_run(inlines: &mut [Inline], after_space: &mut bool) {
    for index in 0..inlines.len() {
        let (done, rest) = inlines.split_at_mut(index);
        match rest.first_mut() {
            Some(Inline::Text(text)) => {
                let mut kept = String::with_capacity(text.len());
                for c in text.chars() {
                    if !is_space(c) {
                        kept.push(c);
                        *after_space = false;
                    } else if !*after_space {
                        kept.push(' ');
                        *after_space = true;
                    }
                }
                *text = kept;
            }
            Some(Inline::LineBreak) => {
                trim_end(done);
                *after_space = true;
            }
            Some(Inline::PageNumber { .. }) => *after_space = false,
            Some(other) => {
                if let Some(content) = content_mut(other) {
                    collapse_run(content, after_space);
                }
            }
            None => {}
        }
    }
}

/// Removes the space at the end of a run; returns whether anything but white space was met.
fn trim_end(inlines: &mut [Inline]) -> bool {
    for inline in inlines.iter_mut().rev() {
        let met = match inline {
            Inline::Text(text) => {
                text.truncate(text.trim_end_matches(is_space).len());
                !text.is_empty()
            }
            Inline::LineBreak | Inline::PageNumber { .. } => true,
            other => content_mut(other).is_some_and(|content| trim_end(content)),
        };
        if met {
            return true;
        }
    }
    false
}

fn prune(inlines: &mut Vec<Inline>) {
    for inline in inlines.iter_mut() {
        if let Some(content) = content_mut(inline) {
            prune(content);
        }
    }
    inlines.retain_mut(|inline| match inline {
        Inline::Text(text) => !text.is_empty(),
        Inline::LineBreak | Inline::PageNumber { .. } => true,
        other => content_mut(other).is_some_and(|content| !content.is_empty()),
    });
}

fn content_mut(inline: &mut Inline) -> Option<&mut Vec<Inline>> {
    match inline {
        Inline::Strong(content)
        | Inline::Emphasis(content)
        | Inline::Code(content)
        | Inline::Passage(_, content)
        | Inline::Reference { content, .. }
        | Inline::Link { content, .. }
        | Inline::Status(_, content) => Some(content),
        Inline::Text(_) | Inline::PageNumber { .. } | Inline::LineBreak => None,
    }
}
