import { queryOptions } from '@tanstack/react-query';
import type { Engine } from '#contract/engine';
import { api } from './client.ts';
import { keys } from './keys.ts';

export const engineQuery = queryOptions({
  queryKey: keys.engine,
  queryFn: ({ signal }) => api.get<Engine>('/engine', undefined, signal),
});
