import { sql } from 'kysely';
import type { Day } from '#core/day/day';
import { contactAbout, permissionsOf, purposeNow } from '#core/opportunity/contact-about';
import type { OpportunityFacts } from '#core/opportunity/facts';
import { type Basis, isConversation, type LegalForm } from '#core/opportunity/vocabulary';
import type { Clock } from '#core/permission/clock';
import type { ContactFacts, Proof } from '#core/permission/contact-facts';
import type { Permission } from '#core/permission/may-contact';
import { offeredChannels } from '#core/permission/offered-channels';
import { reachableChannels, waysTo } from '#core/permission/reachable-channels';
import type { ContactCountry, SenderKind } from '#core/permission/words';
import { isPlace, type PostalAddress } from '#core/person/postal-address';
import type { Address } from '#contract/address';
import type { Opportunity } from '#contract/opportunity';
import type { ChannelPermission } from '#contract/permission';
import { toKnownContact } from './known-contact.ts';
import { toFacts, type OpportunityRow } from './opportunity.ts';
import { prepared } from './prepared.ts';
import type { Tx } from './transaction.ts';

type Joined = OpportunityRow & {
  person_name: string | null;
  person_phone: string | null;
  person_email: string | null;
  person_linkedin: string | null;
  person_street: string | null;
  person_postcode: string | null;
  person_city: string | null;
  person_good: string | null;
  person_objected: Day | null;
  person_restricted: Day | null;
  person_legal_form: LegalForm | null;
  person_basis: Basis | null;
  person_country: string | null;
  person_non_mailing: boolean | null;
  person_phone_private: boolean | null;
  person_email_dead: Day | null;
  person_proofs: Proof[] | null;
  person_created: Day | null;
  person_never: number[] | null;
  contact_country: ContactCountry | null;
  workspace_country: string;
  sender_kind: SenderKind;
  /** The last conversation, when the last contact moment was none and a dialogue goes on. */
  spoke_on: Day | null;
  organisation_name: string | null;
  /** Where they are found when they have no address of their own. */
  organisation_place: PostalAddress | null;
  assignee_name: string;
  currency: string;
};

/** Opportunities as the API shows them, with the names they need: one statement. Other repositories add where and order. */
export function selectViews(tx: Tx) {
  return (
    tx.db
      .selectFrom('opportunity as o')
      .leftJoin('person as p', (join) =>
        join.onRef('p.workspace_id', '=', 'o.workspace_id').onRef('p.id', '=', 'o.person_id'),
      )
      .leftJoin('organisation as g', (join) =>
        join.onRef('g.workspace_id', '=', 'o.workspace_id').onRef('g.id', '=', 'o.organisation_id'),
      )
      .selectAll('o')
      .select([
        'p.name as person_name',
        'p.phone as person_phone',
        'p.email as person_email',
        'p.email_dead_on as person_email_dead',
        'p.linkedin as person_linkedin',
        'p.street as person_street',
        'p.postcode as person_postcode',
        'p.city as person_city',
        'p.good_to_know as person_good',
        'p.objected_on as person_objected',
        'p.legal_form as person_legal_form',
        'p.basis as person_basis',
        'p.country as person_country',
        'p.non_mailing as person_non_mailing',
        'p.phone_private as person_phone_private',
        'p.proofs as person_proofs',
        'p.created_on as person_created',
        'p.never_days as person_never',
        'p.restricted_on as person_restricted',
        'g.name as organisation_name',
      ])
      // Not joined: five tables to order make planning as dear as reading.
      .select([
        sql<string>`(select a.name from member a where a.workspace_id = o.workspace_id and a.id = o.assignee_id)`.as(
          'assignee_name',
        ),
        sql<string>`(select w.currency from workspace w where w.id = ${tx.workspaceId})`.as('currency'),
        sql<ContactCountry | null>`(select w.contact_country from workspace w where w.id = ${tx.workspaceId})`.as(
          'contact_country',
        ),
        sql<string>`(select w.country from workspace w where w.id = ${tx.workspaceId})`.as('workspace_country'),
        sql<SenderKind>`(select w.sender_kind from workspace w where w.id = ${tx.workspaceId})`.as('sender_kind'),
        // Of the opportunity's organisation, else of the first of theirs: looked for only where the person has none.
        sql<PostalAddress | null>`case
          when p.id is null or coalesce(p.street, p.postcode, p.city) is not null then null
          when coalesce(g.street, g.postcode, g.city) is not null
            then jsonb_build_object('street', g.street, 'postcode', g.postcode, 'city', g.city, 'country', g.country)
          when o.organisation_id is null then (
            select jsonb_build_object('street', w.street, 'postcode', w.postcode, 'city', w.city, 'country', w.country)
            from person_organisation l join organisation w on w.workspace_id = l.workspace_id and w.id = l.organisation_id
            where l.workspace_id = o.workspace_id and l.person_id = o.person_id and coalesce(w.street, w.postcode, w.city) is not null
            order by w.id limit 1) end`.as('organisation_place'),
        sql<Day | null>`case when o.conversations > 0 and o.last_outcome in ('no_answer', 'message_left') then (
          select max(m.happened_on) from moment m where m.workspace_id = o.workspace_id and m.opportunity_id = o.id and m.void_at is null
            and m.outcome not in ('no_answer', 'message_left')) end`.as('spoke_on'),
      ])
      .where('o.workspace_id', '=', tx.workspaceId)
  );
}

