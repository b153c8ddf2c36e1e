import { exportStream } from '#usecases/export/export-workspace';
import { download } from '../download.ts';
import { owners } from '../policy.ts';
import { route } from '../route.ts';

export const exportRoutes = [
  route({
    method: 'GET',
    url: '/export',
    summary: 'Everything of the company as JSON Lines: a header with counts, a record a line, a checksum',
    roles: owners,
    produces: 'application/x-ndjson',
    schema: {},
    handler: async (context) => download('aanhouder-export.jsonl', 'application/x-ndjson', exportStream(context)),
  }),
];
