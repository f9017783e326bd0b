// Figures in Devanagari, for who chose them: in what the till writes of amounts, quantities and times. Not here: bill
// numbers, codes and telephone numbers, which are typed and printed in Latin figures.

import type { Name } from '../generated/contract';

/** Fields of views that are written for the eye alone. */
const WRITTEN = new Set(['text', 'rupees', 'quantity', 'on_hand', 'rate', 'left', 'right', 'at', 'date', 'time', 'day', 'asked_at']);
/** Quantities under other names: of stock, of intake, of counts, of what travels. */
for (const name of ['here', 'here_after', 'received', 'sold', 'given_back', 'lost', 'in_transit', 'sent', 'sold_lately', 'reorder', 'due', 'brought', 'accepted', 'rejected', 'stood', 'again', 'counted', 'expected', 'difference', 'short', 'arrived', 'back']) WRITTEN.add(name);

export const inDevanagari = (text: string) => text.replace(/\d/g, (digit) => '०१२३४५६७८९'[Number(digit)]!);

/** Text, or text in both languages. */
const isText = (value: unknown): value is string | Name => typeof value === 'string' || (typeof value === 'object' && value !== null && 'hi' in value && 'en' in value);

/** The same view with its figures in Devanagari. */
export function devanagari<T>(view: T): T {
  if (Array.isArray(view)) return view.map(devanagari) as T;
  if (typeof view !== 'object' || view === null) return view;
  const written = Object.entries(view).map(([name, value]) => {
    if (!WRITTEN.has(name) || !isText(value)) return [name, devanagari(value)];
    return [name, typeof value === 'string' ? inDevanagari(value) : { hi: inDevanagari(value.hi), en: inDevanagari(value.en) }];
  });
  return Object.fromEntries(written) as T;
}
