import { expect, test } from 'vitest';
import { asCode, isMobile, toCount, toMilli, toPaise, withQuantity } from './typed';

test('amounts as people type them', () => {
  expect(['2000', '2,000', '₹2,000.50', '99.5', '२०००', '०.०५'].map(toPaise)).toEqual([
    200000, 200000, 200050, 9950, 200000, 5,
  ]);
  for (const no of ['', '.', '-5', '1e3', '2000.505', 'दो', '99999999999']) expect(toPaise(no)).toBeNull();
});

test('quantities go before what is scanned', () => {
  expect(['2.5', '1,000', '१,०००', '1,00,000.5', '१,००,०००'].map(toMilli)).toEqual([2500, 1000000, 1000000, 100000500, 100000000]);
  expect(withQuantity('*1,000 diya')).toEqual({ milli: 1000000, rest: 'diya' });
  expect(withQuantity('*१,०००')).toEqual({ milli: 1000000, rest: '' });
  expect(withQuantity('*4 diya')).toEqual({ milli: 4000, rest: 'diya' });
  expect(withQuantity('*४')).toEqual({ milli: 4000, rest: '' });
  expect(withQuantity('diya')).toEqual({ milli: null, rest: 'diya' });
});

test('codes and mobiles however they are typed', () => {
  expect(asCode(' 09 aapfu ०९३९f-1zt')).toBe('09AAPFU0939F1ZT');
  for (const mobile of ['9876543210', '+91 98765 43210', '098765-43210', '९८७६५ ४३२१०', '\u202A+91 98765 43210\u202C', '98765,43210', '98765/43210', '(0)98765.43210']) expect(isMobile(mobile)).toBe(true);
  for (const no of ['', '98765', '+1 98765 43210', '5876543210']) expect(isMobile(no)).toBe(false);
});

test('notes and coins are whole', () => {
  expect(['12', '1,000', '१,०००', '1.5', 'x', ''].map(toCount)).toEqual([12, 1000, 1000, null, null, null]);
});
