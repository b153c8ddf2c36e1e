import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import type {
  MailDraft,
  MailDraftQuery,
  MailPreview,
  MailSent,
  MailTemplate,
  MailTemplateKey,
  MailTemplates,
  PutMailTemplate,
  SendMail,
  WriteMail,
} from '#contract/composer';
import type {
  MailSettings,
  MailWithText,
  Outbox,
  OutboxShelf,
  UpdateCompanyMail,
  UpdateMyMail,
} from '#contract/outbox';
import { api } from './client.ts';
import { keys } from './keys.ts';

export const outboxQuery = (shelf: OutboxShelf) =>
  infiniteQueryOptions({
    queryKey: keys.outbox(shelf),
    queryFn: ({ pageParam, signal }) =>
      api.get<Outbox>('/outbox', { shelf, ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    // What is on its way arrives while one looks.
    refetchInterval: shelf === 'waiting' ? 4000 : false,
  });

/** How many mails wait for somebody to look at them. */
export function useMailCount(enabled: boolean): number {
  const query = useQuery({
    queryKey: keys.outboxCount,
    queryFn: ({ signal }) => api.get<Outbox>('/outbox', { shelf: 'attention', limit: 1 }, signal),
    enabled,
    staleTime: 60_000,
  });
  return query.data?.counts.attention ?? 0;
}

export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: keys.mail(id),
    queryFn: ({ signal }) => api.get<MailWithText>(`/outbox/${id}`, undefined, signal),
  });

export const mailSettingsQuery = queryOptions({
  queryKey: keys.mailSettings,
  queryFn: ({ signal }) => api.get<MailSettings>('/mail', undefined, signal),
  staleTime: 60_000,
});

/** Whether a mail can be written here: something sends it. Without, one's own mail program does. */
export function useCanMail(): boolean {
  const settings = useQuery(mailSettingsQuery);
  return settings.data !== undefined && settings.data.route.by !== 'nothing';
}

export const draftQuery = (opportunityId: string, wish: MailDraftQuery) =>
  queryOptions({
    queryKey: keys.mailDraft(opportunityId, wish),
    queryFn: ({ signal }) => api.get<MailDraft>(`/opportunities/${opportunityId}/mail`, wish, signal),
  });

export const templatesQuery = queryOptions({
  queryKey: keys.mailTemplates,
  queryFn: ({ signal }) => api.get<MailTemplates>('/mail/templates', undefined, signal),
});

export const mailActs = {
  cancel: (id: string, version: number) => api.post<MailWithText>(`/outbox/${id}/cancel`, { version }),
  again: (id: string, version: number) => api.post<MailWithText>(`/outbox/${id}/again`, { version }),
  arrived: (id: string, version: number) => api.post<MailWithText>(`/outbox/${id}/arrived`, { version }),
  mine: (wish: UpdateMyMail) => api.patch<MailSettings>('/mail', wish),
  company: (wish: UpdateCompanyMail) => api.patch<MailSettings>('/mail/company', wish),
  send: (opportunityId: string, mail: SendMail & { clientId: string }) =>
    api.post<MailSent>(`/opportunities/${opportunityId}/mail`, mail, mail.clientId),
  preview: (opportunityId: string, mail: WriteMail) =>
    api.post<MailPreview>(`/opportunities/${opportunityId}/mail/preview`, mail),
  test: (opportunityId: string, mail: WriteMail) =>
    api.post<{ to: string }>(`/opportunities/${opportunityId}/mail/test`, mail),
  saveTemplate: (template: PutMailTemplate) => api.put<MailTemplate>('/mail/templates', template),
  dropTemplate: (key: MailTemplateKey) => api.post<MailTemplate>('/mail/templates/drop', key),
};
