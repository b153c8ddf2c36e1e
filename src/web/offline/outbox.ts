import { ApiProblem } from '../data/api-problem.ts';
import { api } from '../data/client.ts';
import { calm } from './calm.ts';
import { rebased, nextToSend, withoutOne } from './chain.ts';
import { connectionNow, onBack, probe } from './connection.ts';
import { database, reopen } from './database.ts';
import { deliver, type Answer } from './deliver.ts';
import { forgetKept } from './kept.ts';
import { noteWhatWaits, whatIsLost, type Lost } from './lost.ts';
import type { NewEntry, OutboxEntry } from './outbox-entry.ts';
import { onEnter, scope } from './whose.ts';

/** Acts that are on their way to the server, of who is signed in, in order; and those that this browser threw away. */
export type Outbox = { entries: readonly OutboxEntry[]; lost: readonly Lost[] };

const firstRetryMs = 2000;
const longestRetryMs = 5 * 60_000;
/** After this an act is called kept, and goes on by itself. */
const patienceMs = 8000;

let outbox: Outbox = { entries: [], lost: [] };
const listeners = new Set<() => void>();
const waiters = new Map<string, (outcome: Outcome) => void>();
let sending: Promise<void> | null = null;
/** What this page saw arrive, by its id: what is taken back a moment too late is undone at the server. */
const arrived = new Map<string, string>();
/** What is under way at this moment. */
let inFlight: string | null = null;
let again = false;
let retry: ReturnType<typeof setTimeout> | undefined;
let retryMs = firstRetryMs;
const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('aanhouder-outbox') : null;

type Outcome = { kind: 'done'; answer: Answer } | { kind: 'refused'; problem: ApiProblem } | { kind: 'waiting' };
type Heard = { signedOut: () => void; arrived: () => void };
let heard: Heard = { signedOut: () => undefined, arrived: () => undefined };

export function outboxNow(): Outbox {
  return outbox;
}

export function onOutbox(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(part: Partial<Outbox>): void {
  outbox = { ...outbox, ...part };
  for (const listener of listeners) listener();
}

/** Reads what waits for who is signed in now: another tab may have changed it. */
async function read(): Promise<void> {
  const whose = scope();
  const all = whose === null ? [] : await everything();
  const entries = all.filter((one) => one.scope === whose).toSorted((a, b) => a.order - b.order);
  show({ entries });
}

async function everything(): Promise<OutboxEntry[]> {
  return (await (await database())?.getAll('outbox')) ?? [];
}

/** How many wait on this device, whoever they are of: for the door. */
export async function waitingOnDevice(): Promise<number> {
  return (await everything().catch(() => [])).length;
}

/** In one transaction; then every tab shows it. */
async function write(put: readonly OutboxEntry[], remove: readonly string[] = []): Promise<void> {
  const db = await database();
  if (db === null) throw new ApiProblem('not_kept', 0);
  // What goes is struck off before, what comes is noted after: killed in between, nothing is called lost that arrived.
  noteWhatWaits(
    scope(),
    outbox.entries.filter((one) => !remove.includes(one.id)),
  );
  const tx = db.transaction('outbox', 'readwrite');
  await Promise.all([...put.map((one) => tx.store.put(one)), ...remove.map((id) => tx.store.delete(id)), tx.done]);
  await read();
  noteWhatWaits(scope(), outbox.entries);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, no window
  tabs?.postMessage('changed');
}

/**
 * Writes an act down, sends it, and answers what the server said; `null` when it waits for a connection. Throws the refusal of the
 * server, as it is then nobody's any more but the form's; and `not_kept` when there is neither a connection nor room to keep it.
 */
export async function act(fresh: NewEntry): Promise<Answer | null> {
  const whose = scope();
  if (whose === null) throw new ApiProblem('not_signed_in', 401);
  // In the place of one that was refused: of the time and in the turn of that one.
  const before = outbox.entries.find((one) => one.id === fresh.id);
  const at = before?.at ?? new Date().toISOString();
  // Two in one millisecond, or a clock that was set back: still in the order of the hand.
  const order = before?.order ?? Math.max(Date.now(), (outbox.entries.at(-1)?.order ?? 0) + 1);
  const entry: OutboxEntry = { ...fresh, scope: whose, order, at, tries: 0, ...(before && { again: true }) };
  if (!(await keep(entry))) return sendUnkept(entry);
  void navigator.storage?.persist?.();
  const outcome = await new Promise<Outcome>((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'waiting' }), patienceMs);
    waiters.set(entry.id, (what) => {
      clearTimeout(timer);
      resolve(what);
    });
    flush();
  });
  waiters.delete(entry.id);
  if (outcome.kind === 'waiting') return null;
  if (outcome.kind === 'done') return outcome.answer;
  throw outcome.problem;
}

