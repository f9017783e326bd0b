// A file that a person chose or pasted, as text that can cross to the till.

import { till } from './till.svelte';

/** The most bytes of a photograph, as the till has it; a larger one would never reach it through a browser. */
const MOST_PICTURE_BYTES = 10 * 1024 * 1024;

/** A photograph's bytes in base64; one that is too large is refused before it is read, and answers null. */
export async function photographed(file: Blob): Promise<string | null> {
  if (file.size <= MOST_PICTURE_BYTES) return asBase64(file);
  till.notice = null;
  till.refused = { kind: 'refusal', code: 'picture_too_large', params: { limit: '10 MB' } };
  return null;
}

/** What was pasted, unless it is words, which go where they are pasted. Whether it is a photograph the till says. */
export async function pasted(event: ClipboardEvent): Promise<Blob | null> {
  const told = event.clipboardData;
  if (!told || told.types.includes('text/plain')) return null;
  event.preventDefault();
  if (told.files[0]) return told.files[0];
  // On Linux the event itself tells of no picture; the clipboard gives it, as long as it is asked at once.
  const items = await navigator.clipboard?.read().catch(() => []);
  const type = items?.[0]?.types.find((one) => one.startsWith('image/')) ?? items?.[0]?.types[0];
  return type ? items![0]!.getType(type) : null;
}

/** The file's bytes in base64. */
export function asBase64(file: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}
