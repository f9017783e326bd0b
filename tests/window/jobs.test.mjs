// The other jobs of a counter's day, in the real window, in Hindi and with the keyboard alone: a return, an exchange, a
// registered buyer, a UPI reference typed later, a bill voided, a list of items taken in, a price that a manager allows,
// cash for the safe, the end of the shift, the mart's rules, intake and its second count, photographs, a consignor erased,
// labels, a count, goods to and from another mart, and a payout. Not here: selling (counter.test.mjs).

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Key, approves, atCounter, proves, sellsAtOnce, sendsFromVaranasi, until } from './harness.mjs';

const LIMIT = { timeout: 180_000 };
const ROOT = join(import.meta.dirname, '../..');
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

/** A storekeeper begins to write down what a consignor brings: one surahi. */
async function bringsSurahi(counter) {
  await counter.signIn('storekeeper');
  await counter.see('items-search');
  await counter.chord(Key.Alt, '3');
  await counter.focused('consignors-search');
  await counter.type('चिकन');
  await counter.press('F2');
  await counter.focused('intake-search');
  counter.scan(SURAHI);
  await counter.see('draft-line-0');
}

/** Types the PIN of a manager into what asks for it. */
async function approve(counter) {
  await counter.focused('approve-pin');
  await counter.type(counter.operator('manager').demo_pin);
  await counter.press(Key.Enter);
  await counter.gone('approve');
}

