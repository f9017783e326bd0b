//! The README's table of dependencies is the whole truth: each one chosen in this workspace stands there, and no other.

use std::collections::BTreeSet;
use std::fs;

use crate::step::root;

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|why| panic!("{file}: {why}"))
}

/// The names in the first column of the tables under "What it stands on".
fn told() -> BTreeSet<String> {
    let readme = read("README.md");
    let (_, tables) = readme.split_once("## What it stands on").expect("the README has the chapter");
    let first_cells = tables.lines().filter_map(|line| line.strip_prefix("| `")?.split('|').next());
    first_cells
        .flat_map(|cell| cell.split(['`', ',', ' ']).filter(|name| !name.is_empty()))
        .map(str::to_owned)
        .collect()
}

/// Names before `=` in one section of a Cargo.toml; our own crates, given by their path, left out.
fn crates() -> BTreeSet<String> {
    let manifest = read("Cargo.toml");
    let (_, rest) = manifest.split_once("[workspace.dependencies]\n").expect("the workspace chooses the versions");
    let section = rest.split("\n[").next().unwrap_or_default();
    let chosen = section.lines().filter(|line| !line.contains("path = ")).filter_map(|line| line.split_once(" = "));
    chosen.map(|(name, _)| name.to_owned()).collect()
}

/// Names in `dependencies` and `devDependencies` of a package.json, which npm writes one a line.
fn npm(folder: &str) -> BTreeSet<String> {
    let manifest = read(&format!("{folder}/package.json"));
    let sections = manifest.split("ependencies\": {").skip(1).filter_map(|rest| rest.split('}').next());
    sections.flat_map(|section| section.split('"').skip(1).step_by(4)).map(str::to_owned).collect()
}

#[test]
fn every_dependency_has_its_reason_in_the_readme() {
    let chosen: BTreeSet<String> = [crates(), npm("ui"), npm("tests/window")].into_iter().flatten().collect();
    let told = told();
    assert_eq!(chosen.difference(&told).collect::<Vec<_>>(), Vec::<&String>::new(), "without a reason in the README");
    assert_eq!(told.difference(&chosen).collect::<Vec<_>>(), Vec::<&String>::new(), "in the README but not used");
}
