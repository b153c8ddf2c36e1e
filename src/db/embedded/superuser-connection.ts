import { Client } from 'pg';
import { EmbeddedDatabaseError } from './errors.ts';
import { systemCode } from './file-fault.ts';
import { waitUntil } from './wait-until.ts';

export interface ServerAddress {
  readonly socketFolder: string;
  readonly port: number;
}

/** The maintenance database: a session in `aanhouder` itself would forbid tests to use that as a template. */
export const MAINTENANCE_DATABASE = 'postgres';

const BUSY = new Set(['57P03', '53300']); // starting up or shutting down; too many connections
const CONNECT_LIMIT_MS = 20_000;

/**
 * Opens a connection as superuser.
 *
 * @returns undefined when nothing answers at that address
 */
export async function connectAsSuperuser(
  address: ServerAddress,
  password: string,
  database: string = MAINTENANCE_DATABASE,
): Promise<Client | undefined> {
  const result = await waitUntil(() => tryOnce(address, password, database), CONNECT_LIMIT_MS, 50);
  return result instanceof Client ? result : undefined;
}

async function tryOnce(
  address: ServerAddress,
  password: string,
  database: string,
): Promise<Client | 'none' | undefined> {
  const client = new Client({
    host: address.socketFolder,
    port: address.port,
    user: 'aanhouder_super',
    password,
    database,
    ssl: false,
    application_name: 'aanhouder supervisor',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined); // a lost connection is told by 'end'; unheard, 'error' would end the process
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    const code = systemCode(error) ?? '';
    if (BUSY.has(code)) return undefined;
    if (code === '28P01' || code === '28000') {
      throw new EmbeddedDatabaseError(
        'data_folder_damaged',
        'The database does not accept the passwords in passwords.json',
        'Put passwords.json back from the same backup as the database files.',
        { cause: error },
      );
    }
    return 'none';
  }
}