/** Without room what is kept for reading makes place. */
async function keep(entry: OutboxEntry): Promise<boolean> {
  try {
    await write([entry]);
    return true;
  } catch {
    await forgetKept();
    // Some browsers lose the connection to the store while the page lies in the background.
    reopen();
  }
  try {
    await write([entry]);
    return true;
  } catch {
    return false;
  }
}

/** It cannot be kept: sent at once, and said when that does not work either. What was filled in is still on the screen. */
async function sendUnkept(entry: OutboxEntry): Promise<Answer> {
  const delivery = await deliver(entry);
  if (delivery.kind === 'done' && delivery.answer) return delivery.answer;
  if (delivery.kind === 'refused')
    throw new ApiProblem(delivery.refusal.code, 409, { facts: delivery.refusal.facts ?? {} });
  throw new ApiProblem(delivery.kind === 'signedOut' ? 'not_signed_in' : 'not_kept', 0);
}

/** Sends what waits, in order; once more when it is asked meanwhile. Of all tabs one sends. */
export function flush(): void {
  if (sending) {
    again = true;
    return;
  }
  clearTimeout(retry);
  sending = alone(sendAll)
    .catch(() => void planRetry())
    .finally(() => {
      sending = null;
      for (const [id, tell] of waiters) {
        if (!outbox.entries.some((one) => one.id === id) || !again) tell({ kind: 'waiting' });
      }
      if (!again) return;
      again = false;
      flush();
    });
}

async function alone(work: () => Promise<void>): Promise<void> {
  // Not there on a page that came over http.
  if (!navigator.locks) return work();
  await navigator.locks.request('aanhouder-outbox', work);
}

async function sendAll(): Promise<void> {
  await read();
  for (;;) {
    if (!navigator.onLine || connectionNow().outdated) return;
    const next = nextToSend(outbox.entries);
    if (!next) {
      retryMs = firstRetryMs;
      return;
    }
    // Not tried while nobody answers: what never left can be taken back without a trace.
    if (!connectionNow().reachable) {
      await probe();
      if (!connectionNow().reachable) return void planRetry();
    }
    if (!(await sendOne(next))) return;
  }
}

