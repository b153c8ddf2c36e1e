import { beforeAll, describe, expect, test } from 'vitest';
import { aFullWorkspace, type FullWorkspace } from '#tests/support/every-route/full-workspace';
import { type Asked, send } from '#tests/support/every-route/operations';
import { requests } from '#tests/support/every-route/requests';
import { useUnchanged } from '#tests/support/snapshot';
import { useHouse } from '#tests/support/use-house';

/*
 * A field that is not known is refused by name, so that a misspelt one is never taken for left out. The requests are the owner's, which
 * succeed without it (own-workspace.test.ts).
 */
const house = useHouse();
const named = Object.keys(requests).map((name) => [name] as const);
let full: FullWorkspace;

beforeAll(async () => {
  full = await aFullWorkspace(house());
});
const isUnchanged = useUnchanged(house);

const stray = { surplus: 'red' };
const withMore = (asked: Asked, more: Record<string, unknown>): Asked => ({
  ...asked,
  body: { ...(typeof asked.body === 'object' ? asked.body : {}), ...more },
});

describe('a field in the body that is not known is refused, and nothing is changed', () => {
  test.each(named.filter(([name]) => !/^(?:GET|DELETE) /.test(name)))('%s', async (name) => {
    for (const asked of requests[name]?.(full.records) ?? []) {
      const answer = await send(full.workspace.api, name, withMore(asked, stray));
      expect(answer.body, answer.text).toMatchObject({ status: 400, code: 'unknown_field' });
      expect(answer.text).toContain('surplus');
    }
    await isUnchanged();
  });
});

describe('so is one in the query', () => {
  test.each(named)('%s', async (name) => {
    for (const asked of requests[name]?.(full.records) ?? []) {
      const answer = await send(full.workspace.api, name, { ...asked, query: { ...asked.query, ...stray } });
      expect(answer.body, answer.text).toMatchObject({ status: 400, code: 'unknown_field' });
    }
    await isUnchanged();
  });
});

describe('an old version is refused, and nothing is changed', () => {
  test.each(named.filter(([name]) => name.startsWith('PATCH')))('%s', async (name) => {
    for (const asked of requests[name]?.(full.records) ?? []) {
      const answer = await send(full.workspace.api, name, withMore(asked, { version: 99 }));
      expect(answer.body, answer.text).toMatchObject({ status: 409, code: 'version_conflict' });
    }
    await isUnchanged();
  });
});
