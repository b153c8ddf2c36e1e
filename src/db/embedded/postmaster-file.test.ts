import { expect, it } from 'vitest';
import { parsePostmasterFile, serverMark } from './postmaster-file.ts';

const lines = [
  '4321',
  '/data/cluster',
  '1793851200',
  '5432',
  '/run/aanhouder-Ab12Cd',
  '',
  '  5432001    32768',
  'ready   ',
  '',
];

it('reads process, cluster, socket and status as PostgreSQL writes them', () => {
  expect(parsePostmasterFile(lines.join('\n'))).toEqual({
    pid: 4321,
    cluster: '/data/cluster',
    port: 5432,
    socketFolder: '/run/aanhouder-Ab12Cd',
    status: 'ready',
  });
});

it('takes a file that is not yet written to its end for a server that is starting', () => {
  expect(parsePostmasterFile(lines.slice(0, 5).join('\n'))?.status).toBe('starting');
});

it.each(['', '\n', '-77\n/data/cluster\n', 'no number\n/data/cluster\n'])('sees no server in %j', (text) => {
  expect(parsePostmasterFile(text)).toBeUndefined();
});

it('marks every cluster with a name of its own, in plain letters', () => {
  expect(serverMark('/köln/cluster')).toMatch(/^aanhouder-[0-9a-f]{16}$/);
  expect(serverMark('/a/cluster')).not.toBe(serverMark('/b/cluster'));
});
