//! The logo: on the cover, and small in the margin beside what follows.

use super::{Column, Flow, Slab};
use crate::layout::look::{GUTTER, INDENT};
use crate::layout::page::{Item, Rectangle};
use crate::layout::structure::Kind;

/// The room for it on the cover.
const ON_COVER: (f32, f32) = (190.0, 54.0);

/// The height of the room for it in the margin.
const IN_MARGIN: f32 = 30.0;

impl Flow<'_, '_> {
    /// The logo above the cover; gives the room that it takes.
    pub(super) fn logo_on_cover(&mut self, alternative: Option<&str>, column: &Column) -> f32 {
        let (width, height) = ON_COVER;
        let slab = alternative.and_then(|it| self.drawn_logo(it, column, column.x, width, height));
        let Some(slab) = slab else { return 0.0 };
        let taken = slab.height;
        self.push(slab);
        taken
    }

    /// The logo in the margin: it takes no room from what follows.
    pub(super) fn logo(&mut self, alternative: &str, column: &Column) {
        let (x, width) = match column.margin {
            Some(margin) => (margin, INDENT - GUTTER),
            None => (column.x, column.width),
        };
        if let Some(slab) = self.drawn_logo(alternative, column, x, width, IN_MARGIN) {
            let height = column.margin.map_or(slab.height, |_| 0.0);
            self.push(Slab {
                height,
                keep: true,
                ..slab
            });
        }
    }

    fn drawn_logo(
        &mut self,
        alternative: &str,
        column: &Column,
        x: f32,
        width: f32,
        height: f32,
    ) -> Option<Slab> {
        let (width, height) = self.document.logo.as_ref()?.fitted(width, height);
        let node = self.structure.add(column.node, Kind::Figure);
        self.structure.set_alternative(node, alternative.to_owned());
        let rectangle = Rectangle {
            x,
            y: 0.0,
            width,
            height,
        };
        let items = vec![
            Item::Logo {
                rectangle,
                node: Some(node),
            },
            Item::Bounds { rectangle, node },
        ];
        Some(Slab {
            height,
            items,
            ..Slab::default()
        })
    }
}
