// A till in its real window, driven through WebKitWebDriver: one database, one driver and one picture a test.
// Not here: what a test does at the counter. Every wait has a limit, because a driver that lost its window hangs.

import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Key, remote } from 'webdriverio';

export { Key };

const ROOT = resolve(import.meta.dirname, '../..');
const TILL = process.env.TILL ?? join(ROOT, 'target/debug/till');
const ODOP_MART = resolve(process.env.ODOP_MART ?? join(ROOT, 'target/debug/odop-mart'));
const PICTURES = join(ROOT, 'pictures/window');
/** How long anything on the screen may take: many times what it does take, so that a loaded machine is no failure. */
const LIMIT_MS = 20_000;

/** A folder without a mart. */
export function emptyFolder() {
  return mkdtempSync(join(tmpdir(), 'odop-window-'));
}

/** A folder with a fresh demo mart in it. */
function freshMart() {
  const folder = emptyFolder();
  till(join(folder, 'mart.db'), 'init', '--demo');
  return folder;
}

/** The program `till` on a database; what it prints. */
function till(db, ...words) {
  return execFileSync(TILL, ['--db', db, ...words], { encoding: 'utf8', timeout: 60_000 });
}

/** A port nobody listens on. */
export async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Looks again and again until something is there, and says what was awaited if it never is. */
export async function until(what, look, limit = LIMIT_MS) {
  const end = Date.now() + limit;
  let last;
  while (Date.now() < end) {
    try {
      const found = await look();
      if (found) return found;
    } catch (error) {
      last = error;
    }
    await pause(50);
  }
  throw new Error(`waited ${limit} ms in vain for: ${what}${last ? ` (${last.message})` : ''}`);
}

/** A till and the window on it. */
class Counter {
  #driver;
  #browser;
  pictured = false;
  /** Keys pressed so far, those held together counted once. */
  strokes = 0;
  /** What the window is told of the computer it is on: variables of its environment. */
  computer = [];

  constructor(name, folder) {
    this.name = name;
    this.folder = folder;
    this.db = join(folder, 'mart.db');
  }

  /** A command of the till, without the window: before it opens, or one that only reads. */
  call(command, input = {}) {
    return JSON.parse(till(this.db, 'call', command, JSON.stringify(input)));
  }

  /** Proves the journal and everything computed from it; throws with the first thing wrong. */
  verify() {
    till(this.db, 'verify');
  }

  operator(role) {
    return this.call('view_start').operators.find((operator) => operator.role === role);
  }

