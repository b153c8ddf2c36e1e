import { contributions, type CounterRow } from '#core/counter/contribution';
import { addDays, type Day, daysBetween, toDay } from '#core/day/day';
import type { MomentFacts, OpportunityFacts } from '#core/opportunity/facts';
import { recount } from '#core/opportunity/recount';
import type { Outcome } from '#core/opportunity/vocabulary';
import { noTerms } from '#core/opportunity/terms';
import type { Random } from '#core/persistence/seeded-random';
import { defaultRhythm } from '#core/rhythm/rhythm';
import { idOf, randomOf } from './invent.ts';

export type Wish = {
  /** Numbers below this are open; from there on they have ended. */
  open: number;
  today: Day;
  assigneeIds: readonly string[];
};

export type Invented = {
  opportunity: OpportunityFacts;
  moments: MomentFacts[];
  counters: CounterRow[];
};

const sources = ['beurs', 'website', 'aanbeveling', 'oud-klant', 'netwerkborrel', null] as const;
const someOutcomes: readonly Outcome[] = [
  'no_answer',
  'no_answer',
  'message_left',
  'spoke',
  'spoke',
  'not_now',
  'interested',
  'appointment',
];
const firstDay = toDay('2025-11-03');

/** As an import leaves them, with moments of its own in one of four; the ended ones at all numbers. */
export function inventOpportunity(n: number, persons: number, wish: Wish): Invented {
  const random = randomOf('opportunity', n);
  const isOpen = n < wish.open;
  const assigneeId = wish.assigneeIds[n % wish.assigneeIds.length] ?? '';
  const createdOn = addDays(firstDay, Math.floor(random() * 250));
  const opening = random() < 0.3 ? 0 : Math.min(14, Math.floor(-Math.log(1 - random()) * 2.6));
  const heldKnown = opening > 0 || random() < 0.9;
  const value = random() < 0.15 ? null : Math.round(Math.exp(7.2 + 1.1 * normal(random)) / 50) * 5000;
  const bare: OpportunityFacts = {
    id: idOf('opportunity', n),
    personId: idOf('person', n % persons),
    organisationId: null,
    assigneeId,
    endedAssigneeId: null,
    creditedId: assigneeId,
    title: '',
    value,
    source: sources[Math.floor(random() * sources.length)] ?? null,
    keen: random() < 0.2 ? 'wil het voor de zomer geregeld hebben' : null,
    state: 'open',
    stop: null,
    openingHeld: opening,
    heldKnown,
    openingLastOn: opening > 0 ? createdOn : null,
    held: opening,
    conversations: 0,
    warmth: 'silent',
    pace: 'active',
    paced: null,
    next: null,
    last: null,
    waitingSince: null,
    pin: null,
    objected: false,
    revived: 0,
    lastWords: null,
    toComplete: false,
    createdOn,
    endedOn: null,
    stage: null,
    ...noTerms,
  };
  const moments = random() < 0.25 || !isOpen ? inventMoments(n, bare, isOpen, wish.today, random) : [];
  const counted = recount(bare, moments, []);
  const ended = isOpen ? open(counted.opportunity, wish, random) : end(counted.opportunity, counted.moments);
  return { opportunity: ended, moments: counted.moments, counters: contributions(ended, counted.moments) };
}

function inventMoments(n: number, bare: OpportunityFacts, isOpen: boolean, today: Day, random: Random): MomentFacts[] {
  const count = 1 + Math.floor(random() * 3);
  const span = Math.max(count + 1, daysBetween(bare.createdOn, today) - 1);
  return Array.from({ length: count }, (_, i): MomentFacts => {
    const last = i === count - 1;
    const happenedOn = addDays(bare.createdOn, 1 + Math.floor(((i + 1) / (count + 1)) * (span - 1)));
    return {
      id: idOf('moment', n * 4 + i),
      memberId: bare.assigneeId,
      number: null,
      channel: defaultRhythm[i]?.channel ?? 'call',
      outcome:
        !isOpen && last ? endingOf(random) : (someOutcomes[Math.floor(random() * someOutcomes.length)] ?? 'spoke'),
      warmthBefore: 'unknown',
      minutes: 5 + Math.floor(random() * 15),
      minutesTold: true,
      happenedOn,
      fillsOpening: false,
      createdAt: new Date(`${happenedOn}T10:0${i}:00Z`),
    };
  });
}

/** Most were let go: `spoke` as the last of an ended one becomes an own stop. */
function endingOf(random: Random): Outcome {
  const draw = random();
  return draw < 0.25 ? 'bought' : draw < 0.42 ? 'declined' : 'spoke';
}

function open(facts: OpportunityFacts, wish: Wish, random: Random): OpportunityFacts {
  // A hundredth of them each day: today 1% is due, in four days 5%, in 32 days 33%. The bench moves the clock instead of the rows.
  const on = addDays(wish.today, Math.floor(random() * 100));
  const step = defaultRhythm[Math.min(facts.held, 11)];
  return {
    ...facts,
    next: {
      on,
      channel: step?.channel ?? 'call',
      at: null,
      step: facts.held < 12 ? facts.held + 1 : null,
      intent: step?.intent ?? 'ask',
      purpose: facts.conversations > 0 ? 'dialogue' : 'promo',
      act: null,
    },
  };
}

function end(facts: OpportunityFacts, moments: readonly MomentFacts[]): OpportunityFacts {
  const last = moments.at(-1);
  const ended = { ...facts, endedOn: last?.happenedOn ?? facts.createdOn, endedAssigneeId: facts.assigneeId };
  if (last?.outcome === 'bought') return { ...ended, state: 'won' };
  const refused = last?.outcome === 'declined';
  return {
    ...ended,
    state: 'stopped',
    stop: { kind: refused ? 'refused' : 'own_stop', reason: refused ? 'declined' : 'no_response', note: null },
  };
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}
