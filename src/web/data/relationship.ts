import { queryOptions } from '@tanstack/react-query';
import type {
  ConnectionChanged,
  CreateConnection,
  CreateImportantDay,
  CreateTag,
  ImportantDayChanged,
  KeepInTouch,
  PersonChanged,
  Relationship,
  RelationshipChanged,
  SetTags,
  Tag,
  TagChanged,
  TagList,
  UpdateImportantDay,
  UpdateTag,
} from '#contract/relationship';
import { api } from './client.ts';
import { keys } from './keys.ts';

export const relationshipQuery = (personId: string) =>
  queryOptions({
    queryKey: keys.relationship(personId),
    queryFn: ({ signal }) => api.get<Relationship>(`/persons/${personId}/relationship`, undefined, signal),
  });

export const tagsQuery = queryOptions({
  queryKey: keys.tags,
  queryFn: ({ signal }) => api.get<TagList>('/tags', undefined, signal),
});

export const relationshipActs = {
  addDay: (personId: string, day: CreateImportantDay) =>
    api.post<ImportantDayChanged>(`/persons/${personId}/days`, day),
  changeDay: (id: string, day: UpdateImportantDay) => api.patch<ImportantDayChanged>(`/days/${id}`, day),
  passDay: (id: string, version: number) => api.post<ImportantDayChanged>(`/days/${id}/pass`, { version }),
  removeDay: (id: string) => api.remove<RelationshipChanged>(`/days/${id}`),
  keepInTouch: (personId: string, wish: KeepInTouch) =>
    api.put<PersonChanged>(`/persons/${personId}/keep-in-touch`, wish),
  setTags: (personId: string, wish: SetTags) => api.put<PersonChanged>(`/persons/${personId}/tags`, wish),
  connect: (personId: string, wish: CreateConnection) =>
    api.post<ConnectionChanged>(`/persons/${personId}/connections`, wish),
  disconnect: (id: string) => api.remove<RelationshipChanged>(`/connections/${id}`),
  addTag: (tag: CreateTag) => api.post<Tag>('/tags', tag),
  changeTag: (id: string, tag: UpdateTag) => api.patch<TagChanged>(`/tags/${id}`, tag),
  removeTag: (id: string) => api.remove(`/tags/${id}`),
};
