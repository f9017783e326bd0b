//! The data packs compiled in: tax, units, and the words of the GST unit codes.

use domain::bank_file::Template;
use domain::name::Name;
use domain::quantity::Milli;
use domain::refusal::Refusal;
use domain::tax_pack::TaxPack;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// How banks want their files, by the template's word: the templates of `assets/bank`.
pub static BANK_FILES: LazyLock<Vec<Template>> = LazyLock::new(|| {
    [
        include_str!("../../../assets/bank/generic.json"),
        include_str!("../../../assets/bank/hdfc_like.json"),
        include_str!("../../../assets/bank/union.json"),
    ]
    .map(|json| serde_json::from_str(json).expect("the compiled-in templates are read by a test"))
    .into()
});

/// Rates, States and limits of `assets/tax`.
pub static TAX: LazyLock<TaxPack> = LazyLock::new(|| {
    TaxPack::parse(
        include_str!("../../../assets/tax/rates.csv"),
        include_str!("../../../assets/tax/states.csv"),
        include_str!("../../../assets/tax/limits.csv"),
    )
    .expect("the compiled-in tax pack is read by a test")
});

#[derive(Deserialize)]
struct UnitRow {
    code: String,
    name_hi: String,
    name_en: String,
    decimals: u32,
}

/// Words and decimals by code.
static UNITS: LazyLock<BTreeMap<String, (Name, u32)>> = LazyLock::new(|| {
    csv::Reader::from_reader(include_str!("../../../assets/tax/uqc.csv").as_bytes())
        .deserialize()
        .map(|row: Result<UnitRow, _>| row.map(|row| (row.code, (Name::new(row.name_hi, row.name_en), row.decimals))))
        .collect::<Result<_, _>>()
        .expect("the compiled-in unit pack is read by a test")
});

#[derive(Deserialize)]
struct DistrictRow {
    lgd_or_short_code: String,
    district_en: String,
    district_hi: String,
    gi_tag: String,
    gi_status: String,
}

fn districts() -> impl Iterator<Item = DistrictRow> {
    csv::Reader::from_reader(include_str!("../../../assets/catalogue/districts.csv").as_bytes())
        .into_deserialize()
        .collect::<Result<Vec<_>, _>>()
        .expect("the compiled-in list of districts is read by a test")
        .into_iter()
}

/// Registered geographical indications by the three letters of the district: those whose registration is known.
pub static INDICATIONS: LazyLock<BTreeMap<String, BTreeSet<String>>> = LazyLock::new(|| {
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in districts() {
        let said = format!("{} {}", row.gi_tag, row.gi_status);
        if !row.gi_tag.is_empty() && row.gi_status.starts_with("registered") && !said.contains("not confirmed") {
            known.entry(row.lgd_or_short_code).or_default().extend(row.gi_tag.split("; ").map(str::to_owned));
        }
    }
    known
});

/// The one indication of a district; none where it has several or none.
pub fn indication_of(district: &Name) -> Option<&'static str> {
    let (code, _) = DISTRICTS.iter().find(|(_, name)| *name == district)?;
    let mut known = INDICATIONS.get(code)?.iter();
    known.next().filter(|_| known.next().is_none()).map(String::as_str)
}

/// The 75 districts by their three letters.
pub static DISTRICTS: LazyLock<BTreeMap<String, Name>> = LazyLock::new(|| {
    districts().map(|row| (row.lgd_or_short_code, Name::new(row.district_hi, row.district_en))).collect()
});

/// The name of a district's three-letter code; an unknown code stands for itself.
pub fn district(code: &str) -> Name {
    DISTRICTS.get(code).cloned().unwrap_or_else(|| Name::new(code, code))
}

/// The GST unit codes with their words.
pub fn units() -> impl Iterator<Item = (&'static str, &'static Name)> {
    UNITS.iter().map(|(code, (name, _))| (code.as_str(), name))
}

