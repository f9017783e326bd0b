// Days as India writes them, day first; the till has them as ISO does.

import { plain } from './typed';

/** `2026-11-09` as `09-11-2026`. */
export const dayText = (iso: string) => iso.split('-').reverse().join('-');

/** `9.11.26`, `9/11/2026` or `09-11-2026` as `2026-11-09`; null when it is no day. */
export function isoDay(text: string): string | null {
  const match = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(plain(text).trim());
  if (!match) return null;
  const [, day, month, year] = match as unknown as [string, string, string, string];
  const iso = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const known = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(known.getTime()) && known.toISOString().startsWith(iso) ? iso : null;
}
