import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  Opportunity,
  OpportunityChanged,
  OpportunityList,
  OpportunityListQuery,
  PlanNext,
  StopOpportunity,
  Worth,
} from '#contract/opportunity';
import { api } from './client.ts';
import { keys } from './keys.ts';

export const opportunityQuery = (id: string) =>
  queryOptions({
    queryKey: keys.opportunity(id),
    queryFn: ({ signal }) => api.get<Opportunity>(`/opportunities/${id}`, undefined, signal),
  });

export const worthQuery = (id: string) =>
  queryOptions({
    queryKey: keys.worth(id),
    queryFn: ({ signal }) => api.get<Worth>(`/opportunities/${id}/worth`, undefined, signal),
  });

export const opportunitiesQuery = (query: Omit<OpportunityListQuery, 'cursor'>) =>
  infiniteQueryOptions({
    queryKey: keys.opportunities(query),
    queryFn: ({ signal, pageParam }) =>
      api.get<OpportunityList>(
        '/opportunities',
        { ...query, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** The acts on one opportunity; every one but `update` answers with a change that can be taken back. */
export const opportunityActs = {
  plan: (id: string, body: PlanNext) => api.post<OpportunityChanged>(`/opportunities/${id}/plan`, body),
  stop: (id: string, body: StopOpportunity) => api.post<OpportunityChanged>(`/opportunities/${id}/stop`, body),
  revive: (id: string, body: object = {}) => api.post<OpportunityChanged>(`/opportunities/${id}/revive`, body),
  pin: (id: string, body: { choice: 'yes' | 'no'; reason?: string }) =>
    api.post<OpportunityChanged>(`/opportunities/${id}/pin`, body),
  inbound: (id: string, body: { channel: string; note?: string }) =>
    api.post<OpportunityChanged>(`/opportunities/${id}/inbound`, body),
  handOver: (id: string, body: { assigneeId: string; note?: string }) =>
    api.post<OpportunityChanged>(`/opportunities/${id}/hand-over`, body),
  update: (id: string, body: object) => api.patch<OpportunityChanged>(`/opportunities/${id}`, body),
};
