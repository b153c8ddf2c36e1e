import type { OpportunityFacts } from '#core/opportunity/facts';
import { recount } from '#core/opportunity/recount';
import { withTerms } from '#core/opportunity/terms';
import { isOutOfRanking } from '#core/privacy/on-hold';
import { slowGapDays } from '#core/rhythm/rhythm';
import { addDays } from '#core/day/day';
import { workingDayFrom } from '#core/day/calendar';
import { AppError } from '#contract/app-error';
import type { OpportunityChanged, UpdateOpportunity } from '#contract/opportunity';
import { findOrganisation } from '#db/organisation';
import { findPerson } from '#db/person';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { refuseRestricted } from '../rights/refuse-restricted.ts';
import { changeOpportunity } from './change-opportunity.ts';
import type { LoadedOpportunity } from './load-opportunity.ts';
import { termsFrom } from './terms-from.ts';

/** Corrects what we know of an opportunity. A known number of earlier contacts renumbers its moments. */
export function updateOpportunity(context: Context, id: string, input: UpdateOpportunity): Promise<OpportunityChanged> {
  return changeOpportunity(context, id, {
    kind: 'opportunity.updated',
    version: input.version,
    decide: async (loaded, tx) => {
      const objected = await checkLinks(tx, loaded, input);
      if (input.payment && loaded.opportunity.state !== 'won') return { kind: 'refused', code: 'opportunity_not_won' };
      const wish = termsFrom(input, loaded.opportunity, loaded.planning.today);
      const opportunity = { ...withTerms(edited(loaded, input), wish), objected };
      // A quote warms what was held after it (definition 8).
      if (input.openingHeld === undefined && input.quote === undefined) return { kind: 'changed', opportunity };
      const counted = recount(
        input.openingHeld === undefined
          ? opportunity
          : { ...opportunity, openingHeld: input.openingHeld, heldKnown: true },
        loaded.moments,
        loaded.inbounds,
      );
      return {
        kind: 'changed',
        opportunity: { ...counted.opportunity, last: opportunity.last },
        moments: counted.moments,
      };
    },
    events: (after, { planning }) =>
      input.openingHeld === undefined
        ? []
        : [{ kind: 'opening', happened_on: planning.today, reason: String(after.openingHeld) }],
  });
}

/** Answers whether it is out of ranking: an objection or restriction is the person's, and this may be another one from now on (definition 20). */
async function checkLinks(tx: Tx, { opportunity }: LoadedOpportunity, input: UpdateOpportunity): Promise<boolean> {
  if (input.organisationId && !(await findOrganisation(tx, input.organisationId)))
    throw new AppError('organisation_missing', { at: 'organisationId' });
  if (!input.personId || input.personId === opportunity.personId) return opportunity.objected;
  const person = await findPerson(tx, input.personId);
  if (!person) throw new AppError('person_missing', { at: 'personId' });
  if (opportunity.state === 'open') refuseRestricted(person);
  const facts = { objectedOn: person.objected_on };
  if (person.objected_on && opportunity.state === 'open')
    throw new AppError('person_objected', { at: 'personId', facts });
  // Said while nobody knew by whom: noted with the person first, so that it is not lost on the way.
  if (!person.objected_on && opportunity.objected && !opportunity.personId) {
    const detail = 'They said here that they want no contact: note that with the person first.';
    throw new AppError('person_objected', { at: 'personId', detail, facts });
  }
  return isOutOfRanking(person);
}

function edited({ opportunity, planning }: LoadedOpportunity, input: UpdateOpportunity): OpportunityFacts {
  const slowed = input.pace === 'slow' && opportunity.pace !== 'slow' && opportunity.next && !opportunity.next.at;
  return {
    ...opportunity,
    title: input.title?.trim() ?? opportunity.title,
    keen: input.keen === undefined ? opportunity.keen : input.keen?.trim() || null,
    source: input.source === undefined ? opportunity.source : input.source?.trim() || null,
    personId: input.personId ?? opportunity.personId,
    organisationId: input.organisationId === undefined ? opportunity.organisationId : input.organisationId,
    toComplete: opportunity.toComplete && !input.personId && !input.organisationId,
    pace: input.pace ?? opportunity.pace,
    // Chosen by hand: the nightly run leaves it (definition 11).
    paced: input.pace ? { by: 'hand', on: planning.today } : opportunity.paced,
    next:
      slowed && opportunity.next
        ? { ...opportunity.next, on: workingDayFrom(planning.calendar, addDays(planning.today, slowGapDays)) }
        : opportunity.next,
  };
}
