//! One search key for the many spellings of a word: Devanagari, Hindi in Latin letters, English. Text and
//! query go through the same fold, so `चिकन`, `chikan` and `cikan` meet. It is made to find, not to be
//! read: different words may share a key, and the list that is shown settles which was meant.
//! Not here: the index itself, ranking, tolerance of typing errors.
//!
//! # The fold
//! 1. Devanagari is written in Latin letters, every inherent `a` included; chandrabindu and anusvara are
//!    `n`, `ड़` and `ढ़` are `r`, Devanagari digits are ASCII digits.
//! 2. Words are runs of letters or of digits (`500g` is `500 g`). Apostrophes, joiners and letters of other
//!    scripts vanish; all else parts words.
//! 3. Vowels: `a` and `e`, long or short, are dropped, for Latin spelling writes and omits them at will. A
//!    word's first vowel stays, as `a`, `i` or `u`. `i ee y` are `i`, and `ia iya` are `iy`; `o u oo au` are
//!    `u`; `ai` before a consonant is like `e`.
//! 4. Consonants: `ph` is `f`; `h` after any other consonant is dropped (`kh` is `k`, `sh` is `s`); `z` is
//!    `j`, `v` is `w`, `q` is `k`, `x` is `ks`; `c` is `ch`, but `k` before `a` and `o` (candy, cover).
//! 5. Neighbours, once the vowels between are gone: doubles are one; `np nb` are `mp mb`; `nw mw` are `m`
//!    (आंवला, amla); `tc` is `c`; `d` after `k p m w u` is `r`, for `लकड़ी घोड़ा चमड़ा` are typed `lakdi
//!    ghoda chamda` as often as with `r`.
//!
//! Each rule leaves its own output alone, so a key is its own key.

/// The key of `text`: folded words, one space between. Never longer than three times the bytes of `text`.
pub fn search_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut word = Word::default();
    for letter in text.chars() {
        match reading(letter) {
            Reading::Silent => {}
            Reading::Gap => word.finish(&mut key),
            Reading::Digit(digit) => word.digit(digit, &mut key),
            reading => word.letter(&reading, &mut key),
        }
    }
    word.finish(&mut key);
    key
}

