import { expect, test, vi } from 'vitest';

const till = vi.hoisted(() => ({ refused: null as unknown, notice: null as unknown }));
vi.mock('./till.svelte', () => ({ till }));

import { pasted, photographed } from './file';

test('a photograph that is too large is refused before it is read', async () => {
  const read = vi.fn();
  vi.stubGlobal('FileReader', read);
  const file = { size: 50 * 1024 * 1024 } as File;
  expect(await photographed(file)).toBeNull();
  expect(read).not.toHaveBeenCalled();
  expect(till.refused).toEqual({ kind: 'refusal', code: 'picture_too_large', params: { limit: '10 MB' } });
});

test('pasted words stay words, also beside a picture of them', async () => {
  const preventDefault = vi.fn();
  const clipboardData = { types: ['text/plain', 'image/png'], files: [new Blob()] };
  expect(await pasted({ clipboardData, preventDefault } as unknown as ClipboardEvent)).toBeNull();
  expect(preventDefault).not.toHaveBeenCalled();
});

test('a picture that the event does not tell of is asked of the clipboard', async () => {
  const picture = new Blob();
  const item = { types: ['text/html', 'image/png'], getType: async (type: string) => (type === 'image/png' ? picture : null) };
  vi.stubGlobal('navigator', { clipboard: { read: async () => [item] } });
  const event = { clipboardData: { types: [], files: [] }, preventDefault: vi.fn() };
  expect(await pasted(event as unknown as ClipboardEvent)).toBe(picture);
});
