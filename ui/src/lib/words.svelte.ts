// All text of the screens, by key, in the language of the moment. Numbers and money come written from the till.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import enRefusals from '../../../assets/locales/en/refusals.ftl?raw';
import enScreens from '../../../assets/locales/en/screens.ftl?raw';
import hiRefusals from '../../../assets/locales/hi/refusals.ftl?raw';
import hiScreens from '../../../assets/locales/hi/screens.ftl?raw';
import type { Language, Name, Refused } from '../generated/contract';

function bundle(language: Language, texts: string[]): FluentBundle {
  const made = new FluentBundle(language, { useIsolating: false });
  for (const text of texts) made.addResource(new FluentResource(text));
  return made;
}

const bundles: Record<Language, FluentBundle> = {
  hi: bundle('hi', [hiScreens, hiRefusals]),
  en: bundle('en', [enScreens, enRefusals]),
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
  const message = bundles[language].getMessage(key);
  return message?.value ? bundles[language].formatPattern(message.value, args) : key;
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
