//! Two logos: one of outlines with a hole in it, and a picture.

#![allow(dead_code, reason = "not every test uses both")]

use assessment::report_style::{Area, Logo, Outlines, Picture};

/// A PNG of 48 by 24 pixels: a disc and a bar.
const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAADAAAAAYCAIAAAAzn+mLAAAAY0lEQVR42u3WQQ0AIAwDwDpBCcaQgj2EgIDxICNjJelSAfdai0l2+AnUSrXJAW\
     0pb1hwaEJN8GniTHBrgky40WxNo5ebsILcGmsSSCCB/gDpMR6A6LqMse0Z9xDjYmTc1Im3AJO+RVZDJ/BgAAAAAElFTkSuQmCC";

/// Two areas; the first has a hole and curves.
pub(crate) fn outlines() -> Logo {
    let area = |fill: &str, even_odd, path: &str| Area {
        fill: fill.to_owned(),
        even_odd,
        path: path.to_owned(),
    };
    Logo::Outlines(Outlines {
        width: 8192,
        height: 4096,
        areas: vec![
            area(
                "#7a1f3d",
                true,
                "M0 2048C0 900 900 0 2048 0C3196 0 4096 900 4096 2048C4096 3196 3196 4096 2048 4096C900 4096 0 3196 0 2048Z\
                 M1400 1400L2700 1400L2700 2700L1400 2700Z",
            ),
            area(
                "#e39a1f",
                false,
                "M4600 1000L8192 1000L8192 3000L4600 3000Z",
            ),
        ],
    })
}

pub(crate) fn picture() -> Logo {
    Logo::Picture(Picture {
        png: PNG.to_owned(),
    })
}
