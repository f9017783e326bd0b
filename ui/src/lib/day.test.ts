import { expect, test } from 'vitest';

import { dayText, isoDay } from './day';

test('a day is read as a person in India writes it, and shown so', () => {
  for (const said of ['09-11-2026', '9/11/2026', '9.11.26', ' 9 11 2026 ', '०९-११-२०२६']) expect(isoDay(said)).toBe('2026-11-09');
  for (const wrong of ['', '9-11', '31-11-2026', '29-02-2027', '2026-11-09', '9-11-202', 'कल', '00-01-2026', '1-13-2026']) expect(isoDay(wrong)).toBeNull();
  expect(isoDay('29-02-2028')).toBe('2028-02-29');
  expect(dayText('2026-11-09')).toBe('09-11-2026');
  expect(dayText('')).toBe('');
});
