import { Type } from 'typebox';
import { AddFileQuery, FileContent, mostFileBytes, PersonFile } from '#contract/person-file';
import { RelationshipChanged } from '#contract/relationship';
import { AppError } from '#contract/app-error';
import { Id } from '#contract/scalars';
import { addFile, openFile, removeFile } from '#usecases/person/files';
import { download } from '../download.ts';
import { readers, workers } from '../policy.ts';
import { route } from '../route.ts';

const ById = Type.Object({ id: Id });
const OfPerson = Type.Object({ id: Id, fileId: Id });

export const personFileRoutes = [
  route({
    method: 'POST',
    url: '/persons/:id/files',
    summary: 'Keeps a file with a person: its bytes as the body (application/octet-stream), or a small one as JSON',
    roles: workers,
    status: 201,
    schema: { params: ById, query: AddFileQuery, body: FileContent, response: PersonFile },
    bytes: true,
    handler: (context, { params, query, body, bytes }) => {
      if (bytes) return addFile(context, params.id, query, bytes);
      const content = Buffer.from(body.content, 'base64');
      if (content.length > mostFileBytes) throw new AppError('file_too_large', { at: 'content' });
      return addFile(context, params.id, query, once(content));
    },
  }),
  route({
    method: 'GET',
    url: '/persons/:id/files/:fileId',
    summary: 'A file of a person, always to be saved and never shown',
    roles: readers,
    produces: 'application/octet-stream',
    schema: { params: OfPerson },
    handler: async (context, { params }) => {
      const { name, size, content } = await openFile(context, params.id, params.fileId);
      return download(name, 'application/octet-stream', content, size);
    },
  }),
  route({
    method: 'DELETE',
    url: '/persons/:id/files/:fileId',
    summary: 'Takes a file away; the change can be taken back for a day',
    roles: workers,
    schema: { params: OfPerson, response: RelationshipChanged },
    handler: (context, { params }) => removeFile(context, params.id, params.fileId),
  }),
];

async function* once(content: Buffer): AsyncGenerator<Buffer, void, undefined> {
  yield content;
}
