import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRoles } from '#db/roles';
import { openPool } from '#db/pool';
import { asSuperuser, cloneDatabase, withClient, type Clone } from '#tests/support/clone-database';

let clone: Clone;
beforeAll(async () => {
  clone = await cloneDatabase();
});
afterAll(async () => {
  await clone.drop();
});

/** What the start says when it connects as this role. */
async function start(app: { user: string; password: string }): Promise<unknown> {
  const pools = [
    openPool({ ...clone.app, ...app }, { max: 1, name: 'test' }),
    openPool(clone.auth, { max: 1, name: 'test' }),
  ] as const;
  try {
    await checkRoles(...pools);
    return 'started';
  } catch (error) {
    return error;
  } finally {
    await Promise.all(pools.map((pool) => pool.end()));
  }
}

describe('a start with a role that could see over the wall is refused', () => {
  test('the role of the app starts', async () => {
    expect(await start(clone.app)).toBe('started');
  });

  test('a superuser does not', async () => {
    const refusal = await start(clone.superuser);
    expect(refusal).toMatchObject({ code: 'role_too_strong', message: expect.stringContaining('superuser') });
  });

  test('the owner of the tables does not', async () => {
    expect(await start(clone.owner)).toMatchObject({
      code: 'role_too_strong',
      message: expect.stringContaining('owns'),
    });
  });

  test('a role that bypasses row security does not, nor one that may become the owner, nor a stranger', async () => {
    const password = 'for-this-test-only';
    const role = `strong_${clone.name}`;
    const as = { user: role, password };
    await asSuperuser(clone, (client) => client.query(`create role ${role} login password '${password}'`));
    try {
      expect(await start(as)).toMatchObject({ code: 'role_missing' });
      await asSuperuser(clone, (client) => client.query(`grant aanhouder_app to ${role}`));
      expect(await start(as)).toBe('started');
      await asSuperuser(clone, (client) => client.query(`alter role ${role} bypassrls`));
      expect(await start(as)).toMatchObject({ code: 'role_too_strong', message: expect.stringContaining('BYPASSRLS') });
      await asSuperuser(clone, (client) =>
        client.query(`alter role ${role} nobypassrls; grant aanhouder_owner to ${role}`),
      );
      expect(await start(as)).toMatchObject({
        code: 'role_too_strong',
        cure: expect.stringContaining('create role aanhouder_app'),
      });
    } finally {
      await asSuperuser(clone, (client) => client.query(`drop role ${role}`));
    }
  });

  test('a table without forced row security is named', async () => {
    await withClient(clone.owner, (client) => client.query('alter table promise no force row level security'));
    expect(await start(clone.app)).toMatchObject({
      code: 'row_security_missing',
      message: expect.stringContaining('promise'),
    });
    await withClient(clone.owner, (client) => client.query('alter table promise force row level security'));
    expect(await start(clone.app)).toBe('started');
  });

  test('the table of names may not be opened to the app', async () => {
    await withClient(clone.owner, (client) => client.query('grant select on person_search to aanhouder_app'));
    expect(await start(clone.app)).toMatchObject({
      code: 'row_security_missing',
      message: expect.stringContaining('person_search'),
    });
    await withClient(clone.owner, (client) => client.query('revoke select on person_search from aanhouder_app'));
  });
});

test('every table of a workspace has a policy on what is read and on what is written', async () => {
  const unsafe = await withClient(clone.owner, async (client) => {
    const { rows } = await client.query(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('migration', 'person_search', 'search_word', 'text_search', 'text_word')
         and not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
           and p.cmd = 'ALL' and p.qual like '%current_workspace()%' and p.with_check like '%current_workspace()%')`,
    );
    return rows;
  });
  expect(unsafe).toEqual([]);
});

test('no view, and no function of the owner, is open to everybody', async () => {
  const found = await withClient(clone.owner, async (client) => {
    const { rows } = await client.query(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname in ('public', 'auth') and c.relkind in ('v', 'm')
       union all
       select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where n.nspname = 'public' and p.prosecdef and has_function_privilege('public', p.oid, 'execute')`,
    );
    return rows;
  });
  expect(found).toEqual([]);
});

test('the app does not reach who signs in, and the identity code does not reach the workspaces', async () => {
  await withClient(clone.app, async (client) => {
    await expect(client.query('select * from auth."user"')).rejects.toThrow(/permission denied/);
  });
  await withClient(clone.auth, async (client) => {
    await expect(client.query('select * from person')).rejects.toThrow(/permission denied/);
  });
});
