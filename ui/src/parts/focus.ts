// Where the keyboard goes when a screen or panel appears.

/** Focuses the field as it appears. */
export function focusFirst(field: HTMLElement) {
  field.focus();
}
