// The steps of goods that do not sell, in their order.
import type { StockRowView, Step } from '../generated/contract';

const STEPS: Step[] = ['remind', 'markdown', 'give_back'];

/** What the ladder asks for now was done, or what comes after it. */
export function stepDone({ done, step }: Pick<StockRowView, 'done' | 'step'>): boolean {
  return done !== null && step !== null && STEPS.indexOf(done) >= STEPS.indexOf(step);
}
