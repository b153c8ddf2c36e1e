import type { Day } from '#core/day/day';
import { isPlace } from '#core/person/postal-address';
import { rhythmOf } from '#core/relationship/keep-in-touch';
import type { CreatePerson, MergePerson, Person, PersonMerged, UpdatePerson } from '#contract/person';
import { AppError } from '#contract/app-error';
import { refreshProofs } from '#db/consent';
import { insertEvents, type NewEvent } from '#db/event';
import { forgetSearch } from '#db/erase/forget-search';
import { deleteEventsAndPromises, moveHistory, standsOn } from '#db/merge-person';
import { deletePerson as removePerson, lockPerson, type PersonRow, updatePerson as writePerson } from '#db/person';
import { lockOpportunities, lockOpportunitiesOfPerson } from '#db/opportunity';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { findOrMakeOrganisation } from '../organisation/find-or-make-organisation.ts';
import { type StoppedForObjection, stopForObjection } from '../opportunity/stop-for-objection.ts';
import { refuseRestricted } from '../rights/refuse-restricted.ts';
import { type Addresses, noteRights, suppress, suppressionOf, syncSuppression } from '../rights/suppression.ts';
import { recordChange } from '../opportunity/write-change.ts';
import { fillRooms } from '../pace/fill-room.ts';
import { replanForPermission } from '../permission/replan.ts';
import { dayFrom, loadSurroundings } from '../surroundings.ts';
import { findOrMakePerson } from './find-or-make-person.ts';
import { addressColumns, addressOf, emailColumns, nameColumns, phoneColumn } from './person-fields.ts';
import { personView } from './person-view.ts';
import { refreshSearch } from './refresh-search.ts';
import { tagDaysOf } from '../relationship/timer.ts';

const inside = <T>(context: Context, work: (tx: Tx) => Promise<T>) =>
  inWorkspace(context.databases, context.actor.workspaceId, work);

async function locked(tx: Tx, id: string, version?: number): Promise<PersonRow> {
  const row = await lockPerson(tx, id);
  if (!row) throw new AppError('not_found', { at: 'person' });
  if (version !== undefined && version !== row.version)
    throw new AppError('version_conflict', { facts: { version: row.version } });
  return row;
}

export function createPerson(context: Context, input: CreatePerson): Promise<Person> {
  const { organisation: name, ...person } = input;
  return inside(context, async (tx) => {
    const { today, workspace } = await loadSurroundings(tx, context.actor.memberId, context.now());
    const organisation = name ? await findOrMakeOrganisation(tx, context, name) : null;
    const found = await findOrMakePerson(tx, context, person, { today, country: workspace.country, organisation });
    return personView(tx, found.person.id);
  });
}

/**
 * A new address that stands on the list of objections is not taken in: the person is who objected then, and what is open with them stops. The
 * addresses of who objects already come onto the list.
 */
