import { Type } from 'typebox';
import {
  ByVersion,
  ConnectionChanged,
  CreateConnection,
  CreateImportantDay,
  CreateTag,
  ImportantDayChanged,
  KeepInTouch,
  PersonChanged,
  Relationship,
  RelationshipChanged,
  SetTags,
  Tag,
  TagChanged,
  TagList,
  UpdateImportantDay,
  UpdateTag,
} from '#contract/relationship';
import { Id } from '#contract/scalars';
import { addConnection, removeConnection } from '#usecases/relationship/connections';
import { getRelationship } from '#usecases/relationship/get-relationship';
import {
  addImportantDay,
  passImportantDay,
  removeImportantDay,
  updateImportantDay,
} from '#usecases/relationship/important-days';
import { keepInTouch } from '#usecases/relationship/keep-in-touch';
import { createTag, listTags, removeTag, setTags, updateTag } from '#usecases/relationship/tags';
import { managers, readers, workers } from '../policy.ts';
import { route } from '../route.ts';

const ById = Type.Object({ id: Id });

export const relationshipRoutes = [
  route({
    method: 'GET',
    url: '/persons/:id/relationship',
    summary: 'Days, tags, who knows whom, and the strength of a relationship with what it was read from',
    roles: readers,
    schema: { params: ById, response: Relationship },
    handler: (context, { params }) => getRelationship(context, params.id),
  }),
  route({
    method: 'PUT',
    url: '/persons/:id/keep-in-touch',
    summary: 'How often to keep in touch, by whom, and a pause',
    roles: workers,
    schema: { params: ById, body: KeepInTouch, response: PersonChanged },
    handler: (context, { params, body }) => keepInTouch(context, params.id, body),
  }),
  route({
    method: 'PUT',
    url: '/persons/:id/tags',
    summary: 'The tags of a person, exactly these',
    roles: workers,
    schema: { params: ById, body: SetTags, response: PersonChanged },
    handler: (context, { params, body }) => setTags(context, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/persons/:id/days',
    summary: 'A day to remember: a birthday, an anniversary, a contract’s day, one of your own',
    roles: workers,
    status: 201,
    schema: { params: ById, body: CreateImportantDay, response: ImportantDayChanged },
    handler: (context, { params, body }) => addImportantDay(context, params.id, body),
  }),
  route({
    method: 'PATCH',
    url: '/days/:id',
    summary: 'Changes a day to remember',
    roles: workers,
    schema: { params: ById, body: UpdateImportantDay, response: ImportantDayChanged },
    handler: (context, { params, body }) => updateImportantDay(context, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/days/:id/pass',
    summary: 'Dealt with for this time; it comes again next year',
    roles: workers,
    schema: { params: ById, body: ByVersion, response: ImportantDayChanged },
    handler: (context, { params, body }) => passImportantDay(context, params.id, body.version),
  }),
  route({
    method: 'DELETE',
    url: '/days/:id',
    summary: 'Takes a day away; the change can be taken back',
    roles: workers,
    schema: { params: ById, response: RelationshipChanged },
    handler: (context, { params }) => removeImportantDay(context, params.id),
  }),
  route({
    method: 'POST',
    url: '/persons/:id/connections',
    summary: 'Who brought whom, or who knows whom',
    roles: workers,
    status: 201,
    schema: { params: ById, body: CreateConnection, response: ConnectionChanged },
    handler: (context, { params, body }) => addConnection(context, params.id, body),
  }),
  route({
    method: 'DELETE',
    url: '/connections/:id',
    summary: 'Takes a connection away; the change can be taken back',
    roles: workers,
    schema: { params: ById, response: RelationshipChanged },
    handler: (context, { params }) => removeConnection(context, params.id),
  }),
  route({
    method: 'GET',
    url: '/tags',
    summary: 'Tags, each with how many people have it',
    roles: readers,
    schema: { response: TagList },
    handler: (context) => listTags(context),
  }),
  route({
    method: 'POST',
    url: '/tags',
    summary: 'A tag; one of this name is found, not made twice',
    roles: workers,
    status: 201,
    schema: { body: CreateTag, response: Tag },
    handler: (context, { body }) => createTag(context, body),
  }),
  route({
    method: 'PATCH',
    url: '/tags/:id',
    summary: 'Changes a tag: its name, how often to keep in touch with who has it',
    roles: managers,
    schema: { params: ById, body: UpdateTag, response: TagChanged },
    handler: (context, { params, body }) => updateTag(context, params.id, body),
  }),
  route({
    method: 'DELETE',
    url: '/tags/:id',
    summary: 'Deletes a tag that nobody has',
    roles: managers,
    schema: { params: ById },
    handler: (context, { params }) => removeTag(context, params.id),
  }),
];
