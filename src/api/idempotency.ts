import { createHash } from 'node:crypto';
import { AppError } from '#contract/app-error';
import { findKey, forgetKeys, storeAnswer, takeKey } from '#db/idempotency';
import { inWorkspace } from '#db/transaction';
import type { Context } from '#usecases/context';

export type Answer = { status: number; body: unknown };
export type KeyedRequest = { key: string; hash: string };

const keptMs = 24 * 3_600_000;
const shape = /^[\x21-\x7e]{1,200}$/;

/** The key in the header with a hash of what is asked, or null when there is none. */
export function keyedRequest(
  header: string | string[] | undefined,
  method: string,
  url: string,
  body: unknown,
): KeyedRequest | null {
  if (header === undefined) return null;
  if (typeof header !== 'string' || !shape.test(header)) {
    throw new AppError('invalid_request', {
      at: 'idempotency-key',
      detail: 'Send one key of 1 to 200 characters, a UUID for instance.',
    });
  }
  const hash = createHash('sha256')
    .update(`${method} ${url}\n${canonical(body)}`)
    .digest('hex');
  return { key: header, hash };
}

// Of this process: the fast answer to a second request while the first is busy. Across processes the table says it.
const busy = new Map<string, string>();

/**
 * Runs `work` at most once for a key of a member, and gives the stored answer to the same request afterwards (24 hours).
 *
 * The key is taken in the same transaction as the effect (Databases.claim). So a crash before the commit leaves neither, and the
 * request may be sent again; a crash after it leaves both, and sent again it is answered with `idempotency_in_flight` instead of
 * being done twice. A refused request takes no key: it changed nothing.
 */
export async function once(
  context: Context,
  request: KeyedRequest,
  work: (context: Context) => Promise<Answer>,
): Promise<{ answer: Answer; replayed: boolean }> {
  const { databases, actor, now } = context;
  const id = { memberId: actor.memberId, key: request.key };
  const place = `${actor.workspaceId} ${actor.memberId} ${request.key}`;
  const running = busy.get(place);
  if (running !== undefined) throw running === request.hash ? inFlight() : mismatch();
  busy.set(place, request.hash);
  try {
    const since = new Date(now().getTime() - keptMs);
    const kept = await inWorkspace(databases, actor.workspaceId, (tx) => findKey(tx, id, since), { readOnly: true });
    if (kept !== null) {
      if (kept.requestHash !== request.hash) throw mismatch();
      if (kept.status === null) throw inFlight();
      return { answer: { status: kept.status, body: kept.response }, replayed: true };
    }
    const claim = claimOf(id, request.hash, context, since);
    const answer = await work({ ...context, databases: { ...databases, claim } });
    await inWorkspace(databases, actor.workspaceId, (tx) =>
      storeAnswer(tx, id, { requestHash: request.hash, status: answer.status, response: answer.body, now: now() }),
    );
    return { answer, replayed: false };
  } finally {
    busy.delete(place);
  }
}

function claimOf(id: { memberId: string; key: string }, hash: string, { now }: Context, since: Date) {
  let taken = false;
  return {
    async take(tx: Parameters<typeof takeKey>[0]): Promise<void> {
      if (taken) return;
      const [, took] = await Promise.all([forgetKeys(tx, since), takeKey(tx, id, hash, now(), since)]);
      if (!took) throw inFlight();
    },
    taken(): void {
      taken = true;
    },
  };
}

function inFlight(): AppError {
  return new AppError('idempotency_in_flight', {
    detail: 'This request is being handled, or was handled and its answer was lost.',
  });
}

function mismatch(): AppError {
  return new AppError('idempotency_mismatch', { detail: 'This Idempotency-Key was used for another request.' });
}

/** The same JSON in another order of keys is the same request. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
