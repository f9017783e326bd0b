// Every screen in the real window, empty and full, in Hindi and in English, light and dark, small and large: a picture of
// each, nothing that axe-core finds fault with, and nothing wider than the window. Not here: what the screens do (counter.test.mjs).

import axe from 'axe-core';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Key, atCounter, emptyFolder } from './harness.mjs';

const LIMIT = { timeout: 420_000 };
const CATALOGUE = join(import.meta.dirname, '../../assets/catalogue/items.csv');

/** Codes of the catalogue, one item each. */
const codes = readFileSync(CATALOGUE, 'utf8').split('\n').slice(1).map((row) => row.split(',')[0]).filter(Boolean);

/** Runs in the page: what axe-core finds, each with the places where. */
function faults(done) {
  window.axe
    .run(document, { resultTypes: ['violations'] })
    .then(({ violations }) => done(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary.split('\n')[1]?.trim()})`).join(' | ')}`)))
    .catch((error) => done([String(error)]));
}

/** Runs in the page: what stands beyond its right edge, if it scrolls sideways. */
function tooWide() {
  if (document.documentElement.scrollWidth <= window.innerWidth) return [];
  const beyond = [...document.querySelectorAll('#app *')].filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1);
  return [`wider than the window: ${beyond.slice(0, 3).map(({ outerHTML }) => outerHTML.slice(0, 80)).join(' | ')}`];
}

/** Looks at what is on the screen, as a stranger and as a screen reader would. */
function lookAt(counter, found) {
  return async (name) => {
    await counter.picture(`-${name}`);
    const wrong = await counter.inPageLater(faults);
    wrong.push(...(await counter.inPage(tooWide)));
    for (const what of wrong) found.set(what, [...(found.get(what) ?? []), name]);
  };
}

/** Opens one screen after the other, with the keyboard, and looks at each. */
async function everyScreen(counter, look) {
  const { press, type, see, focused } = bound(counter);
  await look('sign-in');
  const { id, demo_pin: pin } = counter.operator('manager');
  await counter.click(`operator-${id}`);
  await see('pin');
  await look('pin');
  await type(pin);
  await press(Key.Enter);
  await see('float');
  await look('open-shift');
  await counter.openShift();
  await look('sell-empty');
  await counter.chord(Key.Alt, '3');
  await see('no-bills');
  await look('bills-empty');
  await counter.chord(Key.Alt, '7');
  await see('print-empty');
  await look('printing-empty');
  await counter.chord(Key.Alt, '1');
  await focused('search');

  await type('चिकन');
  await see('hit-0');
  await look('sell-search');
  await press(Key.Enter);
  await see('line-1');
  for (const code of codes.slice(0, 3)) counter.scan(code);
  await see('line-3');
  await look('sell');
  await press('F2');
  await see('discount-amount');
  await look('sell-discount');
  await counter.chord(Key.Alt, 'p');
  await see('line-price-amount');
  await look('sell-price');
  await counter.chord(Key.Alt, 'n');
  await see('note-text');
  await look('sell-note');
  await press(Key.Escape, 'F4');
  await see('buyer-mobile');
  await look('sell-buyer');
  for (const [key, shown, name] of [['F8', 'cash-given', 'cash'], ['F9', 'upi-code', 'upi'], ['F10', 'card-reference', 'card'], ['F7', 'split-upi', 'split']]) {
    await press(Key.Escape, key);
    await see(shown);
    await look(`sell-${name}`);
  }
  await press(Key.Escape, 'F5');
  await see('held-1');
  await look('sell-held');
  await press('F5', 'F8');
  await focused('cash-given');
  await press(Key.Enter);
  await see('last-bill');
  await look('sell-sold');
  await counter.chord(Key.Alt, 'r');
  await see('receipt');
  await look('sell-receipt');
  await press(Key.Escape);
  for (const code of codes.slice(0, 24)) counter.scan(code);
  await see('line-20');
  await look('sell-overfull');
  await press('F1');
  await see('help-sheet');
  await look('help');
  await press('F1', 'F5');

  const { number } = counter.call('view_basket').last_sale;
  await counter.chord(Key.Alt, '2');
  await focused('return-search');
  await look('returns-empty');
  await type(number);
  await press(Key.Enter);
  await see('return-all');
  await press('F5');
  await look('returns');
  await counter.chord(Key.Alt, '3');
  await see('bill-0');
  await look('bills');
  await press('F9');
  await see('upi-tasks-back');
  await look('bills-upi');
  await counter.chord(Key.Alt, '4');
  await see('shift-report');
  await look('day');
  await press('F5');
  await see('move-reason');
  await look('day-cash');
  await press(Key.Escape);
  await counter.chord(Key.Alt, '5');
  await see('item-0');
  await look('items');
  await press(Key.Enter);
  await see('item-save');
  await look('item');
  await press(Key.Escape, 'F4');
  await see('import-back');
  await look('items-import');
  await press(Key.Escape);
  await counter.chord(Key.Alt, '6');
  await see('person-new');
  await look('people');
  await counter.chord(Key.Alt, '7');
  await see('open-ways');
  await look('printing');
  await press('F2');
  await see('ways-back');
  await look('printing-ways');
  await press(Key.Escape, 'F8');
  await see('labels-back');
  await look('printing-labels');
  await press(Key.Escape);
  await counter.chord(Key.Alt, '8');
  await see('settings-save');
  await look('settings');
  await counter.chord(Key.Alt, 'l');
  await see('lock');
  await look('locked');
  await type(pin);
  await press(Key.Enter);
  await counter.gone('lock');
  await counter.chord(Key.Alt, 'c');
  await see('close-shift-count');
  await look('close-shift');
}

/** The counter's own words, to be read as sentences. */
function bound(counter) {
  return Object.fromEntries(['press', 'type', 'see', 'focused'].map((name) => [name, counter[name].bind(counter)]));
}

/** The counter's screen and a large one, in all looks; and what the counter's shows at 125 % and at 200 %. */
const LOOKS = [
  ...[[1366, 768], [1920, 1080]].flatMap((size) => ['hi', 'en'].flatMap((language) => ['light', 'dark'].map((theme) => ({ language, theme, size })))),
  { language: 'hi', theme: 'light', size: [1093, 614] },
  { language: 'en', theme: 'light', size: [683, 384] },
];

for (const { language, theme, size } of LOOKS) {
  test(`every screen is clean and drawn: ${language}, ${theme}, ${size.join(' x ')}`, LIMIT, () =>
    atCounter(
      `screens-${language}-${theme}-${size[0]}`,
      async (counter) => {
        const found = new Map();
        await counter.resize(...size);
        await counter.inPage(axe.source);
        await everyScreen(counter, lookAt(counter, found));
        assert.deepEqual(Object.fromEntries(found), {}, 'a fault, and where it was found');
      },
      (counter) => {
        counter.call('set_language', { language });
        counter.call('set_look', { theme, sound: false, digits: 'latin' });
      },
    ));
}

test('a new mart is set up on clean screens', LIMIT, () =>
  atCounter(
    'screens-set-up',
    async (counter) => {
      const found = new Map();
      await counter.inPage(axe.source);
      await counter.see('set-up');
      await lookAt(counter, found)('first');
      assert.deepEqual(Object.fromEntries(found), {}, 'a fault, and where it was found');
    },
    () => {},
    emptyFolder,
  ));
