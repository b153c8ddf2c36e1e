import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { OutboxEntry } from './outbox-entry.ts';

/** An answer of the server, to read by when it cannot be reached. `scope`: whose (whose.ts). */
export type KeptAnswer = { scope: string; path: string; data: unknown; at: number; api: number };

interface Shelves extends DBSchema {
  answer: { key: [string, string]; value: KeptAnswer };
  outbox: { key: string; value: OutboxEntry };
}

export type Database = IDBPDatabase<Shelves>;

let opened: Promise<Database | null> | undefined;

/** This browser's own store. Null where there is none (a private window, storage forbidden): then nothing works without a connection. */
export function database(): Promise<Database | null> {
  opened ??= open();
  return opened;
}

/** The next question opens it afresh. */
export function reopen(): void {
  opened = undefined;
}

async function open(): Promise<Database | null> {
  try {
    return await openDB<Shelves>('aanhouder', 1, {
      upgrade(fresh) {
        fresh.createObjectStore('answer', { keyPath: ['scope', 'path'] });
        fresh.createObjectStore('outbox', { keyPath: 'id' });
      },
      // A newer page wants another shape: let it.
      blocking: (_present, _wanted, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
        reopen();
      },
      terminated: reopen,
    });
  } catch {
    return null;
  }
}
