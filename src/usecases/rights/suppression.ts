import { createHmac } from 'node:crypto';
import type { Day } from '#core/day/day';
import type { RightsAct } from '#core/privacy/vocabulary';
import { findPerson, type PersonRow } from '#db/person';
import { findPrivacy, loadPrivacy } from '#db/privacy';
import { logRights } from '#db/rights-log';
import {
  deleteSuppressions,
  hasSuppressions,
  insertSuppressions,
  type SuppressionRow,
  suppressionsOf,
} from '#db/suppression';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';

/** A mail address by its key (core/import/parse-email) and a number as E.164. */
export type Addresses = { emailKey: string | null; phone: string | null };

/** HMAC-SHA-256 (RFC 2104) with the company's own key: what is on the list says nothing to whoever reads it. */
export function hashOf(key: string, kind: 'email' | 'phone', address: string): string {
  return createHmac('sha256', key).update(`${kind} ${address}`).digest('hex');
}

type Hashed = { kind: 'email' | 'phone'; hash: string };

function hashesOf(key: string, { emailKey, phone }: Addresses): Hashed[] {
  return [
    ...(emailKey ? [{ kind: 'email' as const, hash: hashOf(key, 'email', emailKey) }] : []),
    ...(phone ? [{ kind: 'phone' as const, hash: hashOf(key, 'phone', phone) }] : []),
  ];
}

const addressesOf = (person: PersonRow): Addresses => ({ emailKey: person.email_key, phone: person.phone });

/** The objection that an address bears; null when there is none. */
export async function suppressionOf(tx: Tx, addresses: Addresses): Promise<SuppressionRow | null> {
  if (!addresses.emailKey && !addresses.phone) return null;
  const privacy = await findPrivacy(tx);
  if (!privacy) return null;
  const found = await suppressionsOf(
    tx,
    hashesOf(privacy.suppression_key, addresses).map((one) => one.hash),
  );
  return found[0] ?? null;
}

/** The same for many at once, by `email …` and `phone …`. Empty at once where nobody ever objected. */
export const suppressionsAmong: AskSuppressions = (tx, many) => suppressionAsker()(tx, many);

/** Asks for batch after batch of one transaction, each in one question: once somebody objected, that and the key are not asked again. */
export function suppressionAsker(): AskSuppressions {
  let known: string | null = null;
  return async (tx, many) => {
    if (known === null && !(await hasSuppressions(tx))) return () => null;
    const key = (known ??= (await loadPrivacy(tx)).suppression_key);
    const hashes = new Set(many.flatMap((one) => hashesOf(key, one).map(({ hash }) => hash)));
    const found = new Map((await suppressionsOf(tx, [...hashes])).map((row) => [row.hash, row]));
    if (found.size === 0) return () => null;
    return (addresses) => hashesOf(key, addresses).flatMap(({ hash }) => found.get(hash) ?? [])[0] ?? null;
  };
}

export type AskSuppressions = (tx: Tx, many: readonly Addresses[]) => Promise<SuppressedAmong>;
export type SuppressedAmong = (addresses: Addresses) => SuppressionRow | null;

/**
 * Whether the list says what these persons say now. Who objects stands on it with the addresses they have; who does not (an objection that
 * was taken back as a mistake) is taken off it. After every act that can have changed one of the two.
 */
export async function syncSuppression(tx: Tx, context: Context, personIds: readonly string[]): Promise<void> {
  for (const id of new Set(personIds)) {
    const person = await findPerson(tx, id);
    if (!person) continue;
    if (person.objected_on === null) await deleteSuppressions(tx, { subjects: [id], hashes: [] });
    else await suppress(tx, context, addressesOf(person), { subjectId: id, on: person.objected_on });
  }
}

/** Puts addresses on the list. */
export async function suppress(
  tx: Tx,
  { newId, now }: Pick<Context, 'newId' | 'now'>,
  addresses: Addresses,
  objection: { subjectId: string; on: Day },
): Promise<void> {
  if (!addresses.emailKey && !addresses.phone) return;
  const { suppression_key: key } = await loadPrivacy(tx);
  await insertSuppressions(
    tx,
    hashesOf(key, addresses).map((one) => ({
      id: newId(),
      subject_id: objection.subjectId,
      ...one,
      objected_on: objection.on,
      created_at: now(),
    })),
  );
}

/** Takes a person off the list: what they have now, what they had, and the entry that they came back under. */
export async function unsuppress(tx: Tx, person: PersonRow): Promise<void> {
  const privacy = await findPrivacy(tx);
  if (!privacy) return;
  const own = hashesOf(privacy.suppression_key, addressesOf(person)).map((one) => one.hash);
  const subjects = [person.id, ...(person.suppressed_by === null ? [] : [person.suppressed_by])];
  await deleteSuppressions(tx, { subjects, hashes: own });
}

/** Writes down that something was done for somebody's rights. */
export async function noteRights(
  tx: Tx,
  { actor, newId, now }: Pick<Context, 'actor' | 'newId' | 'now'>,
  kind: RightsAct,
  about: { personId: string | null; requestId?: string | null; reason?: string | null; byItself?: true },
): Promise<void> {
  const { byItself, ...rest } = about;
  await logRights(tx, [{ id: newId(), kind, ...rest, memberId: byItself ? null : actor.memberId, at: now() }]);
}
