import { type Day, dayIn, laterOf } from '#core/day/day';
import { purposeNow } from '#core/opportunity/contact-about';
import type { Purpose } from '#core/opportunity/vocabulary';
import type { Clock } from '#core/permission/clock';
import type { ContactFacts } from '#core/permission/contact-facts';
import { contactHistories, type ContactHistory, contactHistory } from '#db/contact-history';
import { toKnownContact } from '#db/known-contact';
import type { PersonRow } from '#db/person';
import type { Tx } from '#db/transaction';
import type { WorkspaceRow } from '#db/workspace';

/** With why one would contact them, as it is planned; null: nothing is. */
export type PersonContact = { facts: ContactFacts; planned: ContactHistory['planned'] };

/** All that is known of a person for permission, over everything that is open with them. */
export async function personContact(tx: Tx, person: PersonRow, workspace: WorkspaceRow): Promise<PersonContact> {
  return contactWith(person, workspace, await contactHistory(tx, person.id));
}

export function contactWith(person: PersonRow, workspace: WorkspaceRow, history: ContactHistory): PersonContact {
  return { facts: withHistory(person, workspace, history), planned: history.planned };
}

/** The same for many, each by their id. */
export async function personContacts(
  tx: Tx,
  persons: readonly PersonRow[],
  workspace: WorkspaceRow,
): Promise<Map<string, PersonContact>> {
  const histories = await contactHistories(
    tx,
    persons.map((person) => person.id),
  );
  return new Map(
    persons.flatMap((person) => {
      const history = histories.get(person.id);
      if (!history) return [];
      return [[person.id, contactWith(person, workspace, history)] as const];
    }),
  );
}

function withHistory(person: PersonRow, workspace: WorkspaceRow, history: ContactHistory): ContactFacts {
  const began = history.createdOn ?? person.created_on;
  const told = person.basis === 'conversation' ? (history.openingLastOn ?? began) : null;
  const asked = person.basis === 'request' ? began : null;
  return {
    ...toKnownContact(person, workspace),
    spokeOn: latest(history.spokeOn, told),
    askedOn: history.waitingSince && dayIn(history.waitingSince, 'Europe/Amsterdam'),
    requestedOn: latest(history.quoteOn, asked),
    agreedOn: history.agreedOn,
  };
}

const latest = (a: Day | null, b: Day | null): Day | null => (a && b ? laterOf(a, b) : (a ?? b));

/** What they asked or said counts; else what is planned; else it would be an offer. */
export function purposeWith({ facts, planned }: PersonContact, clock: Clock): Purpose {
  const now = purposeNow(facts, clock);
  return now === 'promo' ? (planned ?? now) : now;
}
