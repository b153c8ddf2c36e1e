import { expect, it } from 'vitest';
import { newId } from './new-id.ts';

it('ids are UUIDv7, all different, in the order in which they were made', () => {
  const ids = Array.from({ length: 5000 }, newId);
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
    true,
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});
