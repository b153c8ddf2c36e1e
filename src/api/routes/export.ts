import { AppError } from '#contract/app-error';
import { ExportKey } from '#contract/privacy';
import { exportKey } from '#usecases/export/export-key';
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
  route({
    method: 'POST',
    url: '/export/key',
    summary: 'The key of the list of objections, which an export is put back with; sealed when a passphrase is given',
    roles: owners,
    produces: 'application/json',
    secretAnswer: true,
    schema: { body: ExportKey },
    handler: async (context, { body }) => {
      const key = await exportKey(context, body.passphrase ?? null);
      if (key === null)
        throw new AppError('not_found', { detail: 'Nobody is on the list of objections: no key is needed.' });
      return download('aanhouder-export.jsonl.key', 'application/json', key);
    },
  }),
];
