import type { FastifyInstance } from 'fastify';

/** Loose on purpose: a test names the fields it is about, and a missing one is undefined. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Body = any;
export type Answer = {
  status: number;
  body: Body;
  text: string;
  bytes: Buffer;
  headers: Readonly<Record<string, unknown>>;
};
export type Headers = Readonly<Record<string, string>>;

export type Api = {
  get(path: string, headers?: Headers): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Headers): Promise<Answer>;
  put(path: string, body?: unknown, headers?: Headers): Promise<Answer>;
  patch(path: string, body?: unknown, headers?: Headers): Promise<Answer>;
  delete(path: string, headers?: Headers): Promise<Answer>;
};

/** The API as a client with this token sees it (none: a stranger), calling from this IP address. Paths below /api/v1, or whole when they begin with /api. */
export function apiOf(app: FastifyInstance, token: string | null, address = '127.0.0.1'): Api {
  const call = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Headers = {},
  ) => {
    const response = await app.inject({
      method,
      remoteAddress: address,
      url: path.startsWith('/api') ? path : `/api/v1${path}`,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    });
    const isJson = /\bjson\b|\+json/.test(String(response.headers['content-type']));
    const parsed: Body = isJson && response.body !== '' ? response.json() : undefined;
    const { statusCode: status, body: text, rawPayload: bytes, headers: given } = response;
    return { status, body: parsed, text, bytes, headers: given };
  };
  return {
    get: (path, headers) => call('GET', path, undefined, headers),
    post: (path, body = {}, headers) => call('POST', path, body, headers),
    put: (path, body = {}, headers) => call('PUT', path, body, headers),
    patch: (path, body = {}, headers) => call('PATCH', path, body, headers),
    delete: (path, headers) => call('DELETE', path, undefined, headers),
  };
}
