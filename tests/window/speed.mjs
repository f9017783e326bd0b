// Figures of the real window, beside those of the core in tests/bench: a key press to its painted line over a key that
// does nothing, and what five hundred sales add to the memory that all the app's processes hold. `--quick` measures fewer;
// `--json FILE` adds the figures to those already there. Not here: any target but these two, and the building.

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { Key, atCounter, until } from './harness.mjs';

const quick = process.argv.includes('--quick');
const json = process.argv.includes('--json') ? process.argv[process.argv.indexOf('--json') + 1] : null;
const PRESSES = quick ? 100 : 400;
const SALES = quick ? 100 : 500;
/** Sales after which the window has compiled its scripts and filled its caches: what comes later would be a leak. */
const WARM = SALES / 5;
/** Sales over which the least is weighed: WebKit collects all its garbage about once in so many, and what waits for it,
 * up to 30 MB, is not held. */
const STRETCH = SALES / 5;
/** One frame at sixty a second, in milliseconds. */
const FRAME = 16.7;

/** Runs in the page: notes for every key how long it took until what it changed was painted. */
function watchKeys() {
  window.keyTimes = { line: [], empty: [] };
  const painted = (then) => requestAnimationFrame(() => setTimeout(then));
  addEventListener('keydown', ({ key, timeStamp }) => {
    const done = (kind) => painted(() => window.keyTimes[kind].push(performance.now() - timeStamp));
    if (key !== '+') return done('empty');
    const shown = () => document.querySelector('[data-test="qty"]').textContent;
    const before = shown();
    const watcher = new MutationObserver(() => {
      if (shown() === before) return;
      watcher.disconnect();
      done('line');
    });
    watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
  }, true);
}

function percentile(times, percent) {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.min(Math.floor((sorted.length * percent) / 100), sorted.length - 1)];
}

/** The proportional share of memory of a process and all it started, in KiB. */
function pss(root) {
  const parents = new Map();
  for (const name of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1].split(' ');
      parents.set(Number(name), Number(parent));
    } catch {
      // It ended while we looked.
    }
  }
  const belongs = (pid) => pid === root || (parents.has(pid) && belongs(parents.get(pid)));
  const share = (pid) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]);
    } catch {
      return 0;
    }
  };
  return [...parents.keys()].filter(belongs).reduce((sum, pid) => sum + share(pid), 0);
}

const figures = [];

function figure(name, value, unit, most, beside) {
  const met = value <= most;
  figures.push({ name, value, unit, most, met });
  console.log(`${met ? 'met   ' : 'MISSED'} ${name.padEnd(62)} ${value.toFixed(3).padStart(8)} ${unit} (target ${most} ${unit}); ${beside}`);
}

await atCounter('speed', async (counter) => {
  await counter.signIn();
  await counter.openShift();
  counter.scan('AZM-BLK-02');
  await counter.see('line-1');
  await counter.inPage(watchKeys);
  for (let press = 0; press < PRESSES; press += 1) await counter.press('+', Key.Shift);
  const times = await until('every key to be painted', async () => {
    const seen = await counter.inPage(() => window.keyTimes);
    return seen.line.length === PRESSES && seen;
  });
  const [line, empty] = [percentile(times.line, 99), percentile(times.empty, 99)];
  figure('key press to painted line over an empty key press, p99', line - empty, 'ms', FRAME, `${line.toFixed(1)} over ${empty.toFixed(1)} ms`);

  // So many would be more cash than one bill may take.
  await counter.press(Key.Delete);
  await counter.gone('line-1');
  const bill = () => counter.textNow('last-bill');
  /** Sells, and answers the least weight seen on the way. */
  const sell = async (sales) => {
    let least = Infinity;
    for (let sale = 0; sale < sales; sale += 1) {
      if (sale % 10 === 0) least = Math.min(least, pss(counter.pid));
      const last = await bill();
      counter.scan('AZM-BLK-02');
      await counter.read('line-1');
      await counter.press(Key.F8, Key.Enter);
      await until('the next bill', async () => ![last, null].includes(await bill()));
    }
    return least;
  };
  await sell(WARM);
  const before = await sell(STRETCH);
  await sell(SALES - STRETCH);
  const after = await sell(STRETCH);
  figure(`memory held ${SALES} sales later, from sale ${WARM} on`, after / before, 'x', 1.1, `${Math.round(after / 1024)} over ${Math.round(before / 1024)} MiB`);
});

if (json) writeFileSync(json, JSON.stringify([...(existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')) : []), ...figures], null, 2));
const missed = figures.filter(({ met }) => !met).length;
console.log(`${figures.length} figures of the window, ${missed} missed`);
process.exitCode = missed ? 1 : 0;
