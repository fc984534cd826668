//! Packs the fonts: as they are they would be most of the program.

use std::io::Write as _;
use std::path::Path;
use std::{env, fs};

use flate2::Compression;
use flate2::write::DeflateEncoder;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    println!("cargo::rerun-if-changed=fonts");
    let to = env::var("OUT_DIR")?;
    for file in fs::read_dir("fonts")? {
        let path = file?.path();
        if path.extension().is_some_and(|extension| extension == "ttf") {
            let name = path.file_stem().ok_or("a font has a name")?;
            let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
            packed.write_all(&fs::read(&path)?)?;
            let to = Path::new(&to).join(name).with_extension("ttf.deflate");
            fs::write(to, packed.finish()?)?;
        }
    }
    Ok(())
}