export function updatePerson(context: Context, id: string, input: UpdatePerson): Promise<Person> {
  return inside(context, async (tx) => {
    // Opportunities before the person, as everywhere.
    await lockOpportunitiesOfPerson(tx, id);
    const row = await locked(tx, id, input.version);
    const { workspace } = await loadSurroundings(tx, context.actor.memberId, context.now());
    const email = input.email === undefined ? {} : emailColumns(input.email);
    const phone = input.phone === undefined ? {} : { phone: phoneColumn(input.phone, workspace.country) };
    const found = await suppressionOf(tx, newAddresses(row, { ...email, ...phone }));
    const suppressed = row.objected_on === null ? found : null;
    const careOn =
      input.careOn === undefined ? row.care_on : input.careOn === null ? null : dayFrom(input.careOn, 'careOn');
    const version = await writePerson(tx, id, {
      ...(input.name !== undefined && nameColumns(input.name)),
      ...(suppressed ? {} : { ...email, ...phone }),
      ...addressColumns(input, row),
      linkedin: input.linkedin === undefined ? row.linkedin : input.linkedin,
      legal_form: input.legalForm ?? row.legal_form,
      basis: input.basis ?? row.basis,
      country: input.country === undefined ? row.country : input.country,
      non_mailing: input.nonMailing ?? row.non_mailing,
      phone_private: input.phonePrivate ?? row.phone_private,
      good_to_know: input.goodToKnow === undefined ? row.good_to_know : input.goodToKnow,
      how_met: input.howMet === undefined ? row.how_met : input.howMet,
      care_on: suppressed ? null : careOn,
      care_channel: suppressed || careOn === null ? null : (input.careChannel ?? row.care_channel ?? 'call'),
      care_member_id: suppressed || careOn === null ? null : (row.care_member_id ?? context.actor.memberId),
      // Not any more: the rhythm ends too.
      ...(input.careOn === null && { care_every_days: null, care_from: null, care_paused_until: null }),
      matters: written(input.matters, row.matters),
      family: written(input.family, row.family),
      interests: written(input.interests, row.interests),
      address_form: input.addressForm === undefined ? row.address_form : input.addressForm,
      ...(input.neverDays && { never_days: input.neverDays.toSorted((a, b) => a - b) }),
      ...(suppressed && { objected_on: suppressed.objected_on, suppressed_by: suppressed.subject_id }),
    });
    const stopped = suppressed ? await stopForObjection(tx, context, id, null) : null;
    const moved = stopped ?? (await replanForPermission(tx, context, id, { waitingToo: answersForBasis(row, input) }));
    await recordChange(
      tx,
      context,
      'person.updated',
      {
        persons: [{ ...row }],
        opportunities: moved.images,
        made: { events: moved.events, blockedMail: stopped?.blockedMail ?? [] },
      },
      [{ type: 'person', id, version }, ...moved.records],
    );
    if (stopped) await fillRooms(tx, context, stopped.left);
    if (suppressed) await noteRights(tx, context, 'suppressed', { personId: id });
    if (row.objected_on !== null || suppressed) await syncSuppression(tx, context, [id]);
    await refreshSearch(tx, [id]);
    return personView(tx, id);
  });
}

/** Who had no channel before may have one now. */
function answersForBasis(row: PersonRow, { basis, legalForm }: UpdatePerson): boolean {
  return (basis !== undefined && basis !== row.basis) || (legalForm !== undefined && legalForm !== row.legal_form);
}

/** What is not said stays; an empty text is none. */
function written(wish: string | null | undefined, present: string | null): string | null {
  return wish === undefined ? present : wish?.trim() || null;
}

/** What an edit would make new; an address that stays as it is was looked at when it came. */
function newAddresses(row: PersonRow, edit: { email_key?: string | null; phone?: string | null }): Addresses {
  return {
    emailKey: edit.email_key && edit.email_key !== row.email_key ? edit.email_key : null,
    phone: edit.phone && edit.phone !== row.phone ? edit.phone : null,
  };
}

/** Refused while opportunities or moments stand on them: history is not deleted in passing. */
export function deletePerson(context: Context, id: string): Promise<void> {
  return inside(context, async (tx) => {
    await locked(tx, id);
    const counts = await standsOn(tx, id);
    if (counts.opportunities + counts.moments > 0) throw new AppError('in_use', { at: 'person', facts: counts });
    await deleteEventsAndPromises(tx, id);
    await forgetSearch(tx, [id]);
    await removePerson(tx, id);
  });
}

/**
 * `otherId` disappears into this person with all its history. Of each field what is there stays, and what is empty is filled, unless `take`
 * says that the other's is kept; what is good to know of both is kept together. An objection of either stays. Can be undone.
 */
