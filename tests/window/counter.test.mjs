// Six things that happen at a counter, in the real window on a demo mart. Not here: the rules (crates/domain), the
// journeys through the commands (tests/stories) and the screens by themselves (ui).

import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { Key, atCounter, until } from './harness.mjs';

const LIMIT = { timeout: 180_000 };
const BILL = /LKO\w+\/\d\d\/T\d{6}/;

/** ₹4,319 as paise, from whatever stands around it. */
function paise(text) {
  const [, rupees, rest = '00'] = text.match(/([\d,]+)(?:\.(\d\d))?/) ?? assert.fail(`no amount in ${text}`);
  return Number(rupees.replaceAll(',', '') + rest);
}

test('a sale in Hindi with the keyboard alone', LIMIT, () =>
  atCounter('hindi-keyboard-sale', async (counter) => {
    assert.equal(await counter.language(), 'hi');
    const { id, demo_pin: pin } = counter.operator('cashier');
    await counter.see(`operator-${id}`);
    await counter.tabTo(`operator-${id}`);
    await counter.press(Key.Enter);
    await counter.focused('pin');
    await counter.type(pin);
    await counter.press(Key.Enter);
    await counter.see('float');
    await counter.focused('float');
    await counter.type('2000');
    await counter.press(Key.Enter);

    await counter.focused('search');
    await counter.type('चिकनकारी');
    await counter.see('hit-1');
    await counter.press(Key.Enter);
    await counter.see('line-1');
    const due = paise(await counter.read('due', /[1-9]/));
    await counter.press('F8');
    await counter.focused('cash-given');
    await counter.press(Key.Enter);

    const last = await counter.read('last-bill', BILL);
    await counter.focused('search');
    const receipt = counter.call('view_receipt', { number: null });
    assert.equal(receipt.number, last.match(BILL)[0]);
    assert.ok(due > 0);
  }));

test('a due split between cash, UPI and card', LIMIT, () =>
  atCounter('split-tender', async (counter) => {
    await counter.signIn();
    await counter.openShift();
    await counter.addItem('चिकनकारी');
    const due = paise(await counter.read('due', /[1-9]/));
    await counter.press('F7');
    await counter.see('pay-confirm');
    assert.ok(due > 0);
  }));
