import type pg from 'pg';
import { StartRefused } from './start-refused.ts';

const oldest = 15;

/** Run by an administrator once, on a server of one's own. The embedded database makes them itself. */
export const rolesToMake = `create role aanhouder_owner login password '…';
create role aanhouder_app login password '…';
create role aanhouder_auth login password '…';
create database aanhouder owner aanhouder_owner;`;

/**
 * Refuses a start with which one workspace might see another's rows: the app's role may bypass row security (superuser, BYPASSRLS,
 * owner of a table or member of its owner), or a table of a workspace lacks forced row security. FORCE alone is not enough, as an
 * owner can take it off; a strong role alone makes every policy void (promises.md, row security pitfalls).
 */
export async function checkRoles(app: pg.Pool, auth: pg.Pool): Promise<void> {
  await checkVersion(app);
  await checkRole(app, 'DATABASE_URL', 'aanhouder_app');
  await checkRole(auth, 'DATABASE_AUTH_URL', 'aanhouder_auth');
  await checkWall(app);
}

async function checkVersion(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ version: string }>(`select current_setting('server_version') as version`);
  const version = rows[0]?.version ?? '';
  if (Number.parseInt(version, 10) >= oldest) return;
  throw new StartRefused(
    'database_too_old',
    `The database server is PostgreSQL ${version}; Aanhouder needs ${oldest} or later.`,
    'Upgrade the server, or leave DATABASE_URL away to use the embedded database.',
  );
}

type RoleRow = { name: string; superuser: boolean; bypass: boolean; owns: string | null; member: boolean };

async function checkRole(pool: pg.Pool, setting: string, group: string): Promise<void> {
  const { rows } = await pool.query<RoleRow>(
    `select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypass,
       (select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm') and n.nspname in ('public', 'auth') and pg_has_role(r.oid, c.relowner, 'member')
        limit 1) as owns,
       coalesce((select pg_has_role(r.oid, g.oid, 'usage') from pg_roles g where g.rolname = $1), false) as member
     from pg_roles r where r.rolname = current_user`,
    [group],
  );
  const role = rows[0];
  const strength =
    role === undefined || role.superuser
      ? 'is a superuser'
      : role.bypass
        ? 'may bypass row security (BYPASSRLS)'
        : role.owns === null
          ? null
          : `owns the table ${role.owns} or is a member of its owner`;
  if (strength !== null) {
    throw new StartRefused(
      'role_too_strong',
      `The database role "${role?.name}" of ${setting} ${strength}: the wall between workspaces would not hold for it.`,
      `Give ${setting} the role ${group}, which owns nothing. An administrator makes the roles with:\n${rolesToMake}`,
    );
  }
  if (role?.member) return;
  throw new StartRefused(
    'role_missing',
    `The database role "${role?.name}" of ${setting} is not ${group}, nor a member of it.`,
    `Give ${setting} the role ${group}. An administrator makes the roles with:\n${rolesToMake}`,
  );
}

/** What is searched (person_search, text_search and their words) is the one exception: enabled, not forced, and out of the app role's reach (architecture.md, name search). */
async function checkWall(app: pg.Pool): Promise<void> {
  const { rows } = await app.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p')
       and (c.relname = 'workspace'
         or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped))
       and not (c.relrowsecurity and (c.relforcerowsecurity
         or (c.relname in ('person_search', 'search_word', 'text_search', 'text_word') and not has_table_privilege(c.oid, 'select, insert, update, delete'))))
     order by 1`,
  );
  if (rows.length === 0) return;
  throw new StartRefused(
    'row_security_missing',
    `Row security is not forced on: ${rows.map((row) => row.name).join(', ')}.`,
    'As the owner of the tables: alter table … enable row level security; alter table … force row level security.',
  );
}
