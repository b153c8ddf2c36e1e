import { Type } from 'typebox';
import { AddPushDevice, Push, UpdatePush } from '#contract/push';
import { Id } from '#contract/scalars';
import { addDevice, changePush, getPush, removeDevice } from '#usecases/push/settings';
import { workers } from '../policy.ts';
import { route } from '../route.ts';

export const pushRoutes = [
  route({
    method: 'GET',
    url: '/push',
    summary: 'My notices: what I want, and which devices get them',
    roles: workers,
    schema: { response: Push },
    handler: (context, _input, { identity }) => getPush(context, identity.secret),
  }),
  route({
    method: 'PATCH',
    url: '/push',
    summary: 'Changes what I want to be told, and when',
    roles: workers,
    schema: { body: UpdatePush, response: Push },
    handler: (context, { body }, { identity }) => changePush(context, identity.secret, body),
  }),
  route({
    method: 'POST',
    url: '/push/devices',
    summary: 'This browser wants my notices, at this address of its push service',
    roles: workers,
    status: 201,
    schema: { body: AddPushDevice, response: Push },
    handler: (context, { body }, { identity }) => addDevice(context, identity.secret, body),
  }),
  route({
    method: 'DELETE',
    url: '/push/devices/:id',
    summary: 'A device of mine gets no notices any more',
    roles: workers,
    schema: { params: Type.Object({ id: Id }) },
    handler: (context, { params }) => removeDevice(context, params.id),
  }),
];
