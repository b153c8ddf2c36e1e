import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { BasisPreview, BasisQuery } from '#contract/permission';
import { api } from './client.ts';
import { keys } from './keys.ts';

/** What an answer would open for those of whom nobody said where they are known from. */
export const basisQuery = (answer: BasisQuery) =>
  queryOptions({
    queryKey: keys.basis(answer),
    queryFn: ({ signal }) => api.get<BasisPreview>('/basis', answer, signal),
    placeholderData: keepPreviousData,
  });