/** What decides whether the person of a row may be contacted; null without a person. */
export function contactOfRow(row: Joined, facts = toFacts(row)): ContactFacts | null {
  if (!row.person_name || !row.person_legal_form || !row.person_basis || !row.person_created) return null;
  const known = toKnownContact(
    {
      legal_form: row.person_legal_form,
      basis: row.person_basis,
      country: row.person_country,
      phone: row.person_phone,
      email: row.person_email,
      non_mailing: row.person_non_mailing ?? false,
      phone_private: row.person_phone_private ?? false,
      proofs: row.person_proofs ?? [],
      objected_on: row.person_objected,
      restricted_on: row.person_restricted,
      created_on: row.person_created,
    },
    { contact_country: row.contact_country, country: row.workspace_country, sender_kind: row.sender_kind },
  );
  const { last } = facts;
  return contactAbout(known, facts, last && isConversation(last.outcome) ? last.on : row.spoke_on);
}

/** The channels with an address, each with whether it may be used now; where none may, the ways without one that may. */
function channelsOfRow(row: Joined, facts: OpportunityFacts, clock: Clock): ChannelPermission[] {
  const contact = contactOfRow(row, facts);
  if (!contact) return [];
  const reachable = reachableChannels({
    phone: row.person_phone,
    email: row.person_email,
    email_dead_on: row.person_email_dead,
    linkedin: row.person_linkedin,
  });
  const planned = facts.next?.channel;
  const all = planned && planned !== 'wait' && !reachable.includes(planned) ? [...reachable, planned] : reachable;
  // What they asked or said since counts; else what it was planned for.
  const now = purposeNow(contact, clock);
  const purpose = now === 'promo' ? (facts.next?.purpose ?? now) : now;
  const known = permissionsOf(contact, all, purpose, clock);
  const closed = known.every((one) => one.verdict === 'block');
  const others = closed ? waysTo(reachable).filter((channel) => !all.includes(channel)) : [];
  return [...known, ...offeredChannels(contact, others, purpose, clock)].map(toChannelPermission);
}

export function toChannelPermission({ channel, verdict, reasons, until }: Permission): ChannelPermission {
  return { channel, verdict, reason: reasons[0] ?? 'country_unknown', until };
}

function addressOfRow(row: Joined): Address | null {
  const own = { street: row.person_street, postcode: row.person_postcode, city: row.person_city };
  if (isPlace(own)) return { ...own, country: row.person_country, of: 'person' };
  return row.organisation_place && { ...row.organisation_place, of: 'organisation' };
}

