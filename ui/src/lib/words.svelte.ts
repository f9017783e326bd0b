// All text of the screens, by key, in the language of the moment. Numbers and money come written from the till.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Digits, Language, Name, Refused } from '../generated/contract';
import { currentLook } from './look.svelte';

/** Every message file but the paper's own, by its path. */
const TEXTS = import.meta.glob<string>(['../../../assets/locales/*/*.ftl', '!**/paper.ftl'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The language whose numbers are written as those of the screens: in India grouped as 1,00,000, in either language. */
const figuresOf = (language: Language, digits: Digits) => `${language}-IN${digits === 'devanagari' ? '-u-nu-deva' : ''}`;

function bundle(language: Language, digits: Digits): FluentBundle {
  const made = new FluentBundle(figuresOf(language, digits), { useIsolating: false });
  for (const [path, text] of Object.entries(TEXTS)) {
    if (path.includes(`/${language}/`)) made.addResource(new FluentResource(text));
  }
  return made;
}

type Bundles = Record<Language, FluentBundle>;
const bundles: Record<Digits, Bundles> = {
  latin: { hi: bundle('hi', 'latin'), en: bundle('en', 'latin') },
  devanagari: { hi: bundle('hi', 'devanagari'), en: bundle('en', 'devanagari') },
};

let language = $state<Language>('hi');

export function currentLanguage(): Language {
  return language;
}

export function useLanguage(chosen: Language) {
  language = chosen;
  document.documentElement.lang = chosen;
}

export function t(key: string, args?: Record<string, FluentVariable>): string {
  const spoken = bundles[currentLook().digits][language];
  const message = spoken.getMessage(key);
  // A message that lacks one of its words is shown with the gap: a screen that goes blank would be worse.
  return message?.value ? spoken.formatPattern(message.value, args, []) : key;
}

/** A count that stands alone; what is numbered and not counted is written as it is. */
export function grouped(number: number): string {
  return new Intl.NumberFormat(figuresOf(language, currentLook().digits)).format(number);
}

/** The name a person of this language reads. */
export function of(name: Name): string {
  return name[language];
}

/** The other spelling, which stands smaller below. */
export function other(name: Name): string {
  return name[language === 'hi' ? 'en' : 'hi'];
}

/** What was refused or broke, in words. */
export function refusal(refused: Refused): string {
  return t(`refusal-${refused.code.replaceAll('_', '-')}`, refused.params);
}
