import { Type } from 'typebox';
import { PersonHours } from '#contract/absence';
import {
  CareLogged,
  CreateOrganisation,
  CreatePerson,
  CreatePromise,
  LogCare,
  MergePerson,
  Organisation,
  OrganisationList,
  OrganisationPage,
  Person,
  PersonList,
  PersonListQuery,
  PersonMerged,
  PersonPage,
  Promise_,
  PromiseChanged,
  Timeline,
  UpdateOrganisation,
  UpdatePerson,
  UpdatePromise,
} from '#contract/person';
import { Removed } from '#contract/outlook';
import { closed, Id, Note } from '#contract/scalars';
import { Undone } from '#contract/workspace';
import { undoLastChange } from '#usecases/opportunity/undo-change';
import {
  createOrganisation,
  getOrganisationPage,
  listOrganisations,
  updateOrganisation,
} from '#usecases/organisation/organisations';
import { createPerson, deletePerson, mergePerson, objectPerson, updatePerson } from '#usecases/person/change-person';
import { logCare } from '#usecases/person/log-care';
import { personHours } from '#usecases/person/best-hour';
import { getPersonPage, getTimeline, listPersons } from '#usecases/person/read-person';
import { createPromise, deletePromise, listPromises, updatePromise } from '#usecases/promise/change-promise';
import { onOurClock } from '../on-our-clock.ts';
import { readers, workers } from '../policy.ts';
import { route } from '../route.ts';

const ById = Type.Object({ id: Id });

export const personRoutes = [
  route({
    method: 'GET',
    url: '/persons',
    summary: 'Persons: by a part of a word, a typing error forgiven, or all by last name',
    roles: readers,
    schema: { query: PersonListQuery, response: PersonList },
    handler: (context, { query }) => listPersons(context, query),
  }),
  route({
    method: 'POST',
    url: '/persons',
    summary: 'A person; one with this mail address or number is found, not made twice',
    roles: workers,
    status: 201,
    schema: { body: CreatePerson, response: Person },
    handler: (context, { body }) => createPerson(context, body),
  }),
  route({
    method: 'GET',
    url: '/persons/:id',
    summary: 'A person with opportunities, promises and timeline',
    roles: readers,
    schema: { params: ById, response: PersonPage },
    handler: (context, { params }) => getPersonPage(context, params.id),
  }),
  route({
    method: 'GET',
    url: '/persons/:id/hours',
    summary: 'At which hour somebody is best called, with the counts that say so',
    roles: readers,
    schema: { params: ById, response: PersonHours },
    handler: (context, { params }) => personHours(context, params.id),
  }),
  route({
    method: 'GET',
    url: '/persons/:id/timeline',
    summary: 'More of the timeline',
    roles: readers,
    schema: {
      params: ById,
      query: Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 60 })) }, closed),
      response: Timeline,
    },
    handler: (context, { params, query }) => getTimeline(context, params.id, query.cursor),
  }),
  route({
    method: 'PATCH',
    url: '/persons/:id',
    summary: 'Corrects a person',
    roles: workers,
    schema: { params: ById, body: UpdatePerson, response: Person },
    handler: (context, { params, body }) => updatePerson(context, params.id, body),
  }),
  route({
    method: 'DELETE',
    url: '/persons/:id',
    summary: 'Deletes a person on whom nothing stands',
    roles: workers,
    schema: { params: ById },
    handler: (context, { params }) => deletePerson(context, params.id),
  }),
  route({
    method: 'POST',
    url: '/persons/:id/merge',
    summary: 'Takes another person in, with all its history',
    roles: workers,
    schema: { params: ById, body: MergePerson, response: PersonMerged },
    handler: (context, { params, body }) => mergePerson(context, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/persons/:id/object',
    summary: 'They want no contact',
    roles: workers,
    schema: { params: ById, body: Type.Object({ note: Type.Optional(Note) }, closed), response: Person },
    handler: (context, { params }) => objectPerson(context, params.id),
  }),
  route({
    method: 'POST',
    url: '/persons/:id/undo',
    summary: 'Takes my last change to them back, a merge too, within 24 hours',
    roles: workers,
    schema: { params: ById, response: Undone },
    handler: (context, { params }) => undoLastChange(context, params.id),
  }),
  route({
    method: 'POST',
    url: '/persons/:id/moments',
    summary: 'Logs care: no opportunity, no number',
    roles: workers,
    status: 201,
    schema: { params: ById, body: LogCare, response: CareLogged },
    handler: (context, { params, body }, visit) => logCare(context, params.id, onOurClock(context, body, visit)),
  }),
  route({
    method: 'GET',
    url: '/persons/:id/promises',
    summary: 'Promises both ways',
    roles: readers,
    schema: { params: ById, response: Type.Object({ items: Type.Array(Promise_) }) },
    handler: async (context, { params }) => ({ items: await listPromises(context, params.id) }),
  }),
  route({
    method: 'POST',
    url: '/persons/:id/promises',
    summary: 'A promise with a day',
    roles: workers,
    status: 201,
    schema: { params: ById, body: CreatePromise, response: PromiseChanged },
    handler: (context, { params, body }) => createPromise(context, params.id, body),
  }),
  route({
    method: 'PATCH',
    url: '/promises/:id',
    summary: 'Changes a promise: kept, broken, another day',
    roles: workers,
    schema: { params: ById, body: UpdatePromise, response: PromiseChanged },
    handler: (context, { params, body }) => updatePromise(context, params.id, body),
  }),
  route({
    method: 'DELETE',
    url: '/promises/:id',
    summary: 'Takes a promise away; the change can be taken back',
    roles: workers,
    schema: { params: ById, response: Removed },
    handler: (context, { params }) => deletePromise(context, params.id),
  }),
  route({
    method: 'GET',
    url: '/organisations',
    summary: 'Organisations by the start of their name',
    roles: readers,
    schema: {
      query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 200 })) }, closed),
      response: OrganisationList,
    },
    handler: (context, { query }) => listOrganisations(context, query.q ?? ''),
  }),
  route({
    method: 'POST',
    url: '/organisations',
    summary: 'An organisation; one of this name is found, not made twice',
    roles: workers,
    status: 201,
    schema: { body: CreateOrganisation, response: Organisation },
    handler: (context, { body }) => createOrganisation(context, body),
  }),
  route({
    method: 'GET',
    url: '/organisations/:id',
    summary: 'An organisation with its people and opportunities',
    roles: readers,
    schema: { params: ById, response: OrganisationPage },
    handler: (context, { params }) => getOrganisationPage(context, params.id),
  }),
  route({
    method: 'PATCH',
    url: '/organisations/:id',
    summary: 'Corrects an organisation',
    roles: workers,
    schema: { params: ById, body: UpdateOrganisation, response: Organisation },
    handler: (context, { params, body }) => updateOrganisation(context, params.id, body),
  }),
];
