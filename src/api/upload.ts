import type { FastifyRequest } from 'fastify';
import { AppError } from '#contract/app-error';
import type { Upload } from './route.ts';

/**
 * The field `file` of a multipart request, held in memory: at most `maxBytes`, else 413. Null when the request is JSON, where the
 * route takes that too.
 */
export async function readUpload(request: FastifyRequest, maxBytes: number, orJson: boolean): Promise<Upload | null> {
  if (!request.isMultipart() && orJson) return null;
  if (!request.isMultipart()) throw missing();
  let file: { fileName: string; bytes: Buffer } | null = null;
  const fields: Record<string, string> = {};
  for await (const part of request.parts({ limits: { fileSize: maxBytes, files: 1, fields: 20 } })) {
    if (part.type === 'file') file = { fileName: part.filename, bytes: await part.toBuffer() };
    else if (typeof part.value === 'string') fields[part.fieldname] = part.value;
  }
  if (file === null) throw missing();
  return { ...file, fields };
}

function missing(): AppError {
  return new AppError('invalid_request', {
    at: 'file',
    detail: 'Send the file as multipart/form-data, in the field "file".',
  });
}
