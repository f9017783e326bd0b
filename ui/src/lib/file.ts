// A file that a person chose, as text that can cross to the till.

import { till } from './till.svelte';

/** The most bytes of a photograph, as the till has it; a larger one would never reach it through a browser. */
const MOST_PICTURE_BYTES = 10 * 1024 * 1024;

/** A photograph's bytes in base64; one that is too large is refused before it is read, and answers null. */
export async function photographed(file: File): Promise<string | null> {
  if (file.size <= MOST_PICTURE_BYTES) return asBase64(file);
  till.notice = null;
  till.refused = { kind: 'refusal', code: 'picture_too_large', params: { limit: '10 MB' } };
  return null;
}

/** The file's bytes in base64. */
export function asBase64(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}
