// Every screen in the real window, empty and full, in Hindi and in English, light and dark, small and large: a picture of
// each, nothing that axe-core finds fault with, and nothing wider than the window. Not here: what the screens do (counter.test.mjs).

import axe from 'axe-core';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Key, approves, atCounter, emptyFolder, proves, sellsAtOnce } from './harness.mjs';

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

/** Types where goods go. */
async function sendTo(counter, code, words) {
  await counter.type(code);
  for (const [place, field] of ['send-name-hi', 'send-name-en', 'send-address-hi', 'send-address-en'].entries()) {
    await counter.tabTo(field);
    await counter.type(words[place]);
  }
}

/** Runs in the page: chooses a bank's reply that has only wrong rows, which no key can. */
function chooseReply() {
  const files = new DataTransfer();
  files.items.add(new File(['reference,amount,utr,status\nLKO1A/26/H000009,10,SBINN52026112801,PAID\n=1,x,1,?\n'], 'reply.csv'));
  const field = document.querySelector('[data-test="reply-file"]');
  field.files = files.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Opens one screen after the other, with the keyboard, and looks at each. */
async function everyScreen(counter, look) {
  /** Strokes until a screen or panel shows, which is looked at; `Alt 3` is one. */
  const show = async (strokes, shown, name) => {
    for (const stroke of strokes) await (stroke.startsWith('Alt ') ? counter.chord(Key.Alt, stroke.slice(4)) : counter.press(stroke));
    await counter.see(shown);
    await look(name);
  };
  const { id, demo_pin: pin } = counter.operator('manager');
  await show([], `operator-${id}`, 'sign-in');
  await counter.click(`operator-${id}`);
  await show([], 'pin', 'pin');
  await show([...pin, Key.Enter], 'float', 'open-shift');
  await show(['Alt b'], 'books-empty', 'books-empty');
  await counter.chord(Key.Alt, '1');
  await counter.see('float');
  await counter.openShift();
  await show([], 'search', 'sell-empty');
  await show(['Alt 3'], 'no-bills', 'bills-empty');
  await show(['Alt 9'], 'print-empty', 'printing-empty');
  await show(['Alt d'], 'due-empty', 'payout-due-empty');
  await show(['2'], 'approve-none', 'payout-approve-empty');
  await show(['3'], 'pay-none', 'payout-pay-empty');
  await show(['4'], 'way-none', 'payout-way-empty');
  await show(['5'], 'history-none', 'payout-history-empty');
  await show(['6'], 'advances-none', 'payout-advances-empty');
  await show(['F2'], 'advance-form', 'payout-advance');
  await counter.chord(Key.Alt, '1');
  await counter.focused('search');

  await show([...'चिकन'], 'hit-0', 'sell-search');
  await counter.press(Key.Enter);
  await counter.see('line-1');
  for (const code of codes.slice(0, 3)) counter.scan(code);
  await show([], 'line-3', 'sell');
  await show(['F2'], 'discount-amount', 'sell-discount');
  await show(['Alt p'], 'line-price-amount', 'sell-price');
  await show(['Alt n'], 'note-text', 'sell-note');
  await show([Key.Escape, 'F4'], 'buyer-mobile', 'sell-buyer');
  await show([Key.Escape, 'F8'], 'cash-given', 'sell-cash');
  await show([Key.Escape, 'F9'], 'upi-code', 'sell-upi');
  await show([Key.Escape, 'F10'], 'card-reference', 'sell-card');
  await show([Key.Escape, 'F7'], 'split-upi', 'sell-split');
  await show([Key.Escape, 'F5'], 'held-1', 'sell-held');
  await counter.press('F5', 'F8');
  await counter.focused('cash-given');
  await show([Key.Enter], 'last-bill', 'sell-sold');
  await show(['Alt r'], 'receipt', 'sell-receipt');
  await counter.press(Key.Escape);
  for (const code of codes.slice(0, 24)) counter.scan(code);
  await show([], 'line-20', 'sell-overfull');
  await show(['F1'], 'help-sheet', 'help');
  await counter.press('F1', 'F5');

  await show(['Alt 2'], 'return-search', 'returns-empty');
  await counter.focused('return-search');
  await counter.type(counter.call('view_basket').last_sale.number);
  await counter.press(Key.Enter);
  await counter.see('return-all');
  await show(['F5'], 'refund', 'returns');
  await show(['Alt 3'], 'bill-0', 'bills');
  await show(['F9'], 'upi-tasks-back', 'bills-upi');
  await show(['Alt 4'], 'shift-report', 'day');
  await show(['F5'], 'move-reason', 'day-cash');
  await show([Key.Escape, 'Alt 5'], 'item-0', 'items');
  await show([Key.Enter], 'item-save', 'item');
  await show([Key.Escape, 'F4'], 'import-back', 'items-import');
  await show([Key.Escape, 'Alt h'], 'home-quiet', 'home-empty');
  await show(['Alt 6'], 'stock-0', 'stock');
  await counter.focused('stock-search');
  await show([Key.Enter], 'stock-figures', 'stock-item');
  await show(['F4'], 'adjust-do', 'stock-adjust');
  await show([Key.Escape, Key.Escape, 'F8'], 'purchase-take', 'purchase-empty');
  await counter.click('vendor-new');
  await counter.focused('vendor-gstin');
  await counter.type('09AAPFU0939F1ZT');
  await counter.tabTo('vendor-hi');
  await counter.type('पीतल भंडार');
  await counter.tabTo('vendor-en');
  await counter.type('Pital Bhandar');
  await counter.press(Key.Enter);
  await counter.focused('purchase-invoice');
  counter.scan(codes[0]);
  await counter.see('purchase-line-0');
  await counter.tabTo('purchase-invoice');
  await counter.type('PB/81');
  await counter.tabTo('purchase-total');
  await counter.type('105');
  await counter.tabTo('purchase-cost-0');
  await counter.type('100');
  await show([], 'purchase-sum', 'purchase');
  await show(['F4'], 'approval-take', 'approval-empty');
  await show(['F2'], 'approval-challan', 'approval-take');
  await counter.press(Key.Escape, Key.Escape);
  await counter.see('purchase-take');
  await counter.press(Key.Escape);
  await counter.focused('stock-search');
  await show(['F10'], 'transfer-send', 'transfers-empty');
  await show(['F4'], 'arrive-file', 'transfer-take');
  await counter.press(Key.Escape);
  await counter.see('transfer-send');
  await counter.press('F2');
  await counter.focused('send-code');
  await sendTo(counter, 'VNS', ['ओडीओपी मार्ट, वाराणसी', 'ODOP Mart, Varanasi', 'लंका, वाराणसी', 'Lanka, Varanasi']);
  await counter.press('F2');
  await counter.focused('send-search');
  await counter.type(codes[0].toLowerCase());
  await show([Key.Enter], 'send-line-0', 'transfer-send');
  await show(['F8'], 'transfer-0', 'transfers');
  await show([Key.Enter], 'settle-open', 'transfer');
  await show(['F4'], 'settle-arrived-0', 'transfer-settle');
  await counter.press(Key.Escape, Key.Escape);
  await counter.see('transfer-send');
  await counter.press(Key.Escape);
  await counter.focused('stock-search');
  await show(['F5'], 'count-start', 'count');
  await show([Key.Enter], 'count-scan', 'count-empty');
  for (const code of codes.slice(0, 3)) counter.scan(code);
  await show([], 'counted-2', 'counting');
  await show(['F8'], 'count-close', 'count-review');
  await show(['Alt h'], 'home-counts', 'home');
  await show(['Alt 7'], 'consignor-0', 'consign');
  await counter.focused('consignors-search');
  await show([Key.Enter], 'consignor-save', 'consignor');
  await counter.click('agreement-new');
  await counter.click('bank-new');
  await show([], 'agreement-save', 'consignor-terms');
  await show([Key.Escape, 'F4'], 'consignor-save', 'consignor-new');
  await counter.press(Key.Escape);
  await counter.focused('consignors-search');
  await show(['F2'], 'intake-search', 'intake-empty');
  for (const code of codes.slice(0, 2)) counter.scan(code);
  await show([], 'draft-line-1', 'intake');
  await show([Key.Enter], 'line-brought', 'intake-line');
  await show([Key.Escape, 'F5'], 'recount', 'intake-recount');
  await show(['F5'], 'give-up-why', 'intake-give-up');
  await counter.type('बिजली चली गई');
  await counter.press(Key.Enter);
  await counter.focused('intake-search');
  await counter.see('second-count-0');
  await show(['F8'], 'consignment-back', 'intake-taken');
  await show([Key.Escape, 'Alt 8'], 'person-new', 'people');
  await show(['Alt 9'], 'open-ways', 'printing');
  await show(['F2'], 'ways-back', 'printing-ways');
  await show([Key.Escape, 'F8'], 'labels-back', 'printing-labels');
  await show([Key.Escape, 'Alt 0'], 'settings-save', 'settings');
  await show([Key.Escape, 'Alt a'], 'artisan-empty', 'artisan-empty');
  await show([...'रेशमा', Key.Enter], 'artisan', 'artisan');
  await show(['F9'], 'passbook', 'artisan-passbook');
  await show(['Alt d'], 'due-0', 'payout-due');
  await counter.focused('due');
  await counter.see('statement-net');
  await show(['F2'], 'prove-form', 'payout-prove');
  await counter.focused('prove-reference');
  await counter.type('600000000777');
  await counter.press(Key.Tab);
  await counter.type('RESHMA BEGUM');
  await counter.press(Key.Enter);
  await counter.gone('prove-form');
  await show(['F8'], 'posted-0', 'payout-approve');
  await show(['F4'], 'withdraw-form', 'payout-withdraw');
  await show([Key.Escape, 'F8'], 'approve', 'payout-second');
  await counter.press(...counter.operator('approver').demo_pin, Key.Enter);
  await show([], 'pay-0', 'payout-pay');
  await show(['F10'], 'cash-form', 'payout-cash');
  await counter.press(Key.Escape);
  await counter.focused('pay');
  await show(['F8'], 'file-facts', 'payout-file');
  await show(['F8'], 'way-0', 'payout-way');
  await show(['F5'], 'fail-form', 'payout-fail');
  await counter.focused('fail-reason');
  await counter.type('खाता बंद');
  await counter.press(Key.Enter);
  await show([], 'pay-failed-why', 'payout-failed');
  await show(['4', 'F6'], 'reply-back', 'payout-reply-empty');
  await counter.inPage(chooseReply);
  await show([], 'reply-wrong', 'payout-reply');
  await counter.press(Key.Escape);
  await counter.see('way-none');
  await show(['5'], 'history-0', 'payout-history');
  await show(['Alt b'], 'trial-balance', 'books');
  await counter.focused('account-drawer');
  await show([Key.Enter], 'ledger', 'books-ledger');
  await show([Key.Escape, 'F4'], 'closing-proof', 'books-proof');
  await show(['F5'], 'year-end', 'books-year');
  await show(['F8'], 'money-move', 'books-moves');
  await show(['F9'], 'export-hledger', 'books-export');
  await show(['Alt l'], 'lock', 'locked');
  await counter.press(...pin, Key.Enter);
  await counter.gone('lock');
  await show(['Alt c'], 'close-shift-count', 'close-shift');
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
        sellsAtOnce(counter, 'reshma', '301234567894567');
      },
    ));
}

