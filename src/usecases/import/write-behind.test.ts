import { expect, it } from 'vitest';
import { writeBehind } from './write-behind.ts';

function recorder(failing?: number) {
  const log: string[] = [];
  const pipe = writeBehind<number, string, { batch: number; before: number | null }>({
    ask: async (batch, before) => {
      log.push(`ask ${batch}`);
      return before === null ? 'nobody' : `after ${before.batch}`;
    },
    make: async (batch, asked) => {
      log.push(`make ${batch}: ${asked}`);
      return { batch, before: null };
    },
    send: async ({ batch }) => {
      log.push(`send ${batch}`);
      if (batch === failing) throw new Error(`batch ${batch} was refused`);
    },
  });
  return { log, pipe };
}

it('a batch is asked about before the rows of the one before it are sent, and all are sent in order', async () => {
  const { log, pipe } = recorder();
  for (const batch of [1, 2, 3]) await pipe.push(batch);
  await pipe.end();
  expect(log).toEqual([
    'ask 1',
    'make 1: nobody',
    'ask 2',
    'send 1',
    'make 2: after 1',
    'ask 3',
    'send 2',
    'make 3: after 2',
    'send 3',
  ]);
});

it('nothing at all ends at once', async () => {
  const { log, pipe } = recorder();
  await pipe.end();
  expect(log).toEqual([]);
});

it('what fails behind is thrown before the end', async () => {
  const { pipe } = recorder(1);
  const all = async () => {
    for (const batch of [1, 2, 3, 4, 5]) await pipe.push(batch);
    await pipe.end();
  };
  await expect(all()).rejects.toThrow('batch 1 was refused');
});
