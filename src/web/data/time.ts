import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { TimeQuery, TimeSpent } from '#contract/time';
import { api } from './client.ts';
import { keys } from './keys.ts';

export const timeQuery = (query: TimeQuery) =>
  queryOptions({
    queryKey: keys.time(query),
    queryFn: ({ signal }) => api.get<TimeSpent>('/time', query, signal),
    placeholderData: keepPreviousData,
  });
