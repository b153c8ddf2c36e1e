import { toDay, type Day } from '#core/day/day';
import {
  afterThisTime,
  isYearDay,
  nextOccurrence,
  turns,
  usualLead,
  type YearDay,
} from '#core/relationship/important-day';
import { AppError } from '#contract/app-error';
import type {
  CreateImportantDay,
  ImportantDay,
  ImportantDayChanged,
  RelationshipChanged,
  UpdateImportantDay,
} from '#contract/relationship';
import {
  daysOfPerson,
  deleteImportantDays,
  findImportantDay,
  type ImportantDayRow,
  insertImportantDay,
  updateImportantDay as writeDay,
} from '#db/important-day';
import { inWorkspace, type Tx } from '#db/transaction';
import { findMember } from '#db/workspace';
import type { Context } from '../context.ts';
import { loadSurroundings } from '../surroundings.ts';
import { changeRelationship } from './change-aggregate.ts';

const mostDays = 50;

export function yearDayOf(row: Pick<ImportantDayRow, 'month' | 'day' | 'year' | 'every_year'>): YearDay {
  return { month: row.month, day: row.day, year: row.year, everyYear: row.every_year };
}

export function toImportantDay(row: ImportantDayRow & { member_name: string }): ImportantDay {
  return {
    id: row.id,
    version: row.version,
    personId: row.person_id,
    kind: row.kind,
    name: row.name,
    month: row.month,
    day: row.day,
    year: row.year,
    everyYear: row.every_year,
    leadDays: row.lead_days,
    nextOn: row.next_on,
    turns: row.next_on === null ? null : turns(row, toDay(row.next_on)),
    member: { id: row.member_id, name: row.member_name },
  };
}

async function view(tx: Tx, personId: string, id: string): Promise<ImportantDay> {
  const row = (await daysOfPerson(tx, personId)).find((one) => one.id === id);
  if (!row) throw new Error('the day just written is not there');
  return toImportantDay(row);
}

type Fields = Pick<
  ImportantDayRow,
  'kind' | 'name' | 'month' | 'day' | 'year' | 'every_year' | 'lead_days' | 'member_id'
>;

async function checked(tx: Tx, fields: Fields): Promise<Fields> {
  if (!isYearDay(fields))
    throw new AppError('day_invalid', {
      at: 'day',
      detail: 'There is no such day; 29 February needs a leap year, or none.',
    });
  if (!fields.every_year && fields.year === null)
    throw new AppError('day_invalid', { at: 'year', detail: 'What comes once has a year.' });
  if (fields.kind === 'own' && fields.name === '')
    throw new AppError('invalid_request', { at: 'name', detail: 'A day of your own has a name.' });
  if (!(await findMember(tx, fields.member_id))) throw new AppError('assignee_missing', { at: 'memberId' });
  return fields;
}

export async function addImportantDay(
  context: Context,
  personId: string,
  wish: CreateImportantDay,
): Promise<ImportantDayChanged> {
  const { out, changeId } = await changeRelationship(context, personId, null, async (tx) => {
    const { today } = await loadSurroundings(tx, context.actor.memberId, context.now());
    if ((await daysOfPerson(tx, personId)).length >= mostDays)
      throw new AppError('invalid_request', { at: 'person', detail: `A person has at most ${mostDays} days.` });
    const fields = await checked(tx, {
      kind: wish.kind,
      name: wish.name?.trim() ?? '',
      month: wish.month,
      day: wish.day,
      year: wish.year ?? null,
      every_year: wish.everyYear ?? true,
      lead_days: wish.leadDays ?? usualLead[wish.kind],
      member_id: wish.memberId ?? context.actor.memberId,
    });
    const id = context.newId();
    await insertImportantDay(tx, {
      id,
      person_id: personId,
      ...fields,
      next_on: nextOn(fields, today),
      created_at: context.now(),
    });
    return { out: await view(tx, personId, id), kind: 'day.added', image: { madeDays: [id] } };
  });
  return { day: out, changeId };
}

const nextOn = (fields: Fields, today: Day): Day | null => nextOccurrence(yearDayOf(fields), today);

export async function updateImportantDay(
  context: Context,
  id: string,
  wish: UpdateImportantDay,
): Promise<ImportantDayChanged> {
  const personId = await personOf(context, id);
  const { out, changeId } = await changeRelationship(context, personId, null, async (tx) => {
    const before = await unchanged(tx, id, wish.version);
    const { today } = await loadSurroundings(tx, context.actor.memberId, context.now());
    const fields = await checked(tx, {
      kind: wish.kind ?? before.kind,
      name: wish.name?.trim() ?? before.name,
      month: wish.month ?? before.month,
      day: wish.day ?? before.day,
      year: wish.year === undefined ? before.year : wish.year,
      every_year: wish.everyYear ?? before.every_year,
      lead_days: wish.leadDays ?? before.lead_days,
      member_id: wish.memberId ?? before.member_id,
    });
    await writeDay(tx, id, { ...fields, next_on: nextOn(fields, today) });
    return { out: await view(tx, personId, id), kind: 'day.updated', image: { days: [{ ...before }] } };
  });
  return { day: out, changeId };
}

/** Dealt with for this time, without a contact: it comes again next year, or is over. */
export async function passImportantDay(context: Context, id: string, version: number): Promise<ImportantDayChanged> {
  const personId = await personOf(context, id);
  const { out, changeId } = await changeRelationship(context, personId, null, async (tx) => {
    const before = await unchanged(tx, id, version);
    if (before.next_on !== null)
      await writeDay(tx, id, { next_on: afterThisTime(yearDayOf(before), toDay(before.next_on)) });
    return { out: await view(tx, personId, id), kind: 'day.passed', image: { days: [{ ...before }] } };
  });
  return { day: out, changeId };
}

export async function removeImportantDay(context: Context, id: string): Promise<RelationshipChanged> {
  const personId = await personOf(context, id);
  const { changeId } = await changeRelationship(context, personId, null, async (tx) => {
    const before = await findImportantDay(tx, id);
    if (!before) throw new AppError('not_found', { at: 'day' });
    await deleteImportantDays(tx, [id]);
    return { out: null, kind: 'day.removed', image: { days: [{ ...before }] } };
  });
  return { changeId };
}

/** The person is locked before the day, as everywhere. */
async function personOf(context: Context, id: string): Promise<string> {
  const row = await inWorkspace(context.databases, context.actor.workspaceId, (tx) => findImportantDay(tx, id), {
    readOnly: true,
  });
  if (!row) throw new AppError('not_found', { at: 'day' });
  return row.person_id;
}

async function unchanged(tx: Tx, id: string, version: number): Promise<ImportantDayRow> {
  const row = await findImportantDay(tx, id);
  if (!row) throw new AppError('not_found', { at: 'day' });
  if (row.version !== version) throw new AppError('version_conflict', { facts: { version: row.version } });
  return row;
}
