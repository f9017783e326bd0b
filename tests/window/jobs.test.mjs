// The other jobs of a counter's day, in the real window, in Hindi and with the keyboard alone: a return, a price that a
// manager allows, cash for the safe, the end of the shift, the mart's rules. Not here: selling (counter.test.mjs).

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key, atCounter, until } from './harness.mjs';

const LIMIT = { timeout: 180_000 };
const SURAHI = 'AZM-BLK-02';
const DIYA = 'MBD-BRS-02';

/** Sells these for exact cash; answers the bill's number. */
async function sell(counter, ...codes) {
  for (const [place, code] of codes.entries()) {
    counter.scan(code);
    await counter.see(`line-${place + 1}`);
  }
  await counter.press('F8');
  await counter.focused('cash-given');
  await counter.press(Key.Enter);
  await counter.see('last-bill');
  await until('the basket to be sold', () => counter.call('view_basket').lines.length === 0);
  return counter.call('view_basket').last_sale.number;
}

/** Types the PIN of a manager into what asks for it. */
async function approve(counter) {
  await counter.focused('approve-pin');
  await counter.type(counter.operator('manager').demo_pin);
  await counter.press(Key.Enter);
  await counter.gone('approve');
}

test('goods come back, and the money with them', LIMIT, () =>
  atCounter('job-return', async (counter) => {
    await counter.signIn();
    await counter.openShift();
    const number = await sell(counter, SURAHI, DIYA);
    await counter.chord(Key.Alt, '2');
    await counter.focused('return-search');
    await counter.type(number);
    await counter.press(Key.Enter);
    await counter.see('return-all');
    await counter.press('F5', '2');
    assert.match(await counter.read('refund', /[1-9]/), /1,170/);
    await counter.picture();
    await counter.press(Key.Enter);
    await counter.see('return-done');
    const bill = counter.call('view_bill', { text: number });
    assert.equal(bill.state, 'returned');
    assert.deepEqual(bill.notes.map(({ number }) => number), ['LKO1A/26/C000001']);
  }));

test('a manager allows a price by PIN, and a note goes on the bill', LIMIT, () =>
  atCounter('job-price', async (counter) => {
    await counter.signIn();
    await counter.openShift();
    counter.scan(SURAHI);
    await counter.see('line-1');
    await counter.chord(Key.Alt, 'p');
    await counter.focused('line-price-amount');
    await counter.type('600');
    await counter.press(Key.Enter);
    await approve(counter);
    await counter.read('due', /600/);
    await counter.focused('search');
    await counter.chord(Key.Alt, 'n');
    await counter.focused('note-text');
    await counter.type('शुक्रवार को देना है');
    await counter.press(Key.Enter);
    await counter.read('note', /शुक्रवार को देना है/);
    await counter.picture();
    await counter.press('F8');
    await counter.focused('cash-given');
    await counter.press(Key.Enter);
    await counter.see('last-bill');
    await until('the sale', () => counter.call('view_basket').last_sale?.due.paise === 60_000);
    assert.match(counter.call('view_receipt', { number: null }).text, /टिप्पणी: शुक्रवार को देना है/);
  }));

test('cash goes to the safe, the drawer is counted, and the shift ends without a difference', LIMIT, () =>
  atCounter('job-day', async (counter) => {
    await counter.signIn();
    await counter.openShift();
    await sell(counter, SURAHI);
    await counter.chord(Key.Alt, '4');
    await counter.see('shift-report');
    await counter.press('F5');
    await counter.see('move-reason');
    await counter.press(Key.ArrowDown);
    await counter.tabTo('move-reason');
    await counter.type('तिजोरी');
    await counter.tabTo('moved');
    await counter.type('500');
    await counter.press(Key.Enter);
    await counter.gone('move-cash');
    const moved = counter.call('view_shift_report', { number: null }).movements;
    assert.deepEqual(moved.map(({ reason, amount }) => [reason, amount.paise]), [['तिजोरी', 50_000]]);
    const inside = 200_000 + 65_000 - 50_000;

    await counter.chord(Key.Alt, 'c');
    await counter.tabTo('counted');
    await counter.type(String(inside / 100));
    await counter.press(Key.Enter);
    await counter.focused('close-shift-confirm');
    await counter.press(Key.Enter);
    await counter.see('shift-closed');
    await counter.picture();
    assert.doesNotMatch(await counter.read('difference'), /[1-9]/);
    await counter.press(Key.Enter);
    await counter.gone('shift-closed');
    assert.equal(counter.call('view_start').signed_in.shift, null);
  }));

test('a manager changes a rule of the mart, and wrong figures save nothing', LIMIT, () =>
  atCounter('job-rules', async (counter) => {
    await counter.signIn('manager');
    await counter.see('float');
    await counter.chord(Key.Alt, '8');
    await counter.see('settings-discount-cashier');
    await counter.tabTo('settings-discount-cashier');
    await counter.chord(Key.Ctrl, 'a');
    await counter.type('12x');
    await counter.press(Key.Enter);
    assert.equal(counter.call('view_settings').mart.discount_limits.cashier_bps, 500);
    await counter.press(Key.Backspace, '.', '5', Key.Enter);
    await until('the rule', () => counter.call('view_settings').mart.discount_limits.cashier_bps === 1_250);
    await counter.read('notice');
  }));
