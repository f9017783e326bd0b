// How the screens look and sound, as this till keeps it. Not here: the colours themselves (tokens.css).

import type { Look } from '../generated/contract';

let look = $state<Look>({ theme: 'auto', sound: true, digits: 'latin' });
const evening = matchMedia('(prefers-color-scheme: dark)');

function paint() {
  const dark = look.theme === 'dark' || (look.theme === 'auto' && evening.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

evening.addEventListener('change', paint);
paint();

export function currentLook(): Look {
  return look;
}

export function useLook(chosen: Look) {
  look = chosen;
  paint();
}
