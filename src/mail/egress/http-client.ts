import { request as requestPlain, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as requestTls } from 'node:https';
import type { LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { EgressRefused, type CheckedHost, type Egress } from './egress.ts';

export type HttpMethod = 'GET' | 'HEAD' | 'POST' | 'PROPFIND' | 'REPORT' | 'OPTIONS';

export type HttpRequest = {
  method: HttpMethod;
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
  /** Without TLS too; else https only. */
  plain?: boolean;
  /** How many redirects are followed; none without it. Each is checked as the first, never from https to http. */
  redirects?: number;
  /** What is read at most; an answer that is longer is an error. */
  maxBytes?: number;
  /** For the whole, redirects included. */
  patienceMs?: number;
  signal?: AbortSignal;
};

export type HttpAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer; url: string };

export type HttpClient = (request: HttpRequest) => Promise<HttpAnswer>;

const redirecting = new Set([301, 302, 303, 307, 308]);

/** HTTP to hosts that users name: each is looked up and checked, and the address that was checked is the one that is connected to. */
export function httpClient(egress: Egress): HttpClient {
  return async (request) => {
    const { patienceMs = 15_000, redirects = 0, signal } = request;
    const late = AbortSignal.timeout(patienceMs);
    const until = signal ? AbortSignal.any([signal, late]) : late;
    let at = request;
    for (let turn = 0; ; turn += 1) {
      const answer = await once(egress, at, until);
      const { location } = answer.headers;
      if (redirects === 0 || !redirecting.has(answer.status) || location === undefined) return answer;
      if (turn >= redirects) throw new Error(`${new URL(at.url).hostname} sends on and on.`);
      at = next(at, answer.status, location);
    }
  };
}

function next(at: HttpRequest, status: number, location: string): HttpRequest {
  const from = new URL(at.url);
  if (!URL.canParse(location, from.href)) throw new Error(`${from.hostname} sends on to what is no address.`);
  const to = new URL(location, from);
  if (from.protocol === 'https:' && to.protocol !== 'https:')
    throw new EgressRefused('port_refused', to.hostname, `${from.hostname} sends on to a page without TLS.`);
  const { authorization: _a, Authorization: _b, cookie: _c, ...others } = at.headers ?? {};
  const headers = to.origin === from.origin ? at.headers : others;
  // RFC 9110, 15.4.4: what a form answered is read, and not posted again.
  const { body: _, ...read } = at;
  if (status === 303) return { ...read, method: 'GET', url: to.href, ...(headers && { headers }) };
  return { ...at, url: to.href, ...(headers && { headers }) };
}

async function once(egress: Egress, request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const { method, body, plain = false, maxBytes = 5_000_000 } = request;
  const url = URL.canParse(request.url) ? new URL(request.url) : null;
  if (url === null || !(url.protocol === 'https:' || (plain && url.protocol === 'http:')))
    throw new EgressRefused('host_invalid', request.url, 'This is no address that starts with https://');
  if (url.username !== '' || url.password !== '')
    throw new EgressRefused('host_invalid', url.hostname, 'A name or password does not belong in an address.');
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const checked = await egress.check(url.hostname, port);
  signal.throwIfAborted();
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const ask = url.protocol === 'https:' ? requestTls : requestPlain;
    const sent = ask(
      url,
      {
        method,
        agent: false,
        lookup: onlyThese(checked),
        signal,
        headers: {
          'accept-encoding': 'gzip, deflate, br',
          ...request.headers,
          ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
        },
      },
      resolve,
    );
    sent.on('error', reject);
    sent.end(body);
  });
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    body: await readAll(answer, maxBytes),
    url: url.href,
  };
}

/** The addresses that were checked, whatever a name server says the second time. */
function onlyThese({ addresses }: CheckedHost): LookupFunction {
  return (_host, options, done) => {
    const [first] = addresses;
    if (options.all) done(null, addresses);
    else if (first) done(null, first.address, first.family);
  };
}

/** Unpacked, and no more than `maxBytes` of it: a small answer can be packed around a very large one. */
async function readAll(answer: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const unpack = unpackers[answer.headers['content-encoding'] ?? '']?.();
  const stream = unpack ? answer.on('error', (error) => unpack.destroy(error)).pipe(unpack) : answer;
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > maxBytes) throw new Error(`The answer is larger than ${maxBytes} bytes.`);
      parts.push(part);
    }
  } finally {
    answer.destroy();
  }
  return Buffer.concat(parts);
}

const unpackers: Record<string, () => ReturnType<typeof createGunzip>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};
