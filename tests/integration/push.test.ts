import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JobWorld } from '#jobs/job';
import { pushNotices } from '#jobs/push-notices';
import { pushSender } from '#usecases/push/push-sender';
import type { PushRequest } from '#usecases/push/web-push';
import { v7 } from 'uuid';
import type { Workspace } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
type Came = { path: string; headers: IncomingHttpHeaders; body: Buffer };
const came: Came[] = [];
/** What the service answers on this path; 201 otherwise. */
const answers = new Map<string, number>();

// A push service on this machine, as those of the browsers are elsewhere.
const service = createServer((request, answer) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => void pieces.push(piece));
  request.on('end', () => {
    const path = request.url ?? '';
    came.push({ path, headers: request.headers, body: Buffer.concat(pieces) });
    answer.writeHead(answers.get(path) ?? 201).end();
  });
});
let port = 0;

beforeAll(async () => {
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  const address = service.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => void service.close());

/** The real one goes by https to the internet only (main/post-push.ts). */
async function post({ url, headers, body }: PushRequest): Promise<number> {
  const { pathname } = new URL(url);
  const answer = await fetch(`http://127.0.0.1:${port}${pathname}`, {
    method: 'POST',
    headers,
    body: new Uint8Array(body),
  });
  return answer.status;
}

const troubles: unknown[] = [];
function world(): JobWorld {
  const { databases, now, identity } = house();
  return {
    databases,
    now,
    newId: v7,
    failed: (_job, error) => void troubles.push(error),
    outside: identity.outside,
    sendPush: pushSender(identity.secret, 'https://aanhouder.example', post),
  };
}
const turn = () => pushNotices.run(world(), new AbortController().signal);

/** A browser that asked for notices. */
async function aDevice({ api }: Workspace, name = 'Chrome, Android') {
  const keys = createECDH('prime256v1');
  keys.generateKeys();
  const auth = randomBytes(16);
  const path = `/send/${v7()}`;
  const { status, body } = await api.post('/push/devices', {
    endpoint: `https://push.example.com${path}`,
    p256dh: keys.getPublicKey().toString('base64url'),
    auth: auth.toString('base64url'),
    name,
  });
  expect(status).toBe(201);
  const got = () => came.filter((one) => one.path === path);
  return {
    path,
    publicKey: String(body.publicKey),
    got,
    notices: () => got().map((one) => read(one.body, keys, auth)),
  };
}

/** As the browser reads it (RFC 8188 and 8291). */
function read(body: Buffer, keys: ReturnType<typeof createECDH>, auth: Buffer): Record<string, unknown> {
  const salt = body.subarray(0, 16);
  const sender = body.subarray(21, 21 + body.readUInt8(20));
  const sealed = body.subarray(21 + sender.length);
  const about = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender]);
  const material = Buffer.from(hkdfSync('sha256', keys.computeSecret(sender), auth, about, 32));
  const derived = (name: string, length: number) =>
    Buffer.from(hkdfSync('sha256', material, salt, `Content-Encoding: ${name}\0`, length));
  const decipher = createDecipheriv('aes-128-gcm', derived('aes128gcm', 16), derived('nonce', 12));
  decipher.setAuthTag(sealed.subarray(-16));
  const text = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return JSON.parse(text.subarray(0, text.lastIndexOf(2)).toString('utf8'));
}

test('the morning notice is signed by this server and readable by that browser alone, once a day, without names', async () => {
  house().setNow('2026-11-24T06:00:00Z');
  const workspace = await house().aWorkspace();
  await workspace.anOpportunity({ person: { name: 'Marieke Bos', email: 'marieke@example.nl' } });
  const device = await aDevice(workspace);
  await turn();
  expect(device.got()).toEqual([]); // 07:00 in Amsterdam
  house().setNow('2026-11-24T07:05:00Z');
  await Promise.all([turn(), turn()]);
  await turn();
  expect(troubles).toEqual([]);
  expect(device.notices()).toMatchObject([{ title: 'Je plan voor vandaag', tag: 'morning', badge: 1 }]);
  expect(JSON.stringify(device.notices())).not.toContain('Marieke');

  const [first] = device.got();
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(\S+)$/.exec(first?.headers.authorization ?? '') ?? [];
  expect(key).toBe(device.publicKey);
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const [head = '', claims = '', signature = ''] = token.split('.');
  expect(
    verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    ),
  ).toBe(true);
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
    aud: 'https://push.example.com',
    sub: 'https://aanhouder.example',
  });
  const { body } = await workspace.api.get('/push');
  expect(body.devices[0]).toMatchObject({ name: 'Chrome, Android', lastSentAt: '2026-11-24T07:05:00.000Z' });
});