  async open() {
    const port = await freePort();
    this.#driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, TAURI_AUTOMATION: 'true', TAURI_WEBVIEW_AUTOMATION: 'true' },
    });
    await until('the driver', async () => (await fetch(`http://127.0.0.1:${port}/status`)).ok);
    this.#browser = await remote({
      hostname: '127.0.0.1',
      port,
      logLevel: 'error',
      connectionRetryTimeout: LIMIT_MS,
      connectionRetryCount: 0,
      capabilities: {
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: '/usr/bin/env', args: [...this.computer, ODOP_MART, '--db', this.db] },
      },
    });
  }

  /** What carries this `data-test`, once it is on the screen. */
  async see(id) {
    return until(`${id} on the screen`, async () => {
      const element = await this.#browser.$(`[data-test="${id}"]`);
      return (await element.isDisplayed()) && element;
    });
  }

  /** Its text, once it is as wanted. */
  async read(id, wanted = /\S/) {
    return until(`${id} to read ${wanted}`, async () => {
      const text = await this.textNow(id);
      return text !== null && wanted.test(text) && text;
    });
  }

  /** Its text as it stands; null when it is not there. */
  async textNow(id) {
    return this.#browser.execute((id) => document.querySelector(`[data-test="${id}"]`)?.textContent ?? null, id);
  }

  async gone(id) {
    await until(`${id} to go`, async () => (await this.textNow(id)) === null);
  }

  async click(id) {
    await (await this.see(id)).click();
  }

  /** Keys, one after the other, to whatever has the focus, at the pace of a quick typist: faster would be a scanner. */
  async press(...keys) {
    for (const key of keys) await this.chord(key);
  }

  /** Keys held together: one stroke. */
  async chord(...keys) {
    this.strokes += 1;
    await this.#browser.keys(keys);
    await pause(60);
  }

  /** Text, key by key. */
  async type(text) {
    await this.press(...text);
  }

  /** A code as a barcode gun sends it: real keys of the screen, milliseconds apart, and Enter. The driver's own keys
   * come too slowly on a loaded machine to be told from typing. */
  scan(code) {
    execFileSync('xdotool', ['type', '--args', '1', '--delay', '4', code, 'key', 'Return'], { timeout: LIMIT_MS });
  }

  /** Something of this type is in the clipboard, as another program puts it there. */
  copy(type, content) {
    execFileSync('xclip', ['-selection', 'clipboard', '-target', type, '-in'], { input: content, stdio: ['pipe', 'ignore', 'ignore'], timeout: LIMIT_MS });
  }

  /** Makes the window so large; it is what a window twice as large shows at 200 %. */
  async resize(width, height) {
    await this.#browser.setWindowSize(width, height);
    // Without a window manager the keys of the screen go to the window under the pointer.
    execFileSync('xdotool', ['mousemove', '4', String(height / 2)], { timeout: LIMIT_MS });
    await until(`a window of ${width} x ${height}`, () => this.#browser.execute((width) => window.innerWidth === width, width));
  }

  /** The app's own process. */
  get pid() {
    return processOf(this.db);
  }

  /** Runs this in the page. */
  async inPage(work, ...told) {
    return this.#browser.execute(work, ...told);
  }

  /** Runs this in the page; it answers by calling its argument. */
  async inPageLater(work) {
    return this.#browser.executeAsync(work);
  }

  /** The focus is on this; what is pressed next goes there. */
  async focused(id) {
    await until(`the focus on ${id}`, async () => (await this.focus()) === id);
  }

  /** The `data-test` of what has the focus. */
  async focus() {
    return this.#browser.execute(() => document.activeElement?.closest('[data-test]')?.dataset.test ?? null);
  }

  /** Tab until the focus is on this, as someone without a mouse does. */
  async tabTo(id) {
    for (let steps = 0; steps < 40; steps += 1) {
      if ((await this.focus()) === id) return;
      await this.press(Key.Tab);
    }
    throw new Error(`the Tab key never reaches ${id}`);
  }

  /** Looks for goods by name and takes the first that is found. */
  async addTyped(words) {
    const before = await this.textNow('due');
    await this.type(words);
    await this.see('hit-0');
    await this.press(Key.Enter);
    await until('the due to change', async () => (await this.textNow('due')) !== before);
  }

  /** Whether the letters come from the font the app brings: a computer without Devanagari shows empty boxes instead. */
  async hasBundledFont() {
    return this.#browser.execute(() => [...document.fonts].some((font) => /mukta/i.test(font.family) && font.status === 'loaded'));
  }

  async language() {
    return this.#browser.execute(() => document.documentElement.lang);
  }

  /** A cashier shows their PIN and, where there is no shift, opens one with ₹2,000 in the drawer. */
  async signIn(role = 'cashier') {
    const { id, demo_pin: pin } = this.operator(role);
    await this.click(`operator-${id}`);
    await this.see('pin');
    await this.type(pin);
    await this.press(Key.Enter);
  }

  async openShift(rupees = '2000') {
    await this.click('float');
    await this.type(rupees);
    await this.press(Key.Enter);
    await this.see('search');
  }

  /** Kills the app as a power cut or the task list would, by the id of its own process. */
  async kill() {
    const pid = await until('the process of the app', () => processOf(this.db));
    process.kill(pid, 'SIGKILL');
    await until('the app to be gone', () => processOf(this.db) === undefined);
    this.#browser = undefined;
    await this.#endDriver();
  }

  /** A picture of the screen, named after the test. */
  async picture(ending = '') {
    mkdirSync(PICTURES, { recursive: true });
    // What stands on the screen once the last change has been painted: the driver's own picture may be a frame old.
    await this.#browser.executeAsync((painted) => requestAnimationFrame(() => requestAnimationFrame(() => painted())));
    const file = join(PICTURES, `${this.name}${ending}.png`);
    const [width, height] = await this.#browser.execute(() => [window.innerWidth, window.innerHeight]);
    execFileSync('import', ['-silent', '-window', 'root', '-crop', `${width}x${height}+0+0`, '+repage', file], { timeout: LIMIT_MS });
    this.pictured = true;
  }

  /** Closes the window as a person does, and its driver. */
  async close() {
    if (this.#browser) {
      await this.#browser.deleteSession();
      await until('the app to close', () => processOf(this.db) === undefined);
      this.#browser = undefined;
    }
    await this.#endDriver();
  }

  async #endDriver() {
    const driver = this.#driver;
    this.#driver = undefined;
    if (!driver || driver.exitCode !== null) return;
    driver.kill();
    await until('the driver to end', () => driver.exitCode !== null || driver.signalCode !== null);
  }
}

