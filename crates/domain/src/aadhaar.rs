//! Aadhaar numbers, which a mart may not keep (it is no user agency of the Aadhaar Act; gst.md 8): found wherever they
//! are typed, so that they are refused. Its last four digits may be kept.

/// Digits that stand together, and whether a plus stands before them.
struct Group {
    digits: Vec<u8>,
    plus: bool,
}

/// Whether a text holds an Aadhaar number: neighbouring whole groups of digits of either script that make twelve, the first
/// not 0 or 1, the last of them the Verhoeff check of the others. Any spaces and marks may stand between groups, and anything
/// before and after, letters and other groups too. Longer groups are none. Of other numbers of twelve digits one
/// in ten would pass for it; of the commonest in a shop's notes none does: no telephone number with the code of the country
/// behind a plus, no mobile number beside a number of two digits, no date beside an amount or a time.
pub fn found_in(text: &str) -> bool {
    let mut groups: Vec<Group> = Vec::new();
    let (mut between, mut before) = (usize::MAX, ' ');
    for letter in text.chars() {
        let digit = letter.to_digit(10).or_else(|| match letter {
            '०'..='९' => Some(u32::from(letter) - u32::from('०')),
            _ => None,
        });
        match digit {
            Some(digit) => {
                if between == usize::MAX {
                    if holds_number(&groups) {
                        return true;
                    }
                    groups.clear();
                }
                match groups.last_mut().filter(|_| between == 0) {
                    Some(group) => group.digits.push(digit as u8),
                    None => groups.push(Group { digits: vec![digit as u8], plus: before == '+' }),
                }
                between = 0;
            }
            None if letter.is_alphanumeric() => between = usize::MAX,
            None => between = between.saturating_add(1),
        }
        before = letter;
    }
    holds_number(&groups)
}

/// Whether some of these groups that stand beside each other make the number.
fn holds_number(groups: &[Group]) -> bool {
    (0..groups.len()).any(|first| {
        let mut digits = Vec::with_capacity(12);
        for (group, last) in groups[first..].iter().zip(first..) {
            digits.extend(&group.digits);
            if digits.len() >= 12 {
                let groups = &groups[first..=last];
                return is_number(&digits) && !is_telephone(groups, &digits) && !has_date(groups);
            }
        }
        false
    })
}

fn is_telephone(groups: &[Group], digits: &[u8]) -> bool {
    let mobile = |digits: &[u8]| digits.len() == 10 && digits[0] >= 6;
    (groups[0].plus && digits.starts_with(&[9, 1])) || groups.iter().any(|group| mobile(&group.digits))
}

/// Whether three of the groups are day, month and year, or year, month and day.
fn has_date(groups: &[Group]) -> bool {
    let value = |digits: &[u8]| digits.iter().fold(0u32, |value, digit| value * 10 + u32::from(*digit));
    let read = |group: &Group, most: usize| (group.digits.len() <= most).then(|| value(&group.digits));
    let is_date = |day: &Group, month: &Group, year: &Group| {
        read(day, 2).is_some_and(|day| (1..=31).contains(&day))
            && read(month, 2).is_some_and(|month| (1..=12).contains(&month))
            && read(year, 4).is_some_and(|year| (1900..2100).contains(&year))
    };
    groups.windows(3).any(|three| is_date(&three[0], &three[1], &three[2]) || is_date(&three[2], &three[1], &three[0]))
}

fn is_number(digits: &[u8]) -> bool {
    digits.len() == 12 && digits[0] >= 2 && verhoeff(digits)
}

