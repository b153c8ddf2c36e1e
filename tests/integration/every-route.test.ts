import { describe, expect, test } from 'vitest';
import type { Route } from '#api/route';
import { routes } from '#api/routes';
import { v7 } from 'uuid';
import { asSuperuser } from '#tests/support/clone-database';
import type { Api } from '#tests/support/client';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
const name = (route: Route) => `${route.method} ${route.url}`;
const closed = routes.filter((route) => route.policy !== 'anyone');
const writing = closed.filter((route) => route.method !== 'GET');

function call(api: Api, route: Route, body: unknown = {}) {
  const path = route.url.replaceAll(/:\w+/g, () => v7());
  if (route.method === 'GET') return api.get(path);
  if (route.method === 'DELETE') return api.delete(path);
  const write = { POST: api.post, PATCH: api.patch, PUT: api.put }[route.method];
  return write(path, body);
}

/** The number of rows and a hash of all of them, table by table. */
async function everything(): Promise<unknown> {
  const found: unknown[] = [];
  const { clone } = house();
  await asSuperuser(
    clone,
    async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth') order by 1`,
      );
      for (const table of rows) {
        // When a token was last used is no change.
        const row = table.name === 'auth.token' ? `to_jsonb(t) - 'last_used_at'` : 'to_jsonb(t)';
        found.push([
          table.name,
          (
            await client.query(
              `select count(*), md5(coalesce(string_agg((${row})::text, '' order by (${row})::text), '')) from ${table.name} t`,
            )
          ).rows,
        ]);
      }
    },
    clone.name,
  );
  return found;
}

describe('a stranger is let in nowhere', () => {
  test.each(closed.map((route) => [name(route), route] as const))('%s', async (_, route) => {
    const answer = await call(house().api(null), route);
    expect(answer.body).toMatchObject({ status: 401, code: 'not_signed_in' });
  });
});

test('a viewer writes nowhere, and after all those refusals nothing is changed', async () => {
  const workspace = await house().aWorkspace();
  const { api } = await house().aMember(workspace, 'viewer');
  const before = await everything();
  for (const route of writing) {
    expect.soft((await call(api, route)).body, name(route)).toMatchObject({ status: 403, code: 'forbidden' });
  }
  expect(await everything()).toEqual(before);
});

test('a record that is not there, or is another’s, is not found: whatever route asks for it', async () => {
  const { api } = await house().aWorkspace();
  for (const route of closed.filter(({ method, url }) => method !== 'POST' && url.includes(':'))) {
    if (route.schema.body !== undefined) continue;
    expect.soft((await call(api, route)).body, name(route)).toMatchObject({ status: 404 });
  }
});

test('no route takes a field that it does not know', async () => {
  const { api } = await house().aWorkspace();
  for (const route of writing.filter(({ schema }) => schema.body !== undefined)) {
    const answer = await call(api, route, { workspaceId: v7(), userId: v7() });
    // A field that is missing may be named first.
    expect.soft(answer.body, name(route)).toMatchObject({ status: 400 });
  }
  for (const route of closed.filter(({ method, schema }) => method === 'GET' && schema.query !== undefined)) {
    const path = route.url.replaceAll(/:\w+/g, () => v7());
    expect
      .soft((await api.get(`${path}?workspaceId=${v7()}`)).body, name(route))
      .toMatchObject({ status: 400, code: 'unknown_field' });
  }
});

test('no route fails on what is no id', async () => {
  const { api } = await house().aWorkspace();
  for (const route of closed.filter(({ url }) => url.includes(':'))) {
    for (const id of ['x', '%00', `urn:uuid:${v7()}`, "1'--", 'null']) {
      const path = route.url.replaceAll(/:\w+/g, encodeURIComponent(id));
      const write = { GET: api.get, DELETE: api.delete, POST: api.post, PATCH: api.patch, PUT: api.put }[route.method];
      expect.soft((await write(path)).status, `${name(route)} ${id}`).toBeLessThan(500);
    }
  }
});

test('no two routes are the same', () => {
  const names = routes.map(name);
  expect(new Set(names).size).toBe(names.length);
});
