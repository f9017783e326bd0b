//! How many tests passed and failed, read from the closing words of the runners we use.

use std::ops::AddAssign;

/// Tests counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u32,
    pub failed: u32,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Reads the words of one kind of runner.
pub type Reader = fn(&str) -> Counts;

/// `Summary [ 1.2s] 12 tests run: 11 passed, 1 failed, 0 skipped` of cargo nextest.
pub fn nextest(words: &str) -> Counts {
    let summaries = words.lines().filter(|line| line.trim_start().starts_with("Summary ["));
    let tail =
        summaries.filter_map(|line| line.split_once("run:")).map(|(_, tail)| tail).next_back().unwrap_or_default();
    // What was killed by a time limit or could not be started did not pass.
    let failed = before(tail, "failed") + before(tail, "timed out") + before(tail, "exec failed");
    Counts { passed: before(tail, "passed"), failed }
}

/// `test result: ok. 5 passed; 0 failed; ...` of cargo test, one for each program of tests.
pub fn cargo_test(words: &str) -> Counts {
    let mut counts = Counts::default();
    for line in words.lines().filter(|line| line.starts_with("test result:")) {
        counts += Counts { passed: before(line, "passed"), failed: before(line, "failed") };
    }
    counts
}

/// `Tests  1 failed | 11 passed (12)` of vitest.
pub fn vitest(words: &str) -> Counts {
    let line = words.lines().map(str::trim_start).rfind(|line| line.starts_with("Tests ")).unwrap_or_default();
    Counts { passed: before(line, "passed"), failed: before(line, "failed") }
}

/// `ℹ pass 6`, `ℹ fail 0`, `ℹ cancelled 0` of Node's own runner.
pub fn node(words: &str) -> Counts {
    let after = |word: &str| {
        let found = words.lines().filter_map(|line| line.strip_prefix("ℹ ")?.strip_prefix(word)).next_back();
        found.and_then(|number| number.trim().parse().ok()).unwrap_or(0)
    };
    Counts { passed: after("pass "), failed: after("fail ") + after("cancelled ") }
}

/// A check that has no tests inside: it passed or it did not.
pub fn one(passed: bool) -> Counts {
    Counts { passed: u32::from(passed), failed: u32::from(!passed) }
}

/// The number that stands before a word: 11 in "11 passed, 1 failed".
fn before(line: &str, what: &str) -> u32 {
    line.split([',', ';', '|', '.'])
        .filter_map(|part| part.trim().rsplit_once(what))
        .find_map(|(before, _)| before.split_whitespace().next_back()?.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nextest_summary_with_every_kind_of_failure() {
        let line = "     Summary [   1.2s] 20/22 tests run: 15 passed (2 slow), 3 failed, 1 exec failed, 1 timed out, 2 skipped";
        assert_eq!(nextest(line), Counts { passed: 15, failed: 5 });
    }

    #[test]
    fn nextest_summary_when_all_is_well() {
        let line = "────────────\n     Summary [   0.004s] 12 tests run: 12 passed, 0 skipped";
        assert_eq!(nextest(line), Counts { passed: 12, failed: 0 });
    }

    #[test]
    fn cargo_test_adds_up_its_programs() {
        let words = "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured\n\
                     test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured";
        assert_eq!(cargo_test(words), Counts { passed: 7, failed: 1 });
    }

    #[test]
    fn vitest_counts_tests_and_not_files() {
        let words = " Test Files  1 failed | 2 passed (3)\n      Tests  1 failed | 11 passed (12)\n";
        assert_eq!(vitest(words), Counts { passed: 11, failed: 1 });
    }

    #[test]
    fn node_counts_what_was_cancelled_as_failed() {
        assert_eq!(node("ℹ tests 6\nℹ pass 4\nℹ fail 1\nℹ cancelled 1\n"), Counts { passed: 4, failed: 2 });
    }

    #[test]
    fn words_without_a_summary_count_nothing() {
        for read in [nextest, cargo_test, vitest, node] {
            assert_eq!(read("error: could not compile"), Counts::default());
        }
    }
}