/// What a character is to the fold.
enum Reading {
    /// Nothing, and it parts nothing.
    Silent,
    /// It parts words.
    Gap,
    Digit(char),
    /// A Latin letter.
    Latin(char),
    /// A Devanagari consonant, which has an `a` in it until a vowel sign or virama says otherwise.
    Consonant(&'static str),
    /// A Devanagari vowel in its own right.
    Vowel(&'static str),
    /// A Devanagari vowel sign, in place of the `a`.
    Sign(&'static str),
    /// Chandrabindu or anusvara.
    Nasal,
    /// The dot that makes `ड़` of `ड`.
    Nukta,
}

fn reading(letter: char) -> Reading {
    use Reading::{Consonant, Digit, Gap, Latin, Nasal, Nukta, Sign, Silent, Vowel};
    match letter {
        '0'..='9' => Digit(letter),
        'a'..='z' | 'A'..='Z' => Latin(letter.to_ascii_lowercase()),
        '०'..='९' => Digit(char::from(b'0' + (u32::from(letter) - u32::from('०')) as u8)),
        'अ' => Vowel("a"),
        'आ' => Vowel("aa"),
        'इ' => Vowel("i"),
        'ई' => Vowel("ii"),
        'उ' => Vowel("u"),
        'ऊ' => Vowel("uu"),
        'ऋ' | 'ॠ' => Vowel("ri"),
        'ऍ' | 'ऎ' | 'ए' => Vowel("e"),
        'ऐ' => Vowel("ai"),
        'ऑ' | 'ऒ' | 'ओ' => Vowel("o"),
        'औ' => Vowel("au"),
        'ॐ' => Vowel("om"),
        'ा' => Sign("aa"),
        'ि' => Sign("i"),
        'ी' => Sign("ii"),
        'ु' => Sign("u"),
        'ू' => Sign("uu"),
        'ृ' | 'ॄ' => Sign("ri"),
        'ॅ' | 'ॆ' | 'े' => Sign("e"),
        'ै' => Sign("ai"),
        'ॉ' | 'ॊ' | 'ो' => Sign("o"),
        'ौ' => Sign("au"),
        '्' => Sign(""),
        'ँ' | 'ं' => Nasal,
        '\u{93C}' => Nukta,
        'क' => Consonant("k"),
        'ख' | '\u{959}' => Consonant("kh"),
        'ग' | '\u{95A}' => Consonant("g"),
        'घ' => Consonant("gh"),
        'ङ' | 'ञ' | 'ण' | 'न' | 'ऩ' => Consonant("n"),
        'च' | 'छ' => Consonant("ch"),
        'ज' => Consonant("j"),
        'झ' => Consonant("jh"),
        'ट' | 'त' => Consonant("t"),
        'ठ' | 'थ' => Consonant("th"),
        'ड' | 'द' => Consonant("d"),
        'ढ' | 'ध' => Consonant("dh"),
        'प' => Consonant("p"),
        'फ' | '\u{95E}' => Consonant("f"),
        'ब' => Consonant("b"),
        'भ' => Consonant("bh"),
        'म' => Consonant("m"),
        'य' | '\u{95F}' => Consonant("y"),
        'र' | 'ऱ' | '\u{95C}' => Consonant("r"),
        '\u{95D}' => Consonant("rh"),
        'ल' | 'ळ' | 'ऴ' => Consonant("l"),
        'व' => Consonant("v"),
        'श' | 'ष' => Consonant("sh"),
        'स' => Consonant("s"),
        'ह' => Consonant("h"),
        '\u{958}' => Consonant("q"),
        '\u{95B}' => Consonant("z"),
        // Joiners, picture selectors, visarga, avagraha, accents and the apostrophe of "women's".
        '\u{200B}'..='\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{300}'..='\u{36F}' | 'ः' | 'ऽ' | '\'' | '’' => {
            Silent
        }
        other if other.is_alphanumeric() => Silent,
        _ => Gap,
    }
}

/// The word being read.
#[derive(Default)]
struct Word {
    /// Latin letters, or digits.
    text: String,
    digits: bool,
    /// The last consonant still has its `a` to come.
    inherent: bool,
    /// The last consonant was silenced by a virama: `ज्ञ` is said `gy`.
    silenced: bool,
}

impl Word {
    fn digit(&mut self, digit: char, key: &mut String) {
        if !self.digits {
            self.finish(key);
            self.digits = true;
        }
        self.text.push(digit);
    }

    fn letter(&mut self, reading: &Reading, key: &mut String) {
        if self.digits {
            self.finish(key);
        }
        let silenced = std::mem::take(&mut self.silenced);
        if let Reading::Nukta = reading {
            // Only ड and ढ change: क ख ग ज फ with the dot fold to the same letters as without.
            if self.inherent {
                let stem = self.text.trim_end_matches('h').len();
                if self.text[..stem].ends_with('d') {
                    self.text.replace_range(stem - 1..stem, "r");
                }
            }
            return;
        }
        let inherent = std::mem::take(&mut self.inherent);
        if inherent && !matches!(reading, Reading::Sign(_)) {
            self.text.push('a');
        }
        match reading {
            Reading::Latin(letter) => self.text.push(*letter),
            Reading::Consonant("n") if silenced && self.text.ends_with('j') => {
                self.text.pop();
                self.text.push_str("gy");
                self.inherent = true;
            }
            Reading::Consonant(letters) => {
                self.text.push_str(letters);
                self.inherent = true;
            }
            Reading::Vowel(letters) => self.text.push_str(letters),
            Reading::Sign(letters) => {
                self.text.push_str(letters);
                self.silenced = inherent && letters.is_empty();
            }
            Reading::Nasal => self.text.push('n'),
            Reading::Digit(_) | Reading::Gap | Reading::Silent | Reading::Nukta => {}
        }
    }

    /// Adds the folded word to the key and begins another.
    fn finish(&mut self, key: &mut String) {
        let word = std::mem::take(self);
        if word.text.is_empty() {
            return;
        }
        if !key.is_empty() {
            key.push(' ');
        }
        if word.digits {
            key.push_str(&word.text);
        } else {
            fold(word.text.as_bytes(), key);
        }
    }
}

/// Folds one word of ASCII small letters onto the end of `key` (rules 3 to 5).
fn fold(word: &[u8], key: &mut String) {
    let start = key.len();
    let mut at = 0;
    while at < word.len() {
        let run = word[at..].iter().zip(at..).take_while(|(letter, place)| is_vowel(**letter, *place)).count();
        if run > 0 {
            fold_vowels(&word[at..at + run], at == 0, at + run == word.len(), start, key);
            at += run;
            continue;
        }
        let next = word.get(at + 1).copied();
        match (word[at], next) {
            (b'h', _) if key[start..].ends_with(|last: char| !matches!(last, 'a' | 'i' | 'u')) => {}
            (b'c', Some(b'a' | b'o')) | (b'q', _) => push(key, start, 'k'),
            (b'p', Some(b'h')) => push(key, start, 'f'),
            (b'v', _) => push(key, start, 'w'),
            (b'x', _) => {
                push(key, start, 'k');
                push(key, start, 's');
            }
            (b'z', _) => push(key, start, 'j'),
            (letter, _) => push(key, start, char::from(letter)),
        }
        at += 1;
    }
}

/// `y` is a vowel but at the head of a word.
fn is_vowel(letter: u8, place: usize) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u') || (letter == b'y' && place > 0)
}

/// Rule 3 for one run of vowels.
fn fold_vowels(run: &[u8], first: bool, last: bool, start: usize, key: &mut String) {
    if run == b"ai" && !first && !last {
        return;
    }
    let before = key.len();
    // An `i` spelt as such, which a following `a` makes `iy`.
    let mut open = false;
    for (place, vowel) in run.iter().enumerate() {
        match vowel {
            b'a' | b'y' if open => {
                push(key, start, 'y');
                open = false;
            }
            b'y' if key[before..].ends_with('y') => {}
            b'i' | b'y' => {
                push(key, start, 'i');
                open = *vowel == b'i';
            }
            b'e' if run.get(place + 1) == Some(&b'e') => {
                push(key, start, 'i');
                open = true;
            }
            b'o' | b'u' => {
                push(key, start, 'u');
                open = false;
            }
            _ => {}
        }
    }
    if first && key.len() == before {
        push(key, start, if run[0] == b'a' { 'a' } else { 'i' });
    }
}

/// Adds a letter to the word that begins at `start`, with rule 5 for it and the letter before.
fn push(key: &mut String, start: usize, letter: char) {
    let last = key[start..].chars().next_back();
    let letter = match (last, letter) {
        (Some(last), letter) if last == letter => return,
        (Some('n'), 'p' | 'b') => {
            key.pop();
            push(key, start, 'm');
            letter
        }
        (Some('n' | 'm'), 'w') => {
            key.pop();
            return push(key, start, 'm');
        }
        (Some('t'), 'c') => {
            key.pop();
            return push(key, start, 'c');
        }
        (Some('k' | 'p' | 'm' | 'w' | 'u'), 'd') => 'r',
        (_, letter) => letter,
    };
    key.push(letter);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_word_meet() {
        let words = [
            "chikan cikan chikkan चिकन",
            "kurta kurtaa कुर्ता",
            "diya dia deeya diye दीया दिया दीये",
            "pital peetal pittal पीतल",
            "zari jari ज़री जरी",
            "saree sari साड़ी साड\u{93C}ी",
            "phool fool phul फूल फ़ूल",
            "khurja kurja खुर्जा",
            "moradabad muradabad मुरादाबाद",
            "banarasi banaarasi बनारसी",
            "sheesham shisham sisam शीशम",
            "jhumka jumka झुमका",
            "zardozi jardoji जरदोजी ज़रदोज़ी",
            "moonj munj मूंज मूँज",
            "dupatta dupata दुपट्टा",
            "lehenga lahanga lehnga लहंगा",
            "meenakari minakari मीनाकारी",
            "agarbatti agarbati अगरबत्ती",
            "amla aamla आंवला आँवला",
            "lakdi lakri लकड़ी",
            "ghoda ghora घोड़ा",
            "chamda chamra चमड़ा",
            "chudiyan churiyan choodiyaan chudian चूड़ियां",
            "daliya dalia डलिया",
            "chai chaay चाय",
            "gud gur गुड़",
            "kadhai karhai kadhaai कढ़ाई",
            "kannauj kanauj कन्नौज",
            "bhadohi badohi भदोही",
            "azamgarh aajamgarh आजमगढ़",
            "sambhal sanbhal संभल",
            "ghungroo ghunghru घुंघरू",
            "lakshmi laxmi लक्ष्मी",
            "krishna krishn कृष्ण",
            "gyan gyaan ज्ञान",
            "kagaz kagaj kaagaz कागज",
            "bansuri baansuri बांसुरी",
            "razai rajaai रजाई",
            "thaila thela थैला",
            "kanch kaanch कांच",
            "lakhnau लखनऊ",
            "candy कैंडी",
        ];
        for spellings in words {
            let keys: Vec<String> = spellings.split(' ').map(search_key).collect();
            assert!(keys.iter().all(|key| *key == keys[0] && !key.is_empty()), "{spellings}: {keys:?}");
        }
    }

    #[test]
    fn different_goods_stay_apart() {
        let keys = ["kurta", "kurti", "diya", "dari", "saree", "tala", "thali", "petha", "loha", "lota", "itr", "juti"];
        let mut distinct = keys.map(search_key).to_vec();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len(), keys.len(), "{distinct:?}");
    }

    #[test]
    fn names_of_the_catalogue_are_found_by_what_a_clerk_types() {
        let found = [
            ("Brass diya set of 4 · पीतल दीया सेट (4)", "pital dia"),
            ("जरदोजी कुर्ता नेक पैनल", "zardozi kurta panel"),
            ("Katan silk Banarasi saree (handloom) कतान सिल्क बनारसी साड़ी (हथकरघा)", "banarsi sari hathkargha"),
            ("हस्तनिर्मित चमड़े की जूती (पुरुष)", "chamde juti"),
            ("लकड़ी का खींचने वाला घोड़ा", "lakdi ghoda"),
            ("गोरखपुर टेराकोटा गणेश-लक्ष्मी जोड़ी", "ganesh laxmi jodi"),
            ("केसर अंगूरी पेठा 1 किग्रा", "kesar anguri petha १"),
            ("AGR-FTW-01", "agr-ftw"),
        ];
        for (name, typed) in found {
            let name = search_key(name);
            for word in search_key(typed).split(' ') {
                assert!(name.split(' ').any(|known| known.starts_with(word)), "{typed}: {word} in {name}");
            }
        }
    }

    #[test]
    fn what_is_no_letter_parts_words_or_vanishes() {
        assert_eq!(search_key("AGR-FTW-01"), "agr ftw 01");
        assert_eq!(search_key("  Women's 🪔 दीया, १२/- "), "wumns diy 12");
        assert_eq!(search_key("500g"), search_key("५०० g"));
        assert_eq!(search_key("नमक\u{200D}"), search_key("नमक"));
        assert_eq!(["", " ।॥ ", "🙂", "ц"].map(search_key), ["", "", "", ""]);
    }

    /// Text that looks like what people type, and text that does not.
    fn texts() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-z ]{0,24}",
            "[\u{900}-\u{97F} ]{0,24}",
            "[aeiouhncdkmpqtuvwxyz0-9]{0,24}",
            "\\PC{0,40}",
            any::<String>()
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn a_key_is_its_own_key(text in texts()) {
            let key = search_key(&text);
            prop_assert_eq!(search_key(&key), key.clone(), "{}", text);
            prop_assert!(key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b' '));
            prop_assert!(key.split(' ').all(|word| !word.is_empty()) || key.is_empty());
            prop_assert!(key.len() <= 3 * text.len());
        }
    }
}