/** On the due list: a rupee proves the chosen consignor's account. */
export async function proves(counter, nameAtBank) {
  await counter.press('F2');
  await counter.focused('prove-reference');
  await counter.type('600000000777');
  await counter.press(Key.Tab);
  await counter.type(nameAtBank);
  await counter.press(Key.Enter);
  await counter.gone('prove-form');
}

/** On what was posted: another's PIN approves it, for who posted it cannot. */
export async function approves(counter) {
  await counter.press('F8');
  await counter.focused('approve-pin');
  await counter.type(counter.operator('approver').demo_pin);
  await counter.press(Key.Enter);
  await counter.gone('approve');
  await counter.see('pay-0');
}

/** Before the window opens: a consignor's goods are payable as soon as they are sold, and an account of theirs is allowed but
 * not proven. Answers an item of theirs. */
export function sellsAtOnce(counter, consignor, account) {
  const manager = counter.operator('manager');
  counter.call('sign_in', { operator: manager.id, pin: manager.demo_pin });
  const { next, row } = counter.call('view_consignor', { consignor });
  counter.call('set_agreement', { ...next, promise: { ...next.promise, holding_days: 0 } });
  const bank = account.includes('@') ? { account: '', ifsc: '', vpa: account } : { account, ifsc: 'SBIN0000125', vpa: '' };
  const details = { holder: row.name.en, ...bank };
  const approval = { operator: 'farhana', pin: counter.operator('approver').demo_pin };
  counter.call('ask_bank', { consignor, details, again: account });
  counter.call('answer_bank', { consignor, allowed: true, approval });
  const { rows } = counter.call('view_stock', { owner: `consignor:${consignor}`, text: '', filter: 'here', offset: 0 });
  counter.call('sign_out');
  return rows[0];
}

/** Before the window opens: a mart of the same GST registration, without a window, has these goods and sends them here. Answers
 * it, the text of the file that goes with them, and what the code of their challan says. */
export function sendsFromVaranasi(counter, items) {
  const { mart, consignors } = JSON.parse(readFileSync(join(ROOT, 'assets/catalogue/demo.json'), 'utf8'));
  const place = { hi: 'वाराणसी', en: 'Varanasi' };
  const varanasi = { ...mart, name: { hi: 'ओडीओपी मार्ट, वाराणसी', en: 'ODOP Mart, Varanasi' }, district: 'VNS', place, address: place };
  const manager = { id: 'gita', name: { hi: 'गीता', en: 'Gita' }, role: 'manager', pin: '482913' };
  const kamla = { ...consignors[0], id: 'kamla', name: { hi: 'कमला देवी', en: 'Kamla Devi' } };
  const goods = items.map((item) => ({ barcode: '', district: place, unit: 'PCS', gi: false, includes_tax: true, ...item }));
  const sender = new Counter('varanasi', mkdtempSync(join(counter.folder, 'vns-')));
  till(sender.db, 'init', '--mart', JSON.stringify({ mart: varanasi, operators: [manager], consignors: [kamla], items: goods }));
  sender.call('sign_in', { operator: manager.id, pin: manager.pin });
  const lines = sender.call('view_stock', { filter: 'here' }).rows.map(({ item, owner, here_milli }) => ({ item, owner, qty_milli: here_milli }));
  const to = { code: mart.district, name: mart.name, address: mart.address, gstin: mart.gstin };
  const { id, code } = sender.call('send_transfer', { id: randomUUID(), to, lines, note: 'UP65 AB 1234' });
  return { sender, code, letter: readFileSync(sender.call('save_transfer', { transfer: id }).path, 'utf8') };
}

/** The id of the app that has this database open: its own, not one it started. */
function processOf(db) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/exe`) === ODOP_MART && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(db);
      } catch {
        return false; // it ended while we looked, or is not ours to see
      }
    });
}

/** Runs a test on a demo mart of its own: opens the window, and leaves a picture and a proof of the records. */
export async function atCounter(name, work, prepare = () => {}, folder = freshMart) {
  const counter = new Counter(name, folder());
  try {
    prepare(counter);
    await counter.open();
    await work(counter);
    if (!counter.pictured) await counter.picture();
    await counter.close();
    if (folder === freshMart) counter.verify();
  } catch (failure) {
    await counter.picture('-failed').catch(() => {});
    throw failure;
  } finally {
    await counter.close().catch(() => {});
    rmSync(counter.folder, { recursive: true, force: true });
  }
}
