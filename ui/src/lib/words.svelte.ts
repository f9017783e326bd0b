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

/** `figures` is a language whose numbers are written as this bundle's shall be. */
function bundle(language: Language, figures: string = language): FluentBundle {
  const made = new FluentBundle(figures, { useIsolating: false });
  for (const [path, text] of Object.entries(TEXTS)) {
    if (path.includes(`/${language}/`)) made.addResource(new FluentResource(text));
  }
  return made;
}

type Bundles = Record<Language, FluentBundle>;
const bundles: Record<Digits, Bundles> = {
  latin: { hi: bundle('hi'), en: bundle('en') },
  devanagari: { hi: bundle('hi', 'hi-u-nu-deva'), en: bundle('en', 'en-u-nu-deva') },
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
