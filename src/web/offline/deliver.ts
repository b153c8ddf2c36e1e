import type { MomentLogged, Opportunity, OpportunityChanged } from '#contract/opportunity';
import type { Person, PersonPage } from '#contract/person';
import { ApiProblem, isAway } from '../data/api-problem.ts';
import { api } from '../data/client.ts';
import type { Taken } from './chain.ts';
import type { OutboxEntry, Refusal } from './outbox-entry.ts';

export type LogEntry = Extract<OutboxEntry, { kind: 'log' }>;
export type PlanEntry = Extract<OutboxEntry, { kind: 'plan' }>;
export type NoteEntry = Extract<OutboxEntry, { kind: 'note' }>;
export type Answer = MomentLogged | OpportunityChanged | Person;

/**
 * `done`: the server has it, once. `later`: no answer, or one that says to come back. `mismatch`: sent under this key before, and the
 * answer was lost: once more without it. `rebase`: nothing that matters was changed meanwhile, so it stands on this version.
 */
export type Delivery =
  | { kind: 'done'; answer: Answer | null; taken: Taken }
  | { kind: 'later' }
  | { kind: 'keyless' }
  | { kind: 'rebase'; version: number }
  | { kind: 'signedOut' }
  | { kind: 'refused'; refusal: Refusal };

export async function deliver(entry: OutboxEntry): Promise<Delivery> {
  try {
    const answer = await send(entry);
    return { kind: 'done', answer, taken: takenOf(answer) };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return failed(entry, error);
  }
}

function send(entry: OutboxEntry): Promise<Answer> {
  const key = entry.keyless ? undefined : entry.id;
  switch (entry.kind) {
    case 'log':
      return api.deliver<MomentLogged>(
        'POST',
        `/opportunities/${entry.recordId}/moments`,
        { ...entry.body, occurredAt: entry.at },
        key,
      );
    case 'plan':
      return api.deliver<OpportunityChanged>('POST', `/opportunities/${entry.recordId}/plan`, entry.body, key);
    case 'note':
      return api.deliver<Person>('PATCH', `/persons/${entry.recordId}`, entry.body, key);
  }
}

function takenOf(answer: Answer): Taken {
  if ('moment' in answer) {
    const { moment, opportunity } = answer;
    return { version: opportunity.version, held: moment.number ?? opportunity.held };
  }
  return { version: 'opportunity' in answer ? answer.opportunity.version : answer.version };
}

async function failed(entry: OutboxEntry, problem: ApiProblem): Promise<Delivery> {
  const { code, status } = problem;
  if (isAway(problem) || status >= 500 || code === 'outdated' || code === 'too_many_requests') return { kind: 'later' };
  if (code === 'not_signed_in') return { kind: 'signedOut' };
  if (code === 'idempotency_in_flight' || code === 'idempotency_mismatch')
    return entry.keyless ? { kind: 'later' } : { kind: 'keyless' };
  if (code === 'version_conflict' && entry.kind !== 'log') return compare(entry, problem);
  return { kind: 'refused', refusal: { code, facts: problem.facts } };
}

/** Whether what was changed meanwhile is what this act is about. Already as wanted: this very act had arrived. */
async function compare(entry: PlanEntry | NoteEntry, problem: ApiProblem): Promise<Delivery> {
  try {
    if (entry.kind === 'plan') {
      return comparePlan(entry, await api.getFresh<Opportunity>(`/opportunities/${entry.recordId}`));
    }
    const { person } = await api.getFresh<PersonPage>(`/persons/${entry.recordId}`);
    return compareNote(entry, person);
  } catch (error) {
    if (isAway(error)) return { kind: 'later' };
    return { kind: 'refused', refusal: { code: problem.code } };
  }
}

export function comparePlan({ body, seen }: PlanEntry, present: Opportunity): Delivery {
  const { nextMoment: next, version, held } = present;
  const sameAt = (a: string | null | undefined, b: string | null | undefined) =>
    (a ?? null) === (b ?? null) || (!!a && !!b && Date.parse(a) === Date.parse(b));
  if (next && next.on === body.on && next.channel === body.channel && sameAt(next.at, body.at))
    return { kind: 'done', answer: null, taken: { version } };
  const untouched =
    next !== null &&
    held === seen.held &&
    next.on === seen.next?.on &&
    next.channel === seen.next.channel &&
    sameAt(next.at, seen.next.at);
  if (untouched) return { kind: 'rebase', version };
  return { kind: 'refused', refusal: { code: 'version_conflict', facts: { opportunity: present } } };
}

export function compareNote({ body, field, seen }: NoteEntry, present: Person): Delivery {
  const { version } = present;
  const now = present[field];
  if (now === (body[field] ?? null)) return { kind: 'done', answer: null, taken: { version } };
  if (now === seen) return { kind: 'rebase', version };
  return { kind: 'refused', refusal: { code: 'version_conflict', facts: { version, text: now } } };
}
