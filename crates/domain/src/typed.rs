//! Codes as people type them: with spaces and dashes, in small letters, in Devanagari digits, a mobile with the country in
//! front. Here they become the form that is kept; not here: whether that form is right (`buyer`, `consignor`, `mart`).

/// With the digits of a Devanagari keyboard as Latin ones.
pub fn latin_digits(text: &str) -> String {
    let latin = |c: char| match c {
        '०'..='९' => char::from(b'0' + (u32::from(c) - u32::from('०')) as u8),
        other => other,
    };
    text.chars().map(latin).collect()
}

/// A GSTIN, PAN, IFSC, account or other code of letters and digits: capitals, without spaces and dashes.
pub fn code(text: &str) -> String {
    let dash = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}');
    let kept = latin_digits(text).chars().filter(|c| !c.is_whitespace() && !dash(*c)).collect::<String>();
    kept.to_ascii_uppercase()
}

/// A mobile number: its ten digits, without the country or the zero before it, the signs between them and the unseen marks
/// that come along from a message. What is no mobile stays wrong.
pub fn mobile(text: &str) -> String {
    let mark = |c: char| matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
    let digits = code(text).replace(|c: char| mark(c) || "().,/".contains(c), "");
    let shorter = match digits.len() {
        11 => digits.strip_prefix('0'),
        12 => digits.strip_prefix("91"),
        13 => digits.strip_prefix("+91"),
        14 => digits.strip_prefix("0091"),
        _ => None,
    };
    shorter.unwrap_or(&digits).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mobile_is_ten_digits_however_it_is_typed() {
        for typed in [
            "9876543210",
            "+91 98765 43210",
            "91-98765-43210",
            "0091 9876543210",
            "098765 43210",
            " ९८७६५ ४३२१० ",
            "+९१ ९८७६५–४३२१०",
            "(0)98765.43210",
            "\u{202A}+91 98765 43210\u{202C}",
            "\u{FEFF}98765,43210\u{200E}",
            "98765/43210",
        ] {
            assert_eq!(mobile(typed), "9876543210", "{typed}");
        }
        for wrong in ["", "98765", "19876543210", "+1 98765 43210", "९८७६ पाँच", "98765432101234"] {
            assert!(!crate::buyer::mobile_ok(&mobile(wrong)), "{wrong}");
        }
    }

    #[test]
    fn codes_are_capitals_and_latin_digits_without_gaps() {
        assert_eq!(code(" 09 aapfu 0939f-1zt"), "09AAPFU0939F1ZT");
        assert_eq!(code("sbin ००००१२३"), "SBIN0000123");
        assert_eq!(latin_digits("₹१,२३४.५० x"), "₹1,234.50 x");
    }
}
