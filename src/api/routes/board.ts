import { Type } from 'typebox';
import { Board, BoardCards, BoardColumnQuery, BoardQuery } from '#contract/board';
import { CustomFieldList, CustomValuesSet, SetCustomFields, SetCustomValues } from '#contract/custom-field';
import { DismissDuplicate, Duplicates, MergeOrganisation, OrganisationMerged } from '#contract/duplicate';
import {
  Bulk,
  Count,
  CreateSavedView,
  ListFilters,
  SavedView,
  SavedViewList,
  StartBulk,
  UpdateSavedView,
} from '#contract/list';
import { OpportunityChanged } from '#contract/opportunity';
import { closed, Id } from '#contract/scalars';
import { Found, SearchQuery } from '#contract/search';
import { PutInStage, SetStages, StageList } from '#contract/stage';
import { getBoard, getBoardColumn } from '#usecases/board/get-board';
import { goOnWithBulk, startBulk } from '#usecases/bulk/bulk';
import { exportBulk } from '#usecases/bulk/export-bulk';
import { readCustomFields, setCustomFields, setCustomValues } from '#usecases/custom-field/custom-fields';
import { dismissDuplicate, suggestDuplicates } from '#usecases/duplicate/duplicates';
import { countOpportunities } from '#usecases/list/count-opportunities';
import { changeSavedView, createSavedView, listSavedViews, removeSavedView } from '#usecases/list/saved-views';
import { mergeOrganisation } from '#usecases/organisation/merge-organisation';
import { searchAll } from '#usecases/search/search-all';
import { putInStage, readStages, setStages } from '#usecases/stage/stages';
import { download } from '../download.ts';
import { managers, readers, workers } from '../policy.ts';
import { route } from '../route.ts';

const ById = Type.Object({ id: Id });

