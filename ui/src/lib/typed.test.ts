import { expect, test } from 'vitest';
import { toMilli, toPaise, withQuantity } from './typed';

test('amounts as people type them', () => {
  expect(['2000', '2,000', '₹2,000.50', '99.5', '२०००', '०.०५'].map(toPaise)).toEqual([
    200000, 200000, 200050, 9950, 200000, 5,
  ]);
  for (const no of ['', '.', '-5', '1e3', '2000.505', 'दो', '99999999999']) expect(toPaise(no)).toBeNull();
});

test('quantities go before what is scanned', () => {
  expect(toMilli('2.5')).toBe(2500);
  expect(withQuantity('*4 diya')).toEqual({ milli: 4000, rest: 'diya' });
  expect(withQuantity('*४')).toEqual({ milli: 4000, rest: '' });
  expect(withQuantity('diya')).toEqual({ milli: null, rest: 'diya' });
});
