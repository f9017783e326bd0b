//! A disk that is full: the sale is refused in clear words, nothing is half written, and it is made when there
//! is room again.

use std::process::Command;
use tests::{copy_mart, till_program};

/// The story runs in a shell inside a mount namespace of its own, on a disk of three megabytes.
const STORY: &str = r#"
set -e
mount -t tmpfs -o size=3m none "$DISK"
cp "$MART"/mart.db "$MART"/mart.db.key "$DISK"/
call() { "$TILL" --db "$DISK/mart.db" call "$@"; }
call sign_in '{"operator":"sunita","pin":"482913"}' > /dev/null
call open_shift '{"float_paise":0}' > /dev/null
basket=$(call scan '{"code":"DIYA"}' | sed 's/.*"id":"\([0-9a-f-]*\)","igst.*/\1/')
pay() { call take_payment "{\"basket\":\"$basket\",\"tenders\":[{\"kind\":\"cash\",\"given_paise\":53000}]}"; }
dd if=/dev/zero of="$DISK/full" bs=1k count=9000 2> /dev/null || true
if pay 2> "$DISK/../refused"; then echo "a full disk took a sale"; exit 1; fi
cat "$DISK/../refused"
rm "$DISK/full"
pay
"$TILL" --db "$DISK/mart.db" verify
"#;

#[test]
fn a_full_disk_refuses_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (mart, disk) = (folder.path().join("mart"), folder.path().join("disk"));
    std::fs::create_dir(&mart).unwrap();
    std::fs::create_dir(&disk).unwrap();
    copy_mart(&mart);
    let ran = Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c", STORY])
        .env("MART", &mart)
        .env("DISK", &disk)
        .env("TILL", till_program())
        .output()
        .expect("unshare is part of util-linux");
    let said = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{said}");
    assert!(said.contains(r#""code":"disk_full""#), "{said}");
    assert!(said.contains(r#""number":"LKO1A/26/T000001""#), "{said}");
    assert!(said.contains(r#""ok":true"#) && said.contains(r#""sales":1"#), "{said}");
}
