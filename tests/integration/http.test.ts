import { gunzipSync } from 'node:zlib';
import { Type } from 'typebox';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { everybody, workers, type Policy } from '#api/policy';
import { route } from '#api/route';
import { download } from '#api/download';
import { problems } from '#contract/problem';
import { openHouse } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

let fault: unknown;
const Rows = Type.Object({ items: Type.Array(Type.Object({ name: Type.String() })) });
const house = useHouse({
  moreRoutes: [
    route({
      method: 'GET',
      url: '/test/fault',
      summary: 'Fails',
      roles: everybody,
      schema: {},
      handler: async () => {
        throw fault;
      },
    }),
    route({
      method: 'GET',
      url: '/test/query',
      summary: 'Says what it was asked',
      roles: everybody,
      schema: {
        query: Type.Object(
          {
            limit: Type.Optional(Type.Integer({ maximum: 100 })),
            letLie: Type.Optional(Type.Boolean()),
            q: Type.Optional(Type.String()),
          },
          { additionalProperties: false },
        ),
        response: Type.Object({ asked: Type.Unknown() }),
      },
      handler: async (_context, { query }) => ({ asked: query }),
    }),
    route({
      method: 'POST',
      url: '/test/upload',
      summary: 'Takes a file or a text',
      roles: workers,
      upload: { maxBytes: 1000 },
      schema: {
        body: Type.Object({ text: Type.String() }, { additionalProperties: false }),
        response: Type.Object({ got: Type.String() }),
      },
      handler: async (_context, { body, upload }) => ({
        got:
          upload === null
            ? `text ${body.text}`
            : `${upload.fileName} ${upload.bytes.length} ${upload.fields['kind'] ?? ''}`,
      }),
    }),
    route({
      method: 'GET',
      url: '/test/file',
      summary: 'Gives a file',
      roles: everybody,
      produces: 'text/csv',
      schema: {},
      handler: async () => download('Bøker "maart".csv', 'text/csv; charset=utf-8', 'a;b'),
    }),
    route({
      method: 'GET',
      url: '/test/too-much',
      summary: 'Answers more than it says',
      roles: everybody,
      schema: { response: Rows },
      handler: async () => ({ items: [{ name: 'Anna', secret: 'x' }], more: 1 }),
    }),
  ],
});

describe('every refusal is a problem (RFC 9457) with a stable code', () => {
  test.each([
    ['an address without anything', 'GET', '/nothing', 404, 'not_found'],
    ['nobody', 'GET', '/me', 401, 'not_signed_in'],
  ] as const)('%s', async (_, _method, path, status, code) => {
    const answer = await house().api(null).get(path);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({
      type: `urn:aanhouder:problem:${code}`,
      title: code.replaceAll('_', ' '),
      status,
      code,
    });
    expect(answer.status).toBe(status);
    expect(problems[code]).toBe(status);
  });

  test('an unknown field is named with its place', async () => {
    const { api } = await house().aWorkspace();
    const rhythm = (await api.get('/settings')).body.rhythm;
    expect((await api.patch('/settings', { version: 1, nmae: 'x' })).body).toMatchObject({
      status: 400,
      code: 'unknown_field',
      at: 'nmae',
    });
    rhythm[3].gap = 4;
    expect((await api.patch('/settings', { version: 1, rhythm })).body).toMatchObject({
      code: 'unknown_field',
      at: 'rhythm.3.gap',
    });
    expect((await api.get('/test/query?limt=5')).body).toMatchObject({ code: 'unknown_field', at: 'query.limt' });
  });

  test('a wrong value is named with its place, and a type is not guessed in a body', async () => {
    const { api } = await house().aWorkspace();
    const refused = async (body: unknown) => (await api.patch('/settings', body)).body;
    expect(await refused({ version: '1' })).toMatchObject({ code: 'invalid_request', at: 'version' });
    expect(await refused({})).toMatchObject({ code: 'invalid_request', at: 'version' });
    expect(await refused({ version: 1, minutesByChannel: { call: 0 } })).toMatchObject({ code: 'invalid_request' });
    expect(await refused({ version: 1, language: 'de' })).toMatchObject({
      at: 'language',
      detail: expect.stringContaining('nl, en'),
    });
    expect(await refused([])).toMatchObject({ code: 'invalid_request' });
    expect(await refused('{"version":')).toMatchObject({ code: 'invalid_request', status: 400 });
    expect(await refused('{"__proto__": {"x": 1}, "version": 1}')).toMatchObject({ code: 'invalid_request' });
    expect((await api.get('/settings')).body.version).toBe(1);
  });

  test('text that cannot be kept, and days that do not exist', async () => {
    const { api } = await house().aWorkspace();
    expect((await api.patch('/me', { version: 1, name: 'A\u0000B' })).body).toMatchObject({
      status: 400,
      code: 'invalid_request',
    });
    expect((await api.post('/days-off', { fromOn: '2027-02-29', untilOn: '2027-03-01' })).body).toMatchObject({
      code: 'day_invalid',
      at: 'fromOn',
    });
  });

  test('a version that is not the newest is answered with the newest', async () => {
    const { api } = await house().aWorkspace();
    await api.patch('/settings', { version: 1, name: 'Een' });
    const late = await api.patch('/settings', { version: 1, name: 'Twee' });
    expect(late.body).toMatchObject({
      status: 409,
      code: 'version_conflict',
      facts: { settings: { version: 2, name: 'Een' } },
    });
  });

  test.each([
    ['a full disk', databaseError('53100'), 'disk_full'],
    ['a full disk, of our own files', Object.assign(new Error('no space'), { code: 'ENOSPC' }), 'disk_full'],
    ['a database that stops', databaseError('57P01'), 'database_unavailable'],
    [
      'a database that is gone',
      Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
      'database_unavailable',
    ],
    ['a connection that broke', new Error('Connection terminated unexpectedly'), 'database_unavailable'],
    ['a fault of ours', databaseError('23505'), 'internal'],
    ['a fault of ours', new TypeError('x is not a function'), 'internal'],
    ['something odd that was thrown', 'text', 'internal'],
  ] as const)('%s', async (_, error, code) => {
    const { api } = await house().aWorkspace();
    fault = error;
    const answer = await api.get('/test/fault');
    expect(answer.body).toMatchObject({ code, status: problems[code] });
    expect(answer.text).not.toMatch(/not a function|no space|ECONN|secret value|stack/);
  });

  function databaseError(code: string): pg.DatabaseError {
    return Object.assign(new pg.DatabaseError('failed: secret value', 1, 'error'), { code, detail: 'secret value' });
  }
});

