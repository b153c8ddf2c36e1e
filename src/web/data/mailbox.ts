import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  ChooseLeftOut,
  FoundServers,
  Mail,
  MailList,
  MyMailbox,
  SaveMailbox,
  StartOAuth,
} from '#contract/mailbox';
import { api } from './client.ts';
import { keys } from './keys.ts';

export const mailboxQuery = queryOptions({
  queryKey: keys.mailbox,
  queryFn: ({ signal }) => api.get<MyMailbox>('/mailbox', undefined, signal),
  // How it goes is seen while it happens; afterwards now and then.
  refetchInterval: ({ state }) => {
    const mailbox = state.data?.mailbox;
    if (!mailbox) return false;
    return mailbox.state.step === 'ready' ? 30_000 : 1500;
  },
});

export const mailboxActs = {
  find: (address: string) => api.post<FoundServers>('/mailbox/find', { address }),
  save: (wish: SaveMailbox) => api.put<MyMailbox>('/mailbox', wish),
  choose: (wish: ChooseLeftOut) => api.patch<MyMailbox>('/mailbox', wish),
  startOAuth: (wish: StartOAuth) => api.post<{ url: string }>('/mailbox/oauth', wish),
  finishOAuth: (answer: { code: string; state: string }) => api.post<MyMailbox>('/mailbox/oauth/finish', answer),
  makeInbox: () => api.post<MyMailbox>('/mailbox/inbox'),
  tryNow: () => api.post<MyMailbox>('/mailbox/try'),
  remove: () => api.remove('/mailbox'),
};

export const mailsQuery = (personId: string) =>
  infiniteQueryOptions({
    queryKey: keys.mails(personId),
    queryFn: ({ pageParam, signal }) =>
      api.get<MailList>(`/persons/${personId}/mails`, pageParam === '' ? undefined : { cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: keys.capturedMail(id),
    queryFn: ({ signal }) => api.get<Mail>(`/mails/${id}`, undefined, signal),
  });

export const mailFileAddress = (id: string, fileId: string): string => `/api/v1/mails/${id}/files/${fileId}`;