/** The board and the list, with what belongs to them: stages, fields, views, acts on many, duplicates, search. */
export const boardRoutes = [
  route({
    method: 'GET',
    url: '/board',
    summary: 'Open opportunities in columns, by contact number or by stage, with count and sum of each',
    roles: readers,
    schema: { query: BoardQuery, response: Board },
    handler: (context, { query }) => getBoard(context, query),
  }),
  route({
    method: 'GET',
    url: '/board/column',
    summary: 'More cards of one column',
    roles: readers,
    schema: { query: BoardColumnQuery, response: BoardCards },
    handler: (context, { query }) => getBoardColumn(context, query),
  }),
  route({
    method: 'GET',
    url: '/stages',
    summary: 'The stages of an opportunity, in their order',
    roles: readers,
    schema: { response: StageList },
    handler: (context) => readStages(context),
  }),
  route({
    method: 'PUT',
    url: '/stages',
    summary: 'Names, order, new stages, and those that go, each with a place for what stands in it',
    roles: managers,
    schema: { body: SetStages, response: StageList },
    handler: (context, { body }) => setStages(context, body),
  }),
  route({
    method: 'POST',
    url: '/opportunities/:id/stage',
    summary: 'Puts it in a stage; its next moment stays',
    roles: workers,
    schema: { params: ById, body: PutInStage, response: OpportunityChanged },
    handler: (context, { params, body }) => putInStage(context, params.id, body),
  }),
  route({
    method: 'GET',
    url: '/fields',
    summary: 'Custom fields of opportunities and persons',
    roles: readers,
    schema: { response: CustomFieldList },
    handler: (context) => readCustomFields(context),
  }),
  route({
    method: 'PUT',
    url: '/fields',
    summary: 'Custom fields as they are to be, at most 50; one that goes takes its values along',
    roles: managers,
    schema: { body: SetCustomFields, response: CustomFieldList },
    handler: (context, { body }) => setCustomFields(context, body),
  }),
  route({
    method: 'PATCH',
    url: '/opportunities/:id/fields',
    summary: 'Values of its custom fields',
    roles: workers,
    schema: { params: ById, body: SetCustomValues, response: CustomValuesSet },
    handler: (context, { params, body }) => setCustomValues(context, 'opportunity', params.id, body),
  }),
  route({
    method: 'PATCH',
    url: '/persons/:id/fields',
    summary: 'Values of their custom fields',
    roles: workers,
    schema: { params: ById, body: SetCustomValues, response: CustomValuesSet },
    handler: (context, { params, body }) => setCustomValues(context, 'person', params.id, body),
  }),
  route({
    method: 'GET',
    url: '/opportunities/count',
    summary: 'How many a filter finds, counted up to 10,000',
    roles: readers,
    schema: { query: ListFilters, response: Count },
    handler: (context, { query }) => countOpportunities(context, query),
  }),
  route({
    method: 'GET',
    url: '/views',
    summary: 'Saved views: my own, and those shared with everybody here',
    roles: readers,
    schema: { response: SavedViewList },
    handler: (context) => listSavedViews(context),
  }),
  route({
    method: 'POST',
    url: '/views',
    summary: 'Saves a view of the list',
    roles: workers,
    status: 201,
    schema: { body: CreateSavedView, response: SavedView },
    handler: (context, { body }) => createSavedView(context, body),
  }),
  route({
    method: 'PATCH',
    url: '/views/:id',
    summary: 'Changes a view of mine',
    roles: workers,
    schema: { params: ById, body: UpdateSavedView, response: SavedView },
    handler: (context, { params, body }) => changeSavedView(context, params.id, body),
  }),
  route({
    method: 'DELETE',
    url: '/views/:id',
    summary: 'Deletes a view of mine',
    roles: workers,
    schema: { params: ById },
    handler: (context, { params }) => removeSavedView(context, params.id),
  }),
  route({
    method: 'POST',
    url: '/bulk',
    summary: 'Says what an act on many would do, and to whom not; changes nothing yet',
    roles: workers,
    status: 201,
    schema: { body: StartBulk, response: Bulk },
    handler: (context, { body }) => startBulk(context, body),
  }),
  route({
    method: 'POST',
    url: '/bulk/:id/next',
    summary: 'Does the next batch of it; until position is total',
    roles: workers,
    schema: {
      params: ById,
      body: Type.Object({ position: Type.Integer({ minimum: 0 }) }, closed),
      response: Bulk,
    },
    handler: (context, { params, body }) => goOnWithBulk(context, params.id, body.position),
  }),
  route({
    method: 'GET',
    url: '/bulk/:id/export.csv',
    summary: 'The opportunities that an act of kind export is about, as a list',
    roles: managers,
    produces: 'text/csv',
    schema: { params: ById },
    handler: async (context, { params }) =>
      download('aanhouder-opportunities.csv', 'text/csv; charset=utf-8', await exportBulk(context, params.id)),
  }),
  route({
    method: 'GET',
    url: '/duplicates',
    summary: 'Persons and organisations that are probably one, side by side',
    roles: readers,
    schema: { response: Duplicates },
    handler: (context) => suggestDuplicates(context),
  }),
  route({
    method: 'POST',
    url: '/duplicates/dismiss',
    summary: 'These two are not the same: not suggested again',
    roles: workers,
    schema: { body: DismissDuplicate },
    handler: (context, { body }) => dismissDuplicate(context, body),
  }),
  route({
    method: 'POST',
    url: '/organisations/:id/merge',
    summary: 'Takes another organisation in, with its people and opportunities',
    roles: workers,
    schema: { params: ById, body: MergeOrganisation, response: OrganisationMerged },
    handler: (context, { params, body }) => mergeOrganisation(context, params.id, body),
  }),
  route({
    method: 'GET',
    url: '/search',
    summary: 'Persons, organisations and notes by a part of a word, a typing error forgiven',
    roles: readers,
    schema: { query: SearchQuery, response: Found },
    handler: (context, { query }) => searchAll(context, query.q ?? ''),
  }),
];
