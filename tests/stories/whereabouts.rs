//! Where goods are, over random histories: whatever happens in whatever order, the books say what somebody who watched would.

use crate::count::scan;
use crate::stock::{FABRIC, KURTA, MOONJ, lost, row};
use proptest::prelude::*;
use serde_json::{Value, json};
use tests::Shop;
use uuid::Uuid;

/// What can happen to goods.
#[derive(Debug, Clone)]
enum Happens {
    Taken { item: usize, count: i64, unique: bool },
    Sold { item: usize, count: i64 },
    PieceSold,
    BroughtBack { whole: bool },
    Voided,
    GivenBack { item: usize, count: i64 },
    PieceGivenBack,
    Lost { item: usize, count: i64 },
    PieceLost,
    Found { item: usize, count: i64 },
    Sent { item: usize, count: i64 },
    PieceSent,
    Settled { fate: usize },
    Counted { missing: i64, told: bool, sold_meanwhile: usize, came: (bool, bool), back: (bool, bool) },
}

fn any_happening() -> impl Strategy<Value = Happens> {
    use Happens::*;
    let (item, count) = (0usize..3, 1i64..6);
    prop_oneof![
        3 => (item.clone(), count.clone(), any::<bool>()).prop_map(|(item, count, unique)| Taken { item, count, unique }),
        4 => (item.clone(), count.clone()).prop_map(|(item, count)| Sold { item, count }),
        3 => Just(PieceSold),
        3 => any::<bool>().prop_map(|whole| BroughtBack { whole }),
        1 => Just(Voided),
        2 => (item.clone(), count.clone()).prop_map(|(item, count)| GivenBack { item, count }),
        1 => Just(PieceGivenBack),
        2 => (item.clone(), count.clone()).prop_map(|(item, count)| Lost { item, count }),
        1 => Just(PieceLost),
        2 => (item.clone(), count.clone()).prop_map(|(item, count)| Sent { item, count }),
        1 => Just(PieceSent),
        3 => (0usize..4).prop_map(|fate| Settled { fate }),
        1 => (item.clone(), count).prop_map(|(item, count)| Found { item, count }),
        3 => (0i64..3, any::<bool>(), item, any::<(bool, bool)>(), any::<(bool, bool)>()).prop_map(
            |(missing, told, sold_meanwhile, came, back)| Counted { missing, told, sold_meanwhile, came, back }
        ),
    ]
}

/// Reshma's items, all hers.
const HERS: [(&str, &str, i64); 3] = [("KURTA", KURTA, 20_000), ("MOONJ", MOONJ, 35_000), ("FABRIC", FABRIC, 40_500)];

/// What is on the shelf, as somebody who watched it all would say.
#[derive(Default)]
struct Shelf {
    loose: [i64; 3],
    /// Tags with their item and where each piece is.
    pieces: Vec<(String, usize, &'static str)>,
    /// The last sale: its number, the item or tag sold, how much.
    last: Option<(String, usize, Option<usize>, i64)>,
    /// Sent and not settled: the transfer, the item or tag, how much.
    on_the_way: Vec<(Uuid, usize, Option<usize>, i64)>,
}

impl Shelf {
    fn here(&self, item: usize) -> i64 {
        let pieces = self.pieces.iter().filter(|(_, of, at)| *of == item && *at == "here").count();
        self.loose[item] + pieces as i64 * 1_000
    }

