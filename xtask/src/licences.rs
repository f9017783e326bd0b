//! Whether everything we build on may be built on: the licences of all crates and npm packages against the one list
//! in `deny.toml`. cargo-deny reads the same file where it is installed. Not here: security advisories, which need a
//! list from the network.

use std::collections::BTreeSet;
use std::fs;

use crate::step::{cargo, root};

/// Packages that state their licence in words only, and where.
const STATED_ELSEWHERE: &[(&str, &str)] = &[
    ("node_modules/css-value", "MIT"),   // its Readme.md
    ("node_modules/dom-walk", "MIT"),    // its README.md and LICENCE
    ("node_modules/exif-parser", "MIT"), // its LICENSE.md
];

/// What stands under a licence that is not allowed; empty when all is well. Second: how many packages were looked at.
pub fn refused() -> Result<(Vec<String>, usize), String> {
    let allowed = allowed(&read("deny.toml")?);
    let mut packages = crates()?;
    for lock in ["ui/package-lock.json", "tests/window/package-lock.json"] {
        packages.extend(npm_packages(&read(lock)?));
    }
    let stated = |name: &str| STATED_ELSEWHERE.iter().find(|(known, _)| *known == name).map(|(_, licence)| *licence);
    let refused = packages.iter().filter(|(name, licence)| {
        let licence = if licence.is_empty() { stated(name).unwrap_or_default() } else { licence };
        !permits(licence, &allowed)
    });
    Ok((refused.map(|(name, licence)| format!("{name}: {licence:?}")).collect(), packages.len()))
}

fn read(file: &str) -> Result<String, String> {
    fs::read_to_string(root().join(file)).map_err(|why| format!("{file}: {why}"))
}

/// The strings of `allow = [...]`.
fn allowed(deny: &str) -> BTreeSet<String> {
    let list = deny.split_once("\nallow = [").and_then(|(_, rest)| rest.split_once(']')).map_or("", |(list, _)| list);
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Every crate that a build for any system would use, ours left out, with its licence.
fn crates() -> Result<BTreeSet<(String, String)>, String> {
    let format = ["tree", "--workspace", "--target", "all", "--edges", "normal,build,dev", "--prefix", "none"];
    let said = cargo(&format).args(["--format", "{p}|{l}"]).output().map_err(|why| format!("cargo tree: {why}"))?;
    if !said.status.success() {
        return Err(String::from_utf8_lossy(&said.stderr).into_owned());
    }
    let words = String::from_utf8_lossy(&said.stdout).into_owned();
    let lines = words.lines().filter_map(|line| line.trim_end_matches(" (*)").split_once('|'));
    // A path in brackets marks a crate of this workspace.
    let ours = format!("({}", root().display());
    Ok(lines.filter(|(name, _)| !name.contains(&ours)).map(|(name, licence)| (name.into(), licence.into())).collect())
}

/// Name and licence of each package in a lock file, read line by line: npm writes it in one fixed layout.
fn npm_packages(lock: &str) -> BTreeSet<(String, String)> {
    let mut packages = BTreeSet::new();
    let mut name = "";
    for line in lock.lines() {
        let line = line.trim();
        if let Some(path) = line.strip_suffix("\": {").filter(|path| path.contains("node_modules/")) {
            name = path.trim_start_matches('"');
            packages.insert((name.to_owned(), String::new()));
        } else if let Some(licence) = line.strip_prefix("\"license\": \"") {
            packages.remove(&(name.to_owned(), String::new()));
            packages.insert((name.to_owned(), licence.trim_end_matches(',').trim_end_matches('"').to_owned()));
        }
    }
    // The package itself carries no name under node_modules.
    packages.retain(|(name, _)| !name.is_empty());
    packages
}

/// Whether an SPDX expression can be met with the allowed licences alone.
fn permits(expression: &str, allowed: &BTreeSet<String>) -> bool {
    // Older crates wrote "MIT/Apache-2.0" for OR.
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    let met = any(&mut words, allowed);
    met && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
    let mut met = all(words, allowed);
    while words.next_if_eq(&"OR").is_some() {
        met |= all(words, allowed);
    }
    met
}

fn all(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
    let mut met = single(words, allowed);
    while words.next_if_eq(&"AND").is_some() {
        met &= single(words, allowed);
    }
    met
}

fn single(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
    if words.next_if_eq(&"(").is_some() {
        let met = any(words, allowed);
        return words.next_if_eq(&")").is_some() && met;
    }
    let Some(licence) = words.next() else { return false };
    if words.next_if_eq(&"WITH").is_some() {
        let exception = words.next().unwrap_or_default();
        // An exception only adds permissions.
        return allowed.contains(licence) || allowed.contains(&format!("{licence} WITH {exception}"));
    }
    allowed.contains(licence)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> BTreeSet<String> {
        allowed("[licenses]\nallow = [\n  \"MIT\",\n  \"Apache-2.0\",\n  \"Unicode-3.0\",\n]\n")
    }

    #[test]
    fn expressions_that_can_be_met() {
        for expression in [
            "MIT",
            "GPL-3.0 OR MIT",
            "MIT/GPL-2.0",
            "(MIT OR GPL-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0",
        ] {
            assert!(permits(expression, &list()), "{expression}");
        }
    }

    #[test]
    fn expressions_that_cannot_be_met() {
        for expression in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND GPL-2.0", "MIT MIT", "(MIT"] {
            assert!(!permits(expression, &list()), "{expression}");
        }
    }

    #[test]
    fn a_package_of_npm_without_a_licence_is_seen() {
        let lock = "{\n  \"packages\": {\n    \"\": {\n      \"license\": \"MIT\"\n    },\n    \"node_modules/a\": {\n      \
                    \"license\": \"ISC\"\n    },\n    \"node_modules/b\": {\n      \"version\": \"1.0.0\"\n    }\n  }\n}";
        let expected = [("node_modules/a", "ISC"), ("node_modules/b", "")];
        assert_eq!(npm_packages(lock), expected.map(|(name, licence)| (name.to_owned(), licence.to_owned())).into());
    }
}
