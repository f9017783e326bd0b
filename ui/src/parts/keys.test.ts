import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keysOf } from './keys';

const SCREENS = join(import.meta.dirname, '../screens');

/** What the files of a screen say of the keys they hear. */
function source(screen: string): string {
  const folder = join(SCREENS, screen);
  return readdirSync(folder).filter((name) => /\.(svelte|ts)$/.test(name)).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}

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
