import { apiVersion, apiVersionHeader, clockHeader } from '#contract/api-version';
import type { Problem, ProblemCode } from '#contract/problem';
import { answered, connectionNow, outdated, shownFromStore, unreachable } from '../offline/connection.ts';
import { measureClock } from '../offline/device-clock.ts';
import { isKept, keepAnswer, keptAnswer } from '../offline/kept.ts';
import { ApiProblem, isAway } from './api-problem.ts';
import { newId } from './new-id.ts';

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

declare global {
  interface Window {
    asked?: Record<string, Promise<Response>> | undefined;
  }
}

/** What was asked before the app was here (first-paint.js): good for the first time only. */
function earlyAnswer(method: Method, address: string): Promise<Response> | undefined {
  const asked = globalThis.window?.asked;
  const path = address.slice('/api/v1'.length);
  const early = method === 'GET' ? asked?.[path] : undefined;
  if (asked && early) delete asked[path];
  return early;
}

/** From here on everything is asked afresh. */
export function forgetEarlyAnswers(): void {
  window.asked = undefined;
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
  const key = idempotencyKey ?? (method === 'POST' ? newId() : undefined);
  if (key) headers['idempotency-key'] = key;
  if (method !== 'GET') headers[clockHeader] = new Date().toISOString();
  const isAsIs = body instanceof FormData || body instanceof Blob;
  if (body instanceof Blob) headers['content-type'] = 'application/octet-stream';
  else if (body !== undefined && !isAsIs) headers['content-type'] = 'application/json';
  let response: Response;
  const address = addressOf(path, query);
  const early = earlyAnswer(method, address);
  // What was asked early was asked since the page began, at most that long ago.
  const asked = Date.now() - (early ? performance.now() : 0);
  try {
    response = await (early ??
      fetch(address, {
        method,
        headers,
        credentials: 'same-origin',
        ...(body === undefined ? {} : { body: isAsIs ? body : JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      }));
  } catch (cause) {
    if (signal?.aborted && !isTimeOut(signal)) throw cause;
    unreachable();
    throw new ApiProblem('unreachable', 0);
  }
  const spoken = response.headers.get(apiVersionHeader);
  // Not our server: a proxy that cannot reach it, or the sign-in page of somebody's wifi.
  const isOurs = spoken !== null || (!response.ok && response.status < 502);
  if (isOurs) answered();
  else unreachable();
  if (spoken !== null) measureClock(response.headers.get('date'), asked);
  if (!isOurs && response.ok) throw new ApiProblem('unreachable', 0);
  if (spoken !== null && spoken !== String(apiVersion)) {
    outdated();
    throw new ApiProblem('outdated', 0);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** The file that an act makes, with the name that the server gave it. */
async function fileOf(path: string, query?: Query, body?: unknown): Promise<{ name: string; content: Blob }> {
  const response = await ask('POST', path, { query, body: body ?? {} });
  const [, name = 'download'] = /filename="([^"]*)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return { name, content: await response.blob() };
}

const isTimeOut = (signal: AbortSignal) =>
  signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';

/** With an answer in store nobody waits longer for the network: a connection may be there and carry nothing. */
const patienceMs = 8000;
const knownAwayPatienceMs = 2000;

/** An answer that is kept when it comes, and read from store when none does. */
async function getKept<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  const asked = send<T>('GET', path, { query, signal }).then((data) => {
    keepAnswer(path, data);
    return data;
  });
  const fromStore = async (): Promise<T | undefined> => {
    const kept = await keptAnswer(path);
    if (kept === null) return undefined;
    shownFromStore(kept.at);
    return kept.data as T;
  };
  try {
    const first = await Promise.race([asked, after(connectionNow().reachable ? patienceMs : knownAwayPatienceMs)]);
    if (first !== tooLong) return first;
    asked.catch(() => undefined);
    unreachable();
    return (await fromStore()) ?? (await asked);
  } catch (error) {
    if (!isAway(error)) throw error;
    const kept = await fromStore();
    if (kept === undefined) throw error;
    return kept;
  }
}

const deliverMs = 20_000;

const tooLong = Symbol('too long');
const after = (ms: number) => new Promise<typeof tooLong>((resolve) => setTimeout(() => resolve(tooLong), ms));

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) =>
    isKept(path) ? getKept<T>(path, query, signal) : send<T>('GET', path, { query, signal }),
  /** As `get`, and never from store: what must be known as it is now. */
  getFresh: <T>(path: string) => send<T>('GET', path, { signal: AbortSignal.timeout(deliverMs) }),
  /** `body` may be a FormData (a file). `idempotencyKey`: give the same one when trying again. */
  post: <T>(path: string, body: unknown = {}, idempotencyKey?: string) =>
    send<T>('POST', path, { body, ...(idempotencyKey ? { idempotencyKey } : {}) }),
  /** The bytes of a file, as they are. */
  upload: <T>(path: string, query: Query, file: Blob) => send<T>('POST', path, { query, body: file }),
  put: <T>(path: string, body: unknown) => send<T>('PUT', path, { body }),
  patch: <T>(path: string, body: unknown) => send<T>('PATCH', path, { body }),
  /** A write whose answer is a file. */
  file: fileOf,
  /** One of the outbox, with a limit of time: whatever it is, it may be sent again. */
  deliver: <T>(method: 'POST' | 'PATCH', path: string, body: unknown, idempotencyKey: string | undefined) =>
    send<T>(method, path, {
      body,
      signal: AbortSignal.timeout(deliverMs),
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    }),
  remove: <T = void>(path: string) => send<T>('DELETE', path),
};
