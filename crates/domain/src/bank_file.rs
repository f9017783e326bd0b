//! Files that a bank carries out: a template says which columns it wants, in which order and how long; here they are written.
//! Templates are data in `assets/bank`, for no bank's format is the law's. Not here: who is paid (`payout`).

use crate::mart::Payer;
use crate::money::Paise;
use crate::name::Name;
use crate::refusal::Refusal;
use jiff::civil::Date;
use serde::Deserialize;

/// RTGS takes Rs 2,00,000 and more; NEFT takes any amount (Reserve Bank of India).
const RTGS_FROM: Paise = Paise::rupees(200_000);

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Is {
    /// How it is paid: NEFT, RTGS, within the bank.
    Kind,
    /// The consignor's short name.
    Code,
    /// Their account.
    Account,
    /// `0.00`.
    Amount,
    /// Their name at the bank.
    Name,
    /// Which payment of which settlement it is; the bank's reply names it.
    Reference,
    /// Of their branch.
    Ifsc,
    /// First four letters of that.
    Bank,
    /// `dd/MM/yyyy`.
    Date,
    /// The mart's account.
    PayerAccount,
    /// The mart's branch.
    PayerIfsc,
    /// The bank's name for the mart.
    CorporateId,
    /// Number of the file.
    Serial,
    /// A word on the payee's statement.
    Remarks,
    /// Always the same text.
    Text,
    /// Nothing.
    Empty,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// What stands in it.
    pub is: Is,
    /// The most characters.
    pub most: Option<usize>,
    /// The text that always stands there.
    #[serde(default)]
    pub text: String,
}

/// The words for ways of paying.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kinds {
    /// To another bank.
    pub neft: String,
    /// To another bank, from Rs 2,00,000.
    pub rtgs: String,
    /// Within the bank.
    pub own: String,
}

/// How one bank wants its file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Its word in the mart's settings.
    pub id: String,
    /// As it is chosen.
    pub name: Name,
    /// Of the file's name.
    pub ending: String,
    /// Between columns.
    pub delimiter: char,
    /// Names of the columns, where the bank wants them.
    #[serde(default)]
    pub head: Vec<String>,
    /// The first line, where the bank wants one.
    #[serde(default)]
    pub file_head: Vec<Column>,
    /// The columns of a payment.
    pub columns: Vec<Column>,
    /// Its words for ways of paying.
    pub kinds: Kinds,
    /// The bank knows the mart by a name of its own.
    #[serde(default)]
    pub needs_corporate_id: bool,
    /// The most bytes of a file.
    pub most_bytes: usize,
}

/// One payment of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// The consignor's id.
    pub code: String,
    /// Their name at the bank.
    pub holder: String,
    /// Their account.
    pub account: String,
    /// Of their branch.
    pub ifsc: String,
    /// How much.
    pub paise: Paise,
    /// Its reference.
    pub reference: String,
}

/// Letters and figures only, as bank files have numbers.
fn letters_and_figures(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase()
}

/// What a bank's file and reply name a payment by: the settlement's number without its strokes, and from the second time
/// that its money is sent which time that is, so that no old reply answers for it.
pub fn reference(number: &str, sending: i64) -> String {
    let number = letters_and_figures(number);
    if sending > 1 { format!("{number}R{sending}") } else { number }
}

/// The number, without its strokes, and the sending of a reference.
pub fn read_reference(text: &str) -> (String, i64) {
    let text = letters_and_figures(text);
    match text.rsplit_once('R').map(|(number, sending)| (number, sending.parse())) {
        Some((number, Ok(sending))) => (number.to_owned(), sending),
        _ => (text, 1),
    }
}

