import { queryOptions } from '@tanstack/react-query';
import type { Static } from 'typebox';
import type { Person } from '#contract/person';
import type {
  ClearingDecided,
  ClearingList,
  ClearMentions,
  CreateRightsRequest,
  DecideClearing,
  Mentions,
  MentionsCleared,
  PersonRights,
  Privacy,
  RightsRequest,
  RightsRequestList,
  UpdatePrivacy,
  UpdateRightsRequest,
} from '#contract/privacy';
import { api } from './client.ts';
import { keys } from './keys.ts';

export const privacyQuery = queryOptions({
  queryKey: keys.privacy,
  queryFn: ({ signal }) => api.get<Privacy>('/privacy', undefined, signal),
});

export const requestsQuery = (state: 'open' | 'all') =>
  queryOptions({
    queryKey: keys.requests(state),
    queryFn: ({ signal }) => api.get<Static<typeof RightsRequestList>>('/privacy/requests', { state }, signal),
  });

export const clearingQuery = queryOptions({
  queryKey: keys.clearing,
  queryFn: ({ signal }) => api.get<ClearingList>('/privacy/clearing', undefined, signal),
});

export const personRightsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.rightsOf(id),
    queryFn: ({ signal }) => api.get<PersonRights>(`/persons/${id}/rights`, undefined, signal),
  });

export const mentionsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.mentionsOf(id),
    queryFn: ({ signal }) => api.get<Mentions>(`/persons/${id}/mentions`, undefined, signal),
  });

export const privacyActs = {
  settings: (change: UpdatePrivacy) => api.patch<Privacy>('/privacy', change),
  record: (request: CreateRightsRequest) => api.post<RightsRequest>('/privacy/requests', request),
  change: (id: string, change: UpdateRightsRequest) => api.patch<RightsRequest>(`/privacy/requests/${id}`, change),
  decide: (decision: DecideClearing) => api.post<Static<typeof ClearingDecided>>('/privacy/clearing', decision),
  restrict: (id: string) => api.post<Person>(`/persons/${id}/restrict`),
  endRestriction: (id: string) => api.post<Person>(`/persons/${id}/restriction/end`),
  erase: (id: string, objects: boolean) => api.post<Person>(`/persons/${id}/erase`, { objects }),
  undoErase: (id: string) => api.post<Person>(`/persons/${id}/erase/undo`),
  withdraw: (id: string, reason: string) => api.post<Person>(`/persons/${id}/objection/withdraw`, { reason }),
  clearMentions: (id: string, wish: ClearMentions = {}) =>
    api.post<MentionsCleared>(`/persons/${id}/mentions/clear`, wish),
  /** Sealed when a passphrase is given. */
  takeKey: (passphrase: string) => api.file('/export/key', undefined, passphrase === '' ? {} : { passphrase }),
  handOver: (id: string, format: 'html' | 'json' | 'vcard', language: 'nl' | 'en') =>
    api.file(`/persons/${id}/export`, { format, language }),
};
