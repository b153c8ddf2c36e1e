import { Type } from 'typebox';
import {
  ProspectingChanged,
  ProspectingGone,
  ProspectingList,
  ProspectingStarted,
  StopProspecting,
  UpdateProspecting,
} from '#contract/prospecting';
import { closed, Id } from '#contract/scalars';
import {
  correctProspecting,
  discardProspecting,
  startProspecting,
  stopProspecting,
} from '#usecases/prospecting/change-prospecting';
import { listProspecting } from '#usecases/prospecting/list-prospecting';
import { readers, workers } from '../policy.ts';
import { route } from '../route.ts';

const ById = Type.Object({ id: Id });

export const prospectingRoutes = [
  route({
    method: 'GET',
    url: '/prospecting',
    summary: 'My timer of looking for new prospects, and the newest stretches before it',
    roles: readers,
    schema: { response: ProspectingList },
    handler: (context) => listProspecting(context),
  }),
  route({
    method: 'POST',
    url: '/prospecting',
    summary: 'Starts my timer: I look for new prospects',
    roles: workers,
    status: 201,
    schema: { body: Type.Object({}, closed), response: ProspectingStarted },
    handler: (context) => startProspecting(context),
  }),
  route({
    method: 'POST',
    url: '/prospecting/:id/stop',
    summary: 'Stops it: the minutes that ran and the opportunities I made meanwhile, or what I say instead',
    roles: workers,
    schema: { params: ById, body: StopProspecting, response: ProspectingChanged },
    handler: (context, { params, body }) => stopProspecting(context, params.id, body),
  }),
  route({
    method: 'PATCH',
    url: '/prospecting/:id',
    summary: 'Corrects the minutes or the number found',
    roles: workers,
    schema: { params: ById, body: UpdateProspecting, response: ProspectingChanged },
    handler: (context, { params, body }) => correctProspecting(context, params.id, body),
  }),
  route({
    method: 'DELETE',
    url: '/prospecting/:id',
    summary: 'Throws it away, running or not; can be undone',
    roles: workers,
    schema: { params: ById, response: ProspectingGone },
    handler: (context, { params }) => discardProspecting(context, params.id),
  }),
];