    fn a_piece_here(&self) -> Option<usize> {
        self.pieces.iter().position(|(_, _, at)| *at == "here")
    }
}

fn sending(id: Uuid, item: usize, milli: i64, pieces: &[String]) -> Value {
    let to = json!({ "code": "VNS", "name": { "hi": "वाराणसी", "en": "Varanasi" }, "address": { "hi": "लंका", "en": "Lanka" }, "gstin": "09AAPFU0939F1ZT" });
    let line = json!({ "item": HERS[item].1, "owner": "consignor:reshma", "qty_milli": milli, "pieces": pieces });
    json!({ "id": id, "to": to, "lines": [line] })
}

fn pays(shop: &mut Shop) -> String {
    let due = shop.basket()["due"]["paise"].clone();
    let sale = shop.pays(json!([{ "kind": "cash", "given_paise": due }]));
    sale["number"].as_str().unwrap().to_owned()
}

fn happens(shop: &mut Shop, shelf: &mut Shelf, what: &Happens) {
    match *what {
        Happens::Taken { item, count, unique } => {
            let draft = shop.call("start_draft", json!({ "consignor": "reshma" }));
            let milli = count * 1_000;
            shop.call("add_to_draft", json!({ "draft": draft["id"], "code": HERS[item].0, "quantity_milli": milli }));
            if unique {
                let line = json!({ "draft": draft["id"], "line": 0, "brought_milli": milli, "accepted_milli": milli, "unique": true });
                shop.call("set_draft_line", line);
            }
            let taken = shop.call("take_consignment", json!({ "draft": draft["id"] }));
            let tags = taken["tags"].as_array().unwrap();
            shelf.pieces.extend(tags.iter().map(|tag| (tag.as_str().unwrap().to_owned(), item, "here")));
            if !unique {
                shelf.loose[item] += milli;
            }
        }
        Happens::Sold { item, count } => {
            shop.call("scan", json!({ "code": HERS[item].0, "quantity_milli": count * 1_000 }));
            shelf.last = Some((pays(shop), item, None, count * 1_000));
            shelf.loose[item] -= count * 1_000;
        }
        Happens::PieceSold => {
            let Some(no) = shelf.a_piece_here() else { return };
            shop.scans(&shelf.pieces[no].0);
            shelf.last = Some((pays(shop), shelf.pieces[no].1, Some(no), 1_000));
            shelf.pieces[no].2 = "sold";
        }
        Happens::BroughtBack { whole } => {
            let Some((number, item, piece, milli)) = shelf.last.take() else { return };
            let lines = json!([{ "line": 0, "quantity_milli": milli, "resellable": whole }]);
            let back = json!({ "id": Uuid::now_v7().to_string(), "number": number, "lines": lines, "reason": "नाप", "to_note": true });
            shop.call("take_return", back);
            match piece {
                Some(no) => shelf.pieces[no].2 = if whole { "here" } else { "broken" },
                None if whole => shelf.loose[item] += milli,
                None => {}
            }
        }
        Happens::Voided => {
            let Some((number, item, piece, milli)) = shelf.last.take() else { return };
            shop.call("void_sale", json!({ "number": number, "reason": "ग़लत" }));
            match piece {
                Some(no) => shelf.pieces[no].2 = "here",
                None => shelf.loose[item] += milli,
            }
        }
        Happens::GivenBack { item, count } => {
            let milli = count * 1_000;
            let give = json!({ "id": Uuid::now_v7(), "consignor": "reshma", "lines": [{ "item": HERS[item].1, "qty_milli": milli }], "reason": "x" });
            if milli > shelf.loose[item] {
                assert_eq!(shop.refuses("give_back", give), "stock_short");
            } else {
                shop.call("give_back", give);
                shelf.loose[item] -= milli;
            }
        }
        Happens::PieceGivenBack => {
            let Some(no) = shelf.a_piece_here() else { return };
            let (tag, item, _) = shelf.pieces[no].clone();
            let line = json!({ "item": HERS[item].1, "qty_milli": 1_000, "pieces": [tag] });
            shop.call(
                "give_back",
                json!({ "id": Uuid::now_v7(), "consignor": "reshma", "lines": [line], "reason": "x" }),
            );
            shelf.pieces[no].2 = "given";
        }
        Happens::Lost { item, count } => {
            let mut lost = lost("theft", count * 1_000);
            lost["item"] = json!(HERS[item].1);
            if count * 1_000 > shelf.loose[item] {
                assert_eq!(shop.refuses("adjust_stock", lost), "stock_short");
            } else {
                shop.call("adjust_stock", lost);
                shelf.loose[item] -= count * 1_000;
            }
        }
        Happens::PieceLost => {
            let Some(no) = shelf.a_piece_here() else { return };
            let mut lost = lost("breakage", 1_000);
            (lost["item"], lost["pieces"]) = (json!(HERS[shelf.pieces[no].1].1), json!([shelf.pieces[no].0]));
            shop.call("adjust_stock", lost);
            shelf.pieces[no].2 = "lost";
        }
        Happens::Found { item, count } => {
            let mut found = lost("found", count * 1_000);
            found["item"] = json!(HERS[item].1);
            shop.call("adjust_stock", found);
            shelf.loose[item] += count * 1_000;
        }
        Happens::Sent { item, count } => {
            let (id, milli) = (Uuid::now_v7(), count * 1_000);
            if milli > shelf.loose[item] {
                assert_eq!(shop.refuses("send_transfer", sending(id, item, milli, &[])), "stock_short");
            } else {
                shop.call("send_transfer", sending(id, item, milli, &[]));
                shelf.loose[item] -= milli;
                shelf.on_the_way.push((id, item, None, milli));
            }
        }
        Happens::PieceSent => {
            let Some(no) = shelf.a_piece_here() else { return };
            let (id, item) = (Uuid::now_v7(), shelf.pieces[no].1);
            shop.call("send_transfer", sending(id, item, 1_000, std::slice::from_ref(&shelf.pieces[no].0)));
            shelf.pieces[no].2 = "transit";
            shelf.on_the_way.push((id, item, Some(no), 1_000));
        }
        Happens::Settled { fate } => {
            let Some((id, item, piece, milli)) = shelf.on_the_way.pop() else { return };
            // All arrived, all lost, all back; of what can be parted, a part of each.
            let part = if piece.is_none() && milli > 1_000 { 1_000 } else { 0 };
            let (arrived, back) = [(milli, 0), (0, 0), (0, milli), (milli - part, part)][fate];
            let tags = |mine: bool| {
                piece.filter(|_| mine).map(|no| shelf.pieces[no].0.clone()).into_iter().collect::<Vec<_>>()
            };
            let line = json!({ "arrived_milli": arrived, "back_milli": back, "back": tags(back > 0), "lost": tags(fate == 1) });
            shop.call("settle_transfer", json!({ "transfer": id, "lines": [line], "note": "x" }));
            match piece {
                Some(no) => shelf.pieces[no].2 = ["sent", "lost", "here", "sent"][fate],
                None => shelf.loose[item] += back,
            }
        }
        Happens::Counted { missing, told, sold_meanwhile, came, back } => {
            counts(shop, shelf, (missing, told), sold_meanwhile, came, back);
        }
    }
}

/// What comes while a count goes on: some is brought, loose or unique, and what was sold last comes back whole.
fn comes(
    shop: &mut Shop,
    shelf: &mut Shelf,
    there: &mut [i64; 3],
    item: usize,
    (came, unique): (bool, bool),
    back: bool,
) {
    let before = shelf.loose;
    if came {
        happens(shop, shelf, &Happens::Taken { item, count: 2, unique });
    }
    if back {
        happens(shop, shelf, &Happens::BroughtBack { whole: true });
    }
    for (there, (now, before)) in there.iter_mut().zip(shelf.loose.iter().zip(before)) {
        *there += now - before;
    }
}

/// A count during which goods are sold and come in, before anybody looks and after, and every tag is scanned, also of what
/// is long gone. What is missing may be told of by hand too while it goes on.
fn counts(
    shop: &mut Shop,
    shelf: &mut Shelf,
    (missing, told): (i64, bool),
    sold_meanwhile: usize,
    came: (bool, bool),
    back: (bool, bool),
) {
    let count = shop.call("start_stock_count", json!({}));
    // Nobody sees fewer than none; what the books have below none is then found.
    let mut there = shelf.loose.map(|loose| loose.max(0));
    there[0] = (there[0] - missing * 1_000).max(0);
    let gone = shelf.loose[0].max(0) - there[0];
    let hidden = shelf.a_piece_here().filter(|_| missing > 0);
    // What comes is not of the item that is sold below none: whose one was sold then only its watcher could say.
    let other = (sold_meanwhile + 1) % 3;
    comes(shop, shelf, &mut there, other, came, back.0);
    for row in shop.call("view_stock", json!({ "filter": "all", "owner": "mart" }))["rows"].as_array().unwrap().clone()
    {
        scan(shop, &count, row["sku"].as_str().unwrap(), row["here_milli"].as_i64().unwrap());
    }
    for (code, milli) in [("SURAHI", 9_000), ("ATTAR", 15_000)] {
        scan(shop, &count, code, milli);
    }
    let sold_last = shelf.last.take();
    for (item, (code, _, _)) in HERS.iter().enumerate() {
        if there[item] > 0 {
            scan(shop, &count, code, there[item]);
        }
        if item == sold_meanwhile {
            shop.scans(code);
            pays(shop);
            // Sold after it was scanned, or, where nothing was to be scanned, before anyone looked.
            there[item] = (there[item] - 1_000).max(0);
            shelf.loose[item] -= 1_000;
        }
    }
    if told && (1..=shelf.loose[0]).contains(&gone) {
        shop.call("adjust_stock", lost("missing", gone));
    }
    for (no, (tag, _, at)) in shelf.pieces.iter_mut().enumerate() {
        let seen = json!({ "count": count["id"], "code": tag });
        match *at {
            _ if hidden == Some(no) => *at = "lost",
            "here" => drop(shop.call("scan_stock", seen)),
            "lost" => {
                shop.call("scan_stock", seen);
                *at = "here";
            }
            _ => assert_eq!(shop.refuses("scan_stock", seen), "piece_gone"),
        }
    }
    shelf.last = sold_last.filter(|(_, item, ..)| *item != sold_meanwhile);
    comes(shop, shelf, &mut there, other, (came.1, came.0), back.1);
    shelf.last = None;
    shop.call("close_stock_count", json!({ "count": count["id"], "note": "" }));
    shelf.loose = there;
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever happens in whatever order, the books say of every item what somebody who watched would say, each piece is
    /// in one place, what came is what went and what is here, and the journal gives all of it again.
    #[test]
    fn the_books_know_where_everything_is(history in prop::collection::vec(any_happening(), 1..25)) {
        let mut shop = Shop::new();
        shop.signs_in("anil");
        shop.call("open_shift", json!({ "float_paise": 0 }));
        let mut shelf = Shelf { loose: HERS.map(|(_, _, milli)| milli), ..Shelf::default() };
        for what in &history {
            happens(&mut shop, &mut shelf, what);
            for (item, (_, id, _)) in HERS.iter().enumerate() {
                let row = row(&mut shop, id, "consignor:reshma");
                prop_assert_eq!(row["here_milli"].as_i64(), Some(shelf.here(item)), "{:?} of {:?}", what, row);
                let on_the_way: i64 = shelf.on_the_way.iter().filter(|(_, of, ..)| *of == item).map(|(.., milli)| milli).sum();
                let shown = row["in_transit"].as_str().and_then(|text| text.parse::<i64>().ok());
                prop_assert_eq!(shown, Some(on_the_way / 1_000), "{:?} of {:?}", what, row);
            }
        }
        for (tag, _, at) in &shelf.pieces {
            let piece = shop.call("view_piece", json!({ "code": tag }));
            prop_assert_eq!(piece["piece"]["state"].as_str(), Some(*at));
        }
        shop.must_verify();
    }
}
