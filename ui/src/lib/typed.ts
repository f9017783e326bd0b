// What a person types as an amount or quantity, turned into the till's whole units without arithmetic.

const DEVANAGARI = '०१२३४५६७८९';

/** With the digits of any keyboard as Latin ones. */
export function plain(text: string): string {
  return [...text].map((c) => (DEVANAGARI.includes(c) ? String(DEVANAGARI.indexOf(c)) : c)).join('');
}

/** A GSTIN, PAN, IFSC or account as the till keeps it: capitals and Latin digits without spaces and dashes. */
export const asCode = (text: string) => plain(text).replace(/[\s\u2010-\u2015-]/g, '').toUpperCase();

/** Words at a GSTIN field for what is wrong with it, as a refusal names it. */
export const GSTIN_WRONG: Record<string, string> = { gstin_check: 'gstin-check', gstin_length: 'gstin-length', gstin_letters: 'gstin-letters' };

/** Whether enough of a mobile is typed to look for it; the till reads it. */
export const isMobile = (text: string) => /^(\+?91|0091|0)?[6-9]\d{9}$/.test(asCode(text).replace(/[().,/\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, ''));

/** Digits before and after the point, the latter filled up to `places`; null when it is no such number. */
function scaled(text: string, places: number): number | null {
  const match = /^(\d{1,10})(?:\.(\d+))?$/.exec(plain(text).replace(/[₹,\s]/g, ''));
  if (!match || (match[2]?.length ?? 0) > places) return null;
  return Number(match[1] + (match[2] ?? '').padEnd(places, '0'));
}

/** `2,000`, `₹99.5` or `२०००` as paise. */
export const toPaise = (text: string) => scaled(text, 2);

/** Whether something is typed that is no amount. */
export const noPaise = (text: string) => text.trim() !== '' && toPaise(text) === null;

/** `2.5` as thousandths of a unit. */
export const toMilli = (text: string) => scaled(text, 3);

/** `1,000` notes or coins. */
export const toCount = (text: string) => scaled(text, 0);

/** `*4 diya` is four of what follows. */
export function withQuantity(text: string): { milli: number | null; rest: string } {
  const match = /^\*\s*([\d०-९.,]+)\s*(.*)$/u.exec(text);
  if (!match) return { milli: null, rest: text };
  return { milli: toMilli(match[1]!), rest: match[2]! };
}

/** Puts a key into a field without the browser's own editing, which keeps every letter for undoing for as long as the
 * window is open: a scanner types a hundred thousand of them. Answers whether it was such a key. */
export function typeInto(field: HTMLInputElement, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || !/^[\x20-\x7e]$/.test(event.key)) return false;
  field.setRangeText(event.key, field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}