/** Somebody had five hundred; more than this is no person but a whole company. */
const mostOfPerson = 1000;
const mostWords = 1000;
/** A letter of a hundred thousand signs stands in the timeline; thirty of them are no plan for today. */
const inShort = (text: string): string => (text.length > mostWords ? `${text.slice(0, mostWords)} …` : text);

/** `clock`: when it is asked, as permission depends on the day and the hour. */
export function toView(row: Joined, clock: Clock): Opportunity {
  const facts = toFacts(row);
  const channels = channelsOfRow(row, facts, clock);
  // Planned when it might be used, and no longer: the day of a law, a consent or a talk went by. The first that may takes its place.
  const blocked = channels.some((one) => one.channel === facts.next?.channel && one.verdict === 'block');
  const instead = blocked ? (channels.find((one) => one.verdict !== 'block')?.channel ?? 'wait') : null;
  const words = facts.lastWords && inShort(facts.lastWords);
  return {
    id: facts.id,
    version: row.version,
    title: facts.title,
    state: facts.state,
    stop: facts.stop,
    person:
      facts.personId && row.person_name
        ? {
            id: facts.personId,
            name: row.person_name,
            phone: row.person_phone,
            email: row.person_email,
            linkedin: row.person_linkedin,
            address: addressOfRow(row),
            goodToKnow: row.person_good,
            objected: row.person_objected !== null,
            channels,
            restricted: row.person_restricted !== null,
          }
        : null,
    organisation:
      facts.organisationId && row.organisation_name ? { id: facts.organisationId, name: row.organisation_name } : null,
    assignee: { id: facts.assigneeId, name: row.assignee_name },
    value: facts.value,
    currency: row.currency,
    held: facts.held,
    openingHeld: facts.openingHeld,
    heldKnown: facts.heldKnown,
    conversations: facts.conversations,
    warmth: facts.warmth,
    pace: facts.pace,
    keen: facts.keen,
    source: facts.source,
    nextMoment: facts.next && {
      ...facts.next,
      ...(instead && { channel: instead }),
      at: facts.next.at?.toISOString() ?? null,
      number: facts.held + 1,
    },
    last: facts.last && { ...facts.last, note: words },
    lastWords: words,
    waitingSince: facts.waitingSince?.toISOString() ?? null,
    pin: facts.pin,
    toComplete: facts.toComplete,
    stage: facts.stage,
    custom: row.custom,
    createdOn: facts.createdOn,
    endedOn: facts.endedOn,
    recurring: facts.recurring,
    quote: facts.quote,
    payment: facts.payment,
  };
}

export async function findView(tx: Tx, id: string, clock: Clock): Promise<Opportunity | undefined> {
  const [row] = await viewRow(tx, { id }, tx.kept);
  return row && toView(row, clock);
}

const viewRow = prepared((tx, { id }: { id: string }) => selectViews(tx).where('o.id', '=', id));
const viewsById = prepared((tx, { ids }: { ids: string[] }) =>
  selectViews(tx).where(sql<boolean>`o.id = any(${ids}::uuid[])`),
);
const viewsOfPerson = prepared((tx, { personId }: { personId: string }) =>
  selectViews(tx).where('o.person_id', '=', personId).orderBy('o.created_on', 'desc').limit(sql.lit(mostOfPerson)),
);

/** The rows with these ids, in any order. */
export async function viewRows(tx: Tx, ids: readonly string[]): Promise<Joined[]> {
  if (ids.length === 0) return [];
  return viewsById(tx, { ids: [...ids] });
}

/** Of a person, the newest first; the screen shows a few at a time. */
export function viewRowsOfPerson(tx: Tx, personId: string): Promise<Joined[]> {
  return viewsOfPerson(tx, { personId });
}

/** In the order of the ids; ids that are gone are left out. */
export async function viewsOf(tx: Tx, ids: readonly string[], clock: Clock): Promise<Opportunity[]> {
  const rows = await viewRows(tx, ids);
  const byId = new Map(rows.map((row) => [row.id, toView(row, clock)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
