//! A durable sale of ten lines costs exactly one flush of the disk, counted from outside by strace.

use std::process::Command;
use tests::copy_mart;

/// How many times a process that makes `sales` sales asks the disk to flush.
fn flushes(sales: u32) -> usize {
    let folder = tempfile::tempdir().unwrap();
    copy_mart(folder.path());
    let trace = folder.path().join("trace");
    let status = Command::new("strace")
        .args(["-f", "-e", "trace=fsync,fdatasync,msync,sync_file_range,sync", "-o"])
        .arg(&trace)
        .arg(env!("CARGO_BIN_EXE_bench"))
        .args(["--sell", &sales.to_string(), "--db"])
        .arg(folder.path().join("mart.db"))
        .status()
        .expect("strace is installed by `cargo xtask test`");
    assert!(status.success());
    std::fs::read_to_string(trace)
        .unwrap()
        .lines()
        .filter(|line| line.contains("sync") && line.contains(" = 0"))
        .count()
}

#[test]
fn a_sale_is_one_flush() {
    let (few, many) = (flushes(10), flushes(60));
    assert_eq!(many - few, 50, "50 more sales of ten lines each");
}
