// What is said when labels or tags were made.
import type { LabelsView } from '../generated/contract';
import { till } from './till.svelte';
import { of } from './words.svelte';

/** Says how many were made and where they are, and which goods are called handloom on them without bearing its mark. */
export function tellLabels(key: string, made: LabelsView) {
  const careful = made.unmarked && { key: 'labels-unmarked', args: { name: of(made.unmarked) } };
  till.notice = { key, args: { labels: made.labels, path: made.path }, careful };
}
