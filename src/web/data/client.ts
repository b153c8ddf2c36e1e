import type { Problem, ProblemCode } from '#contract/problem';
import { ApiProblem } from './api-problem.ts';

type Query = Record<string, string | number | boolean | undefined>;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

function addressOf(path: string, query: Query | undefined): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return `/api/v1${path}${text ? `?${text}` : ''}`;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const isProblem = response.headers.get('content-type')?.includes('problem+json') === true;
  const body: Partial<Problem> = isProblem ? await response.json() : {};
  // A proxy's error page has no code: 502 to 504 mean that the server is away.
  const fallback: ProblemCode = response.status >= 502 ? 'database_unavailable' : 'internal';
  return new ApiProblem((body.code as ProblemCode | undefined) ?? fallback, response.status, body);
}

type Send = { query?: Query | undefined; body?: unknown; signal?: AbortSignal | undefined; idempotencyKey?: string };

/**
 * One request to /api/v1. The answer has the contract's shape by the server's own schema, so it is not checked again
 * here. Throws ApiProblem for every refusal, `unreachable` when nothing answered.
 */
async function send<T>(method: Method, path: string, given: Send = {}): Promise<T> {
  const response = await ask(method, path, given);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

async function ask(method: Method, path: string, { query, body, signal, idempotencyKey }: Send): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') headers['x-aanhouder'] = '1';
  // Per attempt of the user, not per retry: whoever retries passes the same key, so that it counts once.
  if (method === 'POST') headers['idempotency-key'] = idempotencyKey ?? crypto.randomUUID();
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(addressOf(path, query), {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiProblem('unreachable', 0);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** The file that an act makes, with the name that the server gave it. */
async function fileOf(path: string, query: Query): Promise<{ name: string; content: Blob }> {
  const response = await ask('POST', path, { query, body: {} });
  const [, name = 'download'] = /filename="([^"]*)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return { name, content: await response.blob() };
}

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => send<T>('GET', path, { query, signal }),
  /** `body` may be a FormData (a file). `idempotencyKey`: give the same one when trying again. */
  post: <T>(path: string, body: unknown = {}, idempotencyKey?: string) =>
    send<T>('POST', path, { body, ...(idempotencyKey ? { idempotencyKey } : {}) }),
  put: <T>(path: string, body: unknown) => send<T>('PUT', path, { body }),
  patch: <T>(path: string, body: unknown) => send<T>('PATCH', path, { body }),
  /** A write whose answer is a file. */
  file: fileOf,
  remove: <T = void>(path: string) => send<T>('DELETE', path),
};
