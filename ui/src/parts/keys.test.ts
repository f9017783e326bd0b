import { expect, test } from 'vitest';
import { keysOf } from './keys';

const files = import.meta.glob<string>('../screens/**/*.{svelte,ts}', { query: '?raw', import: 'default', eager: true });

/** What the files of a screen say of the keys they hear. */
const source = (screen: string) =>
  Object.entries(files).filter(([name]) => name.startsWith(`../screens/${screen}/`)).map(([, text]) => text).join('\n');

test('F1 lists the keys that a screen hears, and no others', () => {
  const wrong: string[] = [];
  for (const screen of ['sell', 'returns', 'bills', 'day', 'items', 'stock', 'consign', 'artisan', 'payout', 'books', 'people', 'printing']) {
    const heard = new Set([...source(screen).matchAll(/\bkey(?: ===|:) '(F\d+)'/g)].map((match) => match[1]!));
    const listed = new Set(keysOf(screen).map(([key]) => key).filter((key) => /^F\d+$/.test(key)));
    for (const key of heard) if (!listed.has(key)) wrong.push(`${screen} hears ${key} and does not list it`);
    for (const key of listed) if (!heard.has(key)) wrong.push(`${screen} lists ${key} and does not hear it`);
  }
  expect(wrong).toEqual([]);
});
