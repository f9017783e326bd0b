import { expect, test } from 'vitest';

import { stepDone } from './ladder';

test('a step is done when it, or one after it, was done', () => {
  expect(stepDone({ step: 'markdown', done: 'markdown' })).toBe(true);
  expect(stepDone({ step: 'remind', done: 'markdown' })).toBe(true);
  expect(stepDone({ step: 'give_back', done: 'markdown' })).toBe(false);
  expect(stepDone({ step: 'remind', done: null })).toBe(false);
});
