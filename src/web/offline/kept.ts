import type { Opportunity, OpportunityList } from '#contract/opportunity';
import type { PersonPage } from '#contract/person';
import { apiVersion } from '#contract/api-version';
import type { Today } from '#contract/today';
import { calm } from './calm.ts';
import { database, type KeptAnswer } from './database.ts';
import { scope } from './whose.ts';

/** The people of the next days; more would be a copy of the whole company. */
export const mostPersons = 200;
/** Who is signed in is asked before one knows whose the rest is. */
const device = 'device';
const writeAfterMs = 250;

const whole: ReadonlySet<string> = new Set([
  '/session',
  '/today',
  '/today/done',
  '/today/later',
  '/figures',
  '/prospecting',
  '/settings',
]);

/** Whether the answer to this question is kept. Today is kept once, whatever minutes it was asked for. */
export function isKept(path: string): boolean {
  return whole.has(path) || /^\/(persons|opportunities)\/[0-9a-f-]{36}$/.test(path);
}

const scopeFor = (path: string) => (path === '/session' ? device : scope());

/** Waiting to be written: a few at once, as each write keeps the device busy. */
const waiting = new Map<string, KeptAnswer>();
let writing: ReturnType<typeof setTimeout> | undefined;

export function keepAnswer(path: string, data: unknown): void {
  const whose = scopeFor(path);
  if (whose === null) return;
  const put = (where: string, what: unknown) =>
    waiting.set(`${whose} ${where}`, { scope: whose, path: where, data: what, at: Date.now(), api: apiVersion });
  put(path, data);
  for (const opportunity of opportunitiesIn(path, data)) put(`/opportunities/${opportunity.id}`, opportunity);
  writing ??= setTimeout(() => void calm.then(writeWaiting), writeAfterMs);
}

/** Each may be opened by itself, to log on. */
function opportunitiesIn(path: string, data: unknown): readonly Opportunity[] {
  if (path === '/today') {
    const { items, rest } = data as Today;
    return [...items, ...rest].map((item) => item.opportunity);
  }
  if (path === '/today/later') return (data as OpportunityList).items;
  return path.startsWith('/persons/') ? (data as PersonPage).opportunities : [];
}

/** Ends when all that is waiting is written. No room: what is kept for reading goes, as acts that were not sent yet need it more. */
export async function writeWaiting(): Promise<void> {
  clearTimeout(writing);
  writing = undefined;
  const answers = [...waiting.values()];
  waiting.clear();
  const db = await database();
  if (db === null || answers.length === 0) return;
  try {
    const tx = db.transaction('answer', 'readwrite');
    await Promise.all([...answers.map((answer) => tx.store.put(answer)), tx.done]);
    await prune();
  } catch {
    await forgetKept();
  }
}

/** Null when it is not kept, or was in another shape. */
export async function keptAnswer(path: string): Promise<KeptAnswer | null> {
  const whose = scopeFor(path);
  if (whose === null) return null;
  const soon = waiting.get(`${whose} ${path}`);
  if (soon) return soon;
  try {
    const found = await (await database())?.get('answer', [whose, path]);
    return found?.api === apiVersion ? found : null;
  } catch {
    return null;
  }
}

/** The pages of persons that were kept longest ago make room for others. */
async function prune(): Promise<void> {
  const whose = scope();
  const db = await database();
  if (whose === null || db === null) return;
  const pages = IDBKeyRange.bound([whose, '/persons/'], [whose, '/persons/\uffff']);
  if ((await db.count('answer', pages)) <= mostPersons) return;
  const all = (await db.getAll('answer', pages)).toSorted((a, b) => b.at - a.at);
  const tx = db.transaction('answer', 'readwrite');
  await Promise.all([...all.slice(mostPersons).map((old) => tx.store.delete([old.scope, old.path])), tx.done]);
}

/** At signing out, and when room is needed. */
export async function forgetKept(): Promise<void> {
  waiting.clear();
  try {
    await (await database())?.clear('answer');
  } catch {
    // Nothing can be read from it either then.
  }
}

/** The session ended at the server: nobody reads on here before signing in. */
export async function forgetSession(): Promise<void> {
  waiting.delete(`${device} /session`);
  await (await database())?.delete('answer', [device, '/session']);
}

/** Somebody else has signed in on this device: what the one before could read goes. What they have not sent stays theirs. */
export async function forgetOthers(whose: string): Promise<void> {
  const db = await database();
  if (db === null) return;
  const tx = db.transaction('answer', 'readwrite');
  const keys = await tx.store.getAllKeys();
  const others = keys.filter(([owner]) => owner !== whose && owner !== device);
  await Promise.all([...others.map((key) => tx.store.delete(key)), tx.done]);
}
