import { domainToUnicode } from 'node:url';
import { type Day, laterOf } from '#core/day/day';
import { parseEmail } from '#core/import/parse-email';
import { atLeastOnce } from '#core/outbox/after-attempt';
import { clockAt } from '#core/permission/clock';
import { withObjection } from '#core/permission/contact-facts';
import { mayContact } from '#core/permission/may-contact';
import type { OutboxRow } from '#db/outbox';
import { shareLockPersons } from '#db/person';
import type { Tx } from '#db/transaction';
import type { WorkspaceRow } from '#db/workspace';
import { personContacts } from '../permission/person-contact.ts';
import { suppressionsAmong } from '../rights/suppression.ts';

export type Blocked = { id: string; reason: string; answer: string | null };

/**
 * What may not go any more, asked in the transaction that claims it: who objected, withdrew or is restricted since it was written. Their
 * rows are locked for it, so that an objection is either seen here or comes after what it would have stopped.
 */
export async function noLongerAllowed(
  tx: Tx,
  rows: readonly OutboxRow[],
  workspace: WorkspaceRow,
  now: Date,
): Promise<Blocked[]> {
  const doubtful = rows.filter((row) => row.purpose !== null || !atLeastOnce(row.kind));
  if (doubtful.length === 0) return [];
  const ids = [...new Set(doubtful.flatMap((row) => row.person_id ?? []))];
  const persons = new Map((await shareLockPersons(tx, ids)).map((person) => [person.id, person]));
  const contacts = await personContacts(tx, [...persons.values()], workspace);
  const addresses = new Map(doubtful.map((row) => [row.id, { emailKey: keyOf(row.to_address), phone: null }]));
  const suppressed = await suppressionsAmong(tx, [...addresses.values()]);
  const clock = clockAt(now);
  return doubtful.flatMap((row): Blocked[] => {
    const { id, purpose } = row;
    const address = addresses.get(id);
    const hit = address ? suppressed(address) : null;
    const person = row.person_id === null ? undefined : persons.get(row.person_id);
    const contact = row.person_id === null ? undefined : contacts.get(row.person_id);
    if (person && person.restricted_on !== null) return [{ id, reason: 'restricted', answer: null }];
    if (!contact || purpose === null)
      return hit && purpose !== 'service' ? [{ id, reason: 'suppressed', answer: null }] : [];
    const asked = { ...contact.facts, askedOn: latest(contact.facts.askedOn, row.asked_on) };
    const facts = hit ? withObjection(asked, hit.objected_on) : asked;
    const permission = mayContact(facts, 'email', purpose, clock);
    if (permission.verdict !== 'block') return [];
    return [{ id, reason: permission.reasons[0] ?? 'objected', answer: permission.ruleId }];
  });
}

const latest = (a: Day | null, b: Day | null): Day | null => (a && b ? laterOf(a, b) : (a ?? b));

/** As it stands with a person, in its own letters (queue-message.ts wrote the domain in ASCII). */
function keyOf(address: string): string | null {
  const at = address.lastIndexOf('@');
  const parsed = parseEmail(`${address.slice(0, at)}@${domainToUnicode(address.slice(at + 1))}`);
  return parsed.ok ? parsed.value.key : null;
}
