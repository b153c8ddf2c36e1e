import { beforeAll, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { Answer } from '#tests/support/client';
import { aFullWorkspace, type FullWorkspace } from '#tests/support/every-route/full-workspace';
import { operationsOf, send, type Asked } from '#tests/support/every-route/operations';
import { requests } from '#tests/support/every-route/requests';
import { useUnchanged } from '#tests/support/snapshot';
import { useHouse } from '#tests/support/use-house';

/*
 * promises.md, 2: a workspace never sees another's row. Every operation of the API is asked what is right in one's own workspace
 * (tests/support/every-route/requests.ts), and the same with one id at a time of another's record in its place.
 */
const house = useHouse();
const named = Object.keys(requests).map((name) => [name] as const);
let ours: FullWorkspace;
let theirs: FullWorkspace;

beforeAll(async () => {
  ours = await aFullWorkspace(house());
  theirs = await aFullWorkspace(house());
});
const isUnchanged = useUnchanged(house);

test('every operation of the API is tried here', async () => {
  const operations = await operationsOf(house().api(null));
  const closed = operations.filter(({ open }) => !open).map(({ name }) => name);
  expect(Object.keys(requests).toSorted()).toEqual(closed.toSorted());
});

type Variant = { swapped: string; foreign: Asked; nobodys: Asked };

/** What is asked, once for each record that it names: with the other workspace's record of that kind, and with one that is nowhere. */
function variants(asked: Asked): Variant[] {
  const text = JSON.stringify(asked);
  return Object.entries(ours.records)
    .filter(([, { id }]) => text.includes(id))
    .map(([swapped, { id }]) => {
      const other = Object.entries(theirs.records).find(([kind]) => kind === swapped)?.[1].id ?? '';
      const instead = (by: string): Asked => JSON.parse(text.replaceAll(id, by));
      return { swapped, foreign: instead(other), nobodys: instead(v7()) };
    });
}

/** What a refusal tells, without the number of this one request. */
function told({ status, body, text }: Answer): unknown {
  return status < 300
    ? { status, text }
    : { status, code: body.code, at: body.at, detail: body.detail, facts: body.facts };
}

describe('with an id of another workspace nothing is told and nothing is changed', () => {
  test.each(named)('%s', async (name) => {
    for (const asked of requests[name]?.(ours.records) ?? []) {
      for (const { swapped, foreign, nobodys } of variants(asked)) {
        const answer = await send(ours.workspace.api, name, foreign);
        // A list that is filtered by somebody unknown is empty; everything else refuses, and says which one is not there.
        const inPath = JSON.stringify(foreign.path) !== JSON.stringify(asked.path);
        if (inPath) expect(answer.body, swapped).toMatchObject({ status: 404, code: 'not_found' });
        else if (foreign.body !== undefined) expect(answer.body.code, swapped).toMatch(/^(?:not_found|\w+_missing)$/);
        expect(answer.text).not.toContain(theirs.mark);
        // Nor does the answer tell that there is such a record somewhere.
        expect(told(answer), swapped).toEqual(told(await send(ours.workspace.api, name, nobodys)));
        await isUnchanged(swapped);
      }
    }
  });
});

describe('what is read is all of one’s own workspace', () => {
  test.each(named.filter(([name]) => name.startsWith('GET')))('%s', async (name) => {
    for (const asked of requests[name]?.(ours.records) ?? []) {
      const answer = await send(ours.workspace.api, name, asked);
      expect(answer.status, answer.text).toBe(200);
      expect(answer.text).not.toContain(theirs.mark);
      for (const { id } of Object.values(theirs.records)) expect(answer.text).not.toContain(id);
    }
    await isUnchanged();
  });
});
