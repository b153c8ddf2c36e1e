import { Type } from 'typebox';
import { PlanHistory } from '#contract/mirror';
import {
  CorrectMoment,
  CreateOpportunity,
  HandOver,
  Inbound,
  LogMoment,
  MomentLogged,
  Opportunity,
  OpportunityChanged,
  OpportunityCreated,
  OpportunityList,
  OpportunityListQuery,
  PinToday,
  PlanNext,
  ReviveOpportunity,
  StopOpportunity,
  UpdateOpportunity,
  Worth,
} from '#contract/opportunity';
import { closed, Id } from '#contract/scalars';
import { Undone, UndoRequest } from '#contract/workspace';
import { correctMoment } from '#usecases/opportunity/correct-moment';
import { createOpportunity } from '#usecases/opportunity/create-opportunity';
import { getOpportunity } from '#usecases/opportunity/get-opportunity';
import { handOver } from '#usecases/opportunity/hand-over';
import { listOpportunities } from '#usecases/opportunity/list-opportunities';
import { logMoment } from '#usecases/opportunity/log-moment';
import { pinToday } from '#usecases/opportunity/pin-today';
import { planHistory } from '#usecases/opportunity/plan-history';
import { planNext } from '#usecases/opportunity/plan-next';
import { receiveInbound } from '#usecases/opportunity/receive-inbound';
import { reviveOpportunity } from '#usecases/opportunity/revive-opportunity';
import { stopOpportunity } from '#usecases/opportunity/stop-opportunity';
import { undoChange, undoLastChange } from '#usecases/opportunity/undo-change';
import { updateOpportunity } from '#usecases/opportunity/update-opportunity';
import { opportunityWorth } from '#usecases/opportunity/worth';
import { onOurClock } from '../on-our-clock.ts';
import { readers, workers } from '../policy.ts';
import { route } from '../route.ts';

const ById = Type.Object({ id: Id });
const Nothing = Type.Object({}, closed);

export const opportunityRoutes = [
  route({
    method: 'GET',
    url: '/opportunities',
    summary: 'Opportunities by state, source and words, page by page',
    roles: readers,
    schema: { query: OpportunityListQuery, response: OpportunityList },
    handler: (context, { query }) => listOpportunities(context, query),
  }),
  route({
    method: 'POST',
    url: '/opportunities',
    summary: 'A new opportunity, with its first next moment',
    roles: workers,
    status: 201,
    schema: { body: CreateOpportunity, response: OpportunityCreated },
    handler: (context, { body }) => createOpportunity(context, body),
  }),
  route({
    method: 'GET',
    url: '/opportunities/:id',
    summary: 'One opportunity',
    roles: readers,
    schema: { params: ById, response: Opportunity },
    handler: (context, { params }) => getOpportunity(context, params.id),
  }),
  route({
    method: 'PATCH',
    url: '/opportunities/:id',
    summary: 'Corrects what we know of it',
    roles: workers,
    schema: { params: ById, body: UpdateOpportunity, response: OpportunityChanged },
    handler: (context, { params, body }) => updateOpportunity(context, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/opportunities/:id/moments',
    summary: 'Logs a contact moment and plans the next',
    roles: workers,
    status: 201,
    schema: { params: ById, body: LogMoment, response: MomentLogged },
    handler: (context, { params, body }, visit) => logMoment(context, params.id, onOurClock(context, body, visit)),
  }),
  route({
    method: 'PATCH',
    url: '/moments/:id',
    summary: 'Corrects a contact moment; numbers and counts follow',
    roles: workers,
    schema: { params: ById, body: CorrectMoment, response: MomentLogged },
    handler: (context, { params, body }) => correctMoment(context, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/opportunities/:id/stop',
    summary: 'Stops it, through the stop gate: did they say no?',
    roles: workers,
    schema: { params: ById, body: StopOpportunity, response: OpportunityChanged },
    handler: (context, { params, body }) => stopOpportunity(context, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/opportunities/:id/revive',
    summary: 'Picks a stopped one up again; held goes on',
    roles: workers,
    schema: { params: ById, body: ReviveOpportunity, response: OpportunityChanged },
    handler: (context, { params, body }) => reviveOpportunity(context, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/opportunities/:id/plan',
    summary: 'Moves its next moment',
    roles: workers,
    schema: { params: ById, body: PlanNext, response: OpportunityChanged },
    handler: (context, { params, body }) => planNext(context, params.id, body),
  }),
  route({
    method: 'GET',
    url: '/opportunities/:id/plan-history',
    summary: 'How its next moment was planned and moved',
    roles: readers,
    schema: { params: ById, response: PlanHistory },
    handler: (context, { params }) => planHistory(context, params.id),
  }),
  route({
    method: 'POST',
    url: '/opportunities/:id/hand-over',
    summary: 'Gives it to another assignee; what was counted stays credited',
    roles: workers,
    schema: { params: ById, body: HandOver, response: OpportunityChanged },
    handler: (context, { params, body }) => handOver(context, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/opportunities/:id/pin',
    summary: 'Today yes, or today not, with a reason',
    roles: workers,
    schema: { params: ById, body: PinToday, response: OpportunityChanged },
    handler: (context, { params, body }) => pinToday(context, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/opportunities/:id/inbound',
    summary: 'They contacted us: no number, and they wait',
    roles: workers,
    schema: { params: ById, body: Inbound, response: OpportunityChanged },
    handler: (context, { params, body }) => receiveInbound(context, params.id, body),
  }),
  route({
    method: 'GET',
    url: '/opportunities/:id/worth',
    summary: 'What is still to gain, the sum opened',
    roles: readers,
    schema: { params: ById, response: Worth },
    handler: (context, { params }) => opportunityWorth(context, params.id),
  }),
  route({
    method: 'POST',
    url: '/opportunities/:id/undo',
    summary: 'Takes my last change to it back, within 24 hours',
    roles: workers,
    schema: { params: ById, body: UndoRequest, response: Undone },
    handler: (context, { params, body }) =>
      body.changeId ? undoChange(context, body.changeId) : undoLastChange(context, params.id),
  }),
  route({
    method: 'POST',
    url: '/changes/:id/undo',
    summary: 'Takes this change of mine back, within 24 hours',
    roles: workers,
    schema: { params: ById, body: Nothing, response: Undone },
    handler: (context, { params }) => undoChange(context, params.id),
  }),
];
