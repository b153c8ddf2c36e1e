import { expect, it, vi } from 'vitest';
import { keptFor } from './kept-for.ts';

it('computes once for the same facts, anew for others, and again after a failure', async () => {
  const keep = keptFor<number>(60_000);
  const compute = vi.fn(async () => compute.mock.calls.length);
  expect(await keep('a', '1', compute)).toBe(1);
  expect(await keep('a', '1', compute)).toBe(1);
  expect(await keep('a', '2', compute)).toBe(2);
  expect(await keep('b', '2', compute)).toBe(3);
  await expect(keep('c', '1', () => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
  expect(await keep('c', '1', compute)).toBe(4);
});

it('is never older than was asked for', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const keep = keptFor<number>(60_000);
  let computed = 0;
  const compute = async () => (computed += 1);
  await keep('a', '1', compute);
  vi.advanceTimersByTime(59_000);
  expect(await keep('a', '1', compute)).toBe(1);
  vi.advanceTimersByTime(1000);
  expect(await keep('a', '1', compute)).toBe(2);
  vi.useRealTimers();
});
