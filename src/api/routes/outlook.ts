import { Type } from 'typebox';
import {
  Continuity,
  ContinuityQuery,
  ContractChanged,
  ContractList,
  CreateContract,
  CreateNeed,
  NeedChanged,
  NeedList,
  Removed,
  UpdateContract,
  UpdateNeed,
} from '#contract/outlook';
import { Id } from '#contract/scalars';
import { addContract, listContracts, removeContract, updateContract } from '#usecases/outlook/change-contract';
import { addNeed, listNeeds, removeNeed, updateNeed } from '#usecases/outlook/change-need';
import { getContinuity } from '#usecases/outlook/get-continuity';
import { everybody, managers, readers } from '../policy.ts';
import { route } from '../route.ts';

const ById = Type.Object({ id: Id });

export const outlookRoutes = [
  route({
    method: 'GET',
    url: '/continuity',
    summary: 'The Outlook: revenue to come with its 80% range against what is needed, by month and by week',
    roles: everybody,
    schema: { query: ContinuityQuery, response: Continuity },
    handler: (context, { query }) => getContinuity(context, query),
  }),
  route({
    method: 'GET',
    url: '/needs',
    summary: 'What revenue is needed for, in the order in which it is covered',
    roles: readers,
    schema: { response: NeedList },
    handler: (context) => listNeeds(context),
  }),
  route({
    method: 'POST',
    url: '/needs',
    summary: 'Adds a need, or the next step one dreams of',
    roles: managers,
    status: 201,
    schema: { body: CreateNeed, response: NeedChanged },
    handler: (context, { body }) => addNeed(context, body),
  }),
  route({
    method: 'PATCH',
    url: '/needs/:id',
    summary: 'Changes a need',
    roles: managers,
    schema: { params: ById, body: UpdateNeed, response: NeedChanged },
    handler: (context, { params, body }) => updateNeed(context, params.id, body),
  }),
  route({
    method: 'DELETE',
    url: '/needs/:id',
    summary: 'Takes a need away; the change can be taken back',
    roles: managers,
    schema: { params: ById, response: Removed },
    handler: (context, { params }) => removeNeed(context, params.id),
  }),
  route({
    method: 'GET',
    url: '/contracts',
    summary: 'Contracts that run already, entered directly',
    roles: readers,
    schema: { response: ContractList },
    handler: (context) => listContracts(context),
  }),
  route({
    method: 'POST',
    url: '/contracts',
    summary: 'Adds a contract that runs already',
    roles: managers,
    status: 201,
    schema: { body: CreateContract, response: ContractChanged },
    handler: (context, { body }) => addContract(context, body),
  }),
  route({
    method: 'PATCH',
    url: '/contracts/:id',
    summary: 'Changes a contract: its amount, its end, whether it renews',
    roles: managers,
    schema: { params: ById, body: UpdateContract, response: ContractChanged },
    handler: (context, { params, body }) => updateContract(context, params.id, body),
  }),
  route({
    method: 'DELETE',
    url: '/contracts/:id',
    summary: 'Takes a contract away; the change can be taken back',
    roles: managers,
    schema: { params: ById, response: Removed },
    handler: (context, { params }) => removeContract(context, params.id),
  }),
];
