// The screens that the header leads to, in its order: Alt and a figure opens one, 0 the tenth; later ones have a letter. Not here: sign-in and shift, which
// come by themselves when they are due.

import type { Component } from 'svelte';
import type { Role } from '../generated/contract';
import Artisan from './artisan/Artisan.svelte';
import Bills from './bills/Bills.svelte';
import Books from './books/Books.svelte';
import Returns from './returns/Returns.svelte';
import Printing from './printing/Printing.svelte';
import Day from './day/Day.svelte';
import People from './people/People.svelte';
import Consign from './consign/Consign.svelte';
import Home from './home/Home.svelte';
import Items from './items/Items.svelte';
import Payout from './payout/Payout.svelte';
import Sell from './sell/Sell.svelte';
import Stock from './stock/Stock.svelte';
import Settings from './settings/Settings.svelte';

export type Screen = {
  /** Its message is `screen-` and this. */
  id: string;
  roles: Role[];
  /** Whether it is of use only while a shift is open. */
  shift: boolean;
  /** Its letter, where it comes after the tenth. */
  letter?: string;
  screen: Component;
};

export const SCREENS: Screen[] = [
  { id: 'sell', roles: ['cashier', 'manager'], shift: true, screen: Sell },
  { id: 'returns', roles: ['cashier', 'manager'], shift: true, screen: Returns },
  { id: 'bills', roles: ['cashier', 'manager'], shift: false, screen: Bills },
  { id: 'day', roles: ['cashier', 'manager'], shift: false, screen: Day },
  { id: 'items', roles: ['storekeeper', 'manager'], shift: false, screen: Items },
  { id: 'stock', roles: ['storekeeper', 'manager'], shift: false, screen: Stock },
  { id: 'consign', roles: ['storekeeper', 'manager'], shift: false, screen: Consign },
  { id: 'people', roles: ['manager'], shift: false, screen: People },
  { id: 'printing', roles: ['cashier', 'manager', 'storekeeper'], shift: false, screen: Printing },
  { id: 'settings', roles: ['manager'], shift: false, screen: Settings },
  { id: 'artisan', roles: ['cashier', 'manager', 'storekeeper'], shift: false, screen: Artisan, letter: 'A' },
  { id: 'payout', roles: ['manager', 'approver'], shift: false, screen: Payout, letter: 'D' },
  { id: 'books', roles: ['manager', 'approver'], shift: false, screen: Books, letter: 'B' },
];

/** Behind the mart's name: Alt and H. */
export const HOME: Screen = { id: 'home', roles: ['manager'], shift: false, screen: Home };

export function screensFor(role: Role | undefined): Screen[] {
  return SCREENS.filter((one) => role && one.roles.includes(role));
}
