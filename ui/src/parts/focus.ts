// Where the keyboard goes when a screen or panel appears.

/** Focuses the field as it appears. */
export function focusFirst(field: HTMLElement) {
  field.focus();
}

/** While a sheet stands before the screen, the lists behind show no bar: WebKit on Linux paints it over whatever is there. */
export function inFront() {
  const bars = [...document.querySelectorAll<HTMLElement>('.app *')].filter((one) => getComputedStyle(one).overflowY === 'auto');
  for (const one of bars) one.style.overflowY = 'hidden';
  return () => {
    for (const one of bars) one.style.overflowY = '';
  };
}
