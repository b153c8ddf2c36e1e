import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    // What the device says about its network is not always so, and without one there is the store (offline/kept.ts).
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      gcTime: 30 * 60_000,
      // A refusal stays a refusal; only silence and faults are worth another try.
      retry: (count, error) => count < 2 && !(error instanceof ApiProblem && error.status > 0 && error.status < 500),
      retryDelay: (count) => 400 * 2 ** count,
    },
  },
});
