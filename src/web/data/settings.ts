import { queryOptions } from '@tanstack/react-query';
import type { Static } from 'typebox';
import type { AbsencePlanned, AbsencePreview, PlanAbsence, PreviewAbsence } from '#contract/absence';
import type {
  DayOffList,
  Me,
  MemberList,
  Settings,
  TokenCreated,
  TokenList,
  UpdateMe,
  UpdateSettings,
} from '#contract/workspace';
import { api } from './client.ts';
import { keys } from './keys.ts';

export const settingsQuery = queryOptions({
  queryKey: keys.settings,
  queryFn: ({ signal }) => api.get<Settings>('/settings', undefined, signal),
});

export const daysOffQuery = queryOptions({
  queryKey: keys.daysOff,
  queryFn: ({ signal }) => api.get<Static<typeof DayOffList>>('/days-off', undefined, signal),
});

export const tokensQuery = queryOptions({
  queryKey: keys.tokens,
  queryFn: ({ signal }) => api.get<Static<typeof TokenList>>('/tokens', undefined, signal),
});

export const membersQuery = queryOptions({
  queryKey: keys.members,
  queryFn: ({ signal }) => api.get<Static<typeof MemberList>>('/members', undefined, signal),
});

export const settingsActs = {
  me: (change: UpdateMe) => api.patch<Me>('/me', change),
  workspace: (change: UpdateSettings) => api.patch<Settings>('/settings', change),
  addDaysOff: (days: { fromOn: string; untilOn: string; note?: string }) => api.post<unknown>('/days-off', days),
  previewAbsence: (days: PreviewAbsence) => api.post<AbsencePreview>('/absences/preview', days),
  planAbsence: (wish: PlanAbsence) => api.post<AbsencePlanned>('/absences', wish),
  removeDaysOff: (id: string) => api.remove(`/days-off/${id}`),
  makeToken: (name: string) => api.post<Static<typeof TokenCreated>>('/tokens', { name }),
  revokeToken: (id: string) => api.remove(`/tokens/${id}`),
  signOut: () => api.post<undefined>('/sign-out'),
};
