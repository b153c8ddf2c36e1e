import { Engine } from '#contract/engine';
import { getEngine } from '#usecases/engine/get-engine';
import { readers } from '../policy.ts';
import { route } from '../route.ts';

export const engineRoutes = [
  route({
    method: 'GET',
    url: '/engine',
    summary:
      'What the workspace’s own figures say of each contact, with counts, 90% intervals and the weight of the article',
    roles: readers,
    schema: { response: Engine },
    handler: (context) => getEngine(context),
  }),
];