/// Whether digits end with their Verhoeff check: the product in the dihedral group D5 of each digit, permuted by its
/// place from the right, is its one.
fn verhoeff(digits: &[u8]) -> bool {
    const STEP: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    let product = |left: u8, right: u8| match (left < 5, right < 5) {
        (true, true) => (left + right) % 5,
        (true, false) => 5 + (left + right) % 5,
        (false, true) => 5 + (left + 5 - right) % 5,
        (false, false) => (left + 5 - right) % 5,
    };
    let permuted = |digit: u8, times: usize| (0..times % 8).fold(digit, |digit, _| STEP[usize::from(digit)]);
    digits.iter().rev().enumerate().fold(0, |check, (place, digit)| product(check, permuted(*digit, place))) == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn verhoeff_is_as_published() {
        // The examples of Verhoeff's own paper and of Wikipedia.
        for good in ["2363", "123451", "84736430954837284567892"] {
            let digits: Vec<u8> = good.bytes().map(|byte| byte - b'0').collect();
            assert!(verhoeff(&digits), "{good}");
            let mut bad = digits.clone();
            bad[1] = (bad[1] + 1) % 10;
            assert!(!verhoeff(&bad), "{good}");
        }
    }

    #[test]
    fn an_aadhaar_number_is_found_however_it_is_written() {
        // UIDAI's own number for examples.
        for typed in [
            "999941057058",
            "9999 4105 7058",
            "his card: 9999-4105-7058.",
            "9999 4105 7058 is his",
            "९९९९ ४१०५ ७०५८",
            "आधार999941057058है",
            "Aadhaar 9999 4105 7058 2 kurta",
            "9876543210 9999 4105 7058",
            "1 9999 4105 7058",
            "२०२६ 9999 4105 7058",
            "9999.4105.7058",
            "9999/4105/7058",
            "9999,4105,7058",
            "9999_4105_7058",
            "9999  4105  7058",
            "9999\u{a0}4105\u{a0}7058",
            "9999–4105–7058",
            "9999 - 4105 - 7058",
            "9999  -  4105  -  7058",
            "9999----4105----7058",
            "9999 .... 4105 7058",
            "999941057 058",
            "UID999941057058",
            "999941057058x",
            "a999941057058",
            "+999941057058",
            "+91 9999 4105 7058",
            "b337-9999-4105-7058-f0",
        ] {
            assert!(found_in(typed), "{typed}");
        }
        for fine in [
            "999941057059",
            "7058",
            "9876543210",
            "8901234567894",
            "9999410570581",
            "99994105 705",
            "9999 4105 x 7058",
            "",
            "कुर्ता 3 नग",
            "₹2,199.00",
            "LKO1A/26/T000123",
            "09AAPFU0939F1ZT",
            "2026-11-28",
        ] {
            assert!(!found_in(fine), "{fine}");
        }
    }

    /// Groups of a number whose last digit is its check.
    fn with_check(eleven: &[u8]) -> Vec<u8> {
        let mut digits = eleven.to_vec();
        let check = (0..10).find(|check| verhoeff(&[eleven, &[*check]].concat())).expect("one of ten fits");
        digits.push(check);
        digits
    }

    proptest! {
        #[test]
        fn no_way_of_writing_hides_the_number(
            first in 2u8..10, rest in prop::collection::vec(0u8..10, 10), cuts in prop::collection::btree_set(1usize..12, 0..4),
            between in "[ .,/_\u{a0}–-]{1,9}", hindi in any::<bool>(),
            before in "(([a-zक-ह]{1,5}|[0-9]{1,4}) ){0,3}", after in "( ([a-zक-ह]{1,5}|[0-9]{1,4})){0,3}",
        ) {
            let digits = with_check(&[&[first], &rest[..]].concat());
            let mut text = before;
            for (place, digit) in digits.iter().enumerate() {
                if cuts.contains(&place) {
                    text.push_str(&between);
                }
                text.extend(char::from_u32(u32::from(if hindi { '०' } else { '0' }) + u32::from(*digit)));
            }
            text.push_str(&after);
            // Parted as a mobile number beside two digits, or as a date, it is taken for that.
            let bounds: Vec<usize> = [0].into_iter().chain(cuts).chain([12]).collect();
            let groups: Vec<Group> =
                bounds.windows(2).map(|at| Group { digits: digits[at[0]..at[1]].to_vec(), plus: false }).collect();
            prop_assert!(is_telephone(&groups, &digits) || has_date(&groups) || found_in(&text), "{}", text);
        }

        #[test]
        fn a_note_without_twelve_digits_is_never_refused(words in prop::collection::vec("[a-zक-ह]{1,6}|[0-9०-९]{1,5}", 0..9), long in "[0-9]{13,20}") {
            let lens: Vec<usize> = words.iter().map(|word| if word.chars().all(char::is_numeric) { word.chars().count() } else { 99 }).collect();
            let twelve = (0..lens.len()).any(|first| (first..lens.len()).any(|last| lens[first..=last].iter().sum::<usize>() == 12));
            prop_assume!(!twelve);
            prop_assert!(!found_in(&words.join(" ")), "{:?}", words);
            prop_assert!(!found_in(&long));
        }

        #[test]
        fn telephone_numbers_are_no_such_number(first in 6u64..10, rest in 0u64..1_000_000_000, pieces in 10u8..100) {
            let mobile = first * 1_000_000_000 + rest;
            let half = (mobile / 100_000, mobile % 100_000);
            let apart = format!("+91 {:05} {:05}", half.0, half.1);
            for note in [format!("+91{mobile}"), format!("+91 {mobile}"), apart, format!("{mobile}, {pieces} नग"), format!("{pieces} {mobile}")] {
                prop_assert!(!found_in(&note), "{}", note);
            }
            let landline = format!("+91 522 {:07}", rest % 10_000_000);
            prop_assert!(!found_in(&landline), "{}", landline);
        }

        #[test]
        fn a_date_beside_an_amount_is_none(day in 1u32..32, month in 1u32..13, year in 1990u32..2100, beside in 0u32..10_000) {
            for note in [format!("{day:02}-{month:02}-{year} {beside:04}"), format!("{year}-{month:02}-{day:02} {beside:04}"), format!("{beside:04} {day:02}/{month:02}/{year}")] {
                prop_assert!(!found_in(&note), "{}", note);
            }
        }
    }
}