/** Looks at one screen that only some circumstance shows. */
function oneScreen(name, shown, work, folder, prepare = () => {}) {
  const clean = async (counter) => {
    const found = new Map();
    await counter.inPage(axe.source);
    await work(counter);
    await counter.see(shown);
    await lookAt(counter, found)('shown');
    assert.deepEqual(Object.fromEntries(found), {}, 'a fault, and where it was found');
  };
  test(`the screen is clean and drawn: ${name}`, LIMIT, () => atCounter(`screens-${name}`, clean, prepare, folder));
}

/** Runs in the page: the look that a till without a mart cannot keep yet. */
const THEMES = {
  light: () => void (document.documentElement.dataset.theme = 'light'),
  dark: () => void (document.documentElement.dataset.theme = 'dark'),
};

/** Runs in the page: chooses Lucknow, whose place in the list no key knows. */
function chooseLucknow() {
  const field = document.querySelector('[data-test="mart-district"]');
  field.value = 'LKO';
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Goes through the set-up of a mart, and sets a forgotten PIN anew by its recovery code. */
async function setsUp(counter, language, look) {
  const fill = async (told) => {
    for (const [field, words] of Object.entries(told)) {
      await counter.tabTo(field);
      await counter.type(words);
    }
  };
  await counter.see('set-up-hi');
  await look('language');
  await counter.click(`set-up-${language}`);
  await counter.see('mart-name-hi');
  await fill({ 'mart-name-hi': 'ओडीओपी मार्ट', 'mart-name-en': 'ODOP Mart', 'mart-place-hi': 'लखनऊ', 'mart-place-en': 'Lucknow', 'mart-address-hi': 'हज़रतगंज, लखनऊ', 'mart-address-en': 'Hazratganj, Lucknow', 'mart-gstin': '09AAPFU0939F1ZT' });
  await counter.inPage(chooseLucknow);
  await counter.read('gstin-said', /09|Uttar|उत्तर/);
  await look('mart');
  await counter.tabTo('mart-phone');
  await counter.press(Key.Enter);
  await counter.see('manager-hi');
  await fill({ 'manager-hi': 'अनिल', 'manager-en': 'Anil', 'manager-pin': '482913', 'manager-again': '482913' });
  await look('people');
  await counter.press(Key.Enter);
  await counter.see('printer-kind');
  await look('printer');
  await counter.tabTo('set-up-next');
  await counter.press(Key.Enter);
  await counter.gone('printer-kind');
  await look('review');
  await counter.focused('set-up-next');
  await counter.press(Key.Enter);
  const code = await counter.read('recovery-code');
  await look('recovery-code');
  await counter.tabTo('recovery-last');
  await counter.type(code.trim().slice(-4));
  await counter.press(Key.Enter);
  await counter.click('forgot');
  await counter.see('recover');
  await look('recover');
  await fill({ 'recover-code': code.trim(), 'recover-pin': '918273', 'recover-again': '918273' });
  await counter.press(Key.Enter);
  await counter.read('recovery-code');
  await look('recover-next');
}

for (const { language, theme, size } of LOOKS) {
  test(`the set-up is clean and drawn: ${language}, ${theme}, ${size.join(' x ')}`, LIMIT, () =>
    atCounter(
      `screens-set-up-${language}-${theme}-${size[0]}`,
      async (counter) => {
        const found = new Map();
        const seen = lookAt(counter, found);
        await counter.resize(...size);
        await counter.inPage(axe.source);
        await setsUp(counter, language, async (name) => {
          await counter.inPage(THEMES[theme]);
          await seen(name);
        });
        assert.deepEqual(Object.fromEntries(found), {}, 'a fault, and where it was found');
      },
      () => {},
      emptyFolder,
    ));
}

oneScreen('damaged', 'trouble', () => {}, () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'mart.db'), 'no database at all'.repeat(500));
  return folder;
});