/** False: not now, so what is behind it neither. */
async function sendOne(given: OutboxEntry): Promise<boolean> {
  // Counted first: killed from here on, it may have arrived.
  const entry: OutboxEntry = { ...given, tries: given.tries + 1 };
  inFlight = entry.id;
  const delivery = await write([entry])
    .then(() => deliver(entry))
    .finally(() => (inFlight = null));
  const now = outbox.entries.find((one) => one.id === entry.id) ?? entry;
  switch (delivery.kind) {
    case 'done': {
      if (now.undo && !(await takeBack(entry, delivery.answer))) return planRetry();
      arrived.set(entry.id, undoPathOf(entry, delivery.answer));
      await write(now.undo ? [] : rebased(outbox.entries, entry, delivery.taken), [entry.id]);
      retryMs = firstRetryMs;
      const tell = waiters.get(entry.id);
      // Whoever waits for it asks anew what is shown.
      if (!tell) heard.arrived();
      tell?.(delivery.answer ? { kind: 'done', answer: delivery.answer } : { kind: 'waiting' });
      return true;
    }
    case 'rebase':
      if (now.kind === 'plan') await write([{ ...now, body: { ...now.body, version: delivery.version } }]);
      if (now.kind === 'note') await write([{ ...now, body: { ...now.body, version: delivery.version } }]);
      return true;
    case 'keyless':
      await write([{ ...now, keyless: true }]);
      return true;
    case 'later':
      return planRetry();
    case 'signedOut':
      heard.signedOut();
      return false;
    case 'refused': {
      const { code, facts } = delivery.refusal;
      const tell = waiters.get(entry.id);
      // Somebody has the form open: it is said there, with all that was filled in. One that waited before that stays as well.
      if (now.undo || (tell && !now.again)) await write(withoutOne(outbox.entries, entry), [entry.id]);
      else await write([{ ...now, refusal: delivery.refusal }]);
      tell?.({ kind: 'refused', problem: new ApiProblem(code, 409, facts === undefined ? {} : { facts }) });
      heard.arrived();
      return true;
    }
  }
}

/** Sent, and taken back since: what was built on it meanwhile stands. False: no answer. */
async function takeBack(entry: OutboxEntry, answer: Answer | null): Promise<boolean> {
  try {
    await api.deliver('POST', undoPathOf(entry, answer), {}, `${entry.id}-undo`);
    return true;
  } catch (error) {
    return error instanceof ApiProblem && error.status >= 400 && error.status < 500;
  }
}

/** The very change, where the server said which; else the last one of this member to that record. */
function undoPathOf({ kind, recordId }: OutboxEntry, answer: Answer | null): string {
  if (answer && 'changeId' in answer) return `/changes/${answer.changeId}/undo`;
  return kind === 'note' ? `/persons/${recordId}/undo` : `/opportunities/${recordId}/undo`;
}

function planRetry(): false {
  clearTimeout(retry);
  // Not all at the same moment, when a server comes back.
  retry = setTimeout(flush, retryMs * (0.75 + Math.random() / 2));
  retryMs = Math.min(retryMs * 2, longestRetryMs);
  return false;
}

/** Taken back by the user; throws the refusal when it had arrived and something was built on it. What never left is simply gone; what may have arrived is sent for certain, and then undone. */
export async function takeOut(id: string): Promise<void> {
  const entry = outbox.entries.find((one) => one.id === id);
  const undoPath = arrived.get(id);
  if (!entry) return undoPath === undefined ? undefined : api.post(undoPath, {}, `${id}-undo`);
  if (inFlight !== id && (entry.tries === 0 || entry.refusal)) await write(withoutOne(outbox.entries, entry), [id]);
  else {
    await write([{ ...entry, undo: true }]);
    flush();
  }
}

/** The user's choice for one that was refused: sent again, as it should be now. */
export async function sendAgain(entry: OutboxEntry): Promise<void> {
  const { refusal: _settled, keyless: _sent, ...chosen } = entry;
  await write([chosen]);
  flush();
}

/** Told, and known: the list of what this browser threw away is closed. */
export function closeLost(): void {
  noteWhatWaits(scope(), outbox.entries);
  show({ lost: [] });
}

/** From the start of the page on: on opening, when the connection is back, when the page comes into sight. */
export function startOutbox(told: Heard): void {
  heard = told;
  onEnter(
    (whose) =>
      // Nothing waits as far as is noted: then the plan is drawn first.
      void (whatIsLost(whose, []).length > 0 ? read() : calm.then(read)).then(() => {
        show({ lost: whatIsLost(whose, outbox.entries) });
        flush();
      }),
  );
  onBack(flush);
  window.addEventListener('online', flush);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && outbox.entries.length > 0) flush();
  });
  tabs?.addEventListener('message', () => void read());
}
