//! The one catalogue of words, for paper and screens alike: Fluent messages of `assets/locales`, compiled in.
//! Not here: which words are needed where (each caller names its keys).

use domain::money::group_indian;
use domain::name::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::OnceLock;

/// A value put into a message: text, or a count, which is written grouped and also chooses the plural. What is numbered
/// and not counted (a shift, a version) is put in as text.
pub use fluent_bundle::FluentValue as Value;

type Catalogue = FluentBundle<FluentResource>;

const HI: [&str; 9] = [
    include_str!("../../../assets/locales/hi/paper.ftl"),
    include_str!("../../../assets/locales/hi/refusals.ftl"),
    include_str!("../../../assets/locales/hi/screens.ftl"),
    include_str!("../../../assets/locales/hi/day.ftl"),
    include_str!("../../../assets/locales/hi/items.ftl"),
    include_str!("../../../assets/locales/hi/consign.ftl"),
    include_str!("../../../assets/locales/hi/statement.ftl"),
    include_str!("../../../assets/locales/hi/settle.ftl"),
    include_str!("../../../assets/locales/hi/books.ftl"),
];
const EN: [&str; 9] = [
    include_str!("../../../assets/locales/en/paper.ftl"),
    include_str!("../../../assets/locales/en/refusals.ftl"),
    include_str!("../../../assets/locales/en/screens.ftl"),
    include_str!("../../../assets/locales/en/day.ftl"),
    include_str!("../../../assets/locales/en/items.ftl"),
    include_str!("../../../assets/locales/en/consign.ftl"),
    include_str!("../../../assets/locales/en/statement.ftl"),
    include_str!("../../../assets/locales/en/settle.ftl"),
    include_str!("../../../assets/locales/en/books.ftl"),
];

/// The message `key` in `language`, with `args` put in. A key nobody wrote comes back as itself: a screen
/// that shows its key is still usable, and a test of the catalogue finds it.
pub fn text(language: Language, key: &str, args: &[(&str, Value<'_>)]) -> String {
    let catalogue = catalogue(language);
    let Some(pattern) = catalogue.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
    catalogue.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
}

/// A count as people read it: `1,00,000`.
fn counted<Memory>(value: &Value<'_>, _: &Memory) -> Option<String> {
    match value {
        Value::Number(count) => count.as_string().parse().ok().map(group_indian),
        _ => None,
    }
}

/// Whether the catalogue of `language` has `key`.
pub fn has(language: Language, key: &str) -> bool {
    catalogue(language).has_message(key)
}

fn catalogue(language: Language) -> &'static Catalogue {
    static CATALOGUES: [OnceLock<Catalogue>; 2] = [const { OnceLock::new() }; 2];
    let (place, code, sources) = match language {
        Language::Hi => (0, "hi", HI),
        Language::En => (1, "en", EN),
    };
    CATALOGUES[place].get_or_init(|| {
        let mut bundle = FluentBundle::new_concurrent(vec![code.parse().expect("a language code")]);
        // The marks would reach printers and tests as characters without glyphs.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(counted));
        for source in sources {
            // What parses is used and what does not is left out, so that one bad message written in haste
            // costs one message; the test below refuses it before it is shipped.
            let resource = match FluentResource::try_new(source.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        bundle
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys<const FILES: usize>(sources: [&str; FILES]) -> Vec<&str> {
        let lines = sources.into_iter().flat_map(str::lines);
        let named = lines.filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()));
        let mut keys: Vec<&str> = named.filter_map(|line| line.split_once('=')).map(|(key, _)| key.trim()).collect();
        keys.sort_unstable();
        keys
    }

    #[test]
    fn every_message_parses_and_none_is_written_twice() {
        for source in HI.into_iter().chain(EN) {
            FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| errors).expect("good Fluent");
        }
        for sources in [HI, EN] {
            let keys = keys(sources);
            assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "{keys:?}");
        }
    }

    /// Also where no screen stands by: a message of another file is none here.
    #[test]
    fn whatever_was_not_understood_is_said_in_full() {
        for (language, sources) in [(Language::Hi, HI), (Language::En, EN)] {
            let all = sources.concat();
            let message = &all[all.find("refusal-invalid-input").expect("the message")..];
            let variants = message.lines().skip(1).map(str::trim).take_while(|line| line.starts_with('['));
            let named: Vec<&str> =
                variants.filter_map(|line| line[1..].split_once(']')).map(|(what, _)| what).collect();
            assert!(named.len() > 80, "{named:?}");
            for what in named {
                let said = text(language, "refusal-invalid-input", &[("what", what.into())]);
                assert!(!said.contains('{'), "{said}");
            }
        }
    }

    #[test]
    fn paper_says_the_same_things_in_both_languages() {
        assert_eq!(keys([HI[0]]), keys([EN[0]]));
    }

    #[test]
    fn counts_choose_the_plural_and_nothing_isolates_them() {
        let says = |language, count: i64| text(language, "paper-makers", &[("count", count.into())]);
        assert_eq!(says(Language::En, 1), "This bill gives income to 1 artisan");
        assert_eq!(says(Language::En, 3), "This bill gives income to 3 artisans");
        assert_eq!(says(Language::Hi, 1), "इस बिल से 1 कारीगर को आमदनी हुई");
        assert_eq!(says(Language::Hi, 3), "इस बिल से 3 कारीगरों को आमदनी हुई");
        assert_eq!(says(Language::En, 123_456), "This bill gives income to 1,23,456 artisans");
        assert_eq!(says(Language::Hi, 100_000), "इस बिल से 1,00,000 कारीगरों को आमदनी हुई");
        assert_eq!(text(Language::Hi, "paper-nothing", &[]), "paper-nothing");
    }
}
