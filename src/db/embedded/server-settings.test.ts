import { assert, integer, nat, option, property } from 'fast-check';
import { expect, it } from 'vitest';
import { serverSettings, settingsText } from './server-settings.ts';

const GB = 1024 ** 3;

it('gives a machine of two gigabytes or more the buffers that were measured', () => {
  expect(serverSettings(8 * GB, GB)['shared_buffers']).toBe('256MB');
  expect(serverSettings(2 * GB, GB)['shared_buffers']).toBe('256MB');
});

it('takes at most an eighth of the memory for buffers, and never less than 32 MB', () => {
  assert(
    property(integer({ min: 64, max: 64 * 1024 }), (megabytes) => {
      const buffers = Number.parseInt(String(serverSettings(megabytes * 1024 * 1024, GB)['shared_buffers']), 10);
      return buffers >= 32 && buffers <= Math.max(32, Math.min(256, megabytes / 8));
    }),
  );
});

it('never gives up durability by itself', () => {
  assert(
    property(nat(64 * GB), option(nat(GB), { nil: undefined }), (memory, shared) => {
      const { fsync, full_page_writes: pages, synchronous_commit: commit } = serverSettings(memory, shared);
      return fsync === true && pages === true && commit === true;
    }),
  );
});

it('does without parallel queries where a container has little shared memory', () => {
  const name = 'max_parallel_workers_per_gather';
  expect(serverSettings(4 * GB, 64 * 1024 * 1024)[name]).toBe(0);
  expect(serverSettings(4 * GB, 2 * GB)[name]).toBeUndefined();
});

it('writes quotes and backslashes in a path so that PostgreSQL reads the same path', () => {
  const lines = settingsText("/it's \\ here", { jit: false, port: 5432, log_directory: "a'b" }).split('\n');
  expect(lines.slice(1)).toEqual([
    "include = '/it''s \\\\ here/postgresql.conf'",
    'jit = off',
    'port = 5432',
    "log_directory = 'a''b'",
    '',
  ]);
});

it('refuses a name that is not a setting', () => {
  expect(() => settingsText('/c', { 'fsync = off\nport': 1 })).toThrow(/not the name/);
});
