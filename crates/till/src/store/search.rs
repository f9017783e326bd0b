//! The search: the words an item is found by, and which items a clerk's words mean. Any text is a lawful
//! question. Not here: how spellings of one word meet (`domain::translit`).

use crate::fault::Fault;
use crate::store::{item, setting};
use domain::item::Item;
use domain::money::Paise;
use domain::quantity::Milli;
use domain::translit::search_key;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Statement, params};
use std::sync::LazyLock;
use uuid::Uuid;

/// Which words `index_words` keeps, and how they are folded: another number makes them anew in every database.
const WORDS: &str = "2";

/// Of each line of the table the folded words that goods are called by, and those that are only typed.
static SAME: LazyLock<Vec<[Vec<String>; 2]>> = LazyLock::new(|| {
    let keys = |words: &str| search_key(words).split_whitespace().map(str::to_owned).collect();
    let lines = include_str!("../../../../assets/catalogue/synonyms.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    lines
        .map(|line| line.split_once('|').unwrap_or((line, "")))
        .map(|(called, typed)| [keys(called), keys(typed)])
        .collect()
});

/// From how many sold on an item stands in the next step of the list; each step has its word in `sold`.
const STEPS: [(i64, &str); 3] = [(64, "often"), (8, "more"), (1, "once")];

/// Among how many of a name one is looked for by its price.
const MOST_PRICED: usize = 50;

/// How many known words may stand for a mistyped one.
const MOST_MEANT: usize = 6;

/// Of how many words one written together may be made, and of how many letters.
const MOST_PARTS: usize = 3;
const MOST_LETTERS: usize = 24;

/// का, की, को: names are written without them as often as with them.
const PARTICLES: [&str; 3] = ["k", "ki", "ku"];

/// Words between those that goods are called by; some goods are called so all the same (`wall` folds as `wala` does).
static JOINING: LazyLock<Vec<String>> = LazyLock::new(|| {
    search_key("and for of with the और लिए वाला वाली").split_whitespace().map(str::to_owned).collect()
});

fn step(sold: i64) -> &'static str {
    STEPS.iter().find(|(least, _)| sold >= least * Milli::ONE.0).map_or("", |(_, word)| word)
}

fn sold_milli(db: &Connection, item: Uuid) -> Result<i64, Fault> {
    Ok(db
        .prepare_cached("SELECT coalesce(sum(sold_milli), 0) FROM stock WHERE item = ?1")?
        .query_row([item.to_string()], |row| row.get(0))?)
}

