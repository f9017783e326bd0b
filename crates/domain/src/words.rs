//! Amounts in words, in Hindi and in English, as a bill says them: crore, lakh, thousand, hundred.
//! Not here: amounts in digits (`money`).

use crate::money::Paise;
use crate::name::Name;

/// Zero to ninety-nine in Hindi. Each is a word of its own, so they are listed and not composed.
const HINDI: [&str; 100] = [
    "शून्य",
    "एक",
    "दो",
    "तीन",
    "चार",
    "पाँच",
    "छह",
    "सात",
    "आठ",
    "नौ",
    "दस",
    "ग्यारह",
    "बारह",
    "तेरह",
    "चौदह",
    "पंद्रह",
    "सोलह",
    "सत्रह",
    "अठारह",
    "उन्नीस",
    "बीस",
    "इक्कीस",
    "बाईस",
    "तेईस",
    "चौबीस",
    "पच्चीस",
    "छब्बीस",
    "सत्ताईस",
    "अट्ठाईस",
    "उनतीस",
    "तीस",
    "इकतीस",
    "बत्तीस",
    "तैंतीस",
    "चौंतीस",
    "पैंतीस",
    "छत्तीस",
    "सैंतीस",
    "अड़तीस",
    "उनतालीस",
    "चालीस",
    "इकतालीस",
    "बयालीस",
    "तैंतालीस",
    "चवालीस",
    "पैंतालीस",
    "छियालीस",
    "सैंतालीस",
    "अड़तालीस",
    "उनचास",
    "पचास",
    "इक्यावन",
    "बावन",
    "तिरपन",
    "चौवन",
    "पचपन",
    "छप्पन",
    "सत्तावन",
    "अट्ठावन",
    "उनसठ",
    "साठ",
    "इकसठ",
    "बासठ",
    "तिरसठ",
    "चौंसठ",
    "पैंसठ",
    "छियासठ",
    "सड़सठ",
    "अड़सठ",
    "उनहत्तर",
    "सत्तर",
    "इकहत्तर",
    "बहत्तर",
    "तिहत्तर",
    "चौहत्तर",
    "पचहत्तर",
    "छिहत्तर",
    "सतहत्तर",
    "अठहत्तर",
    "उनासी",
    "अस्सी",
    "इक्यासी",
    "बयासी",
    "तिरासी",
    "चौरासी",
    "पचासी",
    "छियासी",
    "सत्तासी",
    "अट्ठासी",
    "नवासी",
    "नब्बे",
    "इक्यानवे",
    "बानवे",
    "तिरानवे",
    "चौरानवे",
    "पचानवे",
    "छियानवे",
    "सत्तानवे",
    "अट्ठानवे",
    "निन्यानवे",
];

const ENGLISH: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const ENGLISH_TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The places above the hundred's rest, largest first, in both languages. What stands before "crore" may
/// itself be in lakh or crore, so no amount is too large.
const PLACES: [(u64, &str, &str); 4] =
    [(10_000_000, "करोड़", "crore"), (100_000, "लाख", "lakh"), (1_000, "हज़ार", "thousand"), (100, "सौ", "hundred")];

/// An amount as a bill writes it under the total: "पाँच हज़ार एक सौ उनहत्तर रुपये मात्र",
/// "Rupees five thousand one hundred sixty-nine only".
pub fn amount_in_words(amount: Paise) -> Name {
    let (rupees, paise) = (amount.0.unsigned_abs() / 100, amount.0.unsigned_abs() % 100);
    let (whole, part) = (number_in_words(rupees), number_in_words(paise));
    let mut hi = format!("{} {}", whole.hi, if rupees == 1 { "रुपया" } else { "रुपये" });
    let mut en = whole.en;
    if paise > 0 {
        let coin = if paise == 1 { Name::new("पैसा", "paisa") } else { Name::new("पैसे", "paise") };
        hi = format!("{hi} और {} {}", part.hi, coin.hi);
        en = format!("{en} and {} {}", part.en, coin.en);
    }
    let (minus_hi, minus_en) = if amount < Paise::ZERO { ("ऋण ", "minus ") } else { ("", "") };
    let head = if rupees == 1 { "Rupee" } else { "Rupees" };
    Name::new(format!("{minus_hi}{hi} मात्र"), format!("{head} {minus_en}{en} only"))
}

fn number_in_words(number: u64) -> Name {
    if number < 100 {
        return Name::new(HINDI[number as usize], english_below_hundred(number as usize));
    }
    let mut words = Name::default();
    let mut rest = number;
    for (size, hi, en) in PLACES {
        if rest >= size {
            let count = number_in_words(rest / size);
            add_words(&mut words, &count);
            add_words(&mut words, &Name::new(hi, en));
            rest %= size;
        }
    }
    if rest > 0 {
        add_words(&mut words, &number_in_words(rest));
    }
    words
}

