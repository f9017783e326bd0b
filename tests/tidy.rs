//! What no compiler can check of the house: rules of names, places and completeness.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

/// Files below `folder` whose names end with one of `ends`, without what is built or fetched.
fn files(folder: &str, ends: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())).flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() && !["node_modules", "target", "dist", "gen", "generated"].contains(&&*name) {
                folders.push(path);
            } else if ends.iter().any(|end| name.ends_with(end)) {
                let place = path.strip_prefix(root()).expect("inside").to_string_lossy().into_owned();
                found.push((place, fs::read_to_string(&path).expect("text")));
            }
        }
    }
    found.sort();
    found
}

fn rust() -> Vec<(String, String)> {
    ["crates", "src-tauri", "tests", "xtask"].iter().flat_map(|folder| files(folder, &[".rs"])).collect()
}

/// Whether `word` stands in `text` between characters that are no part of a word.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let part = |c: char| c.is_alphanumeric() || c == '_';
        !text[..at].ends_with(part) && !text[at + word.len()..].starts_with(part)
    })
}

#[test]
fn no_float_touches_money() {
    for (place, text) in rust() {
        if ["crates/domain", "crates/till", "src-tauri"].iter().any(|folder| place.starts_with(folder)) {
            for float in ["f32", "f64"] {
                assert!(!has_word(&text, float), "{place} has a {float}");
            }
        }
    }
}

#[test]
fn sql_is_only_in_the_store() {
    for (place, text) in rust() {
        if place.starts_with("crates") && !place.contains("/store/") {
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for verb in ["SELECT ", "INSERT INTO", "INSERT OR", "UPDATE ", "DELETE FROM", "CREATE TABLE"] {
                assert!(!code.contains(verb), "{place} has SQL: {verb}");
            }
        }
    }
}

#[test]
fn domain_does_no_io() {
    for (place, text) in files("crates/domain/src", &[".rs"]) {
        for door in ["std::fs", "std::net", "std::time", "std::env", "println!", "SystemTime", "Instant", "async fn"] {
            assert!(!text.contains(door), "{place} reaches {door}");
        }
    }
}

#[test]
fn files_say_what_they_are_and_fit_a_head() {
    for (place, text) in rust() {
        assert!(text.starts_with("//!") || text.starts_with("#!"), "{place} does not say what it is");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default().lines().count();
        assert!(code <= 700, "{place} has {code} lines");
    }
}

#[test]
fn names_are_the_house_s_own() {
    for (place, text) in rust() {
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for banned in ["Manager", "Service", "Helper", "Util", "Processor", "Common", "Impl", "Base"] {
                for kind in ["struct ", "enum ", "trait ", "mod "] {
                    let ends = |name: &str| name.trim_end_matches(|c: char| !c.is_alphanumeric()).ends_with(banned);
                    let named = line.split(kind).nth(1).and_then(|rest| rest.split(['<', '(', '{', ' ', ';']).next());
                    assert!(!named.is_some_and(ends), "{place}: {line}");
                }
            }
        }
    }
}

#[test]
fn every_command_has_a_story() {
    let stories: String = files("tests/stories", &[".rs"]).into_iter().map(|(_, text)| text).collect();
    for command in till::commands::LIST {
        assert!(stories.contains(&format!("\"{}\"", command.name)), "{} has no story", command.name);
    }
}

#[test]
fn the_contract_of_the_screens_is_current() {
    let committed = fs::read_to_string(root().join("ui/src/generated/contract.ts")).expect("a contract");
    assert_eq!(
        committed.trim_end(),
        till::commands::contract().trim_end(),
        "write it anew: cargo run -p till -- contract > ui/src/generated/contract.ts"
    );
}

fn keys(language: &str) -> BTreeSet<String> {
    files(&format!("assets/locales/{language}"), &[".ftl"])
        .into_iter()
        .flat_map(|(_, text)| {
            text.lines()
                .filter_map(|line| line.split_once('='))
                .map(|(key, _)| key.trim_end().to_owned())
                .filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase()))
                .collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn no_message_is_named_twice() {
    for language in ["hi", "en"] {
        let mut places = BTreeMap::new();
        for (place, text) in files(&format!("assets/locales/{language}"), &[".ftl"]) {
            for key in text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
                let key = key.split('=').next().unwrap_or_default().trim().to_owned();
                if let Some(other) = places.insert(key.clone(), place.clone()) {
                    panic!("{key} stands in {other} and in {place}: only the first would be shown");
                }
            }
        }
    }
}

