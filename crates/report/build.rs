//! Packs the fonts: as they are they would be most of the program. Those of nearly every report stay as they are, as
//! unpacking them would be a thirtieth of the work, unless the program is to be small.

use std::io::Write as _;
use std::path::Path;
use std::{env, fs};

use flate2::Compression;
use flate2::write::DeflateEncoder;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    println!("cargo::rerun-if-changed=fonts");
    let to = env::var("OUT_DIR")?;
    let is_small = matches!(env::var("OPT_LEVEL")?.as_str(), "s" | "z");
    for file in fs::read_dir("fonts")? {
        let path = file?.path();
        if path.extension().is_some_and(|extension| extension == "ttf") {
            let name = path.file_stem().ok_or("a font has a name")?;
            let plain = fs::read(&path)?;
            let is_common = name.to_string_lossy().starts_with("Source");
            let kept = if is_common && !is_small {
                [b"plain " as &[u8], &plain].concat()
            } else {
                let mut packed = DeflateEncoder::new(b"packed".to_vec(), Compression::best());
                packed.write_all(&plain)?;
                packed.finish()?
            };
            fs::write(Path::new(&to).join(name).with_extension("font"), kept)?;
        }
    }
    Ok(())
}
