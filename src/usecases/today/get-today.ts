import { clockAt } from '#core/permission/clock';
import { addDays } from '#core/day/day';
import { isNeverDay } from '#core/rhythm/never-days';
import { gainAt } from '#core/persistence/gain-table';
import { pooledCounts } from '#core/persistence/warmth-counts';
import { levelAmong, openerFor, type TodayGroup, whyToday } from '#core/today/why';
import type { Today, TodayItem } from '#contract/today';
import {
  aroundToday,
  bestDue,
  type Commitment,
  commitments,
  countDue,
  hasOpportunities,
  openOfPersons,
  openOfTheSame,
} from '#db/due';
import { type OpportunityRow, toFacts } from '#db/opportunity';
import { toView, viewRows } from '#db/opportunity-view';
import { namesAndAddresses } from '#db/person';
import { lastPickedUp } from '#db/picked-up';
import { promisesDue, type PromiseRow } from '#db/promise';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { adviceFor } from '../engine/advice.ts';
import { averageNow } from '../engine/average-now.ts';
import { type Figures, loadFigures } from '../engine/figures.ts';
import { toPromiseView } from '../promise/promise-view.ts';
import { offeredIn } from '../permission/offered-in.ts';
import { loadSurroundings, type Surroundings } from '../surroundings.ts';
import { careInTurn } from './care-in-turn.ts';
import { fillMinutes, toCare } from './fill-minutes.ts';

const mostCommitments = 25;
/** What is shown below the plan; beyond it is counted, not loaded. */
const mostRest = 12;
/** How many candidates the plan is chosen from: of five minutes each, and what is shown below it. */
const candidatesFor = (minutes: number): number => Math.min(120, mostRest + Math.ceil(minutes / 5));
/** First contacts among them: what a tenth of the minutes holds of three minutes each, and some that may not be contacted today. */
const firstsFor = (minutes: number): number => 4 + Math.ceil(minutes / 30);

type Candidate = { id: string; group: TodayGroup; promise: PromiseRow | null; answer?: Commitment['answer'] };
type ViewRow = OpportunityRow & Parameters<typeof toView>[0];

/**
 * Today (product.md, row 6): who waits and what was promised first, then the best per minute, as many as the minutes hold. Over two connections:
 * what stands around the plan is found while the plan is. Neither waits for the other with its connection in hand.
 */
export async function getToday(context: Context, minutes?: number): Promise<Today> {
  const { databases, actor, now } = context;
  const ask = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    inWorkspace(databases, actor.workspaceId, work, { readOnly: true, plans: 'kept' });
  const found = await ask(async (tx) => {
    const surroundings = await loadSurroundings(tx, actor.memberId, now());
    const aside = ask((other) => findAround(other, surroundings));
    // It is waited for below; what fails before that must not be a failure that nobody hears.
    aside.catch(() => undefined);
    const budget = minutes ?? surroundings.member.minutes_a_day;
    return { surroundings, budget, aside, ...(await findItems(tx, surroundings, budget)) };
  });
  const [{ done, tomorrow, revivable }, waiting] = await found.aside;
  const { surroundings, budget, figures, due, leftovers, items, promises, persons, empty } = found;
  const today = surroundings.today;
  const { plan, rest, care, minutesPlanned } = fillMinutes(items, waiting, budget, figures, surroundings);
  return {
    on: today,
    minutes: budget,
    items: plan,
    minutesPlanned,
    newPerMinute: figures.newPerMinute,
    expected: plan.reduce((sum, item) => sum + Math.round(item.perMinute * item.minutes), 0),
    rest: rest.slice(0, mostRest),
    restCount: Math.max(
      rest.length,
      due.count - plan.filter((item) => (item.opportunity.nextMoment?.on ?? '') <= today).length,
    ),
    restMore: due.more,
    leftoverCount: leftovers.count,
    leftoverMore: leftovers.more,
    care: care.map(toCare),
    promises: promisesApart(promises, plan, persons),
    done,
    tomorrow: tomorrow.count,
    tomorrowMore: tomorrow.more,
    gold: [...figures.gold],
    ended: figures.ended,
    figures: figures.enough,
    empty,
    revivable,
    away: awayAround(surroundings.calendar, today),
  };
}

