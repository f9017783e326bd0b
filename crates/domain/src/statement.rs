//! What proves a statement genuine: its figures as one line of text that a till signs and anyone can check. Not here:
//! signing and keys (the till), the statement itself (`settlement`).

use crate::money::Paise;

/// The version and kind of the text.
pub const HEAD: &str = "ODOPS1";

/// What is vouched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Number of the settlement.
    pub number: String,
    /// Whose.
    pub consignor: String,
    /// What was payable up to this day, `YYYY-MM-DD`.
    pub upto: String,
    /// What is paid.
    pub net_paise: Paise,
    /// How many lines stand in it.
    pub lines: usize,
    /// Hash of the entry that posted it, hexadecimal.
    pub entry: String,
    /// The till that vouches.
    pub till: String,
}

impl Proof {
    /// What is signed. No field holds the mark that parts them: numbers, ids, dates and hashes have none.
    pub fn said(&self, public_key: &str) -> String {
        let (net, lines) = (self.net_paise.0.to_string(), self.lines.to_string());
        [HEAD, &self.number, &self.consignor, &self.upto, &net, &lines, &self.entry, &self.till, public_key].join("|")
    }

    /// Reads the text of a proof: what it says, the key it names, what was signed, and the signature as text. None for a
    /// text that is no proof.
    pub fn parse(text: &str) -> Option<(Self, &str, &str, &str)> {
        let (said, signature) = text.trim().rsplit_once('|')?;
        let fields: Vec<&str> = said.split('|').collect();
        let [head, number, consignor, upto, net, lines, entry, till, key] = fields[..] else { return None };
        if head != HEAD {
            return None;
        }
        let proof = Self {
            number: number.to_owned(),
            consignor: consignor.to_owned(),
            upto: upto.to_owned(),
            net_paise: Paise(net.parse().ok()?),
            lines: lines.parse().ok()?,
            entry: entry.to_owned(),
            till: till.to_owned(),
        };
        Some((proof, key, said, signature))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proof_reads_back_and_nothing_else_does() {
        let proof = Proof {
            number: "LKO1A/26/H000001".into(),
            consignor: "reshma".into(),
            upto: "2026-11-30".into(),
            net_paise: Paise(1_234_500),
            lines: 12,
            entry: "ab".repeat(32),
            till: "LKO1A".into(),
        };
        let said = proof.said("00ff");
        let text = format!("{said}|sig");
        assert_eq!(Proof::parse(&text), Some((proof, "00ff", &*said, "sig")));
        for other in ["", "ODOP1|a|b", "ODOPS1|x|sig", &text.replace("ODOPS1", "ODOPS2"), &text.replace("|12|", "|x|")]
        {
            assert_eq!(Proof::parse(other), None, "{other}");
        }
    }
}
