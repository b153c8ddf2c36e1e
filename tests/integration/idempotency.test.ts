import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { workers } from '#api/policy';
import { route } from '#api/route';
import { AppError } from '#contract/app-error';
import { insertDayOff } from '#db/day-off';
import { inWorkspace } from '#db/transaction';
import type { Context } from '#usecases/context';
import { toDay } from '#core/day/day';
import { useHouse } from '#tests/support/use-house';

/** A use case that can be held, fail or be cut off at the points between which a server may die. */
let then: (context: Context) => Promise<void> = async () => {};
const house = useHouse({
  moreRoutes: [
    route({
      method: 'POST',
      url: '/test/effect',
      summary: 'Leaves a day off',
      roles: workers,
      status: 201,
      schema: {
        body: Type.Object({ note: Type.Optional(Type.String()) }),
        response: Type.Object({ id: Type.String() }),
      },
      handler: async (context, { body }) => {
        const { id } = await inWorkspace(context.databases, context.actor.workspaceId, (tx) =>
          insertDayOff(tx, {
            id: context.newId(),
            member_id: context.actor.memberId,
            from_on: toDay('2026-12-24'),
            until_on: toDay('2026-12-24'),
            note: body.note ?? null,
          }),
        );
        await then(context);
        return { id };
      },
    }),
  ],
});

const day = { fromOn: '2026-12-24', untilOn: '2026-12-31' };
const key = (name: string) => ({ 'idempotency-key': name });

async function aWorkspace() {
  then = async () => {};
  const workspace = await house().aWorkspace();
  return { ...workspace, count: async (): Promise<number> => (await workspace.api.get('/days-off')).body.items.length };
}

test('the same request again gets the same answer and is done once', async () => {
  const { api, count } = await aWorkspace();
  const first = await api.post('/days-off', day, key('a'));
  const again = await api.post('/days-off', { untilOn: day.untilOn, fromOn: day.fromOn }, key('a'));
  expect(again.status).toBe(201);
  expect(again.body).toEqual(first.body);
  expect(again.headers['idempotency-replayed']).toBe('true');
  expect(await count()).toBe(1);
});

test('another request under the same key is refused', async () => {
  const { api, count } = await aWorkspace();
  await api.post('/days-off', day, key('a'));
  expect((await api.post('/days-off', { ...day, note: 'kerst' }, key('a'))).body).toMatchObject({
    status: 422,
    code: 'idempotency_mismatch',
  });
  expect((await api.post('/test/effect', day, key('a'))).body).toMatchObject({ code: 'idempotency_mismatch' });
  expect(await count()).toBe(1);
});

test('fifty at once are one', async () => {
  const { api, count } = await aWorkspace();
  const answers = await Promise.all(Array.from({ length: 50 }, () => api.post('/days-off', day, key('a'))));
  const statuses = answers.map(({ status, body }) => (status === 201 ? 'done' : body.code));
  expect(statuses.filter((status) => status === 'done')).not.toHaveLength(0);
  expect(new Set(statuses.filter((status) => status !== 'done'))).toEqual(new Set(['idempotency_in_flight']));
  expect(await count()).toBe(1);
  expect(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id)).size).toBe(1);
});

test('from two servers at once it is one, too', async () => {
  const { context, count, id } = await aWorkspace();
  const { once } = await import('#api/idempotency');
  // Without the map of this process: what another process would do.
  const { takeKey } = await import('#db/idempotency');
  const since = new Date(0);
  const taken = await Promise.all(
    Array.from({ length: 8 }, () =>
      inWorkspace(house().databases, id, (tx) =>
        takeKey(tx, { memberId: context.actor.memberId, key: 'b' }, 'hash', house().now(), since),
      ),
    ),
  );
  expect(taken.filter(Boolean)).toHaveLength(1);
  const late = once(context, { key: 'b', hash: 'hash' }, async () => ({ status: 201, body: {} }));
  await expect(late).rejects.toMatchObject({ code: 'idempotency_in_flight' });
  expect(await count()).toBe(0);
});

