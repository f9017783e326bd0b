import { expect, test } from 'vitest';
import { devanagari } from './digits';
import { toMilli, toPaise } from './typed';

test('amounts and quantities are written in Devanagari, whatever holds them, and numbers of bills are not', () => {
  const basket = { id: '01a2', lines: [{ quantity: '2.5', price: { paise: 115000, text: '1,150.00', rupees: '₹1,150' } }], last_sale: { number: 'LKO1A/26/T000123' } };
  expect(devanagari(basket)).toEqual({
    id: '01a2',
    lines: [{ quantity: '२.५', price: { paise: 115000, text: '१,१५०.००', rupees: '₹१,१५०' } }],
    last_sale: { number: 'LKO1A/26/T000123' },
  });
});

test('so is how much there is, with its units and under any name', () => {
  const here = { hi: '1,00,000 नग + 2.5 किलो', en: '1,00,000 pc + 2.5 kg' };
  expect(devanagari({ here, sold: '12,345', taken: { accepted: '1,000', stood: '3', again: '2' }, name: { hi: '5 तार', en: '5 strings' } })).toEqual({
    here: { hi: '१,००,००० नग + २.५ किलो', en: '१,००,००० pc + २.५ kg' },
    sold: '१२,३४५',
    taken: { accepted: '१,०००', stood: '३', again: '२' },
    name: { hi: '5 तार', en: '5 strings' },
  });
});

test('what is written in Devanagari is read again where it is offered to be typed', () => {
  expect(toPaise(devanagari({ text: '1,150.50' }).text)).toBe(115050);
  expect(toMilli('२.५')).toBe(2500);
});
