import { queryOptions } from '@tanstack/react-query';
import type { ProspectingChanged, ProspectingList, ProspectingStarted, UpdateProspecting } from '#contract/prospecting';
import { api } from './client.ts';
import { keys } from './keys.ts';

export const prospectingQuery = queryOptions({
  queryKey: keys.prospecting,
  queryFn: ({ signal }) => api.get<ProspectingList>('/prospecting', undefined, signal),
});

export const prospectingActs = {
  start: () => api.post<ProspectingStarted>('/prospecting', {}),
  stop: (id: string) => api.post<ProspectingChanged>(`/prospecting/${id}/stop`, {}),
  correct: (id: string, change: UpdateProspecting) => api.patch<ProspectingChanged>(`/prospecting/${id}`, change),
  discard: (id: string) => api.remove<{ changeId: string }>(`/prospecting/${id}`),
};
