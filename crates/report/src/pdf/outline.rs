//! Bookmarks: the headings, nested by their level.

use super::objects::text_string;
use super::tags::destination;
use crate::layout::Layout;
use lopdf::{Object, ObjectId, dictionary};

/// Writes the bookmarks; `None` if there is no heading.
pub(super) fn write(
    pdf: &mut lopdf::Document,
    pages: &[ObjectId],
    layout: &Layout,
) -> Option<ObjectId> {
    let marks = &layout.bookmarks;
    if marks.is_empty() {
        return None;
    }
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = marks.iter().map(|_| pdf.new_object_id()).collect();
    // The nearest earlier heading of a higher level, or none.
    let mut path: Vec<(u8, usize)> = Vec::new();
    let mut parents: Vec<Option<usize>> = Vec::new();
    for (at, mark) in marks.iter().enumerate() {
        while path.last().is_some_and(|(level, _)| *level >= mark.level) {
            path.pop();
        }
        parents.push(path.last().map(|(_, parent)| *parent));
        path.push((mark.level, at));
    }
    let mut families: Vec<Vec<usize>> = vec![Vec::new(); marks.len() + 1];
    for (at, parent) in parents.iter().enumerate() {
        if let Some(family) = families.get_mut(parent.map_or(0, |parent| parent + 1)) {
            family.push(at);
        }
    }
    let id_of = |at: usize| ids.get(at).copied().unwrap_or(root);
    let ends = |family: &[usize]| Some((id_of(*family.first()?), id_of(*family.last()?)));
    for (number, family) in families.iter().enumerate() {
        let parent = number.checked_sub(1).map_or(root, id_of);
        for (at, place) in family.iter().enumerate() {
            let Some(mark) = marks.get(*place) else {
                continue;
            };
            let mut item = dictionary! { "Title" => text_string(&mark.title), "Parent" => parent };
            if let Some((page, y)) = layout
                .places
                .get(&mark.place)
                .and_then(|at| Some((*pages.get(at.page)?, at.y)))
            {
                item.set("Dest", destination(page, y));
            }
            if let Some(before) = at.checked_sub(1).and_then(|before| family.get(before)) {
                item.set("Prev", id_of(*before));
            }
            if let Some(next) = family.get(at + 1) {
                item.set("Next", id_of(*next));
            }
            let own = families
                .get(place + 1)
                .map(Vec::as_slice)
                .unwrap_or_default();
            if let Some((first, last)) = ends(own) {
                item.set("First", first);
                item.set("Last", last);
                // Closed at first: the reader opens what is wanted.
                item.set("Count", -(own.len() as i64));
            }
            pdf.set_object(id_of(*place), item);
        }
    }
    let top = families.first().map(Vec::as_slice).unwrap_or_default();
    let mut outlines =
        dictionary! { "Type" => "Outlines", "Count" => Object::from(top.len() as i64) };
    if let Some((first, last)) = ends(top) {
        outlines.set("First", first);
        outlines.set("Last", last);
    }
    pdf.set_object(root, outlines);
    Some(root)
}
