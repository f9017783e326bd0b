import { expect, test } from 'vitest';
import css from './tokens.css?raw';

/** The roles of a theme: the first `:root` is the light one, that of `data-theme` the other. */
function roles(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/gi)].map((match) => [match[1]!, match[2]!]));
}

const [light, dark] = css.split(":root[data-theme='dark']").map(roles) as [Record<string, string>, Record<string, string>];

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [bright, dim] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
}

/** Every text role with the grounds it stands on. */
const TEXTS: [string, string[]][] = [
  ['ink', ['paper', 'surface', 'sunken', 'chosen', 'primary-soft']],
  ['ink-2', ['paper', 'surface', 'sunken', 'chosen', 'primary-soft']],
  ['ink-3', ['paper', 'surface', 'sunken', 'chosen', 'primary-soft']],
  ['primary', ['surface', 'paper', 'primary-soft']],
  ['primary-ink', ['primary']],
  ['accent', ['surface', 'paper', 'accent-soft']],
  ['ok', ['surface', 'paper', 'ok-soft']],
  ['warn', ['surface', 'paper', 'warn-soft']],
  ['danger', ['surface', 'paper', 'danger-soft']],
];

test.each([
  ['light', light],
  ['dark', dark],
])('text on its grounds can be read: %s', (_, theme) => {
  for (const [text, grounds] of TEXTS) {
    for (const ground of grounds) {
      expect(contrast(theme[text]!, theme[ground]!), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test.each([
  ['light', light],
  ['dark', dark],
])('amounts can be read at arm’s length: %s', (_, theme) => {
  for (const ground of ['paper', 'surface', 'chosen']) {
    expect(contrast(theme.ink!, theme[ground]!), `ink on ${ground}`).toBeGreaterThanOrEqual(7);
  }
});
