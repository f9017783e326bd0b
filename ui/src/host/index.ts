// The only way to the till: call(command, input). In the window it goes through Tauri, in a browser over HTTP to
// `till serve`. A command that does not happen throws what refused it.

import type { Commands, Refused } from '../generated/contract';
import { devanagari } from '../lib/digits';
import { currentLook } from '../lib/look.svelte';
import { overHttp } from './http';
import { overTauri } from './tauri';

export type Input<C extends keyof Commands> = Commands[C][0];
export type Output<C extends keyof Commands> = Commands[C][1];
export type Way = (command: string, input: unknown) => Promise<unknown>;

const way: Way = '__TAURI_INTERNALS__' in window ? overTauri : overHttp;

export async function call<C extends keyof Commands>(command: C, input: Input<C>): Promise<Output<C>> {
  const said = (await way(command, input)) as Output<C>;
  return currentLook().digits === 'devanagari' ? devanagari(said) : said;
}

/** What a failed call threw, whatever it was. */
export function asRefused(thrown: unknown): Refused {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown) return thrown as Refused;
  return { kind: 'fault', code: 'host_unreachable', params: {} };
}
