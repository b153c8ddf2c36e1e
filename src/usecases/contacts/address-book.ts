import { createHash } from 'node:crypto';
import { contactPage, contactsOf, contactsTag, type ContactRow } from '#db/contact-card';
import { inWorkspace, type Tx } from '#db/transaction';
import { vcardOf } from '#files/vcard/vcard-of';
import { tokenHolder } from '../identity/authenticate.ts';
import type { Identity } from '../identity/identity.ts';

/** A person as a telephone gets them. `tag` is another as soon as the card is. */
export type ContactCard = ContactRow & { card: string; tag: string };

/** One member's people, for reading only. */
export type AddressBook = {
  /** All, a page in memory at a time; each page is a reading of its own, so that a slow telephone holds nothing. */
  all(): AsyncGenerator<ContactCard, void, undefined>;
  some(ids: readonly string[]): Promise<ContactCard[]>;
  /** Of all of them together. */
  tag(): Promise<string>;
};

const pageRows = 500;

/** For a telephone that gives its name and password (HTTP Basic); null for anybody else, and for a viewer, who sees no people. */
export async function openAddressBook(
  identity: Identity,
  authorization: string | undefined,
): Promise<AddressBook | null> {
  const given = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  if (given === undefined) return null;
  const text = Buffer.from(given, 'base64').toString('utf8');
  const holder = await tokenHolder(identity, text.slice(text.indexOf(':') + 1), 'contacts');
  if (holder === null || holder.actor.role === 'viewer') return null;
  const { workspaceId, memberId } = holder.actor;
  const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    inWorkspace(identity.databases, workspaceId, work, { readOnly: true });
  return {
    async *all() {
      let after: string | null = null;
      for (;;) {
        const from: string | null = after;
        const rows: ContactRow[] = await read((tx) => contactPage(tx, memberId, from, pageRows));
        for (const row of rows) yield toCard(row);
        after = rows.at(-1)?.id ?? null;
        if (rows.length < pageRows || after === null) return;
      }
    },
    some: async (ids) => (await read((tx) => contactsOf(tx, memberId, ids))).map(toCard),
    tag: () => read((tx) => contactsTag(tx, memberId)),
  };
}

function toCard(row: ContactRow): ContactCard {
  const card = vcardOf({ ...row, uid: row.id, note: null, birthday: null, anniversary: null, tags: [] });
  return { ...row, card, tag: createHash('sha256').update(card).digest('base64url').slice(0, 27) };
}
