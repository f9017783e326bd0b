// What a test print says, in words for the person who stands before the printer.

import type { TestPrintView } from '../../generated/contract';
import { t } from '../../lib/words.svelte';

const FAULTS: Record<string, string> = {
  printer_unreachable: 'tried-unreachable',
  printer_cover_open: 'tried-cover-open',
  printer_paper_out: 'tried-paper-out',
  printer_offline: 'tried-offline',
  printer_stopped: 'tried-stopped',
};

export function saysTried(tried: TestPrintView): string {
  if (tried.problem) return saysFault(tried.problem, tried.place);
  return t(tried.near_end ? 'print-test-near-end' : tried.answers ? 'print-test-good' : 'print-test-silent');
}

/** Why nothing came out of the printer at a place. */
export function saysFault(problem: string, place: string): string {
  return t(FAULTS[problem] ?? 'tried-unreachable', { place });
}
