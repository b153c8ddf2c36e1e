import type { FastifyServerOptions } from 'fastify';
import type { LogLevel } from './env.ts';

/**
 * JSON lines. Of an error only what tells where it went wrong: the database adds the values of rows, which are people's names.
 * Of a request no headers (cookies, tokens) and no query (what somebody searched for).
 */
export function logTo(stream: NodeJS.WritableStream, level: LogLevel): FastifyServerOptions['logger'] {
  return {
    level,
    stream: { write: (line: string) => void stream.write(line) },
    serializers: {
      err: (error: unknown) => describe(error),
      req: (request) => ({ method: request.method, path: pathOf(request.url) }),
      res: (reply) => ({ statusCode: reply.statusCode }),
    },
  };
}

/** Without the query, and without the key that the address of a calendar feed is. */
function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  return path.startsWith('/calendar/') ? '/calendar/…' : path;
}

type Described = { type: string; message: string; stack: string; code?: string; cause?: Described };

function describe(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' };
  return {
    type: error.name,
    message: error.message,
    stack: error.stack ?? '',
    ...('code' in error ? { code: String(error.code) } : {}),
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  };
}
