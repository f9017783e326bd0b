// Photographs of goods: asked for once by their hash, whose bytes never change.

import { call } from '../host';

const known = new Map<string, Promise<string | null>>();

/** An address that an image can show; null where there is no such picture. */
export function pictureUrl(picture: string): Promise<string | null> {
  let url = known.get(picture);
  if (!url) {
    url = call('view_picture', { picture })
      .then(({ jpeg_base64 }) => URL.createObjectURL(new Blob([Uint8Array.from(atob(jpeg_base64), (c) => c.charCodeAt(0))], { type: 'image/jpeg' })))
      .catch(() => null);
    known.set(picture, url);
  }
  return url;
}
