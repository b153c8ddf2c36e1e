import { queryOptions } from '@tanstack/react-query';
import type { OnThePhone } from '#contract/phone';
import { api } from './client.ts';
import { keys } from './keys.ts';

export const phoneQuery = queryOptions({
  queryKey: keys.phone,
  queryFn: ({ signal }) => api.get<OnThePhone>('/phone', undefined, signal),
});