/// Keeps the words an item is found by.
pub fn index_words(db: &Connection, no: i64, item: &Item) -> Result<(), Fault> {
    let maker = item.maker.clone().unwrap_or_default();
    let keys = |texts: &[&str]| texts.iter().map(|text| search_key(text)).collect::<Vec<_>>().join(" ");
    let together: String = item.sku.chars().filter(char::is_ascii_alphanumeric).collect();
    let names = keys(&[&item.name.hi, &item.name.en, &item.variant]);
    let codes = keys(&[&item.sku, &together, &item.barcode]);
    let mut origin = keys(&[&maker.hi, &maker.en, &item.district.hi, &item.district.en, &item.gi_name]);
    let mut owners = db.prepare_cached(
        "SELECT name_hi || ' ' || name_en || ' ' || village_hi || ' ' || village_en FROM stock
         JOIN consignor ON owner = 'consignor:' || consignor.id WHERE item = ?1 AND forgotten_us IS NULL",
    )?;
    for owner in owners.query_map([item.id.to_string()], |row| row.get::<_, String>(0))? {
        origin.push(' ');
        origin.push_str(&search_key(&owner?));
    }
    let mut known = db.prepare_cached("INSERT OR IGNORE INTO known_word (word) VALUES (?1)")?;
    for word in names.split_whitespace().chain(origin.split_whitespace()) {
        if !numeric(word) {
            known.execute([word])?;
        }
    }
    db.prepare_cached("INSERT OR REPLACE INTO item_words (rowid, names, origin, sold) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![no, format!("{names} {codes}"), origin, step(sold_milli(db, item.id)?)])?;
    Ok(())
}

/// The same for all items, where a program that kept other words made the database.
pub fn renew_words(db: &mut Connection) -> Result<(), Fault> {
    if setting::get(db, "words")?.as_deref() == Some(WORDS) {
        return Ok(());
    }
    let transaction = db.transaction()?;
    transaction.execute_batch("DELETE FROM known_word; INSERT INTO item_words (item_words) VALUES ('delete-all')")?;
    let ids: Vec<String> =
        transaction.prepare("SELECT id FROM item")?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for id in ids.iter().filter_map(|id| Uuid::parse_str(id).ok()) {
        index_item(&transaction, id)?;
    }
    transaction.execute_batch("INSERT INTO item_words (item_words) VALUES ('optimize')")?;
    setting::set(&transaction, "words", WORDS)?;
    Ok(transaction.commit()?)
}

/// The same for an item of which something else has changed.
pub fn index_item(db: &Connection, id: Uuid) -> Result<(), Fault> {
    let no: Option<i64> = db
        .prepare_cached("SELECT no FROM item WHERE id = ?1")?
        .query_row([id.to_string()], |row| row.get(0))
        .optional()?;
    match (no, item::by_id(db, id)?) {
        (Some(no), Some(item)) => index_words(db, no, &item),
        _ => Ok(()),
    }
}

/// The same after sales, in idle moments: only for what they moved a step.
pub fn index_sold(db: &mut Connection, sold: &[(Uuid, Milli)]) -> Result<(), Fault> {
    let transaction = db.transaction()?;
    for (id, quantity) in sold {
        let now = sold_milli(&transaction, *id)?;
        if step(now) != step(now - quantity.0) {
            index_item(&transaction, *id)?;
        }
    }
    Ok(transaction.commit()?)
}

/// The same for all goods of a consignor.
pub fn index_consignor(db: &Connection, id: &str) -> Result<(), Fault> {
    let mut items = db.prepare_cached("SELECT item FROM stock WHERE owner = 'consignor:' || ?1")?;
    let items: Vec<String> = items.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for item in items {
        index_item(db, Uuid::parse_str(&item).map_err(|error| Fault::Internal { cause: error.to_string() })?)?;
    }
    Ok(())
}

/// Words that a forgotten consignor's names had brought leave the index for good, unless goods are still found by them.
pub fn forget_words(db: &Connection, names: &[&str]) -> Result<(), Fault> {
    // What is deleted stays in the index until its parts are made one.
    db.execute("INSERT INTO item_words (item_words) VALUES ('optimize')", [])?;
    let mut forget = db.prepare_cached(
        "DELETE FROM known_word WHERE word = ?1 AND NOT EXISTS (SELECT 1 FROM item_words WHERE item_words MATCH ?2)",
    )?;
    for name in names {
        for word in search_key(name).split_whitespace() {
            forget.execute([word, &format!("\"{word}\"")])?;
        }
    }
    Ok(())
}

/// The list as it grows: no item twice, none retired, no more than wanted.
struct Found<'a> {
    db: &'a Connection,
    items: Vec<Item>,
    limit: usize,
}

impl Found<'_> {
    fn full(&self) -> bool {
        self.items.len() >= self.limit
    }

    fn push(&mut self, item: Item) {
        if !self.full() && !item.retired && self.items.iter().all(|known| known.id != item.id) {
            self.items.push(item);
        }
    }

    /// Adds what answers a question to the index, the best sold of them first.
    fn ask(&mut self, asked: &str) -> Result<(), Fault> {
        if self.full() {
            return Ok(());
        }
        let mut statement = self.db.prepare_cached(&format!(
            "SELECT {} FROM item_words JOIN item ON item.no = item_words.rowid
             WHERE item_words MATCH ?1 AND item.retired = 0 ORDER BY item_words.rowid LIMIT ?2",
            item::columns()
        ))?;
        // An answer repeats those before it, so it must be let run past them.
        let most = i64::try_from(self.items.len() + self.limit * 2).unwrap_or(i64::MAX);
        let mut hits = Vec::new();
        for hit in statement.query_map(params![asked, most], item::read)? {
            let hit = hit?;
            hits.push((std::cmp::Reverse(sold_milli(self.db, hit.id)?), hit));
        }
        hits.sort_by_key(|(sold, _)| *sold);
        for (_, hit) in hits {
            self.push(hit);
        }
        Ok(())
    }
}