export function mergePerson(context: Context, id: string, { otherId, take = [] }: MergePerson): Promise<PersonMerged> {
  if (id === otherId) throw new AppError('merge_self', { at: 'otherId' });
  return inside(context, async (tx) => {
    const [first, second] = id < otherId ? [id, otherId] : [otherId, id];
    const rows = [await locked(tx, first), await locked(tx, second)];
    const into = rows.find((row) => row.id === id);
    const from = rows.find((row) => row.id === otherId);
    if (!into || !from) throw new AppError('not_found', { at: 'person' });
    for (const row of rows) refuseRestricted(row);
    const { today } = await loadSurroundings(tx, context.actor.memberId, context.now());
    // Before one of them is gone: an objection holds for the addresses of both.
    const objected = into.objected_on ?? from.objected_on;
    if (objected) {
      for (const { email_key: emailKey, phone } of rows)
        await suppress(tx, context, { emailKey, phone }, { subjectId: id, on: objected });
    }
    const history = await moveHistory(tx, otherId, id);
    await removePerson(tx, otherId);
    const version = await writePerson(tx, id, {
      ...mergedColumns(into, from, new Set(take), objected),
      ...mergedCare(into, from, await tagDaysOf(tx, id)),
    });
    await refreshProofs(tx, [id]);
    const stopped = objected
      ? await stopForObjection(tx, context, id, null)
      : { images: [], events: [], records: [], left: [], blockedMail: [] };
    // As they stood before: an undo asks the person of the image whether they object.
    const moved = new Set(history.moved.opportunity);
    const images = stopped.images.map((row) => (moved.has(String(row['id'])) ? { ...row, person_id: otherId } : row));
    const event = mergedEvent(context, id, from.name, today);
    await insertEvents(tx, [event]);
    const versions = new Map(
      (await lockOpportunities(tx, history.moved.opportunity)).map((row) => [row.id, row.version]),
    );
    for (const record of stopped.records) versions.set(record.id, record.version);
    const changeId = await recordChange(
      tx,
      context,
      'person.merged',
      {
        persons: [{ ...into }],
        opportunities: images,
        made: { events: [...stopped.events, event.id], blockedMail: stopped.blockedMail },
        merged: { ...history, from: { ...from } },
      },
      [
        { type: 'person', id, version },
        ...[...versions].map(([record, left]) => ({ type: 'opportunity' as const, id: record, version: left })),
      ],
    );
    await fillRooms(tx, context, stopped.left);
    await refreshSearch(tx, [id]);
    return { ...(await personView(tx, id)), changeId };
  });
}

/** What `take` names is the other's; the rest is this one's, and the other's where this one has none. A phone's own marks go with it. */
function mergedColumns(
  into: PersonRow,
  from: PersonRow,
  take: ReadonlySet<string>,
  objected: Day | null,
): Parameters<typeof writePerson>[2] {
  const of = (field: string) => (take.has(field) ? [from, into] : [into, from]) as [PersonRow, PersonRow];
  const name = of('name')[0];
  const [mail, otherMail] = of('email');
  const withMail = mail.email === null ? otherMail : mail;
  const kept = <K extends keyof PersonRow>(field: string, column: K): PersonRow[K] => {
    const [first, second] = of(field);
    return first[column] ?? second[column];
  };
  const [form, otherForm] = of('legalForm');
  const [basis, otherBasis] = of('basis');
  const [ofPhone, otherPhone] = of('phone');
  const careOn = objected ? null : (into.care_on ?? from.care_on);
  return {
    name: name.name,
    first_name: name.first_name,
    particle: name.particle,
    last_name: name.last_name,
    name_key: name.name_key,
    sort_key: name.sort_key,
    email: withMail.email,
    email_key: withMail.email_key,
    phone: kept('phone', 'phone'),
    phone_private: ofPhone.phone === null ? otherPhone.phone_private : ofPhone.phone_private,
    linkedin: kept('linkedin', 'linkedin'),
    legal_form: form.legal_form === 'unknown' ? otherForm.legal_form : form.legal_form,
    basis: basis.basis === 'unverified' ? otherBasis.basis : basis.basis,
    good_to_know: take.has('goodToKnow')
      ? (from.good_to_know ?? into.good_to_know)
      : [into.good_to_know, from.good_to_know].filter(Boolean).join('\n') || null,
    how_met: kept('howMet', 'how_met'),
    care_on: careOn,
    care_channel: careOn ? (into.care_channel ?? from.care_channel ?? 'call') : null,
    care_member_id: careOn ? (into.care_member_id ?? from.care_member_id) : null,
    matters: joined(into.matters, from.matters),
    family: joined(into.family, from.family),
    interests: joined(into.interests, from.interests),
    address_form: into.address_form ?? from.address_form,
    objected_on: objected,
    suppressed_by: into.suppressed_by ?? from.suppressed_by,
    ...mergedAddress(into, from, take.has('address')),
    non_mailing: into.non_mailing || from.non_mailing,
    custom: JSON.stringify({ ...from.custom, ...into.custom }),
  };
}