/// Classes of goods that have a drawn picture; `other` is for the rest.
pub const ICONS: &[&str] = &[
    "textile",
    "leather",
    "metal",
    "wood",
    "clay",
    "stone",
    "glass",
    "jewellery",
    "food",
    "fragrance",
    "carpet",
    "paper",
    "toy",
    "music",
    "sport",
    "cane",
    "bone",
    "other",
];

/// Rate class of commission on retail trade (SAC 996211).
pub const COMMISSION: &str = "996211-commission-services-fee-commission";

/// The words of a GST unit code; an unknown code stands for itself.
pub fn unit(code: &str) -> Name {
    UNITS.get(code).map_or_else(|| Name::new(code, code), |(name, _)| name.clone())
}

/// A quantity with its unit: `1,000 मीटर`.
pub fn measured(quantity: Milli, code: &str) -> Name {
    let unit = unit(code);
    let said = |unit: &str| format!("{} {unit}", quantity.to_text());
    Name::new(said(&unit.hi), said(&unit.en))
}

/// How much goods come to, by their unit codes: `2 नग + 1.5 किलो`, and `0` where there are none. Unlike units are never
/// added up; those that have one word for a person, as pieces and numbers have, are alike.
pub fn sum<Code: AsRef<str>>(goods: impl IntoIterator<Item = (Milli, Code)>) -> Name {
    let mut sums: Vec<(Milli, Code)> = Vec::new();
    for (quantity, code) in goods.into_iter().filter(|(quantity, _)| *quantity != Milli(0)) {
        let word = unit(code.as_ref()).hi;
        match sums.iter_mut().find(|(_, like)| unit(like.as_ref()).hi == word) {
            Some((sum, _)) => sum.0 += quantity.0,
            None => sums.push((quantity, code)),
        }
    }
    let said: Vec<Name> = sums.iter().map(|(sum, code)| measured(*sum, code.as_ref())).collect();
    let joined = |of: fn(&Name) -> &str| match said.as_slice() {
        [] => "0".to_owned(),
        said => said.iter().map(of).collect::<Vec<_>>().join(" + "),
    };
    Name::new(joined(|name| &name.hi), joined(|name| &name.en))
}

/// Whether a unit is measured: half of it can be sold.
pub fn by_measure(code: &str) -> bool {
    UNITS.get(code).is_none_or(|(_, decimals)| *decimals > 0)
}

/// A quantity of goods, if a line of this unit may hold it: half a pot is none.
pub fn fits_unit(quantity: Milli, code: &str) -> Result<Milli, Refusal> {
    quantity.of_unit(UNITS.get(code).map_or(3, |(_, decimals)| *decimals))
}

#[cfg(test)]
mod tests {
    use domain::name::Name;
    use domain::quantity::Milli;

    #[test]
    fn unlike_units_are_told_apart() {
        let sum = |goods: &[(i64, &str)]| super::sum(goods.iter().map(|(milli, code)| (Milli(*milli), *code)));
        let goods = [(2_000, "PCS"), (1_500, "KGS"), (0, "MTR"), (1_000, "NOS"), (99_999_000, "KGS")];
        assert_eq!(sum(&goods), Name::new("3 नग + 1,00,000.5 किलो", "3 pc + 1,00,000.5 kg"));
        assert_eq!(sum(&[]), Name::new("0", "0"));
    }

    #[test]
    fn the_packs_read() {
        let date = jiff::civil::date(2026, 11, 23);
        assert!(super::TAX.rate("7418-table-kitchen-household-copper", date).is_ok());
        assert!(super::TAX.rate(super::COMMISSION, date).is_ok());
        assert!(super::TAX.state("09").is_ok());
        assert!(super::TAX.limit("cash_receipt_paise", date).is_some());
        assert!(super::TAX.limit("registration_turnover_goods_paise", date).is_some());
        assert_eq!(
            super::BANK_FILES.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(),
            ["generic", "hdfc_like", "union"]
        );
        assert_ne!(super::unit("PCS").hi, "PCS");
        assert_eq!(super::district("LKO").en, "Lucknow");
        assert_eq!(super::DISTRICTS.len(), 75);
    }
}
