import type { Client } from 'pg';
import { connectAsSuperuser, type ServerAddress } from './superuser-connection.ts';
import type { Passwords } from './passwords.ts';

export const DATABASE_NAME = 'aanhouder';

/**
 * Makes the roles, the database and its extension. May be repeated: a first start that was cut off half-way is finished
 * by the next.
 */
export async function provision(maintenance: Client, address: ServerAddress, passwords: Passwords): Promise<void> {
  const roles = await maintenance.query<{ rolname: string }>('SELECT rolname FROM pg_roles');
  const existing = new Set(roles.rows.map((row) => row.rolname));
  for (const role of ['aanhouder_owner', 'aanhouder_app', 'aanhouder_auth'] as const) {
    const verb = existing.has(role) ? 'ALTER' : 'CREATE';
    // A password cannot be a parameter in SQL; ours hold only letters, digits, - and _.
    await maintenance.query(
      `${verb} ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION
         PASSWORD '${passwords[role]}'`,
    );
  }
  const databases = await maintenance.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE_NAME]);
  if (databases.rowCount === 0) await maintenance.query(`CREATE DATABASE ${DATABASE_NAME} OWNER aanhouder_owner`);
  await maintenance.query(`REVOKE ALL ON DATABASE ${DATABASE_NAME} FROM PUBLIC`);
  await maintenance.query(`GRANT CONNECT ON DATABASE ${DATABASE_NAME} TO aanhouder_app, aanhouder_auth`);
  await maintenance.query('REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC');
  const inside = await connectAsSuperuser(address, passwords.aanhouder_super, DATABASE_NAME);
  if (inside === undefined) throw new Error(`the new database ${DATABASE_NAME} takes no connection`);
  try {
    await inside.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await inside.query('CREATE EXTENSION IF NOT EXISTS btree_gin');
  } finally {
    await inside.end();
  }
}