/** An address stays in one piece: the street of one in the place of the other is nobody's. The country goes with it. */
function mergedAddress(into: PersonRow, from: PersonRow, takeOther: boolean) {
  const [first, second] = takeOther ? [from, into] : [into, from];
  const kept = isPlace(first) ? first : isPlace(second) ? second : first;
  return { ...addressOf(kept), country: kept.country ?? into.country ?? from.country };
}

const longestText = 1000;
/** Both, as far as there is room; the same is said once. */
function joined(into: string | null, from: string | null): string | null {
  const both = [...new Set([into, from])].filter(Boolean).join('\n').slice(0, longestText);
  return both || null;
}

/** A rhythm of their own of either stays, else that of the tags of both. */
function mergedCare(into: PersonRow, from: PersonRow, ofTags: readonly number[]) {
  const own = [into, from].find((one) => one.care_from === 'person')?.care_every_days ?? null;
  const rhythm = rhythmOf(own, ofTags);
  const planned = into.care_every_days ?? from.care_every_days;
  return {
    care_every_days: rhythm?.everyDays ?? planned,
    care_from: rhythm?.from ?? null,
    care_paused_until: into.care_paused_until ?? from.care_paused_until,
  };
}

function mergedEvent(context: Context, personId: string, name: string, on: Day): NewEvent {
  return {
    id: context.newId(),
    opportunity_id: null,
    person_id: personId,
    member_id: context.actor.memberId,
    kind: 'merged',
    happened_on: on,
    number: null,
    warmth: null,
    assignee_id: null,
    stop_kind: null,
    reason: name,
    channel: null,
    note: null,
    next_on: null,
    void_at: null,
    created_at: context.now(),
  };
}

/** They want no contact (definition 20): open opportunities stop, and they leave ranking, Revive and still-to-gain. */
export function objectPerson(context: Context, id: string): Promise<Person> {
  return inside(context, async (tx) => {
    await objectIn(tx, context, id);
    return personView(tx, id);
  });
}

/** The same as a part of more (an erasure that was asked together with it). */
export async function objectIn(tx: Tx, context: Context, id: string): Promise<void> {
  // Opportunities before the person, as everywhere: no crosswise waiting.
  await lockOpportunitiesOfPerson(tx, id);
  const row = await locked(tx, id);
  if (row.objected_on) return;
  const { today } = await loadSurroundings(tx, context.actor.memberId, context.now());
  const { version, stopped } = await objectLocked(tx, context, id, today);
  await recordChange(
    tx,
    context,
    'person.objected',
    {
      persons: [{ ...row }],
      opportunities: stopped.images,
      made: { events: stopped.events, blockedMail: stopped.blockedMail },
    },
    [{ type: 'person', id, version }, ...stopped.records],
  );
  await fillRooms(tx, context, stopped.left);
}

/** Written, for whoever records the change: the person and their opportunities are locked already. */
export async function objectLocked(
  tx: Tx,
  context: Context,
  id: string,
  on: Day,
): Promise<{ version: number; stopped: StoppedForObjection }> {
  const version = await writePerson(tx, id, {
    objected_on: on,
    care_on: null,
    care_channel: null,
    care_member_id: null,
  });
  const stopped = await stopForObjection(tx, context, id, null);
  await syncSuppression(tx, context, [id]);
  await noteRights(tx, context, 'objected', { personId: id });
  return { version, stopped };
}
