import { expect, test, vi } from 'vitest';

const look = { digits: 'latin' };
vi.mock('./look.svelte', () => ({ currentLook: () => look }));
vi.stubGlobal('document', { documentElement: {} });

import { grouped, refusal, t, useLanguage } from './words.svelte';

const refused = (what: string) => refusal({ kind: 'refusal', code: 'invalid_input', params: { what } });

test('what was not understood is named in the language of the counter', () => {
  useLanguage('hi');
  expect(refused('mobile')).toBe('यह समझ में नहीं आया: मोबाइल नंबर (दस अंक)। ठीक करके फिर से करें।');
  expect(refused('a text of the clerk')).toContain(': a text of the clerk।');
  useLanguage('en');
  expect(refused('item_twice')).toBe('This was not understood: the same goods twice. Correct it and try again.');
});

test('counts are grouped as in India, in both languages and both kinds of figures', () => {
  const said = () => [grouped(99999), grouped(1234567), t('items-count', { count: 100000 })];
  useLanguage('hi');
  expect(said()).toEqual(['99,999', '12,34,567', '1,00,000 चीज़ें']);
  useLanguage('en');
  expect(said()).toEqual(['99,999', '12,34,567', '1,00,000 items']);
  look.digits = 'devanagari';
  expect(said()).toEqual(['९९,९९९', '१२,३४,५६७', '१,००,००० items']);
  look.digits = 'latin';
});
