//! The certificate of authenticity: what the mart vouches for of one line that was sold, as one line of text that a till
//! signs and anyone can check. Not here: signing and keys (the till), how it looks (`paper`).

/// The version and kind of the text.
pub const HEAD: &str = "ODOPC1";

/// Of a text that says the piece's mark as well.
pub const HEAD_MARKED: &str = "ODOPC2";

/// Where the mark stands among the fields.
const MARK_AT: usize = 4;

/// What is vouched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The bill's number.
    pub bill: String,
    /// The line on it, from 1.
    pub line: usize,
    /// The unique piece's tag; empty where it is none.
    pub piece: String,
    /// Number of the mark it bears (Silk Mark, Handloom Mark, hallmark); empty where it bears none.
    pub mark: String,
    /// What it is, in English.
    pub item: String,
    /// Who made it.
    pub maker: String,
    /// Where they live.
    pub village: String,
    /// The district it comes from.
    pub district: String,
    /// What they make.
    pub craft: String,
    /// The registered geographical indication it is sold under, and the maker's number as its authorised user, if held.
    pub gi: String,
    /// `YYYY-MM-DD`.
    pub sold_on: String,
    /// The till that vouches.
    pub till: String,
}

/// One field: no mark that parts fields, no line ends.
fn field(text: &str) -> String {
    text.chars().map(|letter| if letter == '|' || letter.is_control() { ' ' } else { letter }).collect()
}

impl Certificate {
    /// What is signed.
    pub fn said(&self, public_key: &str) -> String {
        let line = self.line.to_string();
        let mut fields = vec![
            HEAD,
            &self.bill,
            &line,
            &self.piece,
            &self.item,
            &self.maker,
            &self.village,
            &self.district,
            &self.craft,
            &self.gi,
            &self.sold_on,
            &self.till,
            public_key,
        ];
        if !self.mark.is_empty() {
            fields[0] = HEAD_MARKED;
            fields.insert(MARK_AT, &self.mark);
        }
        fields.into_iter().map(field).collect::<Vec<_>>().join("|")
    }

    /// Reads a certificate's text: what it says, the key it names, what was signed, and the signature as text. None for a
    /// text that is no certificate.
    pub fn parse(text: &str) -> Option<(Self, &str, &str, &str)> {
        let (said, signature) = text.trim().rsplit_once('|')?;
        let mut fields: Vec<&str> = said.split('|').collect();
        let mark = match *fields.first()? {
            HEAD => "",
            HEAD_MARKED if fields.len() > MARK_AT => fields.remove(MARK_AT),
            _ => return None,
        };
        let [_, bill, line, piece, item, maker, village, district, craft, gi, sold_on, till, key] = fields[..] else {
            return None;
        };
        let own = str::to_owned;
        let certificate = Self {
            bill: own(bill),
            line: line.parse().ok()?,
            piece: own(piece),
            mark: own(mark),
            item: own(item),
            maker: own(maker),
            village: own(village),
            district: own(district),
            craft: own(craft),
            gi: own(gi),
            sold_on: own(sold_on),
            till: own(till),
        };
        Some((certificate, key, said, signature))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_reads_back_and_no_name_can_forge_a_field() {
        let certificate = Certificate {
            bill: "LKO1A/26/T000001".into(),
            line: 1,
            piece: "2200000000019".into(),
            mark: String::new(),
            item: "Chikankari kurta".into(),
            maker: "Reshma | Begum\n".into(),
            village: "Kakori".into(),
            district: "Lucknow".into(),
            craft: "Chikan".into(),
            gi: String::new(),
            sold_on: "2026-11-23".into(),
            till: "LKO1A".into(),
        };
        let said = certificate.said("00ff");
        let text = format!("{said}|sig");
        let (read, key, signed, signature) = Certificate::parse(&text).expect("a certificate");
        assert_eq!((key, signed, signature), ("00ff", &*said, "sig"));
        assert_eq!(read, Certificate { maker: "Reshma   Begum ".into(), ..certificate });
        for other in ["", "ODOP1|a|b", "ODOPC1|x|sig", &text.replace("ODOPC1", "ODOPC2")] {
            assert_eq!(Certificate::parse(other), None, "{other}");
        }
    }

    #[test]
    fn the_mark_is_vouched_for_and_what_was_signed_without_one_still_reads() {
        let before = "ODOPC1|LKO1A/26/T000001|1|2200000000019|Saree|Reshma|Kakori|Lucknow|Silk||2026-11-23|LKO1A|00ff";
        let (read, ..) = Certificate::parse(&format!("{before}|sig")).expect("a certificate of before");
        assert_eq!((&*read.said("00ff"), &*read.mark), (before, ""));
        let marked = Certificate { mark: "SMOI 4411".into(), ..read };
        let text = format!("{}|sig", marked.said("00ff"));
        assert!(text.starts_with("ODOPC2|LKO1A/26/T000001|1|2200000000019|SMOI 4411|Saree|"), "{text}");
        assert_eq!(Certificate::parse(&text).expect("a certificate").0, marked);
        assert_eq!(Certificate::parse("ODOPC2|sig"), None);
    }
}
