import { Type } from 'typebox';
import { AppError } from '#contract/app-error';
import { Import, ImportChoices, ImportList, PasteImport } from '#contract/import';
import { Id } from '#contract/scalars';
import { getImport, listImports } from '#usecases/import/get-import';
import { rejectedRows } from '#usecases/import/rejected-rows';
import { undoImport } from '#usecases/import/undo-import';
import { uploadImport } from '#usecases/import/upload-import';
import { workImport } from '#usecases/import/work-import';
import { download } from '../download.ts';
import { readers, workers } from '../policy.ts';
import { route } from '../route.ts';

const ById = Type.Object({ id: Id });
/** A small file is checked before the answer; of a larger one the status says how far it is. */
const patience = 3000;

async function workFor(started: Awaited<ReturnType<typeof workImport>>): Promise<Import> {
  let timer: NodeJS.Timeout | undefined;
  const later = new Promise<Import>((resolve) => {
    timer = setTimeout(() => resolve(started.view), patience);
  });
  return Promise.race([started.finished, later]).finally(() => clearTimeout(timer));
}

export const importRoutes = [
  route({
    method: 'POST',
    url: '/imports',
    summary: 'Brings a file (multipart, field file) or pasted text; answers what is understood of it',
    roles: workers,
    status: 201,
    schema: { body: PasteImport, response: Import },
    upload: { maxBytes: 60_000_000 },
    bodyLimit: 4_000_000,
    handler: (context, { body, upload }) => {
      if (upload) return uploadImport(context, { fileName: upload.fileName, bytes: upload.bytes });
      if (!body?.text.trim()) throw new AppError('invalid_request', { at: 'text' });
      return uploadImport(context, { fileName: 'paste', bytes: Buffer.from(body.text), pasted: true });
    },
  }),
  route({
    method: 'GET',
    url: '/imports',
    summary: 'Imports, newest first',
    roles: readers,
    schema: { response: ImportList },
    handler: (context) => listImports(context),
  }),
  route({
    method: 'GET',
    url: '/imports/:id',
    summary: 'An import: columns, progress, counts and rejected rows grouped by cure',
    roles: readers,
    schema: { params: ById, response: Import },
    handler: (context, { params }) => getImport(context, params.id),
  }),
  route({
    method: 'POST',
    url: '/imports/:id/check',
    summary: 'A dry run by the same code as the commit; of a large file ask the import how far it is',
    roles: workers,
    schema: { params: ById, body: ImportChoices, response: Import },
    bodyLimit: 4_000_000,
    handler: async (context, { params, body }) => workFor(await workImport(context, params.id, body, 'check')),
  }),
  route({
    method: 'POST',
    url: '/imports/:id/commit',
    summary: 'Brings the rows in, in one transaction; ask the import how far it is',
    roles: workers,
    status: 202,
    schema: { params: ById, body: ImportChoices, response: Import },
    bodyLimit: 4_000_000,
    handler: async (context, { params, body }) => workFor(await workImport(context, params.id, body, 'commit')),
  }),
  route({
    method: 'POST',
    url: '/imports/:id/undo',
    summary: 'Takes an import back within 7 days; what was used since is kept and counted',
    roles: workers,
    schema: { params: ById, response: Import },
    handler: (context, { params }) => undoImport(context, params.id),
  }),
  route({
    method: 'GET',
    url: '/imports/:id/rejected.csv',
    summary: 'The rejected rows with their reasons, to mend and bring again',
    roles: readers,
    produces: 'text/csv',
    schema: { params: ById },
    handler: async (context, { params }) =>
      download('rejected.csv', 'text/csv; charset=utf-8', await rejectedRows(context, params.id)),
  }),
];
