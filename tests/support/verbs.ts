import type { CreateOpportunity, LogMoment, NewPerson, Opportunity } from '#contract/opportunity';
import type { Person } from '#contract/person';
import type { Api, Answer } from './client.ts';

export type OpportunityWish = Partial<CreateOpportunity> & {
  /** Contacts from before Aanhouder, so that the next moment is number held + 1. */
  held?: number;
};

/** Test data through the API, as a user would make it, with defaults for what a test is not about. */
export type Verbs = {
  aPerson(wish?: Partial<NewPerson>): Promise<Person>;
  anOpportunity(wish?: OpportunityWish): Promise<Opportunity>;
  /** Gives the answer's `moment` and `opportunity`. */
  aMoment(opportunityId: string, wish?: Partial<LogMoment>): Promise<Answer['body']>;
};

/** As the screen says when one just spoke to them; a test of the basis says another. */
const spoken = { basis: 'conversation' } as const;

let made = 0;

export function verbsOf(api: Api): Verbs {
  return {
    async aPerson(wish = {}) {
      made += 1;
      return expected(
        await api.post('/persons', {
          name: `Bram de Vries ${made}`,
          email: `bram${made}@example.com`,
          ...spoken,
          ...wish,
        }),
        201,
      );
    },
    async anOpportunity({ held, ...wish } = {}) {
      made += 1;
      const person = {
        name: `Carla Smit ${made}`,
        email: `carla${made}@example.com`,
        phone: '+31612345678',
        ...spoken,
      };
      const asked =
        wish.personId === undefined && wish.organisationId === undefined
          ? { ...wish, person: wish.person ? { ...spoken, ...wish.person } : person }
          : wish;
      const opportunity: Opportunity = expected(
        await api.post('/opportunities', { title: `Kans ${made}`, value: 250_000, ...asked }),
        201,
      );
      if (held === undefined) return opportunity;
      const changed = expected(
        await api.patch(`/opportunities/${opportunity.id}`, { version: opportunity.version, openingHeld: held }),
        200,
      );
      return changed.opportunity;
    },
    async aMoment(opportunityId, wish = {}) {
      return expected(
        await api.post(`/opportunities/${opportunityId}/moments`, { channel: 'call', outcome: 'no_answer', ...wish }),
        201,
      );
    },
  };
}

function expected(answer: Answer, status: number): Answer['body'] {
  if (answer.status === status) return answer.body;
  throw new Error(`Expected ${status}, got ${answer.status}: ${answer.text}`);
}