/// Items for sale that the typed words mean, at most `limit`: first the one whose code it is and those that cost
/// so much; then those whose name has words that begin so, the best sold first; of the unsold those of just this name,
/// those of just this maker or place, those whose name begins so; then those that come from where begins so, and what
/// the words can be otherwise; and if there are none, those of such a name and price, else those whose words are nearly
/// these, else those that have the chief of them.
pub fn search(db: &Connection, on: Date, text: &str, limit: usize) -> Result<Vec<Item>, Fault> {
    // Nobody types more than a few words; the rest could only cost time.
    let typed: String = text.chars().take(80).collect();
    let key = search_key(&typed);
    let all_words: Vec<&str> = key.split_whitespace().take(8).collect();
    let mut found = Found { db, items: Vec::new(), limit };
    let Some((last, before)) = all_words.split_last() else {
        return Ok(found.items);
    };
    let mut known = db.prepare_cached("SELECT EXISTS (SELECT 1 FROM known_word WHERE word BETWEEN ?1 AND ?1 || ?2)")?;
    let mut words = Vec::new();
    for word in before {
        let joins = PARTICLES.contains(word) || (joining(word) && !known.query_row([word, ""], |row| row.get(0))?);
        if !joins {
            words.push(*word);
        }
    }
    words.push(last);
    if let Some(item) = item::by_code(db, typed.trim())? {
        found.push(item);
    }
    if let Some(price) = amount(&typed) {
        costing(&mut found, price, on)?;
    }
    let whole = all(&joined(&mut known, &words, "")?);
    let begun = all(&words.iter().map(|word| vec![same(word, "*")]).collect::<Vec<_>>());
    if key.len() < 3 {
        // More words begin with two letters than a list can hold.
        found.ask(&format!("{{names origin}} : ({whole})"))?;
    }
    // Where nothing has words that all begin so, none of the next questions need be asked.
    let begins = words.len() == 1 || exists(db, &format!("{{names origin}} : ({begun})"))?;
    if begins {
        for (_, step) in STEPS {
            found.ask(&format!("{{names}} : ({begun}) AND {{sold}} : {step}"))?;
        }
        let sold = "{sold} : (often OR more OR once)";
        found.ask(&format!("{{names}} : ({whole})"))?;
        found.ask(&format!("{{names origin}} : ({whole}) AND {sold}"))?;
        found.ask(&format!("{{names origin}} : ({whole})"))?;
        found.ask(&format!("{{names}} : ({begun})"))?;
        found.ask(&format!("{{names origin}} : ({begun}) AND {sold}"))?;
    }
    if !found.full() {
        let other = otherwise(&mut known, &words)?;
        if begins || other != begun {
            found.ask(&format!("{{names origin}} : ({other})"))?;
        }
    }
    if found.items.is_empty()
        && let Some((rest, price)) = priced(&typed)
    {
        for item in search(db, on, &rest, MOST_PRICED)? {
            if item::price(db, item.id, on)?.is_some_and(|(now, _)| now == price) {
                found.push(item);
            }
        }
    }
    if found.items.is_empty() {
        for asked in mended(db, &words)? {
            if found.items.is_empty() {
                found.ask(&format!("{{names origin}} : ({asked})"))?;
            }
        }
    }
    if found.items.is_empty() && words.len() > 1 && !all_words.iter().any(|word| numeric(word)) {
        for fewer in fewer(&mut known, &all_words)? {
            if found.items.is_empty() && !fewer.is_empty() {
                let asked: Vec<_> = fewer.iter().map(|word| vec![same(word, "*")]).collect();
                found.ask(&format!("{{names origin}} : ({})", all(&asked)))?;
            }
        }
    }
    Ok(found.items)
}

fn joining(word: &str) -> bool {
    JOINING.iter().any(|one| one == word)
}

fn numeric(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
}

