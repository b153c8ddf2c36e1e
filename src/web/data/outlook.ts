import { queryOptions } from '@tanstack/react-query';
import type { Static } from 'typebox';
import type {
  Continuity,
  ContractChanged,
  ContractList,
  CreateContract,
  CreateNeed,
  NeedChanged,
  Removed,
  UpdateContract,
  UpdateNeed,
} from '#contract/outlook';
import type { Opportunity, OpportunityChanged } from '#contract/opportunity';
import { api } from './client.ts';
import { keys } from './keys.ts';

export const outlookQuery = (months: number) =>
  queryOptions({
    queryKey: keys.outlook(months),
    queryFn: ({ signal }) => api.get<Continuity>('/continuity', { months }, signal),
  });

export const contractsQuery = queryOptions({
  queryKey: keys.contracts,
  queryFn: ({ signal }) => api.get<Static<typeof ContractList>>('/contracts', undefined, signal),
});

/** Every one answers with a change that can be taken back. */
export const outlookActs = {
  addNeed: (need: CreateNeed) => api.post<NeedChanged>('/needs', need),
  updateNeed: (id: string, need: UpdateNeed) => api.patch<NeedChanged>(`/needs/${id}`, need),
  removeNeed: (id: string) => api.remove<Removed>(`/needs/${id}`),
  addContract: (contract: CreateContract) => api.post<ContractChanged>('/contracts', contract),
  updateContract: (id: string, contract: UpdateContract) => api.patch<ContractChanged>(`/contracts/${id}`, contract),
  removeContract: (id: string) => api.remove<Removed>(`/contracts/${id}`),
  /** The money came today. */
  markPaid: (opportunityId: string, paidOn: string) => changePayment(opportunityId, { paidOn }),
  /** It is expected on another day. */
  expectOn: (opportunityId: string, expectedOn: string) => changePayment(opportunityId, { expectedOn }),
};

async function changePayment(opportunityId: string, payment: { paidOn: string } | { expectedOn: string }) {
  const { version } = await api.get<Opportunity>(`/opportunities/${opportunityId}`);
  return api.patch<OpportunityChanged>(`/opportunities/${opportunityId}`, { version, payment });
}
