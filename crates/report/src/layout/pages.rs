//! From slabs to pages: what fits, what must stay together, heads of tables again at the top, frames behind what they hold.

use super::flow::{Frame, Slab, Strips, grounds};
use super::look::{BOTTOM, TOP};
use super::page::{Bookmark, Item, Page, Place};
use super::structure::NodeId;
use std::collections::BTreeMap;

/// Slabs on their pages.
#[derive(Debug, Default)]
pub(super) struct Paginated {
    pub(super) pages: Vec<Page>,
    /// The pages without a running head and foot.
    pub(super) bare: Vec<usize>,
    pub(super) places: BTreeMap<String, Place>,
    pub(super) bookmarks: Vec<Bookmark>,
    pub(super) signatures: Option<(usize, NodeId)>,
}

/// Distributes slabs over pages. A group that must stay together and is higher than a page is cut where the page ends.
pub(super) fn paginate(strips: Strips) -> Paginated {
    let Strips {
        slabs,
        frames,
        heads,
        ..
    } = strips;
    let mut pager = Pager {
        frames,
        heads,
        result: Paginated::default(),
        y: TOP,
        open: None,
        bar: None,
    };
    pager.result.pages.push(Page::default());
    let mut group: Vec<Slab> = Vec::new();
    for slab in slabs {
        let is_complete = !slab.keep;
        group.push(slab);
        if is_complete {
            pager.place_group(std::mem::take(&mut group));
        }
    }
    pager.place_group(group);
    pager.close_frame();
    pager.result
}

struct Pager {
    frames: Vec<Frame>,
    heads: Vec<Vec<Slab>>,
    result: Paginated,
    y: f32,
    /// The frame that is being filled, where it began on this page, and before which item its ground is drawn.
    open: Option<(usize, f32, usize)>,
    /// The last bar beside lines on this page, among its items.
    bar: Option<usize>,
}

impl Pager {
    fn place_group(&mut self, group: Vec<Slab>) {
        let height: f32 = group
            .iter()
            .enumerate()
            .map(|(at, slab)| slab.height + if at > 0 { slab.before } else { 0.0 })
            .sum();
        let before = group.first().map_or(0.0, |slab| slab.before);
        let head = group.first().and_then(|slab| slab.head);
        let room = BOTTOM - TOP - self.head_height(head);
        if !self.at_top() && self.y + before + height > BOTTOM && height <= room {
            self.next_page();
        }
        for slab in group {
            if slab.height > BOTTOM - TOP {
                cut(slab).into_iter().for_each(|piece| self.place(piece));
            } else {
                self.place(slab);
            }
        }
    }

    fn place(&mut self, slab: Slab) {
        let is_new_frame = self.open.map(|(frame, ..)| frame) != slab.frame;
        if is_new_frame {
            self.close_frame();
        }
        if !self.at_top() && (slab.new_page || self.y + slab.before + slab.height > BOTTOM + 0.01) {
            self.next_page();
        }
        let at_top = self.at_top();
        if !at_top {
            self.y += slab.before;
        }
        if at_top {
            self.repeat_head(slab.head);
        }
        let page = self.result.pages.len() - 1;
        for place in slab.places {
            self.result
                .places
                .entry(place)
                .or_insert(Place { page, y: self.y });
        }
        self.result.bookmarks.extend(slab.bookmark);
        if let Some(node) = slab.signatures {
            self.result.signatures = Some((page, node));
        }
        if slab.bare {
            self.result.bare.push(page);
        }
        let y = self.y;
        if let Some(items) = self.result.pages.last_mut().map(|page| &mut page.items) {
            if let (Some(frame), None) = (slab.frame, self.open) {
                self.open = Some((frame, y, items.len()));
            }
            for item in slab.items {
                let item = item.moved(0.0, y);
                if let Some((x, from, to)) = bar(&item) {
                    let above = self.bar.and_then(|at| items.get_mut(at));
                    if above.is_some_and(|above| lengthened(above, x, from, to)) {
                        continue;
                    }
                    self.bar = Some(items.len());
                }
                items.push(item);
            }
        }
        self.y += slab.height;
    }

    fn at_top(&self) -> bool {
        self.y <= TOP
    }

    fn next_page(&mut self) {
        self.close_frame();
        self.result.pages.push(Page::default());
        self.y = TOP;
        self.bar = None;
    }

    fn head_height(&self, head: Option<usize>) -> f32 {
        head.and_then(|head| self.heads.get(head))
            .map_or(0.0, |slabs| slabs.iter().map(|slab| slab.height).sum())
    }

    /// Draws a table head again, as an artifact.
    fn repeat_head(&mut self, head: Option<usize>) {
        let Some(slabs) = head.and_then(|head| self.heads.get(head)) else {
            return;
        };
        let Some(page) = self.result.pages.last_mut() else {
            return;
        };
        for slab in slabs {
            page.items.extend(
                slab.items
                    .iter()
                    .cloned()
                    .filter_map(Item::into_artifact)
                    .map(|item| item.moved(0.0, self.y)),
            );
            self.y += slab.height;
        }
    }

    /// Draws the ground of the open frame behind what it holds.
    fn close_frame(&mut self) {
        let Some((frame, top, first)) = self.open.take() else {
            return;
        };
        let (Some(frame), Some(page)) = (self.frames.get(frame), self.result.pages.last_mut())
        else {
            return;
        };
        page.items
            .splice(first..first, grounds(frame, top, self.y - top));
        self.bar = None;
    }
}

/// The bar beside a line of a quotation: where it stands, from where to where.
fn bar(item: &Item) -> Option<(f32, f32, f32)> {
    let Item::Shape { shape, node: None } = item else {
        return None;
    };
    match shape.path.as_slice() {
        [top, bottom] if top.x == bottom.x && !shape.closed => Some((top.x, top.y, bottom.y)),
        _ => None,
    }
}

/// Draws a bar on, where the next one begins at its end, so that a quotation has one bar and not one for each line.
fn lengthened(above: &mut Item, x: f32, from: f32, to: f32) -> bool {
    let goes_on = bar(above).is_some_and(|it| it.0 == x && (it.2 - from).abs() < 0.01);
    if let (true, Item::Shape { shape, .. }) = (goes_on, above)
        && let Some(bottom) = shape.path.last_mut()
    {
        bottom.y = to;
    }
    goes_on
}

/// Cuts a slab that is higher than a page between its lines: nothing is ever drawn below the foot of a page.
fn cut(slab: Slab) -> Vec<Slab> {
    // Less than a page, so that a line that begins near the end of a piece still stands above the foot.
    const PIECE: f32 = (BOTTOM - TOP) * 0.9;
    let count = (slab.height / PIECE).ceil().max(1.0) as usize;
    let height = slab.height;
    let mut pieces: Vec<Slab> = (0..count)
        .map(|at| Slab {
            height: (height - PIECE * at as f32).min(PIECE),
            frame: slab.frame,
            bare: slab.bare,
            ..Slab::default()
        })
        .collect();
    for item in slab.items {
        let at = ((item.top() / PIECE).max(0.0) as usize).min(count - 1);
        if let Some(piece) = pieces.get_mut(at) {
            piece.items.push(item.moved(0.0, -PIECE * at as f32));
        }
    }
    if let Some(first) = pieces.first_mut() {
        first.before = slab.before;
        first.new_page = slab.new_page;
        first.places = slab.places;
        first.bookmark = slab.bookmark;
        first.signatures = slab.signatures;
    }
    pieces
}
