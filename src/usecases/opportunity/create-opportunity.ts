import { clockAt } from '#core/permission/clock';
import { contributions } from '#core/counter/contribution';
import { counterDelta } from '#core/counter/counter-delta';
import { firstNext } from '#core/opportunity/create-opportunity';
import type { OpportunityFacts } from '#core/opportunity/facts';
import { noTerms, withTerms } from '#core/opportunity/terms';
import { isConversation } from '#core/opportunity/vocabulary';
import { AppError } from '#contract/app-error';
import type { CreateOpportunity, Opportunity } from '#contract/opportunity';
import { addToCounters } from '#db/counter';
import { insertEvents } from '#db/event';
import { insertOpportunity } from '#db/opportunity';
import { findView } from '#db/opportunity-view';
import { findOrganisation } from '#db/organisation';
import { findPerson, linkOrganisation, type PersonRow } from '#db/person';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { averageNow } from '../engine/average-now.ts';
import { findOrMakeOrganisation } from '../organisation/find-or-make-organisation.ts';
import { findOrMakePerson } from '../person/find-or-make-person.ts';
import { refreshSearch } from '../person/refresh-search.ts';
import { refuseRestricted } from '../rights/refuse-restricted.ts';
import { dayFrom, loadSurroundings, planningFor, type Surroundings } from '../surroundings.ts';
import { logMomentIn } from './log-moment.ts';
import { nextChoice } from './next-choice.ts';
import { termsFrom } from './terms-from.ts';
import { eventAbout, recordChange } from './write-change.ts';

type Whom = { person: PersonRow | null; personMade: boolean; organisation: { id: string; name: string } | null };

/** A new opportunity, with its first next moment in the same transaction. */
export async function createOpportunity(
  context: Context,
  input: CreateOpportunity,
): Promise<Opportunity & { changeId: string }> {
  return inWorkspace(context.databases, context.actor.workspaceId, (tx) => createOpportunityIn(tx, context, input));
}

/** The same as a part of more. */
export async function createOpportunityIn(
  tx: Tx,
  context: Context,
  input: CreateOpportunity,
): Promise<Opportunity & { changeId: string }> {
  const surroundings = await loadSurroundings(tx, input.assigneeId ?? context.actor.memberId, context.now());
  if (input.currency && input.currency !== surroundings.workspace.currency) {
    throw new AppError('currency_mismatch', { at: 'currency', facts: { currency: surroundings.workspace.currency } });
  }
  const whom = await findWhom(tx, context, input, surroundings);
  const facts = newFacts(context, input, surroundings, whom);
  const planning = planningFor(surroundings, whom.person);
  const next = firstNext(facts, [], planning, input.next ? nextChoice(input.next) : null);
  if (!next) throw new AppError('next_in_past', { at: 'next.on', facts: { today: surroundings.today } });
  const open = { ...facts, next, ...(facts.quote && { warmth: 'interested' as const }) };
  await insertOpportunity(tx, open, averageNow(surroundings.workspace));
  const event = eventAbout(context, open, { kind: 'created', happened_on: surroundings.today, next_on: next.on });
  await Promise.all([insertEvents(tx, [event]), addToCounters(tx, counterDelta([], contributions(open, [])))]);
  const made = {
    opportunities: [open.id],
    persons: whom.personMade && whom.person ? [whom.person.id] : [],
    events: [event.id],
    consents: [] as string[],
  };
  if (input.firstMoment) {
    const { moment } = await logMomentIn(tx, context, open.id, input.firstMoment, { alone: false });
    // A consent told in it bears its id.
    if (input.firstMoment.consent) made.consents.push(moment.id);
  }
  const changeId = await recordChange(tx, context, 'opportunity.created', { made }, [
    { type: 'opportunity', id: open.id, version: input.firstMoment ? 2 : 1 },
  ]);
  const view = await findView(tx, open.id, clockAt(context.now()));
  if (!view) throw new Error('the opportunity just made is not there');
  return { ...view, changeId };
}

async function findWhom(tx: Tx, context: Context, input: CreateOpportunity, surroundings: Surroundings): Promise<Whom> {
  const organisation = await findWhichOrganisation(tx, context, input);
  if (input.personId) {
    const person = await findPerson(tx, input.personId);
    if (!person) throw new AppError('person_missing', { at: 'personId' });
    refuseRestricted(person);
    if (person.objected_on)
      throw new AppError('person_objected', { at: 'personId', facts: { objectedOn: person.objected_on } });
    if (organisation) {
      await linkOrganisation(tx, person.id, organisation.id, null);
      await refreshSearch(tx, [person.id]);
    }
    return { person, personMade: false, organisation };
  }
  if (!input.person) {
    if (!organisation) throw new AppError('person_missing', { at: 'person' });
    return { person: null, personMade: false, organisation };
  }
  const { person, made } = await findOrMakePerson(tx, context, input.person, {
    today: surroundings.today,
    country: surroundings.workspace.country,
    organisation,
    spoke: input.firstMoment !== undefined && isConversation(input.firstMoment.outcome),
  });
  refuseRestricted(person);
  if (person.objected_on)
    throw new AppError('person_objected', { at: 'person', facts: { objectedOn: person.objected_on } });
  return { person, personMade: made, organisation };
}

async function findWhichOrganisation(
  tx: Tx,
  context: Context,
  input: CreateOpportunity,
): Promise<{ id: string; name: string } | null> {
  if (input.organisationId) {
    const row = await findOrganisation(tx, input.organisationId);
    if (!row) throw new AppError('organisation_missing', { at: 'organisationId' });
    return row;
  }
  return input.organisation ? findOrMakeOrganisation(tx, context, input.organisation) : null;
}

function newFacts(
  context: Context,
  input: CreateOpportunity,
  surroundings: Surroundings,
  whom: Whom,
): OpportunityFacts {
  const createdOn = input.createdOn === undefined ? surroundings.today : dayFrom(input.createdOn, 'createdOn');
  if (createdOn > surroundings.today)
    throw new AppError('day_invalid', { at: 'createdOn', detail: 'a day in the future' });
  const facts: OpportunityFacts = {
    id: context.newId(),
    personId: whom.person?.id ?? null,
    organisationId: whom.organisation?.id ?? null,
    assigneeId: surroundings.member.id,
    endedAssigneeId: null,
    creditedId: surroundings.member.id,
    title: input.title?.trim() ?? '',
    value: null,
    source: input.source?.trim() || null,
    keen: input.keen?.trim() || null,
    state: 'open',
    stop: null,
    openingHeld: 0,
    heldKnown: true,
    openingLastOn: null,
    held: 0,
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
  return withTerms(facts, termsFrom(input, facts, surroundings.today));
}