describe('a key is its member’s own', () => {
  test('two members, two workspaces: as many effects', async () => {
    const one = await aWorkspace();
    const colleague = await house().aMember(one, 'seller');
    const other = await house().aWorkspace();
    for (const api of [one.api, colleague.api, other.api])
      expect((await api.post('/days-off', day, key('same'))).status).toBe(201);
  });
});

describe('whatever happens halfway, the effect is there once or not at all', () => {
  test('a refused request took no key: what was wrong can be put right', async () => {
    const { api, count } = await aWorkspace();
    expect((await api.post('/days-off', { ...day, untilOn: '2026-12-01' }, key('a'))).status).toBe(422);
    expect((await api.post('/days-off', day, key('a'))).status).toBe(201);
    expect(await count()).toBe(1);
  });

  test('cut off before the effect is committed: nothing, and it may be sent again', async () => {
    const { api, count, context } = await aWorkspace();
    const cut = inWorkspace(context.databases, context.actor.workspaceId, async () => {
      throw new Error('cut off');
    });
    await expect(cut).rejects.toThrow('cut off');
    expect((await api.post('/test/effect', {}, key('a'))).status).toBe(201);
    expect(await count()).toBe(1);
  });

  test('cut off after it, before the answer is kept: sent again it is not done again', async () => {
    const { api, count } = await aWorkspace();
    then = async () => {
      throw new Error('the server dies here');
    };
    expect((await api.post('/test/effect', {}, key('a'))).status).toBe(500);
    then = async () => {};
    expect((await api.post('/test/effect', {}, key('a'))).body).toMatchObject({
      status: 409,
      code: 'idempotency_in_flight',
    });
    expect(await count()).toBe(1);
  });

  test('refused inside the transaction, with the key taken: both are gone', async () => {
    const { context, count, api } = await aWorkspace();
    const { once } = await import('#api/idempotency');
    const refused = once(context, { key: 'a', hash: 'h' }, (claiming) =>
      inWorkspace(claiming.databases, claiming.actor.workspaceId, async () => {
        throw new AppError('version_conflict');
      }),
    );
    await expect(refused).rejects.toMatchObject({ code: 'version_conflict' });
    expect((await api.post('/days-off', day, key('a'))).status).toBe(201);
    expect(await count()).toBe(1);
  });
});

test('a key is forgotten after a day, and its row swept away', async () => {
  const { api, count, id } = await aWorkspace();
  house().setNow('2026-11-24T09:00:00Z');
  await api.post('/days-off', day, key('a'));
  house().setNow('2026-11-25T08:59:00Z');
  expect((await api.post('/days-off', day, key('a'))).headers['idempotency-replayed']).toBe('true');
  house().setNow('2026-11-25T09:00:01Z');
  expect((await api.post('/days-off', day, key('a'))).headers['idempotency-replayed']).toBeUndefined();
  expect(await count()).toBe(2);
  house().setNow('2026-11-27T09:00:01Z');
  await api.post('/days-off', day, key('b'));
  const rows = await inWorkspace(house().databases, id, (tx) =>
    tx.db.selectFrom('idempotency').select('key').execute(),
  );
  expect(rows).toEqual([{ key: 'b' }]);
  house().setNow('2026-11-24T09:00:00Z');
});

test('a new token is not kept for a key: it is shown once', async () => {
  const { api, id } = await aWorkspace();
  const made = await api.post('/tokens', { name: 'x' }, key('a'));
  expect((await api.post('/tokens', { name: 'x' }, key('a'))).body.token).not.toBe(made.body.token);
  const rows = await inWorkspace(house().databases, id, (tx) => tx.db.selectFrom('idempotency').selectAll().execute());
  expect(rows).toEqual([]);
});

test.each(['', ' ', 'x'.repeat(201), 'één'])('a key like "%s" is refused', async (name) => {
  const { api } = await aWorkspace();
  expect((await api.post('/days-off', day, key(name))).body).toMatchObject({
    code: 'invalid_request',
    at: 'idempotency-key',
  });
});
