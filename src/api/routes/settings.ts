import { Type } from 'typebox';
import { AbsencePlanned, AbsencePreview, PlanAbsence, PreviewAbsence } from '#contract/absence';
import { OnThePhone } from '#contract/phone';
import { Id } from '#contract/scalars';
import {
  CreateDayOff,
  DayOff,
  DayOffList,
  Me,
  MemberList,
  Settings,
  UpdateMe,
  UpdateSettings,
} from '#contract/workspace';
import { planAbsence, previewAbsence } from '#usecases/settings/absence';
import { addDayOff, listDaysOff, removeDayOff } from '#usecases/settings/day-off';
import { changeMe, readMe } from '#usecases/settings/me';
import { onThePhone } from '#usecases/settings/on-the-phone';
import { listMembers } from '#usecases/settings/members';
import { changeSettings, readSettings } from '#usecases/settings/settings';
import { everybody, managers, readers, workers } from '../policy.ts';
import { route } from '../route.ts';

const ById = Type.Object({ id: Id });

export const settingsRoutes = [
  route({
    method: 'GET',
    url: '/me',
    summary: 'Who I am, and which day it is for me',
    roles: everybody,
    schema: { response: Me },
    handler: (context) => readMe(context),
  }),
  route({
    method: 'PATCH',
    url: '/me',
    summary: 'Changes my own settings',
    roles: workers,
    schema: { body: UpdateMe, response: Me },
    handler: (context, { body }) => changeMe(context, body),
  }),
  route({
    method: 'GET',
    url: '/settings',
    summary: 'Settings of the workspace: rhythm, minutes, currency, assumptions',
    roles: readers,
    schema: { response: Settings },
    handler: (context) => readSettings(context),
  }),
  route({
    method: 'PATCH',
    url: '/settings',
    summary: 'Changes settings of the workspace',
    roles: managers,
    schema: { body: UpdateSettings, response: Settings },
    handler: (context, { body }) => changeSettings(context, body),
  }),
  route({
    method: 'GET',
    url: '/days-off',
    summary: 'My days off',
    roles: readers,
    schema: { response: DayOffList },
    handler: (context) => listDaysOff(context),
  }),
  route({
    method: 'POST',
    url: '/days-off',
    summary: 'Adds days off: nothing is planned on them',
    roles: workers,
    status: 201,
    schema: { body: CreateDayOff, response: DayOff },
    handler: (context, { body }) => addDayOff(context, body),
  }),
  route({
    method: 'DELETE',
    url: '/days-off/:id',
    summary: 'Takes days off away',
    roles: workers,
    schema: { params: ById },
    handler: (context, { params }) => removeDayOff(context, params.id),
  }),
  route({
    method: 'POST',
    url: '/absences/preview',
    summary: 'What lies in an absence that I think of, and where it would go; changes nothing',
    roles: workers,
    schema: { body: PreviewAbsence, response: AbsencePreview },
    handler: (context, { body }) => previewAbsence(context, body),
  }),
  route({
    method: 'POST',
    url: '/absences',
    summary: 'Days off, with what happens to the next moments in them: left, moved or handed over; undone as a whole',
    roles: workers,
    status: 201,
    schema: { body: PlanAbsence, response: AbsencePlanned },
    handler: (context, { body }) => planAbsence(context, body),
  }),
  route({
    method: 'GET',
    url: '/phone',
    summary: 'Where a telephone reaches this installation',
    roles: readers,
    schema: { response: OnThePhone },
    handler: async (_context, _input, { identity }) => onThePhone(identity.appUrl),
  }),
  route({
    method: 'GET',
    url: '/members',
    summary: 'Who is in this workspace',
    roles: readers,
    schema: { response: MemberList },
    handler: (context) => listMembers(context),
  }),
];
