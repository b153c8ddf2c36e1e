import { expect, it } from 'vitest';
import { serverFault } from './server-fault.ts';

it.each([
  ['initdb: error: could not write: No space left on device', 'disk_full'],
  ['initdb: could not look up effective user ID 12345: user does not exist', 'account_missing'],
  ['postgres: error while loading shared libraries: libicuuc.so.60: cannot open', 'platform_unsupported'],
  ['FATAL:  data directory "/d" has wrong ownership', 'data_folder_unwritable'],
  ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'database_start_failed'],
  ['PANIC:  something nobody has seen before', 'database_start_failed'],
])('translates %j', (words, code) => {
  const fault = serverFault(words, '/d');
  expect([fault.code, fault.message.includes(words), fault.cure.length > 20]).toEqual([code, true, true]);
});

it('of a full disk says what could not be written, and not what went before and after', () => {
  const { message } = serverFault(
    'LOG:  redo done\nFATAL:  could not write to file "pg_wal/x": No space left on device\nLOG:  database system is shut down',
    '/d',
  );
  expect(message).toBe('The disk of /d is full: FATAL:  could not write to file "pg_wal/x": No space left on device');
});
