import { expect, test, vi } from 'vitest';

const till = vi.hoisted(() => ({ refused: null as unknown, notice: null as unknown }));
vi.mock('./till.svelte', () => ({ till }));

import { photographed } from './file';

test('a photograph that is too large is refused before it is read', async () => {
  const read = vi.fn();
  vi.stubGlobal('FileReader', read);
  const file = { size: 50 * 1024 * 1024 } as File;
  expect(await photographed(file)).toBeNull();
  expect(read).not.toHaveBeenCalled();
  expect(till.refused).toEqual({ kind: 'refusal', code: 'picture_too_large', params: { limit: '10 MB' } });
});
