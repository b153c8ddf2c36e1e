import { afterAll, beforeAll } from 'vitest';
import { openHouse, type House, type HouseOptions } from './house.ts';

/**
 * A house for the tests of a file: `const house = useHouse();` at the top, `const { api, anOpportunity } = await house().aWorkspace()`
 * in a test. Tests share the database, and each makes its own workspace in it.
 */
export function useHouse(options?: HouseOptions): () => House {
  let opened: House | undefined;
  beforeAll(async () => {
    opened = await openHouse(options);
  });
  afterAll(async () => {
    await opened?.close();
  });
  return () => {
    if (opened === undefined) throw new Error('The house opens in beforeAll: ask for it inside a test.');
    return opened;
  };
}