oneScreen('approval', 'approve', async (counter) => {
  await counter.signIn();
  await counter.openShift();
  counter.scan(codes[0]);
  await counter.see('line-1');
  await counter.press('F2');
  await counter.focused('discount-amount');
  await counter.press('9', '9', '9', Key.Enter);
});

oneScreen('bills-note', 'back-notes', async (counter) => {
  await counter.signIn();
  await counter.see('search');
  await counter.chord(Key.Alt, '3');
  await counter.see('note-0');
  await counter.press(Key.ArrowDown);
  await counter.see('note-of');
}, undefined, (counter) => {
  const { id, demo_pin: pin } = counter.operator('cashier');
  counter.call('sign_in', { operator: id, pin });
  counter.call('open_shift', { float_paise: 200_000 });
  const { id: basket, due } = counter.call('scan', { code: codes[0] });
  const { number } = counter.call('take_payment', { basket, tenders: [{ kind: 'cash', given_paise: due.paise }] });
  const { return_id } = counter.call('view_bill', { text: number });
  const manager = counter.operator('manager');
  const approval = { operator: manager.id, pin: manager.demo_pin };
  const lines = [{ line: 0, quantity_milli: 1000, resellable: true }];
  counter.call('take_return', { id: return_id, number, lines, reason: 'size', to_note: true, approval });
  counter.call('sign_out');
});

