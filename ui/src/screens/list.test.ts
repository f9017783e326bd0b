import { expect, test } from 'vitest';

const files = import.meta.glob<string>('./**/*.{svelte,css}', { query: '?raw', import: 'default', eager: true });
/** Every style of the screens, by its file. */
const styles = Object.entries(files).map(([name, text]) => ({ name, style: text.split('<style').at(-1)! }));

test('headings that stay in sight are not cut off with their table', () => {
  const sticky = styles.filter(({ style }) => /\bth\b[^}]*position: sticky/.test(style));
  expect(sticky.length).toBeGreaterThan(3);
  // A table that hides what is over its edge is what its headings stick to, and it scrolls away with them.
  const cut = sticky.filter(({ style }) => /(^|\s)(table[^{]*|\.bill-list) \{[^}]*overflow: hidden/.test(style));
  expect(cut.map(({ name }) => name)).toEqual([]);
});
