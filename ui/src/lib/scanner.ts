// A scanner is a keyboard that types a whole code in the time a person needs for one key. Told from typing by the
// time between keys; what it typed into a field is taken out again.

/** What a scanner takes for a key, on the whole: a busy computer may hold one of them up. */
export const PACE_MS = 35;
/** After this long, whatever comes is no longer the same code. */
const PAUSE_MS = 120;
const SHORTEST = 6;

/** Keys as they come; answers a code when one was scanned. */
export class KeyStream {
  #code = '';
  #began = 0;
  #last = -Infinity;

  /** True when this key begins anew, so that whoever watches may remember the field as it was. */
  press(key: string, at: number): { code: string | null; begins: boolean } {
    const goesOn = at - this.#last <= PAUSE_MS;
    this.#last = at;
    if (key === 'Enter') {
      const paced = goesOn && at - this.#began <= PACE_MS * this.#code.length;
      const code = paced && this.#code.length >= SHORTEST ? this.#code : null;
      this.#code = '';
      return { code, begins: false };
    }
    if (key.length !== 1 || !/[\x21-\x7e]/.test(key)) {
      if (key !== 'Shift') this.#code = '';
      return { code: null, begins: false };
    }
    const begins = !goesOn || this.#code === '';
    if (begins) this.#began = at;
    this.#code = begins ? key : this.#code + key;
    return { code: null, begins };
  }
}

/** Calls `scanned` for every code, wherever the focus is. Answers how to stop. */
export function listen(scanned: (code: string) => void): () => void {
  const stream = new KeyStream();
  let before: { field: HTMLInputElement; value: string } | null = null;
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { code, begins } = stream.press(event.key, event.timeStamp);
    if (begins) {
      const field = document.activeElement;
      before = field instanceof HTMLInputElement ? { field, value: field.value } : null;
    }
    if (code === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (before) {
      before.field.value = before.value;
      before.field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    scanned(code);
  };
  window.addEventListener('keydown', onKey, { capture: true });
  return () => window.removeEventListener('keydown', onKey, { capture: true });
}