/// Letters, figures and single spaces, which is all that banks take (gst.md 8); no cell can be a formula.
pub fn plain(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_uppercase() } else { ' ' })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Template {
    /// Writes the file: every payment on a line, in their order. `serial` is the file's number. Names are cut to the column's
    /// length; anything else that does not fit is refused.
    pub fn write(&self, payer: &Payer, payments: &[Payment], on: Date, serial: i64) -> Result<String, Refusal> {
        if self.needs_corporate_id && payer.corporate_id.is_empty() {
            return Err(Refusal::invalid("corporate_id"));
        }
        let mut lines = Vec::with_capacity(payments.len() + 1);
        if !self.head.is_empty() {
            lines.push(self.head.join(&self.delimiter.to_string()));
        }
        if !self.file_head.is_empty() {
            lines.push(self.line(&self.file_head, payer, None, on, serial)?);
        }
        for payment in payments {
            lines.push(self.line(&self.columns, payer, Some(payment), on, serial)?);
        }
        let text = lines.join("\r\n") + "\r\n";
        if text.len() > self.most_bytes {
            return Err(Refusal::invalid("file_too_long"));
        }
        Ok(text)
    }

    fn line(
        &self,
        columns: &[Column],
        payer: &Payer,
        payment: Option<&Payment>,
        on: Date,
        serial: i64,
    ) -> Result<String, Refusal> {
        let cell = |column: &Column| -> Result<String, Refusal> {
            let of = |get: fn(&Payment) -> String| payment.map(get).unwrap_or_default();
            let text = match column.is {
                Is::Kind => payment.map_or_else(String::new, |payment| self.kind(payer, payment).to_owned()),
                Is::Code => of(|one| plain(&one.code).replace(' ', "")),
                Is::Account => of(|one| one.account.clone()),
                Is::Amount => of(|one| format!("{}.{:02}", one.paise.0 / 100, one.paise.0 % 100)),
                Is::Name => of(|one| plain(&one.holder)),
                Is::Reference => of(|one| one.reference.clone()),
                Is::Ifsc => of(|one| one.ifsc.clone()),
                Is::Bank => of(|one| one.ifsc.chars().take(4).collect()),
                Is::Date => format!("{:02}/{:02}/{}", on.day(), on.month(), on.year()),
                Is::PayerAccount => payer.account.clone(),
                Is::PayerIfsc => payer.ifsc.clone(),
                Is::CorporateId => payer.corporate_id.clone(),
                Is::Serial => serial.to_string(),
                Is::Remarks => of(|one| format!("ODOP MART {}", one.reference)),
                Is::Text => column.text.clone(),
                Is::Empty => String::new(),
            };
            // Whom it pays, and where, no bank can guess.
            if matches!(column.is, Is::Name | Is::Account | Is::Ifsc) && payment.is_some() && text.is_empty() {
                return Err(Refusal::invalid(format!("{:?} of {}", column.is, of(|one| one.code.clone()))));
            }
            match column.most {
                Some(most) if text.chars().count() > most => match column.is {
                    Is::Name | Is::Bank | Is::Remarks | Is::Code => Ok(text.chars().take(most).collect()),
                    _ => Err(Refusal::invalid(format!("{:?} longer than {most}", column.is))),
                },
                _ => Ok(text),
            }
        };
        let cells = columns.iter().map(cell).collect::<Result<Vec<_>, _>>()?;
        // Nothing that is written can hold the mark between columns, or a line end.
        if cells.iter().any(|cell| cell.contains(self.delimiter) || cell.contains(['\r', '\n'])) {
            return Err(Refusal::invalid("delimiter"));
        }
        Ok(cells.join(&self.delimiter.to_string()))
    }

    fn kind(&self, payer: &Payer, payment: &Payment) -> &str {
        let bank = |ifsc: &str| ifsc.get(..4).unwrap_or_default().to_owned();
        if bank(&payer.ifsc) == bank(&payment.ifsc) {
            &self.kinds.own
        } else if payment.paise >= RTGS_FROM {
            &self.kinds.rtgs
        } else {
            &self.kinds.neft
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn template(json: &str) -> Template {
        serde_json::from_str(json).expect("a template")
    }

    fn payer() -> Payer {
        Payer {
            account: "000111222333".into(),
            ifsc: "UBIN0123456".into(),
            corporate_id: "ODOPUP".into(),
            template: "union".into(),
        }
    }

    fn payment(paise: i64) -> Payment {
        Payment {
            code: "reshma".into(),
            holder: "Smt. Reshma, Begum =1+1".into(),
            account: "003412345678".into(),
            ifsc: "PUNB0123400".into(),
            paise: Paise(paise),
            reference: reference("LKO1A/26/H000001", 1),
        }
    }

    #[test]
    fn the_layouts_of_gst_md_are_written() {
        let of =
            |json, paise| template(json).write(&payer(), &[payment(paise)], date(2026, 11, 23), 7).expect("a file");
        assert_eq!(
            of(include_str!("../../../assets/bank/generic.json"), 76_405).lines().nth(1),
            Some("N,RESHMA,003412345678,764.05,SMT RESHMA BEGUM 1 1,LKO1A26H000001,PUNB0123400,PUNB,23/11/2026,")
        );
        assert_eq!(
            of(include_str!("../../../assets/bank/hdfc_like.json"), 20_000_000),
            "R,RESHMA,003412345678,200000.00,SMT RESHMA BEGUM 1 1,LKO1A26H000001,LKO1A26H000001,23/11/2026,PUNB0123400,PUNB,\r\n"
        );
        let union = of(include_str!("../../../assets/bank/union.json"), 76_400);
        assert_eq!(
            union,
            "FILEHDR,ODOPUP,7,N,ODOP MART PAYOUT\r\nNEFT,UBIN0123456,000111222333,PUNB0123400,003412345678,INR,764.00,\
             ODOP MART LKO1A26H000001,SMT RESHMA BEGUM 1 1,,LKO1A26H000001\r\n"
        );
    }

    #[test]
    fn each_time_that_money_is_sent_has_its_own_reference() {
        for (sending, written) in [(1, "LKO1R26H000001"), (2, "LKO1R26H000001R2"), (12, "LKO1R26H000001R12")] {
            assert_eq!(reference("LKO1R/26/H000001", sending), written);
            assert_eq!(read_reference(written), ("LKO1R26H000001".to_owned(), sending));
        }
    }

    #[test]
    fn what_no_bank_would_take_is_refused() {
        let union = template(include_str!("../../../assets/bank/union.json"));
        let nameless = Payer { corporate_id: String::new(), ..payer() };
        assert!(union.write(&nameless, &[payment(1)], date(2026, 11, 23), 1).is_err());
        assert!(union.write(&payer(), &[payment(10_000_000_000_000)], date(2026, 11, 23), 1).is_err());
        let long = Payment { account: "1".repeat(25), ..payment(1) };
        assert!(union.write(&payer(), &[long], date(2026, 11, 23), 1).is_err());
        let nobody = Payment { holder: "सोहित प्रजापति".into(), ..payment(1) };
        assert!(union.write(&payer(), &[nobody], date(2026, 11, 23), 1).is_err());
        let cut = Payment { account: "1,2".into(), ..payment(1) };
        assert!(union.write(&payer(), &[cut], date(2026, 11, 23), 1).is_err());
    }
}
