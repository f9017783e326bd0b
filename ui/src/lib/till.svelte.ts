// What the screens know: who is signed in, the open basket, the status strip, and the words of the last refusal.
// Not here: any rule; every change is a command and its answer is what is shown.

import type { Approval, BasketView, Commands, Look, OperatorView, Refused, SignedInView, StartView, StatusView } from '../generated/contract';
import { asRefused, call, type Input, type Output } from '../host';
import { currentLook, useLook } from './look.svelte';
import { notKnown } from './sound';
import { currentLanguage, useLanguage } from './words.svelte';

/** What someone with wider limits may allow by their PIN. */
const APPROVABLE = ['approval_needed', 'discount_over_limit', 'drop_over_limit', 'paid_out_over_limit'];

/** What needs another person, whoever is signed in. */
const SECOND = ['second_person_needed', 'edited_file_paid'];

/** How long a command may take before the screen says that it is at work, in milliseconds. */
const SLOW_MS = 150;

/** Commands whose answer is the basket. */
type ToBasket = { [C in keyof Commands]: Output<C> extends BasketView ? C : never }[keyof Commands];

/** A message and what it names. */
type Said = { key: string; args?: Record<string, string | number> };

class Till {
  start = $state<StartView | null>(null);
  /** Why there is no till to show. */
  trouble = $state<Refused | null>(null);
  basket = $state.raw<BasketView | null>(null);
  status = $state.raw<StatusView | null>(null);
  /** The last refusal, until the next thing is done. */
  refused = $state<Refused | null>(null);
  /** A good thing to know, in the same place, and what else to mind. */
  notice = $state<(Said & { careful?: Said | null }) | null>(null);
  /** A command that waits for someone else's PIN; `answer` goes on with it, or without. */
  approving = $state<{ refused: Refused; answer: (approval: Approval | null) => void } | null>(null);

  /** A command takes longer than a person notices: the screen says so. */
  waiting = $state(false);

  /** Which of the header's screens is shown. */
  screen = $state('sell');

  #last: Promise<unknown> = Promise.resolve();

  get signedIn(): SignedInView | null {
    return this.start?.signed_in ?? null;
  }

  async begin() {
    try {
      this.#take(await call('view_start', {}));
      this.trouble = null;
      await this.look();
    } catch (thrown) {
      this.trouble = asRefused(thrown);
    }
  }

  #take(start: StartView) {
    this.start = start;
    useLanguage(start.language);
    useLook(start.look);
  }

  /** One command after the other: two scans in a hurry reach the basket, and the screen, in the order of the keys. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  /** When everything asked so far has been answered. */
  answered(): Promise<unknown> {
    return this.#last;
  }

  /** Runs a command. A refusal is shown and answers null; what was there stays. What is no longer `wanted` when its
      turn comes, as a search for half a word, is not asked at all. */
  ask<C extends keyof Commands>(command: C, input: Input<C>, wanted = () => true): Promise<Output<C> | null> {
    return this.#inTurn(async () => (wanted() ? this.#run(command, input) : null));
  }

  /** Looks up what stands beside: what was said of the last act stays said. */
  peek<C extends keyof Commands>(command: C, input: Input<C>, wanted = () => true): Promise<Output<C> | null> {
    return this.#inTurn(async () => (wanted() ? this.#run(command, input, true) : null));
  }

  /** What was typed cannot be read: nothing is asked, and nothing lost. `what` as the till names it. */
  refuse(what: string) {
    this.notice = null;
    this.refused = { kind: 'refusal', code: 'invalid_input', params: { what } };
  }

  /** Who may answer for what was refused: managers; where two people must, also approvers. */
  answerers(refused: Refused): OperatorView[] {
    const roles = SECOND.includes(refused.code) || refused.params.role === 'approver' ? ['manager', 'approver'] : ['manager'];
    return this.start?.operators.filter((one) => roles.includes(one.role) && one.id !== this.signedIn?.operator.id) ?? [];
  }

  /** Asks whoever may to approve by PIN what was refused to who is signed in; null when nobody does. */
  async #approval(refused: Refused): Promise<Approval | null> {
    const other = SECOND.includes(refused.code) || (APPROVABLE.includes(refused.code) && this.signedIn?.operator.role !== 'manager');
    if (!other || !this.answerers(refused).length) return null;
    const approval = await new Promise<Approval | null>((answer) => (this.approving = { refused, answer }));
    this.approving = null;
    return approval;
  }

  async #run<C extends keyof Commands>(command: C, input: Input<C>, quiet = false): Promise<Output<C> | null> {
    const slow = setTimeout(() => (this.waiting = true), SLOW_MS);
    try {
      const said = await call(command, input).catch(async (thrown) => {
        const approval = await this.#approval(asRefused(thrown));
        if (!approval) throw thrown;
        return call(command, { ...input, approval });
      });
      // Another language is no next action: what was refused is said in it.
      if (!quiet && command !== 'set_language') {
        this.refused = null;
        this.notice = null;
      }
      return said;
    } catch (thrown) {
      const refused = asRefused(thrown);
      notKnown();
      if (refused.code === 'database_damaged' || refused.code === 'database_newer') this.trouble = refused;
      else this.refused = refused;
      return null;
    } finally {
      clearTimeout(slow);
      this.waiting = false;
    }
  }

  /** The status strip, asked again and again; a failure shows as a till that is not safe. */
  async look() {
    try {
      this.status = await call('view_status', {});
    } catch {
      if (this.status) this.status = { ...this.status, saved: false };
    }
  }

  async switchLanguage() {
    const language = currentLanguage() === 'hi' ? 'en' : 'hi';
    useLanguage(language);
    const start = await this.ask('set_language', { language });
    if (start) this.#take(start);
  }

  async changeLook(change: Partial<Look>) {
    const start = await this.ask('set_look', { ...currentLook(), ...change });
    if (start) this.#take(start);
  }

  async signIn(operator: string, pin: string): Promise<boolean> {
    const signed = await this.ask('sign_in', { operator, pin });
    if (signed && this.start) {
      this.start.signed_in = signed;
      this.start.locked = false;
    }
    return signed !== null;
  }

  async signOut() {
    const start = await this.ask('sign_out', {});
    if (start) this.#take(start);
    this.basket = null;
  }

  /** What stands on the screen stays; only a PIN opens it. */
  async lock() {
    const start = await this.ask('lock_screen', {});
    if (start) this.#take(start);
  }

  async openShift(float: Input<'open_shift'>): Promise<boolean> {
    const shift = await this.ask('open_shift', float);
    if (shift && this.signedIn) this.signedIn.shift = shift;
    return shift !== null;
  }

  /** A command whose answer is the basket. Its input may be read off the basket as it is when its turn comes. */
  change<C extends ToBasket>(
    command: C,
    input: Input<C> | ((basket: BasketView | null) => Input<C> | null),
  ): Promise<boolean> {
    return this.#inTurn(async () => {
      const said = typeof input === 'function' ? input(this.basket) : input;
      const basket = said && ((await this.#run(command, said)) as BasketView | null);
      if (basket) this.basket = basket;
      return basket !== null;
    });
  }
}

export const till = new Till();