/// Fewer words to ask for where no goods have all: those that goods have (the last may be only begun); those before the
/// first that joins (`saree for women`); the last, which in Hindi as in English says what it is (`red chikan`).
fn fewer<'a>(known: &mut Statement, words: &[&'a str]) -> Result<[Vec<&'a str>; 3], Fault> {
    let meant = |words: &[&'a str]| -> Vec<&'a str> {
        words.iter().copied().filter(|word| !PARTICLES.contains(word) && !joining(word)).collect()
    };
    let all = meant(words);
    // With one letter begins whatever there is.
    let last = all.last().copied().filter(|last| last.len() > 1);
    let mut had = Vec::new();
    for (place, word) in all.iter().enumerate() {
        let begun = if place + 1 == all.len() && last.is_some() { "z" } else { "" };
        if known.query_row([word, begun], |row| row.get(0))? {
            had.push(*word);
        }
    }
    let before = words.iter().position(|word| joining(word)).map_or_else(Vec::new, |place| meant(&words[..place]));
    Ok([had, before, last.into_iter().collect()])
}

/// The question for a word, or with `*` for what begins so, and for the words that mean the same.
fn same(word: &str, begun: &str) -> String {
    let lines = SAME.iter().filter(|line| line.iter().flatten().any(|one| one == word));
    let others = lines.flat_map(|[called, _]| called).map(|other| format!("\"{other}\""));
    any(&std::iter::once(format!("\"{word}\"{begun}")).chain(others).collect::<Vec<_>>())
}

/// The question for any of these.
fn any(of: &[String]) -> String {
    format!("({})", of.join(" OR "))
}

/// The question for all words, each with what it may be.
fn all(of: &[Vec<String>]) -> String {
    of.iter().map(|asked| any(asked)).collect::<Vec<_>>().join(" AND ")
}

/// Whether a question to the index has an answer.
fn exists(db: &Connection, asked: &str) -> Result<bool, Fault> {
    let mut statement = db.prepare_cached("SELECT EXISTS (SELECT 1 FROM item_words WHERE item_words MATCH ?1)")?;
    Ok(statement.query_row([asked], |row| row.get(0))?)
}

/// Whether goods are called by a word, or with `*` by one that begins so, or people by it mean one that they are.
fn means(known: &mut Statement, word: &str, begun: &str) -> Result<bool, Fault> {
    let last = if begun.is_empty() { "" } else { "z" };
    let meant = || SAME.iter().flatten().flatten().any(|one| one == word);
    Ok(known.query_row([word, last], |row| row.get(0))? || meant())
}

/// For every word the questions for it, or for it together with a neighbour (`zar dozi`).
fn joined(known: &mut Statement, words: &[&str], begun: &str) -> Result<Vec<Vec<String>>, Fault> {
    let mut joined: Vec<Vec<String>> = words.iter().map(|word| vec![same(word, begun)]).collect();
    for (place, pair) in words.windows(2).enumerate() {
        let both = search_key(&pair.concat());
        if means(known, &both, begun)? {
            let both = same(&both, begun);
            joined[place].push(both.clone());
            joined[place + 1].push(both);
        }
    }
    Ok(joined)
}

/// The question with beside every word what else it can be: one with its neighbour, several written together, a plural
/// (साड़ियां, साड़ियों, `bags`), or a ड़ that was typed as `d`.
fn otherwise(known: &mut Statement, words: &[&str]) -> Result<String, Fault> {
    let mut asked = joined(known, words, "*")?;
    for (word, asked) in words.iter().zip(&mut asked) {
        let one = word.strip_suffix("yn").or(word.strip_suffix("yun")).filter(|one| one.ends_with('i')).unwrap_or(word);
        let flapped = format!("{}{}", &one[..1], one[1..].replace('d', "r"));
        for other in [one, &flapped] {
            if other != *word && means(known, other, "*")? {
                asked.push(same(other, "*"));
            }
        }
        // `bags`: the fold drops the vowel of `dresses`, too.
        if let Some(one) = word.strip_suffix('s').filter(|one| one.len() > 1)
            && means(known, one, "")?
        {
            asked.push(same(one, ""));
        }
        if word.len() <= MOST_LETTERS {
            let mut parted = parted(known, word, MOST_PARTS)?;
            parted.sort_by_key(|parts| (parts.split(' ').count(), parts.len()));
            asked.extend(parted.iter().take(MOST_MEANT).map(|parts| format!("\"{parts}\"*")));
        }
    }
    Ok(all(&asked))
}

/// The known words that one is made of, if they are written together; the last may be only begun. The fold drops an `a`,
/// an `h` or a doubled letter where two words meet (गुलाब अत्तर, `wall hanging`, `soft toy`).
fn parted(known: &mut Statement, word: &str, most: usize) -> Result<Vec<String>, Fault> {
    let mut found = Vec::new();
    for (first, rest) in (1..word.len().saturating_sub(1)).map(|cut| word.split_at(cut)) {
        if PARTICLES.contains(&first) || !known.query_row([first, ""], |row| row.get(0))? {
            continue;
        }
        for dropped in ["", "a", "h", &first[first.len() - 1..]] {
            let rest = format!("{dropped}{rest}");
            if known.query_row([&rest, "z"], |row| row.get(0))? {
                found.push(format!("{first} {rest}"));
            }
            if most > 2 {
                found.extend(parted(known, &rest, most - 1)?.iter().map(|rest| format!("{first} {rest}")));
            }
        }
    }
    Ok(found)
}

/// `530`, `₹1,200` or `480.50` as an amount.
fn amount(typed: &str) -> Option<Paise> {
    let plain: String = typed
        .chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '₹' | ','))
        .map(|letter| search_key(letter.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(letter))
        .collect();
    let (rupees, paise) = plain.split_once('.').unwrap_or((&plain, "00"));
    let paise = format!("{paise:0<2}");
    let digits = |text: &str, most: usize| text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    if rupees.is_empty() || !digits(rupees, 9) || !digits(&paise, 2) {
        return None;
    }
    format!("{rupees}{paise}").parse().ok().map(Paise)
}