test('who waits is told once a day, with the name where that was chosen; never more than two a day', async () => {
  house().setNow('2026-11-24T06:30:00Z');
  const workspace = await house().aWorkspace();
  const { id } = await workspace.anOpportunity({ person: { name: 'Jan Smit', email: 'jan@example.nl' } });
  const device = await aDevice(workspace);
  expect((await workspace.api.patch('/push', { version: 1, names: true })).body).toMatchObject({
    names: true,
    morning: true,
  });
  house().setNow('2026-11-24T09:00:00Z');
  await workspace.api.post(`/opportunities/${id}/inbound`, { channel: 'call' });
  await turn();
  const { id: other } = await workspace.anOpportunity();
  await workspace.api.post(`/opportunities/${other}/inbound`, { channel: 'call' });
  house().setNow('2026-11-24T12:00:00Z');
  await turn();
  expect(device.notices().map((one) => one['tag'])).toEqual(['morning', 'waiting']);
  expect(device.notices()[1]).toMatchObject({ body: 'Jan Smit nam contact met je op.' });
});

test('days off are quiet, and so is whatever was switched off', async () => {
  house().setNow('2026-11-24T06:30:00Z');
  const off = await house().aWorkspace();
  await off.anOpportunity();
  await off.api.post('/days-off', { fromOn: '2026-11-24', untilOn: '2026-11-24' });
  const quiet = await house().aWorkspace();
  await quiet.anOpportunity();
  await quiet.api.patch('/push', { version: 1, morning: false, waiting: false });
  const devices = [await aDevice(off), await aDevice(quiet)];
  house().setNow('2026-11-24T07:10:00Z');
  await turn();
  expect(devices.flatMap((device) => device.got())).toEqual([]);
});

test('a browser that took its address back is struck off; one that answers badly stays', async () => {
  house().setNow('2026-11-24T06:30:00Z');
  const workspace = await house().aWorkspace();
  await workspace.anOpportunity();
  const gone = await aDevice(workspace, 'Oude telefoon');
  const busy = await aDevice(workspace, 'Laptop');
  answers.set(gone.path, 410);
  answers.set(busy.path, 503);
  house().setNow('2026-11-24T07:20:00Z');
  await turn();
  const { body } = await workspace.api.get('/push');
  expect(body.devices.map((one: { name: string }) => one.name)).toEqual(['Laptop']);
  expect((await workspace.api.delete(`/push/devices/${body.devices[0].id}`)).status).toBe(204);
  expect((await workspace.api.get('/push')).body.devices).toEqual([]);
});

test('the same browser again keeps one place; a colleague’s devices are not mine to see or remove', async () => {
  const workspace = await house().aWorkspace();
  const colleague = await house().aMember(workspace, 'seller');
  const device = {
    endpoint: 'https://push.example.com/send/same',
    p256dh: 'B'.repeat(87),
    auth: 'A'.repeat(22),
    name: 'Firefox',
  };
  await workspace.api.post('/push/devices', device);
  const { body } = await workspace.api.post('/push/devices', { ...device, name: 'Firefox, Linux' });
  expect(body.devices).toMatchObject([{ name: 'Firefox, Linux' }]);
  expect((await colleague.api.get('/push')).body.devices).toEqual([]);
  expect((await colleague.api.delete(`/push/devices/${body.devices[0].id}`)).status).toBe(404);
});
