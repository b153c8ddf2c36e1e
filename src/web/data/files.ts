import type { PersonFile } from '#contract/person-file';
import type { RelationshipChanged } from '#contract/relationship';
import { api } from './client.ts';
import { mailFileAddress } from './mailbox.ts';

export const fileActs = {
  /** `clientId`: the same one when trying again, so that it comes in once. */
  add: (personId: string, file: File, clientId: string) =>
    api.upload<PersonFile>(`/persons/${personId}/files`, { name: file.name || 'file', clientId }, file),
  remove: (personId: string, id: string) => api.remove<RelationshipChanged>(`/persons/${personId}/files/${id}`),
};

/** A file to save, by the browser itself: a link, not a request of ours. */
export function fileAddress(personId: string, { id, mailId }: Pick<PersonFile, 'id' | 'mailId'>): string {
  return mailId === null ? `/api/v1/persons/${personId}/files/${id}` : mailFileAddress(mailId, id);
}