/// A name and beside it what one costs: `kurta 3176`.
fn priced(typed: &str) -> Option<(String, Paise)> {
    let (amounts, words): (Vec<&str>, Vec<&str>) = typed.split_whitespace().partition(|word| amount(word).is_some());
    match amounts[..] {
        [one] if !words.is_empty() => Some((words.join(" "), amount(one)?)),
        _ => None,
    }
}

/// Adds the items that cost so much on a day, the best sold first.
fn costing(found: &mut Found, price: Paise, on: Date) -> Result<(), Fault> {
    let mut statement = found.db.prepare_cached("SELECT DISTINCT item FROM price WHERE price_paise = ?1 LIMIT 50")?;
    let ids: Vec<String> = statement.query_map([price.0], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut items = Vec::new();
    for id in ids.iter().filter_map(|id| Uuid::parse_str(id).ok()) {
        if item::price(found.db, id, on)?.is_some_and(|(now, _)| now == price)
            && let Some(item) = item::by_id(found.db, id)?
        {
            items.push((std::cmp::Reverse(sold_milli(found.db, id)?), item));
        }
    }
    items.sort_by_key(|(sold, _)| *sold);
    for (_, item) in items {
        found.push(item);
    }
    Ok(())
}

/// The questions with every word's nearest known words beside it, then with all that are near; none where no word is
/// near another. A word that none is near asks nothing, but a number does.
fn mended(db: &Connection, words: &[&str]) -> Result<Vec<String>, Fault> {
    let mut meant: Vec<Vec<(usize, String)>> = vec![Vec::new(); words.len()];
    let mut statement = db.prepare_cached("SELECT word FROM known_word")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let known = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        for (word, near) in words.iter().zip(&mut meant) {
            // Of a short word, one wrong letter makes another word.
            let most = match word.len() {
                0..3 => continue,
                3 => VOWEL,
                4..7 => CONSONANT,
                _ => 2 * CONSONANT,
            };
            // Nor is the first letter of a short word often the wrong one.
            if most <= CONSONANT && word.as_bytes().first() != known.as_bytes().first() {
                continue;
            }
            let apart = apart(word.as_bytes(), known.as_bytes(), most);
            if apart <= most {
                near.push((apart, known.to_owned()));
            }
        }
    }
    if meant.iter().all(Vec::is_empty) {
        return Ok(Vec::new());
    }
    for near in &mut meant {
        near.sort_by(|one, other| (one.0, one.1.len(), &one.1).cmp(&(other.0, other.1.len(), &other.1)));
        near.truncate(MOST_MEANT);
    }
    let needed = |word: &str| word.len() < 3 || numeric(word);
    let asked = |all: bool| {
        let asked = words.iter().zip(&meant).filter_map(|(word, near)| {
            let least = near.first().map(|(least, _)| *least);
            if least.is_none() && !needed(word) {
                return None;
            }
            let near = near.iter().filter(|(apart, _)| all || (*apart > 0 && Some(*apart) == least));
            let near = near.map(|(_, known)| same(known, ""));
            Some(any(&std::iter::once(format!("\"{word}\"*")).chain(near).collect::<Vec<_>>()))
        });
        asked.collect::<Vec<_>>().join(" AND ")
    };
    // Where every word begins a known one, the nearest have been asked already.
    let known =
        words.iter().zip(&meant).all(|(word, near)| near.first().map_or(needed(word), |(least, _)| *least == 0));
    Ok(if known { vec![asked(true)] } else { vec![asked(false), asked(true)] })
}