#[test]
fn every_message_is_in_both_languages_and_used() {
    let (hindi, english) = (keys("hi"), keys("en"));
    assert_eq!(hindi.symmetric_difference(&english).collect::<Vec<_>>(), Vec::<&String>::new());
    let users: String = files("ui/src", &[".ts", ".svelte"])
        .into_iter()
        .chain(files("crates/paper/src", &[".rs"]))
        .chain(files("crates/till/src", &[".rs"]))
        .map(|(_, text)| text)
        .collect();
    for key in &english {
        // Words of refusals, and other families, are put together from a code.
        let family = |prefix: &str| key.starts_with(prefix) && users.contains(prefix);
        let used = users.contains(&**key)
            || [
                "refusal-",
                "import-fault-",
                "item-filter-",
                "set-up-",
                "warning-",
                "screen-",
                "role-",
                "icon-",
                "weekday-",
                "month-",
                "tender-",
                "cause-",
                "rail-",
                "step-",
                "supply-mode-",
                "bearer-",
                "stock-filter-",
                "move-",
                "piece-",
                "transfer-",
                "approval-",
                "home-",
                "account-is-",
                "due-filter-",
                "due-waits-",
                "due-kind-",
                "file-is-",
                "history-",
                "payout-step-",
                "payout-rail-",
                "reply-fault-",
                "settlement-",
                "account-",
                "books-",
                "export-",
                "group-",
                "class-",
                "posted-",
                "proof-",
            ]
            .into_iter()
            .any(family);
        assert!(used, "message {key} is never shown");
    }
}

#[test]
fn every_refusal_and_fault_has_words() {
    let refusals = fs::read_to_string(root().join("crates/domain/src/refusal.rs")).expect("refusals");
    let faults = fs::read_to_string(root().join("crates/till/src/fault.rs")).expect("faults");
    let hindi = keys("hi");
    let variants = refusals
        .lines()
        .skip_while(|line| !line.starts_with("pub enum Refusal"))
        .skip(1)
        .take_while(|line| !line.starts_with('}'))
        .filter_map(|line| line.trim().split(['{', ',', ' ']).next().filter(|name| !name.is_empty()));
    let kebab = |name: &str| {
        name.chars().fold(String::new(), |mut out, c| {
            if c.is_ascii_uppercase() && !out.is_empty() {
                out.push('-');
            }
            out.push(c.to_ascii_lowercase());
            out
        })
    };
    let codes = faults
        .lines()
        .filter(|line| line.trim_start().starts_with("Self::") && line.contains("=> (\""))
        .filter_map(|line| line.split('"').nth(1).map(|code| code.replace('_', "-")));
    let wanted: Vec<String> = variants.map(kebab).chain(codes).collect();
    assert!(wanted.len() > 40, "only {} codes were found", wanted.len());
    for code in wanted {
        assert!(hindi.contains(&format!("refusal-{code}")), "refusal-{code} has no words");
    }
}

/// What is refused is named by a word of the code; nobody at the counter shall read that word.
#[test]
fn what_was_not_understood_has_words() {
    let words = ["hi", "en"].map(|language| {
        let all = fs::read_to_string(root().join(format!("assets/locales/{language}/refusals.ftl"))).expect("text");
        let from = all.find("refusal-invalid-input").expect("the message");
        all[from..].split("*[other]").next().expect("its variants").to_owned()
    });
    let mut known = 0;
    for (place, text) in ["crates/domain", "crates/till"].iter().flat_map(|folder| files(folder, &[".rs"])) {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for call in ["invalid(\"", "said(\"", "filled(\"", "printable(\"", "printable_name(\"", "note_ok(\""] {
            for said in code.split(call).skip(1).filter_map(|rest| rest.split('"').next()) {
                known += 1;
                assert!(words.iter().all(|words| words.contains(&format!("[{said}]"))), "{place}: {said}");
            }
        }
    }
    assert!(known > 150, "{known} found");
}

/// A count reaches the screen grouped, by the words it stands in or by `grouped`; a number that is a name is not counted.
#[test]
fn no_count_stands_bare_on_a_screen() {
    let contract = fs::read_to_string(root().join("ui/src/generated/contract.ts")).expect("a contract");
    // `right` is also a quantity of a proof, written by the till.
    let numbered =
        ["entry", "id", "line", "no", "number", "piece", "right", "row", "size", "version", "width", "height"];
    let counts: BTreeSet<&str> = contract
        .split([',', '{', '}', '\n'])
        .filter_map(|field| field.trim().split_once(": number"))
        .map(|(name, _)| name.trim_end_matches('?'))
        .filter(|name| !numbered.contains(name) && !name.ends_with("_milli"))
        .collect();
    assert!(counts.len() > 50 && counts.contains("scans"), "{counts:?}");
    for (place, text) in files("ui/src", &[".svelte"]) {
        let markup = text.rsplit("</script>").next().unwrap_or_default();
        for (at, _) in markup.match_indices('{').filter(|(at, _)| !markup[..*at].ends_with(['=', '$'])) {
            let shown = markup[at + 1..].split('}').next().unwrap_or_default();
            let path = shown.chars().all(|c| c.is_alphanumeric() || "._?!".contains(c));
            let last = shown.rsplit('.').next().unwrap_or_default();
            let bare = path && shown.contains('.') && (last == "length" || counts.contains(last));
            assert!(!bare, "{place} shows {{{shown}}} as a machine writes it");
        }
    }
}

#[test]
fn nothing_names_a_machine() {
    let lockfiles = ["ui/package-lock.json", "tests/window/package-lock.json", "Cargo.lock"];
    for place in lockfiles {
        let text = fs::read_to_string(root().join(place)).unwrap_or_else(|error| panic!("{place}: {error}"));
        for line in text.lines().filter(|line| line.contains("\"resolved\"") || line.starts_with("source = ")) {
            let public = line.contains("registry.npmjs.org") || line.contains("github.com/rust-lang/crates.io-index");
            assert!(public, "{place}: {line}");
        }
    }
}
