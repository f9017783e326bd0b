//! Aadhaar numbers, which a mart may not keep (it is no user agency of the Aadhaar Act; gst.md 8): found wherever they
//! are typed, so that they are refused. Its last four digits may be kept.

/// Whether a text holds an Aadhaar number: twelve digits of either script, the first not 0 or 1, perhaps in groups
/// parted by a space or a hyphen, the last of them the Verhoeff check of the others. Longer numbers are none, nor are
/// digits that run on in Latin letters, as in hashes, or follow a plus, as in telephone numbers.
pub fn found_in(text: &str) -> bool {
    let mut digits: Vec<u8> = Vec::new();
    let (mut parted, mut in_word, mut before) = (false, false, ' ');
    for letter in text.chars().chain(['\n']) {
        let digit = letter.to_digit(10).or_else(|| match letter {
            '०'..='९' => Some(u32::from(letter) - u32::from('०')),
            _ => None,
        });
        match (digit, letter) {
            (Some(digit), _) => {
                in_word |= before.is_ascii_alphabetic() || before == '+';
                digits.push(digit as u8);
                parted = false;
            }
            // One space or hyphen stands between groups.
            (None, ' ' | '-') if !parted && !digits.is_empty() => parted = true,
            _ => {
                if !in_word && (parted || !letter.is_ascii_alphabetic()) && is_number(&digits) {
                    return true;
                }
                digits.clear();
                (parted, in_word) = (false, false);
            }
        }
        before = letter;
    }
    false
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
            "",
            "कुर्ता 3 नग",
            "a999941057058",
            "999941057058f",
            "b337-9999-4105-7058-f0",
            "+9999 4105 7058",
        ] {
            assert!(!found_in(fine), "{fine}");
        }
    }
}