test('a query string knows numbers and booleans by its schema', async () => {
  const { api } = await house().aWorkspace();
  expect((await api.get('/test/query?limit=20&letLie=true&q=12')).body).toEqual({
    asked: { limit: 20, letLie: true, q: '12' },
  });
  for (const wrong of ['limit=x', 'limit=1.5', 'limit=101', 'limit=', 'letLie=yes', 'limit=1&limit=2']) {
    expect.soft((await api.get(`/test/query?${wrong}`)).status, wrong).toBe(400);
  }
});

test('a file comes as a form, a text as JSON, and what is too large is refused', async () => {
  const { api } = await house().aWorkspace();
  const form = (content: string) => ({
    headers: { 'content-type': 'multipart/form-data; boundary=X' },
    body: `--X\r\ncontent-disposition: form-data; name="kind"\r\n\r\nlist\r\n--X\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n--X--\r\n`,
  });
  const post = async (content: string) => {
    const { headers, body } = form(content);
    return api.post('/test/upload', body, headers);
  };
  expect((await post('naam;bedrag')).body).toEqual({ got: 'a.csv 11 list' });
  expect((await api.post('/test/upload', { text: 'hallo' })).body).toEqual({ got: 'text hallo' });
  expect((await api.post('/test/upload', { text: 'hallo', more: 1 })).body).toMatchObject({ code: 'unknown_field' });
  expect((await api.post('/test/upload', 'hallo', { 'content-type': 'text/plain' })).body).toMatchObject({
    code: 'invalid_request',
  });
  expect((await api.post('/test/upload', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(
    400,
  );
  expect((await post('x'.repeat(1001))).body).toMatchObject({ status: 413, code: 'file_too_large' });
  expect(
    (await api.post('/test/upload', '--X--\r\n', { 'content-type': 'multipart/form-data; boundary=X' })).body,
  ).toMatchObject({ at: 'file' });
});

test('a file that is answered is an attachment with its own name', async () => {
  const { api } = await house().aWorkspace();
  const answer = await api.get('/test/file');
  expect(answer.text).toBe('a;b');
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(answer.headers['content-disposition']).toBe(
    `attachment; filename="B_ker _maart_.csv"; filename*=UTF-8''B%C3%B8ker%20%22maart%22.csv`,
  );
});

test('an answer holds what its schema names and nothing more', async () => {
  const { api } = await house().aWorkspace();
  expect((await api.get('/test/too-much')).body).toEqual({ items: [{ name: 'Anna' }] });
});

describe('headers', () => {
  test('programs, styles and pictures come from our own address only, nothing inline, and no page frames us', async () => {
    for (const path of ['/api/v1/setup', '/api/openapi.json', '/api/v1/nothing', '/']) {
      const { headers } = await house().app.inject({ method: 'GET', url: path });
      const policy = String(headers['content-security-policy']);
      expect.soft(policy, path).toContain("default-src 'self'");
      expect.soft(policy, path).toContain("frame-ancestors 'none'");
      expect.soft(policy, path).not.toMatch(/unsafe|https:|\*/);
      expect.soft(headers['x-content-type-options'], path).toBe('nosniff');
    }
  });

  test('an answer of the API is not kept by anybody on the way', async () => {
    const { api } = await house().aWorkspace();
    expect((await api.get('/me')).headers['cache-control']).toBe('no-store');
  });

  test('no other origin is let in', async () => {
    const { api } = await house().aWorkspace();
    const answer = await api.get('/me', { origin: 'https://evil.example' });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('the description of the API', () => {
  test('is OpenAPI 3.1 with every route, its body and its refusals', async () => {
    const { body } = await house().api(null).get('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/api/v1/me', '/api/v1/days-off/{id}', '/api/v1/sign-in']),
    );
    const made = body.paths['/api/v1/days-off'].post;
    expect(made.requestBody.content['application/json'].schema.properties).toHaveProperty('fromOn');
    expect(Object.keys(made.responses)).toEqual(['201', 'default']);
    expect(body.paths['/api/v1/sign-in'].post.security).toEqual([]);
    expect(body.paths['/api/v1/days-off/{id}'].delete.responses).toHaveProperty('204');
    // What may be null is said in the words of 3.1: those of 3.0 mean nothing there.
    expect(JSON.stringify(body)).not.toContain('"nullable"');
  });

  test('is readable at /api/docs, from here alone', async () => {
    for (const path of [
      '/api/docs',
      '/api/docs/start.js',
      '/api/docs/swagger-ui.css',
      '/api/docs/swagger-ui-bundle.js',
    ]) {
      const { statusCode, body, headers } = await house().app.inject({ method: 'GET', url: path });
      expect.soft(statusCode, path).toBe(200);
      expect.soft(headers['content-security-policy'], path).toMatch(/^default-src 'none'; script-src 'self';/);
      if (path === '/api/docs') expect(body).not.toMatch(/https?:/);
    }
  });
});

describe('nobody forgets to say who may call a route', () => {
  test('one without it fails the start', async () => {
    await expect(
      openHouse({
        moreRoutes: [{ ...aRoute(), policy: undefined as unknown as Policy }],
      }),
    ).rejects.toThrow(/does not say who may call it/);
  });

  test('a viewer is not given a route that writes', () => {
    expect(() => route({ ...definition, roles: everybody })).toThrow(/a viewer only reads/);
  });

  const definition = { method: 'POST', url: '/test/x', summary: 'x', schema: {}, handler: async () => {} } as const;
  const aRoute = () => route({ ...definition, roles: workers });
});

test('health says that the process answers, readiness that the database does', async () => {
  expect((await house().app.inject({ method: 'GET', url: '/healthz' })).statusCode).toBe(200);
  expect((await house().app.inject({ method: 'GET', url: '/readyz' })).json()).toEqual({
    status: 'ready',
    mail: 'none',
  });
});

test('a long answer is zipped for whoever takes that, and for nobody else', async () => {
  const { token } = await house().aWorkspace();
  const ask = (q: string, accepts: string) =>
    house().app.inject({
      method: 'GET',
      url: `/api/v1/test/query?q=${q}`,
      headers: { authorization: `Bearer ${token}`, 'accept-encoding': accepts },
    });
  const long = 'a'.repeat(3000);
  const zipped = await ask(long, 'gzip, deflate, br');
  expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(zipped.headers['content-length']).toBe(String(zipped.rawPayload.length));
  expect(zipped.rawPayload.length).toBeLessThan(200);
  expect(JSON.parse(gunzipSync(zipped.rawPayload).toString())).toEqual({ asked: { q: long } });
  for (const [q, accepts] of [
    [long, 'identity'],
    [long, 'gzip;q=0'],
    ['short', 'gzip'],
  ] as const) {
    const plain = await ask(q, accepts);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.json()).toEqual({ asked: { q } });
  }
});
