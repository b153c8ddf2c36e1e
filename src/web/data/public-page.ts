import { queryOptions } from '@tanstack/react-query';
import type { Static } from 'typebox';
import type {
  ContactRequestList,
  CreateTip,
  LessonList,
  LessonText,
  NamesTaken,
  PlanTip,
  Preview,
  PublicFigures,
  PublicPage,
  SubscriberList,
  SubscriberProof,
  TextVersions,
  Tip,
  TipList,
  UpdatePublicPage,
  WriteLesson,
  WriteTip,
} from '#contract/public-page';
import { api } from './client.ts';
import { keys } from './keys.ts';

type Language = 'nl' | 'en';

export const publicPageQuery = queryOptions({
  queryKey: keys.publicPage,
  queryFn: ({ signal }) => api.get<PublicPage>('/public-page', undefined, signal),
});

export const lessonsQuery = queryOptions({
  queryKey: keys.lessons,
  queryFn: ({ signal }) => api.get<LessonList>('/public-page/lessons', undefined, signal),
});

/** Of a lesson by its number, or of a tip by its id. */
export const versionsQuery = (of: number | string, language: Language) =>
  queryOptions({
    queryKey: keys.textVersions(of, language),
    queryFn: ({ signal }) =>
      typeof of === 'number'
        ? api.get<TextVersions>('/public-page/lesson-versions', { number: of, language }, signal)
        : api.get<TextVersions>(`/public-page/tips/${of}/versions`, { language }, signal),
  });

export const tipsQuery = queryOptions({
  queryKey: keys.tips,
  queryFn: ({ signal }) => api.get<TipList>('/public-page/tips', undefined, signal),
});

export const subscribersQuery = (q: string) =>
  queryOptions({
    queryKey: keys.subscribers(q),
    queryFn: ({ signal }) => api.get<SubscriberList>('/public-page/subscribers', q === '' ? undefined : { q }, signal),
  });

export const subscriberQuery = (id: string) =>
  queryOptions({
    queryKey: keys.subscriber(id),
    queryFn: ({ signal }) => api.get<SubscriberProof>(`/public-page/subscribers/${id}`, undefined, signal),
  });

export const publicFiguresQuery = queryOptions({
  queryKey: keys.publicFigures,
  queryFn: ({ signal }) => api.get<PublicFigures>('/public-page/figures', undefined, signal),
});

export const contactRequestsQuery = queryOptions({
  queryKey: keys.contactRequests,
  queryFn: ({ signal }) => api.get<ContactRequestList>('/public-page/contact-requests', undefined, signal),
});

export const markdownQuery = (markdown: string) =>
  queryOptions({
    queryKey: keys.markdown(markdown),
    queryFn: () => api.post<Static<typeof Preview>>('/public-page/preview', { markdown }),
    staleTime: Infinity,
  });

export const publicPageActs = {
  save: (change: UpdatePublicPage) => api.patch<PublicPage>('/public-page', change),
  writeLesson: (number: number, language: Language, text: WriteLesson) =>
    api.put<LessonText>(`/public-page/lessons/${number}/${language}`, text),
  resetLesson: (number: number, language: Language, version: number) =>
    api.post<LessonText>(`/public-page/lessons/${number}/${language}/reset`, { version }),
  createTip: (tip: CreateTip) => api.post<Tip>('/public-page/tips', tip),
  writeTip: (id: string, language: Language, text: WriteTip) =>
    api.put<Tip>(`/public-page/tips/${id}/${language}`, text),
  planTip: (id: string, plan: PlanTip) => api.patch<Tip>(`/public-page/tips/${id}`, plan),
  removeTip: (id: string) => api.remove(`/public-page/tips/${id}`),
  /** A plain download: it changes nothing. */
  fileAddress: '/api/v1/public-page/subscribers-file',
  takeNames: (link: string) => api.post<NamesTaken>('/lesson-names', { link }),
};
