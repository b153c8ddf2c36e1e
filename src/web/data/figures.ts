import { queryOptions } from '@tanstack/react-query';
import type { FiguresOf } from '#contract/figures';
import { api } from './client.ts';
import { keys } from './keys.ts';

export const figuresQuery = queryOptions({
  queryKey: keys.figures,
  queryFn: ({ signal }) => api.get<FiguresOf>('/figures', undefined, signal),
});
