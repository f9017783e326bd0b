import { expect, test, vi } from 'vitest';

vi.mock('./look.svelte', () => ({ currentLook: () => ({ digits: 'latin' }) }));
vi.stubGlobal('document', { documentElement: {} });

import { refusal, useLanguage } from './words.svelte';

const refused = (what: string) => refusal({ kind: 'refusal', code: 'invalid_input', params: { what } });

test('what was not understood is named in the language of the counter', () => {
  useLanguage('hi');
  expect(refused('mobile')).toBe('यह समझ में नहीं आया: मोबाइल नंबर (दस अंक)। ठीक करके फिर से करें।');
  expect(refused('a text of the clerk')).toContain(': a text of the clerk।');
  useLanguage('en');
  expect(refused('item_twice')).toBe('This was not understood: the same goods twice. Correct it and try again.');
});
