import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Every style of the screens, by its file. */
const styles = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(svelte|css)$/.test(name))
  .map((name) => ({ name, style: readFileSync(join(import.meta.dirname, name), 'utf8').split('<style').at(-1)! }));

test('headings that stay in sight are not cut off with their table', () => {
  const sticky = styles.filter(({ style }) => /\bth\b[^}]*position: sticky/.test(style));
  expect(sticky.length).toBeGreaterThan(3);
  // A table that hides what is over its edge is what its headings stick to, and it scrolls away with them.
  const cut = sticky.filter(({ style }) => /(^|\s)(table[^{]*|\.bill-list) \{[^}]*overflow: hidden/.test(style));
  expect(cut.map(({ name }) => name)).toEqual([]);
});
