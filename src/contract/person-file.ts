import { Type, type Static } from 'typebox';
import { closed, Id, Instant, Nullable } from './scalars.ts';

/** What a file, a person and a company may have; more is refused with the place and the cure. */
export const mostFileBytes = 20_000_000;
export const mostFilesOfPerson = 200;
export const mostFileBytesOfWorkspace = 2_000_000_000;

export const PersonFile = Type.Object({
  id: Id,
  name: Type.String(),
  /** Bytes. */
  size: Type.Integer(),
  at: Instant,
  /** Who added it; null: it came with a mail. */
  member: Nullable(Type.String()),
  /** It came with this mail, and is had by it (GET /mails/:id/files/:fileId). */
  mailId: Nullable(Id),
  /** False: it came with a mail and was too large to keep. */
  kept: Type.Boolean(),
});
export type PersonFile = Static<typeof PersonFile>;

export const AddFileQuery = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 400 }),
    /** The id that it gets: what is sent twice comes in once. */
    clientId: Type.Optional(Id),
  },
  closed,
);
export type AddFileQuery = Static<typeof AddFileQuery>;

/** A small file as JSON; a larger one is sent as it is (application/octet-stream). */
export const FileContent = Type.Object(
  { content: Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$', description: 'base64' }) },
  closed,
);
export type FileContent = Static<typeof FileContent>;
