import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PersonList, PersonPage } from '#contract/person';
import type { PersonHours } from '#contract/absence';
import { api } from './client.ts';
import { keys } from './keys.ts';

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: keys.person(id),
    queryFn: ({ signal }) => api.get<PersonPage>(`/persons/${id}`, undefined, signal),
  });

/** The first few that a text finds; the server forgives a typing error. */
export const personsFound = (q: string, limit: number) =>
  queryOptions({
    queryKey: keys.persons({ q, limit }),
    queryFn: ({ signal }) => api.get<PersonList>('/persons', { q, limit }, signal),
    placeholderData: keepPreviousData,
  });

export const personsQuery = (q: string, tagId: string | null = null) =>
  infiniteQueryOptions({
    queryKey: keys.persons({ q, tagId, paged: true }),
    queryFn: ({ signal, pageParam }) =>
      api.get<PersonList>(
        '/persons',
        {
          ...(q ? { q } : tagId !== null && { tagId }),
          ...(pageParam === null ? {} : { cursor: pageParam }),
          limit: 50,
        },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** At which hour somebody is best called. */
export const hoursQuery = (id: string) =>
  queryOptions({
    queryKey: keys.hours(id),
    queryFn: ({ signal }) => api.get<PersonHours>(`/persons/${id}/hours`, undefined, signal),
  });