/// What a wrong letter weighs: vowels and nasals of Hindi in Latin letters are anyone's guess.
const VOWEL: usize = 1;
const CONSONANT: usize = 2;

fn weight(letter: u8) -> usize {
    if matches!(letter, b'a' | b'i' | b'u' | b'y' | b'n') { VOWEL } else { CONSONANT }
}

/// What the letters weigh that are wrong, missing, too many or changed over between what was typed and the beginning
/// of a known word; more than `most` may come out as any such number.
fn apart(typed: &[u8], known: &[u8], most: usize) -> usize {
    let known = &known[..known.len().min(typed.len() + most)];
    if known.len() + most < typed.len() {
        return most + 1;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = vec![0];
    row.extend(known.iter().scan(0, |sum, letter| {
        *sum += weight(*letter);
        Some(*sum)
    }));
    for (i, letter) in typed.iter().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        next.push(row[0] + weight(*letter));
        for (j, other) in known.iter().enumerate() {
            let wrong = if letter == other { 0 } else { weight(*letter).max(weight(*other)) };
            let mut least = (row[j] + wrong).min(row[j + 1] + weight(*letter)).min(next[j] + weight(*other));
            if i > 0 && j > 0 && *letter == known[j - 1] && typed[i - 1] == *other {
                least = least.min(before[j - 1] + CONSONANT);
            }
            next.push(least);
        }
        if next.iter().all(|apart| *apart > most) {
            return most + 1;
        }
        before = std::mem::replace(&mut row, next);
    }
    row.into_iter().min().unwrap_or(most + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_apart_by_their_wrong_letters() {
        let apart = |typed: &str, known: &str| apart(typed.as_bytes(), known.as_bytes(), CONSONANT);
        assert_eq!((apart("kurt", "kurt"), apart("kutr", "kurt"), apart("kurtt", "kurt")), (0, 2, 2));
        assert_eq!((apart("bnars", "bnarsi"), apart("bnrasi", "bnarsi")), (0, 2));
        assert_eq!(
            (apart("cikun", "cikn"), apart("pjm", "pijm"), apart("bsuri", "bnsuri"), apart("bsuri", "bsr")),
            (1, 1, 1, 2)
        );
        assert!(apart("kurt", "pitl") > 2);
    }

    #[test]
    fn amounts_are_read_as_a_clerk_writes_them() {
        assert_eq!(amount("530"), Some(Paise(53_000)));
        assert_eq!(amount("₹1,200"), Some(Paise(120_000)));
        assert_eq!(amount("४८०.५"), Some(Paise(48_050)));
        assert_eq!([amount("kurta"), amount("1.2.3"), amount("99999999999"), amount(".")], [None; 4]);
    }
}
