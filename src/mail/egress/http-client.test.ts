import { createServer, type RequestListener, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEgress } from './egress.ts';
import { httpClient } from './http-client.ts';

const answers: Record<string, RequestListener> = {
  '/': (_, to) => void to.end('hello'),
  '/inside': (_, to) => void to.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  '/on': (_, to) => void to.writeHead(301, { location: '/who' }).end(),
  '/else': (_, to) => void to.writeHead(307, { location: `http://else.example:${port()}/who` }).end(),
  '/round': (_, to) => void to.writeHead(302, { location: '/round' }).end(),
  '/who': (from, to) => {
    void from
      .toArray()
      .then((parts) =>
        to.end(
          `${from.method} ${from.headers.host} ${from.headers.authorization ?? 'nobody'} ${Buffer.concat(parts).toString()}`,
        ),
      );
  },
  '/packed': (_, to) => void to.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('a'.repeat(2_000_000))),
  '/large': (_, to) => void to.end('b'.repeat(2_000_000)),
  '/never': () => {},
  // A byte now and then, for ever.
  '/drip': (_, to) => {
    to.writeHead(200);
    const drip = setInterval(() => to.write('.'), 10);
    to.on('close', () => clearInterval(drip));
  },
};
let server: Server;
const port = (): number => {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};
beforeAll(async () => {
  server = createServer((from, to) => answers[from.url ?? '']?.(from, to));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => void server.close().closeAllConnections());

let lookedUp = 0;
const client = httpClient(
  openEgress(['own.example', 'else.example'], async (host) => {
    lookedUp += 1;
    return [{ address: host === 'inside.example' ? '10.0.0.1' : '127.0.0.1', family: 4 }];
  }),
);
const ask = (path: string, more: Partial<Parameters<typeof client>[0]> = {}) =>
  client({ method: 'GET', url: `http://own.example:${port()}${path}`, plain: true, ...more });

test('reads from a host by the address that was checked, and looks it up once', async () => {
  lookedUp = 0;
  const { status, body } = await ask('/');
  expect([status, body.toString(), lookedUp]).toEqual([200, 'hello', 1]);
});

test('follows no redirect unless asked to, and none to a host that is not checked', async () => {
  expect((await ask('/inside')).status).toBe(302);
  await expect(ask('/inside', { redirects: 5 })).rejects.toMatchObject({ reason: 'host_inside' });
  await expect(ask('/round', { redirects: 5 })).rejects.toThrow('on and on');
});

test('a password goes along to the same server and to no other; a REPORT stays one', async () => {
  const headers = { authorization: 'Basic x' };
  const same = await ask('/on', { method: 'REPORT', body: '<q/>', headers, redirects: 3 });
  expect(same.body.toString()).toBe(`REPORT own.example:${port()} Basic x <q/>`);
  const other = await ask('/else', { method: 'PROPFIND', body: '<q/>', headers, redirects: 3 });
  expect(other.body.toString()).toBe(`PROPFIND else.example:${port()} nobody <q/>`);
});

test('reads no more than it was told to, packed or not, and waits no longer', async () => {
  await expect(ask('/large', { maxBytes: 1_000_000 })).rejects.toThrow('larger than');
  await expect(ask('/packed', { maxBytes: 1_000_000 })).rejects.toThrow('larger than');
  expect((await ask('/packed')).body.length).toBe(2_000_000);
  await expect(ask('/never', { patienceMs: 50 })).rejects.toThrow();
  await expect(ask('/drip', { patienceMs: 100 })).rejects.toThrow();
});

test.each([
  'ftp://own.example/',
  'file:///etc/passwd',
  'javascript:1',
  'http://a:b@own.example/',
  'own.example',
  'http://inside.example/',
  'http://127.1/',
  'http://0x7f.1:80/',
  'http://[::ffff:7f00:1]/',
  'http://2130706433/',
])('nothing is read from %s', async (url) => {
  await expect(client({ method: 'GET', url, plain: true })).rejects.toMatchObject({ name: 'EgressRefused' });
});

test('without TLS only where that was asked for', async () => {
  await expect(client({ method: 'GET', url: `http://own.example:${port()}/` })).rejects.toMatchObject({
    reason: 'host_invalid',
  });
});