/** The figures around the plan, and to whom attention is due. */
function findAround(tx: Tx, surroundings: Surroundings) {
  const { today, member } = surroundings;
  return Promise.all([aroundToday(tx, member.id, today, addDays(today, 1)), careInTurn(tx, surroundings)]);
}

/** What Today may hold, in its order, with the figures that put it there. */
async function findItems(tx: Tx, surroundings: Surroundings, budget: number) {
  const { today, member } = surroundings;
  const counting = countDue(tx, member.id, today);
  const figuring = loadFigures(tx, surroundings);
  // Asked while the database answers the rest: it goes on, and nobody waits for a way there and back.
  const ranking = figuring.then(({ table }) =>
    bestDue(tx, member.id, today, table, async () => (await counting).due, candidatesFor(budget)),
  );
  const [figures, { due, before: leftovers, firsts }, first, promises, ranked] = await Promise.all([
    figuring,
    counting,
    commitments(tx, member.id, today, mostCommitments),
    promisesDue(tx, member.id, today, mostCommitments),
    ranking,
  ]);
  const mine = promises.filter((p) => p.promised_by === 'me');
  const ofPromises = await openOfPersons(
    tx,
    member.id,
    mine.map((p) => p.person_id),
  );
  const candidates = inTurn(first, mine, ofPromises, [
    ...ranked.map((r) => r.id),
    ...firsts.slice(0, firstsFor(budget)),
  ]);
  const ids = candidates.map((c) => c.id);
  const [views, open, persons] = await Promise.all([
    viewRows(tx, ids),
    openOfTheSame(tx, member.id, ids),
    promises.length > 0
      ? namesAndAddresses(
          tx,
          promises.map((p) => p.person_id),
        )
      : [],
  ]);
  const back = await lastPickedUp(
    tx,
    views.filter((row) => row.revived > 0).map((row) => row.id),
  );
  const theirs = promises.filter((p) => p.promised_by === 'them');
  const items = oncePerPerson(
    toItems(candidates, new Map(views.map((row) => [row.id, row])), back, theirs, figures, surroundings),
    open.filter((o) => o.nextOn <= today),
  );
  const empty = items.length === 0 && !(await hasOpportunities(tx));
  // Of a promise of mine the opportunity bears the contact, whether the minutes hold it or not.
  const borne = new Set(candidates.flatMap((c) => c.promise?.id ?? []));
  return {
    figures,
    due,
    leftovers,
    items,
    promises: [...mine, ...theirs].filter((p) => !borne.has(p.id)),
    persons,
    empty,
  };
}

/** The days off that one is in, or that begin within a week. */
function awayAround({ daysOff }: Surroundings['calendar'], today: Surroundings['today']): Today['away'] {
  const soon = addDays(today, 7);
  const next = daysOff.filter((off) => off.untilOn >= today && off.fromOn <= soon).toSorted(byFirstDay)[0];
  return next ?? null;
}
const byFirstDay = (a: { fromOn: string }, b: { fromOn: string }) => (a.fromOn < b.fromOn ? -1 : 1);

/** Waiting, promised, appointments, "today yes", then by index and behind them the first contacts; each opportunity once. */
function inTurn(
  first: readonly Commitment[],
  promises: readonly PromiseRow[],
  ofPromises: readonly { id: string; personId: string }[],
  ranked: readonly string[],
): Candidate[] {
  const promised = promises.flatMap((promise): Candidate[] => {
    const id = promise.opportunity_id ?? ofPromises.find((o) => o.personId === promise.person_id)?.id;
    return id ? [{ id, group: 'promised', promise }] : [];
  });
  const byGroup = (group: TodayGroup) =>
    first.filter((f) => f.group === group).map((f): Candidate => ({ ...f, promise: null }));
  const all = [
    ...byGroup('waiting'),
    ...promised,
    ...byGroup('appointment'),
    ...byGroup('pinned'),
    ...ranked.map((id): Candidate => ({ id, group: 'planned', promise: null })),
  ];
  const seen = new Map<string, Candidate>();
  for (const candidate of all) {
    const present = seen.get(candidate.id);
    if (!present) seen.set(candidate.id, candidate);
    else if (candidate.promise && !present.promise) present.promise = candidate.promise;
  }
  return [...seen.values()];
}

