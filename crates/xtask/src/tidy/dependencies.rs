//! What comes from elsewhere: nothing in it can open a connection, and all of it can be fetched by anyone.

use serde_json::Value;

use super::project::Project;

/// Crates that open connections, or exist to secure them.
const CAN_CONNECT: &[&str] = &[
    "actix-web",
    "async-std",
    "async-tungstenite",
    "attohttpc",
    "aws-lc-rs",
    "axum",
    "curl",
    "curl-sys",
    "h2",
    "h3",
    "hickory-resolver",
    "hyper",
    "hyper-util",
    "isahc",
    "libssh2-sys",
    "minreq",
    "mio",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rustls",
    "s2n-quic",
    "socket2",
    "ssh2",
    "suppaftp",
    "surf",
    "tiny_http",
    "tokio-native-tls",
    "tokio-rustls",
    "tokio-tungstenite",
    "tonic",
    "tungstenite",
    "ureq",
    "warp",
    "websocket",
    "soup3",
    "webkit2gtk",
    "webview2-com",
    "objc2-web-kit",
    "zbus",
];

/// What a shipped program contains all the same, with the reason why that is no way out.
const EXCEPTIONS: &[(&str, &str)] = &[
    (
        "webkit2gtk",
        "the web view is a browser; its pages' policy (CSP) allows nothing but our own files and calls",
    ),
    ("webview2-com", "the same on Windows"),
    ("objc2-web-kit", "the same on macOS"),
    (
        "openssl-sys",
        "on Windows and macOS it brings libcrypto, with which SQLCipher encrypts; of its TLS code nothing is linked, and a test looks for it in the program",
    ),
    (
        "soup3",
        "the types of WebKitGTK's HTTP library, which Tauri's own address scheme answers with",
    ),
];

/// How our own code would do it without a crate.
const CONNECTS: &[&str] = &["std::net", "TcpStream", "UdpSocket", "ToSocketAddrs"];

pub(super) fn nothing_can_connect(project: &Project) -> Vec<String> {
    let is_exception = |name: &str| EXCEPTIONS.iter().any(|(exception, _)| *exception == name);
    let mut complaints: Vec<String> = CAN_CONNECT
        .iter()
        .filter(|name| project.shipped.contains(**name) && !is_exception(name))
        .map(|name| {
            format!(
                "{name} is in a shipped program; `cargo tree --invert {name}` says through whom"
            )
        })
        .collect();
    for (name, _) in EXCEPTIONS.iter().filter(|_| !project.shipped.is_empty()) {
        if !project.shipped.contains(*name) {
            complaints.push(format!("{name} is an exception that is no longer needed"));
        }
    }
    let shipped = |path: &str| {
        let ours = path.starts_with("crates/") && !path.starts_with("crates/xtask/");
        (ours || path.starts_with("src-tauri/src/"))
            && path.contains("/src/")
            && path.ends_with(".rs")
    };
    for (path, text) in project.files_where(shipped) {
        for way in CONNECTS.iter().filter(|way| text.contains(**way)) {
            complaints.push(format!("{path}: opens connections with `{way}`"));
        }
    }
    complaints
}

/// What the verifier does without: a stranger has a report, and neither a dossier, a window nor a card. What begins with these would
/// also bring a library that the system must have, or somebody else's code that is loaded while the program runs.
const NOT_FOR_STRANGERS: &[&str] = &[
    "application",
    "cryptoki",
    "dlopen2",
    "dossier",
    "forms",
    "libloading",
    "libsqlite3-sys",
    "openssl-sys",
    "rusqlite",
    "tao",
    "tauri",
    "wry",
];

pub(super) fn the_verifier_stands_alone(project: &Project) -> Vec<String> {
    let not_for_strangers = NOT_FOR_STRANGERS.iter();
    not_for_strangers
        .filter(|name| project.verifier.contains(**name))
        .map(|name| format!("verantwoord-verify contains {name}; `cargo tree --package verantwoord-verify --invert {name}` says through whom"))
        .collect()
}

