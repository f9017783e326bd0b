// Figures in Devanagari, for who chose them: in what the till writes of amounts, quantities and times. Not here: bill
// numbers, codes and telephone numbers, which are typed and printed in Latin figures.

/** Fields of views that are written for the eye alone. */
const WRITTEN = new Set(['text', 'rupees', 'quantity', 'pieces', 'on_hand', 'rate', 'left', 'at', 'date', 'time', 'day', 'asked_at']);

export const inDevanagari = (text: string) => text.replace(/\d/g, (digit) => '०१२३४५६७८९'[Number(digit)]!);

/** The same view with its figures in Devanagari. */
export function devanagari<T>(view: T): T {
  if (Array.isArray(view)) return view.map(devanagari) as T;
  if (typeof view !== 'object' || view === null) return view;
  const written = Object.entries(view).map(([name, value]) => [name, typeof value === 'string' && WRITTEN.has(name) ? inDevanagari(value) : devanagari(value)]);
  return Object.fromEntries(written) as T;
}
