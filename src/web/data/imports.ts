import { queryOptions } from '@tanstack/react-query';
import type { Import, ImportChoices } from '#contract/import';
import { api } from './client.ts';
import { keys } from './keys.ts';

/** A short list is done before one would ask a second time. */
const pollMilliseconds = ({ rows }: Pick<Import, 'rows'>) => (rows <= 2000 ? 200 : 600);

/** The server is working on it: what it says changes by itself. */
export function isBusy(found: Pick<Import, 'status' | 'wordsFollow'>): boolean {
  return found.status === 'checking' || found.status === 'committing' || found.wordsFollow;
}

/** Asked again while the server works on it. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: keys.import(id),
    queryFn: ({ signal }) => api.get<Import>(`/imports/${id}`, undefined, signal),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? pollMilliseconds(state.data) : false),
  });

export const importsQuery = queryOptions({
  queryKey: keys.imports,
  queryFn: ({ signal }) => api.get<{ items: Import[] }>('/imports', undefined, signal),
  refetchInterval: ({ state }) => (state.data?.items.some(isBusy) ? 1800 : false),
});

export const importActs = {
  upload: (file: File) => {
    const form = new FormData();
    form.append('file', file, file.name);
    return api.post<Import>('/imports', form);
  },
  paste: (text: string) => api.post<Import>('/imports', { text }),
  check: (id: string, choices: ImportChoices) => api.post<Import>(`/imports/${id}/check`, choices),
  commit: (id: string, choices: ImportChoices) => api.post<Import>(`/imports/${id}/commit`, choices),
  undo: (id: string) => api.post<Import>(`/imports/${id}/undo`),
};

/** A file to save, by the browser itself: a link, not a request of ours. */
export function rejectedAddress(id: string): string {
  return `/api/v1/imports/${id}/rejected.csv`;
}
