import { dayIn, toDay } from '#core/day/day';
import { dueDay, mayExtend } from '#core/privacy/due-day';
import { type RequestPerson, requestSteps } from '#core/privacy/request-steps';
import { AppError } from '#contract/app-error';
import type { CreateRightsRequest, RightsRequest, UpdateRightsRequest } from '#contract/privacy';
import { findPerson } from '#db/person';
import {
  findRequest,
  insertRequest,
  lockRequest,
  type RequestRow,
  requestsOf,
  updateRequest,
} from '#db/rights-request';
import { inWorkspace, type Tx } from '#db/transaction';
import { loadWorkspace } from '#db/workspace';
import type { Context } from '../context.ts';
import { dayFrom } from '../surroundings.ts';
import { noteRights } from './suppression.ts';

const mostShown = 200;

export function toRequestView(row: RequestRow, today: ReturnType<typeof toDay>): RightsRequest {
  return {
    id: row.id,
    version: row.version,
    person: row.person_id && row.person_name ? { id: row.person_id, name: row.person_name } : null,
    who: row.who,
    kind: row.kind,
    receivedOn: row.received_on,
    receivedBy: row.received_by,
    dueOn: row.due_on,
    extendedOn: row.extended_on,
    extensionReason: row.extension_reason,
    mayExtend: mayExtend(
      { receivedOn: toDay(row.received_on), extended: row.extended_on !== null, open: row.state === 'open' },
      today,
    ),
    steps: requestSteps(row.kind, personOf(row), row.person_id === null && row.who === null),
    eraseOn: row.erase_on,
    state: row.state,
    closedOn: row.closed_on,
    answer: row.answer,
    member: row.member_name,
  };
}

function personOf(row: RequestRow): RequestPerson | null {
  if (row.person_id === null) return null;
  const { restricted, objected, handed_over: handedOver, corrected } = row;
  return { restricted, objected, erasing: row.erase_on !== null, handedOver, corrected };
}

const todayOf = async (tx: Tx, context: Context) => dayIn(context.now(), (await loadWorkspace(tx)).time_zone);

/** Open ones first, by the day they are due. */
export function listRequests(context: Context, which: 'open' | 'all'): Promise<{ items: RightsRequest[] }> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const today = await todayOf(tx, context);
      return { items: (await requestsOf(tx, which, mostShown)).map((row) => toRequestView(row, today)) };
    },
    { readOnly: true },
  );
}

/** Written down with the day it came in; the clock runs from there, also when that was last week. */
export function createRequest(context: Context, input: CreateRightsRequest): Promise<RightsRequest> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const today = await todayOf(tx, context);
    const receivedOn = input.receivedOn === undefined ? today : dayFrom(input.receivedOn, 'receivedOn');
    if (receivedOn > today)
      throw new AppError('day_invalid', { at: 'receivedOn', detail: 'A request cannot come in in the future.' });
    if (input.personId === undefined && !input.who?.trim())
      throw new AppError('person_missing', { at: 'personId', detail: 'Choose a person, or write down who asked.' });
    if (input.personId !== undefined && !(await findPerson(tx, input.personId)))
      throw new AppError('person_missing', { at: 'personId' });
    const id = context.newId();
    await insertRequest(tx, {
      id,
      person_id: input.personId ?? null,
      who: input.personId === undefined ? (input.who?.trim() ?? null) : null,
      kind: input.kind,
      received_on: receivedOn,
      received_by: input.receivedBy,
      due_on: dueDay(receivedOn, false),
      member_id: context.actor.memberId,
      created_at: context.now(),
    });
    await noteRights(tx, context, 'requested', { personId: input.personId ?? null, requestId: id });
    return requestView(tx, id, today);
  });
}

/** Says whom it is about, takes two months more, or closes it: each with what the person is told. */
export function changeRequest(context: Context, id: string, input: UpdateRightsRequest): Promise<RightsRequest> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const row = await lockRequest(tx, id);
    if (!row) throw new AppError('not_found', { at: 'request' });
    if (row.version !== input.version) throw new AppError('version_conflict', { facts: { version: row.version } });
    if (row.state !== 'open') throw new AppError('request_closed', { at: 'request' });
    const today = await todayOf(tx, context);
    const receivedOn = toDay(row.received_on);
    if (input.personId !== undefined && !(await findPerson(tx, input.personId)))
      throw new AppError('person_missing', { at: 'personId' });
    const personId = input.personId ?? row.person_id;
    const longer = input.extensionReason?.trim();
    if (longer && !mayExtend({ receivedOn, extended: row.extended_on !== null, open: true }, today))
      throw new AppError('extension_too_late', { at: 'extensionReason', facts: { dueOn: row.due_on } });
    const answer = input.answer?.trim() || null;
    if (input.state === 'refused' && answer === null) throw new AppError('reason_missing', { at: 'answer' });
    await updateRequest(tx, id, {
      person_id: personId,
      ...(input.personId !== undefined && { who: null }),
      ...(longer && { extended_on: today, extension_reason: longer, due_on: dueDay(receivedOn, true) }),
      ...(input.state && { state: input.state, closed_on: today }),
      ...(answer !== null && { answer }),
    });
    if (longer) await noteRights(tx, context, 'extended', { personId, requestId: id });
    if (input.state) await noteRights(tx, context, input.state, { personId, requestId: id });
    return requestView(tx, id, today);
  });
}

async function requestView(tx: Tx, id: string, today: ReturnType<typeof toDay>): Promise<RightsRequest> {
  const row = await findRequest(tx, id);
  if (!row) throw new Error('the request just written is not there');
  return toRequestView(row, today);
}