pub(super) fn come_from_the_official_registries(project: &Project) -> Vec<String> {
    const CRATES: &str = "registry+https://github.com/rust-lang/crates.io-index";
    const NPM: &str = "https://registry.npmjs.org/";
    let mut complaints = Vec::new();
    for line in project
        .files
        .get("Cargo.lock")
        .map_or("", String::as_str)
        .lines()
    {
        if let Some(source) = line.strip_prefix("source = ")
            && source.trim_matches('"') != CRATES
        {
            complaints.push(format!("Cargo.lock: {source}"));
        }
    }
    for (name, package) in npm_packages(project) {
        if let Some(address) = package.get("resolved").and_then(Value::as_str)
            && !address.starts_with(NPM)
        {
            complaints.push(format!("ui/package-lock.json: {name} from {address}"));
        }
    }
    let settings = |path: &str| {
        path.ends_with(".npmrc")
            || path.ends_with("pip.conf")
            || path.ends_with(".cargo/config.toml")
            || (path.contains("requirements") && path.ends_with(".txt"))
    };
    for (path, text) in project.files_where(settings) {
        for other in ["registry=", "index-url", "[source.", "[registries"] {
            if text.contains(other) {
                complaints.push(format!("{path}: points elsewhere with `{other}`"));
            }
        }
    }
    complaints
}

/// The packages in the lock file of the interface, by name.
pub(super) fn npm_packages(project: &Project) -> Vec<(String, Value)> {
    let lock: Value = project
        .files
        .get("ui/package-lock.json")
        .and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_default();
    let packages = lock
        .get("packages")
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default();
    packages
        .into_iter()
        // The empty name is the interface itself.
        .filter(|(path, _)| !path.is_empty())
        .map(|(path, package)| {
            (
                path.rsplit("node_modules/")
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
                package,
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crate_that_can_connect_is_refused_when_shipped() {
        let shipped = EXCEPTIONS
            .iter()
            .map(|(name, _)| *name)
            .chain(["serde", "reqwest"])
            .map(str::to_owned)
            .collect();
        let project = Project {
            shipped,
            ..Project::default()
        };
        let complaint =
            "reqwest is in a shipped program; `cargo tree --invert reqwest` says through whom";
        assert_eq!(nothing_can_connect(&project), [complaint]);
    }

    #[test]
    fn dossier_in_the_verifier_is_refused() {
        let project = Project {
            verifier: ["report", "rusqlite"].map(str::to_owned).into(),
            ..Project::default()
        };
        assert_eq!(the_verifier_stands_alone(&project).len(), 1);
    }

    #[test]
    fn exception_without_need_is_refused() {
        let project = Project {
            shipped: ["serde".to_owned()].into(),
            ..Project::default()
        };
        assert_eq!(nothing_can_connect(&project).len(), EXCEPTIONS.len());
    }

    #[test]
    fn connection_without_a_crate_is_refused() {
        let text = "let stream = std::net::TcpListener::bind(address)?;";
        let project = Project::with_files(&[
            ("crates/report/src/a.rs", text),
            ("tests/src/driver.rs", text),
        ]);
        assert_eq!(
            nothing_can_connect(&project),
            ["crates/report/src/a.rs: opens connections with `std::net`"]
        );
    }

    #[test]
    fn lock_file_that_points_elsewhere_is_refused() {
        let project = Project::with_files(&[
            (
                "Cargo.lock",
                "source = \"registry+https://github.com/rust-lang/crates.io-index\"\nsource = \"git+https://example.org/x\"\n",
            ),
            (
                "ui/package-lock.json",
                r#"{"packages": {
                    "": {},
                    "node_modules/good": {"resolved": "https://registry.npmjs.org/good/-/good-1.0.0.tgz"},
                    "node_modules/bad": {"resolved": "https://mirror.example.org/bad.tgz"}
                }}"#,
            ),
            ("ui/.npmrc", "registry=https://mirror.example.org/\n"),
        ]);
        assert_eq!(
            come_from_the_official_registries(&project),
            [
                "Cargo.lock: \"git+https://example.org/x\"",
                "ui/package-lock.json: bad from https://mirror.example.org/bad.tgz",
                "ui/.npmrc: points elsewhere with `registry=`",
            ]
        );
    }
}