oneScreen('approver', 'due-empty', (counter) => counter.signIn('approver'));

oneScreen(
  'payout-upi',
  'upi-form',
  async (counter) => {
    await counter.signIn('manager');
    await counter.openShift();
    counter.scan(counter.goods.sku);
    await counter.see('line-1');
    await counter.press('F8', Key.Enter);
    await counter.see('last-bill');
    await counter.chord(Key.Alt, 'd');
    await counter.focused('due');
    await proves(counter, 'RESHMA BEGUM');
    await counter.press('F8');
    await counter.see('posted-0');
    await approves(counter);
    await counter.press('F9');
  },
  undefined,
  (counter) => {
    counter.goods = sellsAtOnce(counter, 'reshma', 'reshma@upi');
  },
);

oneScreen('payout-elsewhere', 'payout-office', async (counter) => {
  await counter.signIn('manager');
  await counter.see('float');
  await counter.chord(Key.Alt, 'd');
}, undefined, (counter) => {
  const { id, demo_pin: pin } = counter.operator('manager');
  const approval = { operator: 'farhana', pin: counter.operator('approver').demo_pin };
  counter.call('sign_in', { operator: id, pin });
  const { mart } = counter.call('view_settings');
  counter.call('set_settings', { ...mart, payout: { ...mart.payout, office_till: '2B' }, approval });
  counter.call('sign_out');
});
