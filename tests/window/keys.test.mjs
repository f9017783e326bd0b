// The keystrokes of the commonest tasks, counted in the real window against the table of the README. A scan is no
// keystroke; keys held together are one. Not here: what the tasks come to (counter.test.mjs).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Key, atCounter, until } from './harness.mjs';

const README = join(import.meta.dirname, '../../README.md');
const SURAHI = 'AZM-BLK-02';
const DIYA = 'MBD-BRS-02';
const KURTI = 'LKO-CHK-02';

/** The table: a task and its keystrokes. */
function table() {
  const rows = [...readFileSync(README, 'utf8').matchAll(/^\| (.+?) \| .+? \| (\d+) \|$/gm)];
  return Object.fromEntries(rows.map(([, task, count]) => [task, Number(count)]));
}

/** The twelve, in an order in which each finds what it needs. */
async function tasks(counter, task) {
  const sold = () => until('the basket to be sold', () => counter.call('view_basket').lines.length === 0);
  const scan = async (code, line) => {
    counter.scan(code);
    await counter.see(`line-${line}`);
  };

  /** Opens a payment, gives what is typed for it, and closes the bill. */
  const pay = (key, shown, typed = '') => async () => {
    await counter.press(key);
    await counter.focused(shown);
    await counter.press(...typed, Key.Enter);
    await sold();
  };

  await scan(SURAHI, 1);
  await task('one piece for exact cash', pay('F8', 'cash-given'));
  await task('the last receipt again', async () => {
    await counter.press('F6');
    await until('a duplicate', () => counter.call('view_receipt', { number: null }).copies === 1);
  });
  for (const [place, code] of [SURAHI, DIYA, KURTI].entries()) await scan(code, place + 1);
  await task('three pieces by UPI', pay('F9', 'pay-confirm'));
  await task('four of one piece', async () => {
    await counter.press('*', '4');
    // A hand needs a moment from the key to the scanner, and the driver's keys bear other times than the screen's own.
    await pause(1000);
    counter.scan(DIYA);
    await until('four of them', () => counter.call('view_basket').lines[0]?.quantity_milli === 4000);
  });
  await task('₹50 off a line', async () => {
    await counter.press('F2');
    await counter.focused('discount-amount');
    await counter.press('5', '0', Key.Enter);
    await until('the discount', () => counter.call('view_basket').discount.paise === 5000);
    await counter.focused('search');
  });
  await task('undo', async () => {
    await counter.chord(Key.Ctrl, 'z');
    await until('no discount', () => counter.call('view_basket').discount.paise === 0);
  });
  await task('hold', async () => {
    await counter.press('F5');
    await counter.see('held-1');
  });
  await task('recall', async () => {
    await counter.press('F5');
    await counter.gone('held-1');
  });
  await counter.see('line-1');
  await scan(SURAHI, 2);
  await task('a line removed', async () => {
    await counter.press(Key.Delete);
    await until('one line', () => counter.call('view_basket').lines.length === 1);
  });
  await task('a sale by card, reference of four', pay('F10', 'card-reference', '4411'));
  await scan(SURAHI, 1);
  await task('cash from a note of ₹2,000', pay('F8', 'cash-given', '2000'));
  assert.equal(counter.call('view_basket').last_sale.change.paise, 135_000);
  await task('the other language', async () => {
    await counter.press(Key.F3);
    await until('English', async () => (await counter.language()) === 'en');
  });
}

test('the commonest tasks take the keystrokes that the README says', { timeout: 180_000 }, () =>
  atCounter('keystrokes', async (counter) => {
    await counter.signIn();
    await counter.openShift();
    const counted = {};
    await tasks(counter, async (name, work) => {
      const before = counter.strokes;
      await work();
      counted[name] = counter.strokes - before;
    });
    const wanted = table();
    assert.equal(Object.keys(counted).length, 12);
    assert.deepEqual(counted, Object.fromEntries(Object.keys(counted).map((name) => [name, wanted[name]])));
  }));
