import { beforeAll, describe, expect, test } from 'vitest';
import { aFullWorkspace, type FullWorkspace } from '#tests/support/every-route/full-workspace';
import { send } from '#tests/support/every-route/operations';
import { requests } from '#tests/support/every-route/requests';
import { useUnchanged } from '#tests/support/snapshot';
import { useHouse } from '#tests/support/use-house';

/*
 * promises.md, 3: a refused action changes nothing. The requests are the owner's, which succeed (own-workspace.test.ts): only the
 * role refuses them.
 */
const house = useHouse();
/** A viewer plans and produces: what is to come, and nothing of persons, opportunities or sellers. */
const seen: ReadonlySet<string> = new Set(['GET /me', 'GET /continuity']);
const named = Object.keys(requests).map((name) => [name] as const);
let full: FullWorkspace;

beforeAll(async () => {
  full = await aFullWorkspace(house());
});
const isUnchanged = useUnchanged(house);

describe('a viewer changes nothing', () => {
  test.each(named.filter(([name]) => !name.startsWith('GET')))('%s', async (name) => {
    for (const asked of requests[name]?.(full.records) ?? []) {
      const answer = await send(full.viewer.api, name, asked);
      expect(answer.body).toMatchObject({ status: 403, code: 'forbidden' });
    }
    await isUnchanged();
  });
});

describe('a viewer reads the Outlook, and nothing else', () => {
  test.each(named.filter(([name]) => name.startsWith('GET')))('%s', async (name) => {
    const answer = await send(full.viewer.api, name, requests[name]?.(full.records)[0] ?? {});
    expect(answer.status, answer.text).toBe(seen.has(name) ? 200 : 403);
    await isUnchanged();
  });
});