fn add_words(words: &mut Name, more: &Name) {
    for (text, word) in [(&mut words.hi, &more.hi), (&mut words.en, &more.en)] {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
}

fn english_below_hundred(number: usize) -> String {
    match (number / 10, number % 10) {
        (0 | 1, _) => ENGLISH[number].to_owned(),
        (tens, 0) => ENGLISH_TENS[tens].to_owned(),
        (tens, ones) => format!("{}-{}", ENGLISH_TENS[tens], ENGLISH[ones]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// The number that words say; `value` knows a word below a hundred, `place` a size.
    fn read_back(text: &str, value: impl Fn(&str) -> Option<u64>, place: impl Fn(&str) -> Option<u64>) -> u64 {
        let (mut total, mut group) = (0, 0);
        for word in text.split(' ') {
            match (value(word), place(word)) {
                (Some(value), _) => group += value,
                (None, Some(100)) => group *= 100,
                (None, Some(10_000_000)) => (total, group) = ((total + group) * 10_000_000, 0),
                (None, Some(size)) => (total, group) = (total + group * size, 0),
                (None, None) => panic!("{word} is no word of a number"),
            }
        }
        total + group
    }

    fn read_english(text: &str) -> u64 {
        let ones = |word: &str| ENGLISH.iter().position(|known| *known == word);
        let tens = |word: &str| ENGLISH_TENS[2..].iter().position(|known| *known == word).map(|tens| tens * 10 + 20);
        let value = |word: &str| match word.split_once('-') {
            Some((head, tail)) => Some(tens(head)? + ones(tail)?),
            None => ones(word).or_else(|| tens(word)),
        };
        read_back(
            text,
            |word| value(word).map(|value| value as u64),
            |word| PLACES.iter().find(|place| place.2 == word).map(|place| place.0),
        )
    }

    fn read_hindi(text: &str) -> u64 {
        read_back(
            text,
            |word| HINDI.iter().position(|known| *known == word).map(|value| value as u64),
            |word| PLACES.iter().find(|place| place.1 == word).map(|place| place.0),
        )
    }

    #[test]
    fn landmarks_are_said_as_a_clerk_says_them() {
        let said = [
            (0, "शून्य रुपये मात्र", "Rupees zero only"),
            (1, "शून्य रुपये और एक पैसा मात्र", "Rupees zero and one paisa only"),
            (100, "एक रुपया मात्र", "Rupee one only"),
            (9_950, "निन्यानवे रुपये और पचास पैसे मात्र", "Rupees ninety-nine and fifty paise only"),
            (10_000, "एक सौ रुपये मात्र", "Rupees one hundred only"),
            (516_900, "पाँच हज़ार एक सौ उनहत्तर रुपये मात्र", "Rupees five thousand one hundred sixty-nine only"),
            (
                12_345_678,
                "एक लाख तेईस हज़ार चार सौ छप्पन रुपये और अठहत्तर पैसे मात्र",
                "Rupees one lakh twenty-three thousand four hundred fifty-six and seventy-eight paise only",
            ),
            (1_000_000_000, "एक करोड़ रुपये मात्र", "Rupees one crore only"),
            (1_000_001_000_000_000, "दस लाख एक करोड़ रुपये मात्र", "Rupees ten lakh one crore only"),
            (-15_100, "ऋण एक सौ इक्यावन रुपये मात्र", "Rupees minus one hundred fifty-one only"),
        ];
        for (paise, hi, en) in said {
            assert_eq!(amount_in_words(Paise(paise)), Name::new(hi, en));
        }
        assert_eq!(
            amount_in_words(Paise(9_999_999_999_900)).hi,
            "नौ हज़ार नौ सौ निन्यानवे करोड़ निन्यानवे लाख निन्यानवे हज़ार नौ सौ निन्यानवे रुपये मात्र"
        );
        assert!(amount_in_words(Paise(i64::MIN)).en.starts_with("Rupees minus nine hundred twenty-two crore "));
    }

    #[test]
    fn every_hindi_word_below_a_hundred_is_its_own() {
        assert_eq!(HINDI.iter().collect::<BTreeSet<_>>().len(), 100);
        let devanagari = |word: &&str| word.chars().all(|letter| ('\u{900}'..'\u{980}').contains(&letter));
        assert!(HINDI.iter().all(devanagari), "one word each, of Devanagari letters only");
        // Every ninth of a decade is "one less than the next", but for 79, 89 and 99.
        for less_one in [19, 29, 39, 49, 59, 69] {
            assert!(HINDI[less_one].starts_with("उन"), "{}", HINDI[less_one]);
        }
    }

    proptest! {
        #[test]
        fn the_words_read_back_as_the_number(number in prop_oneof![0..100_000_u64, 0..=u64::MAX / 100]) {
            let words = number_in_words(number);
            prop_assert_eq!(read_english(&words.en), number);
            prop_assert_eq!(read_hindi(&words.hi), number);
        }

        #[test]
        fn any_amount_has_words(paise in any::<i64>()) {
            let words = amount_in_words(Paise(paise));
            prop_assert!(words.hi.ends_with(" मात्र") && words.en.ends_with(" only"));
            prop_assert_eq!(words.en.contains("minus"), paise < 0);
        }
    }
}
