import { expect, test } from 'vitest';
import { neighboursOf } from './neighbours.ts';

test('[ and ] walk through the list that one came from, and end at its ends', () => {
  const list = ['/persons/a', '/persons/b', '/opportunities/c'];
  expect(neighboursOf('/persons/b', list)).toEqual({ before: '/persons/a', after: '/opportunities/c' });
  expect(neighboursOf('/persons/a', list)).toEqual({ after: '/persons/b' });
  expect(neighboursOf('/opportunities/c', list)).toEqual({ before: '/persons/b' });
  expect(neighboursOf('/persons/z', list)).toEqual({});
});
