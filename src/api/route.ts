import type { Static, TSchema } from 'typebox';
import type { Role } from '#core/opportunity/vocabulary';
import type { Context } from '#usecases/context';
import type { Identity } from '#usecases/identity/identity';
import type { MailTransport } from '#usecases/outbox/mail-transport';
import type { Policy } from './policy.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** A file that came as multipart/form-data. `fields`: the other fields, as text. */
export type Upload = { fileName: string; bytes: Buffer; fields: Readonly<Record<string, string>> };

/** What the HTTP side knows beside the contract: for signing in and out. */
export type Visit = {
  identity: Identity;
  setupCode: string | null;
  /** By what mail goes. */
  transport: MailTransport;
  address: string;
  userAgent: string | undefined;
  /** The clock of the device that asks, where it says it (`aanhouder-clock`). */
  clock: Date | null;
  cookie: string | undefined;
  setCookies(cookies: readonly string[]): void;
};

type Input<B extends TSchema, Q extends TSchema, P extends TSchema> = {
  body: Static<B>;
  query: Static<Q>;
  params: Static<P>;
  /** Only where the route takes uploads, and null when the request was JSON. */
  upload: Upload | null;
  /** The body as it comes in, only where the route takes bytes; null when the request was JSON. */
  bytes: AsyncIterable<Buffer> | null;
};

type Definition<B extends TSchema, Q extends TSchema, P extends TSchema, R extends TSchema> = {
  method: Method;
  /** Below /api/v1; parameters as `:id`. */
  url: string;
  /** One line for the reader of the API. */
  summary: string;
  /** Default 200, or 204 when there is no response schema. */
  status?: 201 | 202;
  schema: { body?: B; query?: Q; params?: P; response?: R };
  /** Takes a file of at most so many bytes (field `file`), instead of the JSON body or, where there is a body schema, beside it. */
  upload?: { maxBytes: number };
  /** Takes the bytes of a file as the body (application/octet-stream), beside JSON; who handles it counts them. */
  bytes?: true;
  /** JSON bodies beyond 1 MiB. */
  bodyLimit?: number;
  /** The answer holds a secret: it is not kept for an Idempotency-Key. */
  secretAnswer?: true;
  /** The answer is a file (download.ts) of this media type. */
  produces?: string;
};

type MemberHandler<B extends TSchema, Q extends TSchema, P extends TSchema, R extends TSchema> = {
  roles: readonly Role[];
  handler(context: Context, input: Input<B, Q, P>, visit: Visit): Promise<Static<R>>;
};
type OpenHandler<B extends TSchema, Q extends TSchema, P extends TSchema, R extends TSchema> = {
  handler(visit: Visit, input: Input<B, Q, P>): Promise<Static<R>>;
};

type Schema = TSchema;
/** A route as app.ts registers it: what it gets has passed the schemas. */
export type Route = Definition<Schema, Schema, Schema, Schema> & {
  policy: Policy;
  run(context: Context | null, input: Input<Schema, Schema, Schema>, visit: Visit): Promise<unknown>;
};

/**
 * A route for members. `roles` from policy.ts; a route that writes may not be given to a viewer.
 * Types of body, query, params and answer follow from the schemas.
 */
export function route<B extends TSchema, Q extends TSchema, P extends TSchema, R extends TSchema>(
  definition: Definition<B, Q, P, R> & MemberHandler<B, Q, P, R>,
): Route {
  const { roles, handler, ...rest } = definition;
  if (rest.method !== 'GET' && roles.includes('viewer')) {
    throw new Error(`${rest.method} ${rest.url}: a viewer only reads.`);
  }
  return {
    ...rest,
    policy: roles,
    run(context: Context | null, input: Input<B, Q, P>, visit: Visit) {
      if (context === null) throw new Error(`${rest.method} ${rest.url} was reached by nobody.`);
      return handler(context, input, visit);
    },
  };
}

/** A route that one reaches without signing in. */
export function openRoute<B extends TSchema, Q extends TSchema, P extends TSchema, R extends TSchema>(
  definition: Definition<B, Q, P, R> & OpenHandler<B, Q, P, R>,
): Route {
  const { handler, ...rest } = definition;
  return {
    ...rest,
    policy: 'anyone',
    run(_context: Context | null, input: Input<B, Q, P>, visit: Visit) {
      return handler(visit, input);
    },
  };
}
