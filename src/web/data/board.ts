import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Board, BoardCards } from '#contract/board';
import type { CustomFieldList, CustomValuesSet, SetCustomFields, SetCustomValues } from '#contract/custom-field';
import type { Duplicates, OrganisationMerged } from '#contract/duplicate';
import type { Bulk, SavedView, SavedViewList, StartBulk } from '#contract/list';
import type { OpportunityChanged } from '#contract/opportunity';
import type { PersonMerged } from '#contract/person';
import type { Found } from '#contract/search';
import type { SetStages, StageList } from '#contract/stage';
import { api } from './client.ts';
import { keys } from './keys.ts';

export type BoardWish = { by: 'number' | 'stage'; assigneeId?: string };

export const boardQuery = (wish: BoardWish) =>
  queryOptions({
    queryKey: keys.board(wish),
    queryFn: ({ signal }) => api.get<Board>('/board', wish, signal),
    placeholderData: keepPreviousData,
  });

/** What comes after the first cards of a column; begins anew when these change. */
export const columnQuery = (wish: BoardWish & { key: string; first: string }) => {
  const { first, ...column } = wish;
  return infiniteQueryOptions({
    queryKey: keys.boardColumn(wish),
    queryFn: ({ signal, pageParam }) => api.get<BoardCards>('/board/column', { ...column, cursor: pageParam }, signal),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor,
  });
};

export const stagesQuery = queryOptions({
  queryKey: keys.stages,
  queryFn: ({ signal }) => api.get<StageList>('/stages', undefined, signal),
  staleTime: 60_000,
});

export const fieldsQuery = queryOptions({
  queryKey: keys.fields,
  queryFn: ({ signal }) => api.get<CustomFieldList>('/fields', undefined, signal),
  staleTime: 60_000,
});

export const viewsQuery = queryOptions({
  queryKey: keys.views,
  queryFn: ({ signal }) => api.get<SavedViewList>('/views', undefined, signal),
  staleTime: 60_000,
});

export const countQuery = (filter: Readonly<Record<string, string | boolean>>) =>
  queryOptions({
    queryKey: keys.opportunityCount(filter),
    queryFn: ({ signal }) => api.get<{ count: number; more: boolean }>('/opportunities/count', filter, signal),
    placeholderData: keepPreviousData,
  });

export const duplicatesQuery = queryOptions({
  queryKey: keys.duplicates,
  queryFn: ({ signal }) => api.get<Duplicates>('/duplicates', undefined, signal),
});

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: keys.search(q),
    queryFn: ({ signal }) => api.get<Found>('/search', { q }, signal),
    placeholderData: keepPreviousData,
    staleTime: 5000,
  });

export const boardActs = {
  putInStage: (id: string, stage: string, version: number) =>
    api.post<OpportunityChanged>(`/opportunities/${id}/stage`, { stage, version }),
  setStages: (body: SetStages) => api.put<StageList>('/stages', body),
  setFields: (body: SetCustomFields) => api.put<CustomFieldList>('/fields', body),
  setValues: (of: 'person' | 'opportunity', id: string, body: SetCustomValues) =>
    api.patch<CustomValuesSet>(`/${of === 'person' ? 'persons' : 'opportunities'}/${id}/fields`, body),
  saveView: (body: { name: string; shared: boolean; query: Record<string, string> }) =>
    api.post<SavedView>('/views', body),
  removeView: (id: string) => api.remove(`/views/${id}`),
  startBulk: (body: StartBulk) => api.post<Bulk>('/bulk', body),
  nextOfBulk: (id: string, position: number) => api.post<Bulk>(`/bulk/${id}/next`, { position }),
  mergePersons: (id: string, body: { otherId: string; take: string[] }) =>
    api.post<PersonMerged>(`/persons/${id}/merge`, body),
  mergeOrganisations: (id: string, body: { otherId: string; take: string[] }) =>
    api.post<OrganisationMerged>(`/organisations/${id}/merge`, body),
  dismiss: (oneId: string, otherId: string) => api.post('/duplicates/dismiss', { oneId, otherId }),
};
