import { expect, test } from 'vitest';
import { KeyStream } from './scanner';

function typed(text: string, gap: number): string | null {
  const stream = new KeyStream();
  let at = 1000;
  for (const key of text) stream.press(key, (at += gap));
  return stream.press('Enter', at + gap).code;
}

test('a scanner is faster than any hand', () => {
  expect(typed('2000000000017', 8)).toBe('2000000000017');
  expect(typed('2000000000017', 60)).toBeNull();
  expect(typed('AGR-FTW-01', 34)).toBe('AGR-FTW-01');
});

test('short or Hindi bursts are typing', () => {
  expect(typed('2000', 5)).toBeNull();
  expect(typed('चिकन कुर्ता', 5)).toBeNull();
});

test('what was typed before the scan is not part of the code', () => {
  const stream = new KeyStream();
  stream.press('*', 0);
  stream.press('4', 200);
  let at = 1000;
  for (const key of '2000000000017') stream.press(key, (at += 8));
  expect(stream.press('Enter', at + 8).code).toBe('2000000000017');
});

test('a code that the computer held up for a moment is still whole', () => {
  const stream = new KeyStream();
  let at = 1000;
  for (const key of 'AZM-BLK-02') stream.press(key, (at += key === 'B' ? 110 : 6));
  expect(stream.press('Enter', at + 6).code).toBe('AZM-BLK-02');
});
