//! What the product costs: time, processor time, memory and size, as ratios wherever there is something to compare with.
//!
//! Each measurement is a process of its own that does one piece of work once, as a user's computer does it: nothing is
//! warm that would be cold there, and processor time and memory are those of the whole process, start included. What is
//! compared with each other takes turns, so that a busy moment of the machine falls on both. Nothing here asserts: a
//! time says as much about the machine as about the program.
//!
//! For a profiler: `bench prepare FOLDER` makes the material, and `bench once FOLDER report` is then one measured process.

#![expect(clippy::print_stdout, reason = "this is a program for the terminal")]

mod cases;
mod commit;
mod material;
mod outside;
mod rows;
mod table;
mod typesetters;
mod usage;
mod work;

use std::path::Path;

use anyhow::{Result, bail};
use outside::Others;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] | ["--pyhanko" | "--typesetters", ..] => table::print(&Others::read(&words)?),
        ["prepare", folder] => material::prepare(Path::new(folder)),
        ["once", folder, work] => {
            usage::tell(&work.parse::<work::Work>()?.once(Path::new(folder))?)
        }
        ["outside", program, rest @ ..] => usage::tell(&outside::run(program, rest)?),
        _ => bail!(
            "`{}` is not understood; without arguments all is measured",
            words.join(" ")
        ),
    }
}