/** Runs in the page: a file is chosen, as by the system's own window, which no driver can reach. */
function choose(id, said) {
  const files = new DataTransfer();
  files.items.add(new File([said], 'chosen'));
  const field = document.querySelector(`[data-test="${id}"]`);
  field.files = files.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Goods of the mart in Varanasi: wooden toys of its own and brass lamps of a consignor that nobody knows here. */
const TOYS = { sku: 'VNS-NEW-01', name: { hi: 'लकड़ी का तोता', en: 'Wooden parrot' }, icon: 'toy', hsn: '9503', rate_class: '9503-toys-wooden-metal-textile', price_paise: 32_000, owner: 'mart', qty_milli: 2_000 };
const LAMPS = { sku: 'VNS-NEW-02', name: { hi: 'पीतल का दीपदान', en: 'Brass lamp' }, icon: 'metal', hsn: '7418', rate_class: '7418-table-kitchen-household-copper', price_paise: 53_000, owner: { consignor: 'kamla' }, qty_milli: 5_000 };

/** From the sign-in to where goods of another mart are taken in. */
async function toArrivals(counter) {
  await counter.signIn('storekeeper');
  await counter.see('items-search');
  await counter.chord(Key.Alt, '2');
  await counter.focused('stock-search');
  await counter.press('F10');
  await counter.see('transfers-back');
  await counter.press('F4');
  await counter.focused('arrive-file');
}

/** What is here of Varanasi's goods: code, whose, how many. */
function fromVaranasi(counter) {
  const { rows } = counter.call('view_stock', { text: 'VNS-NEW', filter: 'here' });
  return rows.filter(({ sku }) => sku.startsWith('VNS-NEW')).map(({ sku, owner, here }) => [sku, owner, here]).sort();
}

/** How large the photograph is that this shows, once it does. */
function shownOn(counter, id) {
  return until(`a photograph on ${id}`, () =>
    counter.inPage((id) => {
      const image = document.querySelector(`[data-test="${id}"] img`);
      return image?.complete && image.naturalWidth > 0 && [image.naturalWidth, image.naturalHeight];
    }, id),
  );
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

test('goods go back for others, and the difference is paid', LIMIT, () =>
  atCounter('job-exchange', async (counter) => {
    await counter.signIn();
    await counter.openShift();
    const number = await sell(counter, DIYA);
    await counter.chord(Key.Alt, '2');
    await counter.focused('return-search');
    await counter.type(number);
    await counter.press(Key.Enter);
    await counter.see('return-all');
    await counter.press('1');
    await counter.read('refund', /520/);
    await counter.press('F8');
    await counter.see('exchange');
    await counter.focused('search');
    counter.scan(SURAHI);
    await counter.see('line-1');
    await counter.read('due', /130/);
    await counter.picture();
    await counter.press('F8');
    await counter.focused('cash-given');
    await counter.press(Key.Enter);
    await until('the exchange', () => counter.call('view_basket').last_sale?.number !== number);
    const { text } = counter.call('view_receipt', { number: null });
    for (const said of ['LKO1A/26/C000001', number, 'LKO1A/26/T000002']) assert.match(text, new RegExp(said));
    assert.equal(counter.call('view_bill', { text: number }).state, 'returned');
  }));

test('a registered buyer gets a tax invoice with their GSTIN', LIMIT, () =>
  atCounter('job-buyer', async (counter) => {
    await counter.signIn();
    await counter.openShift();
    counter.scan(SURAHI);
    await counter.see('line-1');
    await counter.press('F4');
    await counter.focused('buyer-mobile');
    for (const [field, words] of [['buyer-gstin', '09AAPFU0939F1ZU'], ['buyer-name', 'वर्मा भंडार'], ['buyer-address', 'अमीनाबाद, लखनऊ']]) {
      await counter.tabTo(field);
      await counter.type(words);
    }
    await counter.press(Key.Enter);
    // A wrong check digit is told, and nothing typed is lost.
    await counter.see('banner');
    await counter.tabTo('buyer-gstin');
    await counter.press(Key.End, Key.Backspace, 'T', Key.Enter);
    await counter.focused('search');
    await counter.picture();
    await counter.press('F8');
    await counter.focused('cash-given');
    await counter.press(Key.Enter);
    await counter.see('last-bill');
    await until('the sale', () => counter.call('view_basket').last_sale !== null);
    await counter.chord(Key.Alt, 'r');
    await counter.see('receipt');
    // A till that is only looked at from outside tells nobody's name.
    const said = await counter.inPage(() => document.querySelector('.roll').getAttribute('aria-label'));
    for (const wanted of [/09AAPFU0939F1ZT/, /वर्मा भंडार/, /अमीनाबाद/, /कर बीजक/]) assert.match(said, wanted);
  }));

test('a UPI reference is typed later, and a wrong bill is voided by a manager', LIMIT, () =>
  atCounter('job-bills', async (counter) => {
    await counter.signIn();
    await counter.openShift();
    counter.scan(SURAHI);
    await counter.see('line-1');
    await counter.press('F9');
    await counter.focused('pay-confirm');
    await counter.press(Key.Enter);
    await until('the bill', () => counter.call('view_basket').last_sale !== null);
    const { number } = counter.call('view_basket').last_sale;
    await counter.chord(Key.Alt, '3');
    await counter.see('bill-0');
    await counter.press('F9');
    await counter.focused('upi-reference');
    await counter.type('633012345678');
    await counter.press(Key.Enter);
    await approve(counter);
    await counter.see('upi-nothing');
    await counter.picture('-claimed');
    await counter.press(Key.Escape);
    await counter.see('bill-0');

    await counter.press('F4');
    await counter.focused('void-reason');
    await counter.type('ग़लत सामान');
    await counter.press(Key.Enter);
    await approve(counter);
    await until('the bill to be void', () => counter.call('view_bill', { text: number }).state === 'voided');
    await counter.picture();
  }));

test('a list of items is seen before it is taken in, wrong rows and all', LIMIT, () =>
  atCounter('job-import', async (counter) => {
    const HEAD = 'sku,barcode,name_hi,name_en,district,hsn,rate_class,unit,price';
    const GOOD = 'LKO-NEW-01,,नया कुर्ता,New kurta,LKO,6211,62-apparel-clothing-accessories-knitted,PCS,999';
    await counter.signIn('manager');
    await counter.see('float');
    await counter.chord(Key.Alt, '5');
    await counter.see('item-0');
    await counter.press('F4');
    await counter.focused('import-file');
    await counter.inPage(choose, 'import-file', `${HEAD}\n${GOOD}\nX,,,,,,,,-5\n`);
    await counter.see('import-faults');
    await counter.picture('-wrong');
    await counter.press('F8');
    const taken = () => counter.call('view_items', { text: 'LKO-NEW-01', filter: 'for_sale' }).items.find(({ sku }) => sku === 'LKO-NEW-01');
    assert.equal(taken(), undefined, 'all or nothing');
    await counter.inPage(choose, 'import-file', `${HEAD}\n${GOOD}\n`);
    await counter.see('import-sum');
    await counter.press('F8');
    await counter.see('import-done');
    await counter.picture();
    assert.equal(taken().price.paise, 99_900);
  }));

/** Runs in the page: chooses in a list, whose own window no driver can reach. */
function pick(id, value) {
  const list = document.querySelector(`[data-test="${id}"]`);
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

test('a label tells all that the law asks of a pack, and a month to come is refused in words', LIMIT, () =>
  atCounter('job-labels', async (counter) => {
    await counter.signIn('manager');
    await counter.see('float');
    await counter.chord(Key.Alt, '5');
    await counter.focused('items-search');
    await counter.type(DIYA);
    await counter.read('item-0', /दीया/);
    await counter.press(Key.Enter);
    await counter.focused('item-sku');
    await counter.tabTo('item-net');
    await counter.type('250');
    await counter.press('F8');
    await counter.read('banner', /मात्रा और इकाई दोनों/);
    await counter.inPage(pick, 'item-net-unit', 'GMS');
    await counter.tabTo('item-gi');
    await counter.press(Key.Space);
    await counter.tabTo('item-gi-number');
    await counter.type('397');
    await counter.press('F8');
    await counter.read('notice');
    await counter.picture('-item');

    await counter.press(Key.Escape);
    await counter.chord(Key.Alt, '9');
    await counter.press('F8');
    await counter.focused('labels-find');
    counter.scan(DIYA);
    await counter.see('labels-row');
    await counter.tabTo('labels-packed');
    await counter.type('12-2099');
    await counter.tabTo('labels-best-before');
    await counter.type('12/2099');
    await counter.inPage(pick, 'labels-sheet', '5x13');
    await counter.press('F8');
    await counter.read('banner', /पैक का महीना/);
    await counter.picture('-refused');
    await counter.chord(Key.Shift, Key.Tab);
    await counter.chord(Key.Ctrl, 'a');
    await counter.type('1-2026');
    await counter.tabTo('labels-best-before');
    await counter.chord(Key.Ctrl, 'a');
    await counter.type('5/2027');
    await counter.press('F8');
    await counter.read('notice', /\.pdf/);
    await counter.picture();
    const [made] = readdirSync(join(counter.folder, 'labels'));
    const read = execFileSync('pdftotext', ['-raw', join(counter.folder, 'labels', made), '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
    for (const said of ['GI 397', 'शुद्ध मात्रा 250 ग्राम', 'पैक: JAN-2026', 'उपयोग: MAY-2027 तक', 'Packed by & care: ODOP Mart']) {
      assert.ok(read.includes(said), `${said} in ${read}`);
    }
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
    await counter.chord(Key.Alt, '0');
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

test('a consignor brings goods: written down, sorted, counted again, taken, and the note printed', LIMIT, () =>
  atCounter('job-intake', async (counter) => {
    await bringsSurahi(counter);
    await counter.type('*5');
    await counter.press(' ');
    await counter.type(DIYA.toLowerCase());
    await counter.press(Key.Enter);
    await counter.see('draft-line-1');
    await counter.press(Key.Enter);
    await counter.focused('line-brought');
    await counter.press(Key.Tab, '3', Key.Tab);
    await counter.focused('line-reason');
    await counter.type('टूटा है');
    await counter.press(Key.Enter);
    await counter.read('accepted', /^1 नग \+ 3 सेट$/);
    // Power goes and comes back: the sheet is where it was.
    await counter.kill();
    await counter.open();
    await counter.signIn('storekeeper');
    await counter.see('items-search');
    await counter.chord(Key.Alt, '3');
    await counter.see('draft-0');
    await counter.press('F9');
    await counter.read('accepted', /^1 नग \+ 3 सेट$/);
    await counter.press('F5');
    await counter.focused('recount');
    await counter.press('1', Key.Enter);
    await counter.see('recount');
    await counter.press('5', Key.Enter);
    await counter.focused('intake-search');
    await counter.picture();
    await counter.press('F8');
    await counter.focused('consignment-back');
    const { taken } = counter.call('view_drafts');
    assert.deepEqual([taken[0].number, taken[0].accepted.en, taken[0].rejected.en], ['LKO1A/26/N000001', '1 pc + 3 set', '2 set']);
    const jobs = counter.call('view_print_jobs').jobs.map(({ what }) => what);
    assert.ok(jobs.includes('LKO1A/26/N000001'), `printed: ${jobs}`);
  }));

test('a second count is given up with a reason that stays on the sheet', LIMIT, () =>
  atCounter('job-recount', async (counter) => {
    await bringsSurahi(counter);
    await counter.press('F5');
    await counter.focused('recount');
    await counter.press('F5');
    await counter.focused('give-up-why');
    await counter.press(Key.Escape);
    await counter.focused('recount');
    await counter.press('F5');
    await counter.focused('give-up-why');
    await counter.picture('-why');
    await counter.type('दुकान बंद हो रही है');
    await counter.press(Key.Enter);
    await counter.focused('intake-search');
    await counter.read('second-count-0', /दुकान बंद हो रही है/);
    await counter.press('F5');
    await counter.focused('recount');
    await counter.press('2', Key.Enter);
    await counter.read('second-count-1', /पहले 1, फिर 2/);
    await counter.press('F8');
    await counter.read('banner', /दोबारा गिनती 1 चीज़ में अलग है/);
    await counter.tabTo('draft-drop');
    await counter.press(Key.Enter);
    await counter.focused('give-up-why');
    await counter.picture();
    await counter.type('माल वापस ले गए');
    await counter.press(Key.Enter);
    await counter.focused('consignors-search');
    assert.deepEqual(counter.call('view_drafts').drafts, []);
  }));

test('a consignor asks to be erased: not while goods are here, then at the second press', LIMIT, () =>
  atCounter('job-forget', async (counter) => {
    await counter.signIn('storekeeper');
    await counter.see('items-search');
    await counter.chord(Key.Alt, '3');
    await counter.focused('consignors-search');
    await counter.type('चिकन');
    await counter.press(Key.Enter);
    await counter.click('consignor-forget');
    await counter.read('consignor-forget', /दोबारा दबाएँ/);
    await counter.click('consignor-forget');
    await approve(counter);
    await counter.read('banner', /उनका माल यहाँ है/);
    await counter.press(Key.Escape);
    await counter.focused('consignors-search');
    await counter.press('F4');
    await counter.focused('consignor-name-hi');
    const told = [['name-hi', 'मुन्नी'], ['name-en', 'Munni'], ['village-hi', 'कोथावां'], ['village-en', 'Kothawan'], ['craft-hi', 'मूँज'], ['craft-en', 'moonj'], ['district', 'ल'], ['mobile', '9876501234']];
    for (const [field, words] of told) {
      await counter.tabTo(`consignor-${field}`);
      await counter.type(words);
    }
    await counter.tabTo('consignor-consent');
    await counter.press(' ', 'F8');
    await counter.see('consignor-forget');
    await counter.tabTo('consignor-forget');
    await counter.press(Key.Enter);
    await counter.read('consignor-forget', /दोबारा दबाएँ/);
    await counter.picture('-sure');
    await counter.press(Key.Enter);
    await approve(counter);
    await counter.read('notice', /मिटा दी गई/);
    await counter.picture();
    const left = counter.call('view_consignors').consignors.filter(({ name }) => name.en === 'Munni');
    assert.deepEqual(left, []);
  }));

/** A camera of the system's name: what it takes lies among the pictures so many seconds later, and it stays open. */
function cameraOf(home, seconds) {
  const photo = join(ROOT, 'crates/paper/tests/snapshots/labels-5x13-qr.png');
  const script = `#!/bin/sh\n/bin/sleep ${seconds}\n/bin/cp ${photo} ${home}/Pictures/Webcam/now.png\nexec /bin/sleep 60\n`;
  writeFileSync(join(home, 'bin/cheese'), script, { mode: 0o755 });
}

test('a photograph is taken with the camera of the system, or not', LIMIT, () =>
  atCounter(
    'job-camera',
    async (counter) => {
      await bringsSurahi(counter);
      await counter.press(Key.Enter);
      await counter.focused('line-brought');
      await counter.tabTo('line-asked');
      await counter.type('1500/-');
      await counter.press(Key.Enter);
      await counter.read('banner', /माँगा दाम/);
      await counter.focused('line-asked');
      await counter.press(Key.Backspace, Key.Backspace);
      await counter.tabTo('line-picture-camera');
      await counter.press(Key.Enter);
      await counter.read('banner', /कैमरे का कोई प्रोग्राम नहीं मिला/);
      await counter.picture('-none');
      const home = join(counter.folder, 'home');
      cameraOf(home, 60);
      await counter.press(Key.Enter);
      await counter.see('line-picture-waiting');
      const escapes = () => [...document.querySelectorAll('kbd')].filter((key) => key.textContent === 'Esc').length;
      assert.equal(await counter.inPage(escapes), 1, 'one key leaves one thing');
      await counter.picture('-waiting');
      await counter.press(Key.Escape);
      await counter.gone('line-picture-waiting');
      await counter.see('line-brought');
      const taken = () => counter.call('view_drafts').drafts[0].lines[0].picture;
      assert.equal(taken(), null, 'nobody waited for it');
      await counter.focused('line-picture-camera');
      await counter.press(Key.Enter);
      await counter.see('line-picture-waiting');
      counter.copy('image/png', readFileSync(join(import.meta.dirname, 'sell.png')));
      await counter.chord(Key.Ctrl, 'v');
      await counter.gone('line-picture-waiting');
      const copied = await until('what was copied from it', taken);
      await counter.focused('line-picture-camera');
      cameraOf(home, 1);
      await counter.press(Key.Enter);
      await until('the photograph', () => taken() !== copied);
      await counter.gone('line-picture-waiting');
      await counter.focused('line-picture-camera');
      await counter.picture();
    },
    (counter) => {
      const home = join(counter.folder, 'home');
      for (const folder of ['bin', 'Pictures/Webcam']) mkdirSync(join(home, folder), { recursive: true });
      counter.computer = [`HOME=${home}`, `XDG_CONFIG_HOME=${home}`, `PATH=${join(home, 'bin')}`];
    },
  ));

test('stock is counted by scanner while nothing tells what should be there, and set right', LIMIT, () =>
  atCounter('job-count', async (counter) => {
    await counter.signIn('manager');
    await counter.see('float');
    await counter.chord(Key.Alt, '6');
    await counter.focused('stock-search');
    await counter.press('F5');
    await counter.focused('count-start');
    await counter.tabTo('count-category');
    await counter.press('म');
    await counter.tabTo('count-start');
    const category = await counter.inPage(() => document.querySelector('[data-test="count-category"]').value);
    await counter.press(Key.Enter);
    await counter.focused('count-scan');
    const here = counter.call('view_stock', { filter: 'here' }).rows.filter(({ icon }) => category === '' || icon === category);
    assert.ok(here.length > 3, `a few things of ${category}`);
    for (const row of here.slice(0, 3)) {
      await counter.type(`*${row.here}`);
      await counter.press(' ');
      await counter.type(row.sku.toLowerCase());
      await counter.press(Key.Enter);
      await counter.read('counted-0', new RegExp(row.sku));
    }
    assert.doesNotMatch(await counter.textNow('counted'), /expected/);
    // Power goes and comes back: no scan is lost.
    await counter.kill();
    await counter.open();
    await counter.signIn('manager');
    await counter.see('float');
    await counter.chord(Key.Alt, '6');
    await counter.focused('stock-search');
    await counter.press('F5');
    await counter.tabTo('count-going-0');
    await counter.press(Key.Enter);
    await counter.read('count-scans', /^3 /);
    await counter.press('F8');
    await counter.focused('count-note');
    await counter.type('महीने की गिनती');
    await counter.picture();
    await counter.press('F8');
    // What nobody saw is written down as missing only when that is said twice.
    await counter.read('count-close', /हाँ/);
    await counter.press('F8');
    await counter.focused('stock-search');
    assert.deepEqual(counter.call('view_stock_counts').counts, []);
  }));

test('goods go to another mart by the keyboard alone, and a manager says what became of them', LIMIT, () =>
  atCounter('job-transfer', async (counter) => {
    await counter.signIn('manager');
    await counter.see('float');
    await counter.chord(Key.Alt, '6');
    await counter.focused('stock-search');
    const row = counter.call('view_stock', { filter: 'here' }).rows.find(({ here_milli }) => here_milli >= 3000);
    await counter.press('F10');
    await counter.see('transfer-send');
    await counter.press('F2');
    await counter.focused('send-code');
    await counter.type('vns');
    for (const [field, words] of [['send-name-hi', 'ओडीओपी मार्ट, वाराणसी'], ['send-name-en', 'ODOP Mart, Varanasi'], ['send-address-hi', 'लंका, वाराणसी'], ['send-address-en', 'Lanka, Varanasi'], ['send-note', 'UP32 AB 1234']]) {
      await counter.tabTo(field);
      await counter.type(words);
    }
    await counter.press('F2');
    await counter.focused('send-search');
    await counter.type(row.sku.toLowerCase());
    await counter.press(Key.Enter);
    await counter.see('send-line-0');
    await counter.tabTo('send-quantity-0');
    await counter.chord(Key.Ctrl, 'a');
    await counter.type('3');
    await counter.picture('-send');
    await counter.press('F8');
    await counter.see('transfer-0');
    const [sent] = counter.call('view_transfers').transfers;
    assert.deepEqual([sent.number, sent.state], ['LKO1A/26/D000001', 'on_the_way']);
    await counter.picture('-list');
    await counter.press(Key.Enter);
    await counter.see('settle-open');
    await counter.press('F4');
    await counter.focused('settle-note');
    await counter.type('फ़ोन पर बताया');
    await counter.tabTo('settle-arrived-0');
    await counter.chord(Key.Ctrl, 'a');
    await counter.type('2');
    await counter.read('settle-lines', /1/);
    await counter.picture('-settle');
    await counter.press('F8');
    await counter.see('transfer-0');
    const done = counter.call('view_transfer', { transfer: sent.id });
    assert.deepEqual([done.state, done.lines[0].arrived, done.lines[0].lost], ['settled', '2', '1']);
    await counter.picture();
  }));

test('goods of another mart come with their file: counted, taken in once, and not when the file was changed', LIMIT, () =>
  atCounter(
    'job-arrive',
    async (counter) => {
      const { sender, letter } = counter.sent;
      await toArrivals(counter);
      await counter.picture('-empty');
      const changed = letter.replace('\\"qty_milli\\":5000', '\\"qty_milli\\":6000');
      assert.equal(changed.length, letter.length);
      assert.notEqual(changed, letter);
      await counter.inPage(choose, 'arrive-file', changed);
      await counter.read('banner', /बदली गई है/);
      await counter.picture('-changed');
      await counter.inPage(choose, 'arrive-file', letter);
      await counter.read('arrive-lines', /कमला देवी/);
      // Until all is counted nobody is told how much should be there: the toys by the scanner, the lamps by hand.
      await counter.focused('arrive-count-0');
      await counter.picture('-count');
      assert.doesNotMatch(await counter.textNow('arrive-lines'), /पूरा आया|में से/);
      counter.scan(TOYS.sku);
      counter.scan(TOYS.sku);
      await counter.tabTo('arrive-count-1');
      await counter.type('5');
      await counter.read('arrive-lines', /पूरा आया.*पूरा आया/s);
      await counter.picture();
      await counter.press('F8');
      await approve(counter);
      await counter.read('notice', /-answer[.]json/);
      await counter.see('transfer-0');
      await counter.press(Key.Escape);
      await counter.focused('stock-search');
      await counter.type('vns-new-02');
      await counter.read('stock-0', /कमला देवी.*5/s);
      const came = [['VNS-NEW-01', 'mart', '2'], ['VNS-NEW-02', 'consignor:kamla', '5']];
      assert.deepEqual(fromVaranasi(counter), came);
      await counter.press(Key.Escape, 'F10');
      await counter.see('transfer-0');
      await counter.press('F4');
      await counter.focused('arrive-file');
      await counter.inPage(choose, 'arrive-file', letter);
      await counter.read('arrive-taken', /पहले ही लिया जा चुका है/);
      await counter.picture('-again');
      await counter.press('F8');
      assert.equal(await counter.textNow('arrive-do'), null);
      assert.deepEqual(fromVaranasi(counter), came);
      sender.verify();
    },
    (counter) => (counter.sent = sendsFromVaranasi(counter, [TOYS, LAMPS])),
  ));

test('goods of another mart come with the code of their challan, through a power cut, once', LIMIT, () =>
  atCounter(
    'job-arrive-code',
    async (counter) => {
      const { code } = counter.sent;
      await toArrivals(counter);
      counter.scan(code);
      await counter.read('arrive-lines', /लकड़ी का तोता/);
      counter.scan(TOYS.sku);
      // Power goes and comes back: nothing came in yet, and the same paper brings it.
      await counter.kill();
      assert.deepEqual(counter.call('view_transfers').transfers, []);
      assert.deepEqual(fromVaranasi(counter), []);
      await counter.open();
      await toArrivals(counter);
      counter.scan(code);
      await counter.read('arrive-lines', /लकड़ी का तोता/);
      counter.scan(TOYS.sku);
      counter.scan(TOYS.sku);
      await counter.read('arrive-lines', /पूरा आया/);
      await counter.picture();
      await counter.press('F8');
      await approve(counter);
      await counter.see('transfer-0');
      // It goes again: what came in is here, and once.
      await counter.kill();
      await counter.open();
      await toArrivals(counter);
      counter.scan(code);
      await counter.read('arrive-taken', /पहले ही लिया जा चुका है/);
      assert.deepEqual(fromVaranasi(counter), [['VNS-NEW-01', 'mart', '2']]);
    },
    (counter) => (counter.sent = sendsFromVaranasi(counter, [TOYS])),
  ));

test('a photograph is pasted onto a line of an intake, and stays there through a power cut', LIMIT, () =>
  atCounter('job-paste', async (counter) => {
    const line = () => counter.call('view_drafts').drafts[0].lines[0];
    await bringsSurahi(counter);
    assert.equal(line().picture, null);
    counter.copy('text/uri-list', pathToFileURL(import.meta.filename).href);
    await counter.chord(Key.Ctrl, 'v');
    await counter.read('banner', /तस्वीर नहीं है/);
    await counter.picture('-refused');
    assert.equal(line().picture, null);
    counter.copy('image/png', readFileSync(join(import.meta.dirname, 'sell.png')));
    await counter.chord(Key.Ctrl, 'v');
    await until('the photograph', () => line().picture);
    const [photograph, shown] = [line().picture, await shownOn(counter, 'draft-line-0')];
    await counter.picture();
    await counter.kill();
    await counter.open();
    await counter.signIn('storekeeper');
    await counter.see('items-search');
    await counter.chord(Key.Alt, '3');
    await counter.see('draft-0');
    await counter.press('F9');
    assert.deepEqual(await shownOn(counter, 'draft-line-0'), shown);
    assert.equal(line().picture, photograph);
  }));

test('an account is proven, a settlement posted, approved by another, sent in the bank’s file, and confirmed', LIMIT, () =>
  atCounter(
    'job-payout',
    async (counter) => {
      await counter.signIn('manager');
      await counter.openShift();
      await sell(counter, counter.goods.sku);
      await counter.chord(Key.Alt, 'd');
      await counter.focused('due');
      await proves(counter, 'SMT RESHMA BEGUM');
      await counter.focused('due');
      const net = (await counter.read('statement-net', /[1-9]/)).trim();
      const amount = new RegExp(net.replaceAll('.', '[.]'));

      await counter.press(' ');
      await counter.read('due-total', amount);
      await counter.picture();
      await counter.press('F8');
      await counter.see('posted-0');
      await approves(counter);
      await counter.press('F8');
      await counter.read('file-total', amount);
      assert.match(await counter.textNow('file-text'), /X{8}4567/, 'the account is masked');
      await counter.press('F8');
      await counter.see('way-0');
      await counter.read('notice', /payouts/);
      await counter.press('F7');
      await counter.read('file-state-0', /जैसी बनी थी/);
      await counter.press(Key.Enter);
      await counter.focused('way-reference');
      await counter.type('SBINN52026112801');
      await counter.press(Key.Tab);
      await counter.type(net.replace(/[^0-9.]/g, ''));
      await counter.press(Key.Enter);
      await counter.see('way-none');
      await counter.press('5');
      await counter.see('history-0');
      const [done] = counter.call('view_settlements', {}).rows;
      assert.deepEqual(
        [done.number, done.state, done.reference, done.net.rupees, done.approved_by.en, done.account],
        ['LKO1A/26/H000001', 'confirmed', 'SBINN52026112801', net, 'Farhana', 'proven'],
      );
    },
    (counter) => {
      counter.goods = sellsAtOnce(counter, 'reshma', '301234567894567');
    },
  ));