function toItems(
  candidates: readonly Candidate[],
  rows: ReadonlyMap<string, ViewRow>,
  back: Awaited<ReturnType<typeof lastPickedUp>>,
  theirs: readonly PromiseRow[],
  figures: Figures,
  { workspace, rhythm, minutes: usual, now, today }: Surroundings,
): TodayItem[] {
  const clock = clockAt(now);
  const worth = (row: ViewRow) => row.rank_value * gainAt(figures.table, Math.min(row.held, 12), row.warmth);
  const all = [...rows.values()].map(worth);
  const tried = pooledCounts(figures.counts).stages.map((stage) => stage.tried);
  return candidates.flatMap((candidate): TodayItem[] => {
    const row = rows.get(candidate.id);
    if (!row || row.state !== 'open') return [];
    const facts = toFacts(row);
    const group = candidate.group === 'planned' && facts.held === 0 ? 'first' : candidate.group;
    // Not today, as they asked; who waits, was promised something or has an appointment is another matter.
    if ((group === 'planned' || group === 'first') && isNeverDay(row.person_never ?? [], today)) return [];
    const last = back.get(row.id);
    // With a contact since, it is on its way again as any other.
    const pickedUp = last?.held === facts.held ? last : null;
    const perMinute = worth(row);
    const advice = adviceFor(figures, workspace, { id: row.id, held: facts.held, perMinute });
    const opportunity = toView(row, clock);
    const planned = opportunity.nextMoment?.channel ?? 'wait';
    const buyLater = figures.table.buyLater[Math.min(facts.held, 12)]?.[facts.warmth] ?? 0;
    return [
      {
        opportunity,
        group,
        why: whyToday({
          opportunity: facts,
          group,
          promise: candidate.promise?.text ?? null,
          answer: candidate.answer ?? null,
          pickedUp: pickedUp !== null,
          advice,
          salesByNumber: figures.salesByNumber,
          triedByNumber: tried,
          enough: figures.enough,
          averageValue: averageNow(workspace),
        }),
        minutes: usual[planned === 'wait' ? (rhythm[Math.min(facts.held, 11)]?.channel ?? 'call') : planned],
        perMinute,
        advice,
        level: levelAmong(perMinute, all),
        expected: Math.round((facts.value ?? averageNow(workspace)) * buyLater),
        channels: offeredIn(opportunity),
        opener: openerFor(facts, group, pickedUp),
        promise: candidate.promise && toPromiseView(candidate.promise),
        askAbout: theirs.filter((p) => p.person_id === row.person_id).map(toPromiseView),
        others: [],
      },
    ];
  });
}

/** A person stands on Today once, the best first; what else of theirs is due is offered along (definition 17). */
function oncePerPerson(
  items: readonly TodayItem[],
  open: readonly { id: string; personId: string; title: string }[],
): TodayItem[] {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const personId = item.opportunity.person?.id;
    if (!personId) return [item];
    if (seen.has(personId)) return [];
    seen.add(personId);
    const others = open
      .filter((o) => o.personId === personId && o.id !== item.opportunity.id)
      .map(({ id, title }) => ({ id, title }));
    return [{ ...item, others }];
  });
}

/** Promises due without an open opportunity in the plan: they are kept all the same. */
function promisesApart(
  promises: readonly PromiseRow[],
  plan: readonly TodayItem[],
  persons: Awaited<ReturnType<typeof namesAndAddresses>>,
): Today['promises'] {
  const asked = new Set(plan.flatMap((item) => item.askAbout.map((p) => p.id)));
  return promises.flatMap((promise) => {
    const person = asked.has(promise.id) ? undefined : persons.find((p) => p.id === promise.person_id);
    return person
      ? [
          {
            promise: toPromiseView(promise),
            person: {
              ...person,
              organisation: null,
              openOpportunityId: null,
              nextOn: null,
              held: null,
              restricted: false,
            },
          },
        ]
      : [];
  });
}
