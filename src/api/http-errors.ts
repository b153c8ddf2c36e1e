import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import pg from 'pg';
import { AppError } from '#contract/app-error';
import { problems, type Problem, type ProblemCode } from '#contract/problem';
import { problemOfValidation } from './validation-problem.ts';

/** Every fault and refusal leaves as problem+json (RFC 9457), and here is the one place that makes it. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const known = asRefusal(error);
  if (known === null) request.log.error({ err: error, errorId: request.id }, 'internal error');
  else if (problems[known.code] >= 500) request.log.warn({ err: error, errorId: request.id }, known.code);
  const problem =
    known === null
      ? problemOf('internal', { detail: `Something went wrong here. It stands in the log as ${request.id}.` })
      : problemOf(known.code, known);
  const seconds = problem.facts?.['retryAfterSeconds'];
  if (typeof seconds === 'number') void reply.header('retry-after', String(seconds));
  void reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

type Refusal = Pick<AppError, 'code' | 'at' | 'detail' | 'facts'>;

export function problemOf(code: ProblemCode, { at, detail, facts }: Partial<Refusal>): Problem {
  return {
    type: `urn:aanhouder:problem:${code}`,
    title: code.replaceAll('_', ' '),
    status: problems[code],
    code,
    detail: detail ?? '',
    ...(at === undefined ? {} : { at }),
    ...(facts === undefined ? {} : { facts }),
  };
}

/** Null: a fault of ours, which the answer tells nothing about. */
function asRefusal(error: unknown): Refusal | null {
  if (error instanceof AppError) return error;
  if (error instanceof pg.DatabaseError) return ofDatabase(error);
  if (!(error instanceof Error)) return null;
  const system = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (system === 'ENOSPC' || system === 'EDQUOT') return refusal('disk_full');
  if (lostConnection.has(system) || lostWords.test(error.message)) return refusal('database_unavailable');
  return isFastifyError(error) ? ofFastify(error) : null;
}

const lostConnection: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'ENOTFOUND',
]);
// The driver gives these no code.
const lostWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** SQLSTATE classes: 53 resources, 57P/08 the server goes or went, 22 a value that the schema let through and the type does not. */
function ofDatabase(error: pg.DatabaseError): Refusal | null {
  const state = error.code ?? '';
  if (state === '53100') return refusal('disk_full');
  if (state === '22008' || state === '22007') return refusal('day_invalid', 'A date is not of the calendar.');
  if (state === '22021' || state === '22P05')
    return refusal('invalid_request', 'A text holds a character that cannot be kept (NUL).');
  if (state === '22003') return refusal('invalid_request', 'A number is too large.');
  if (state.startsWith('08') || state.startsWith('57P') || state.startsWith('53'))
    return refusal('database_unavailable');
  return null;
}

function ofFastify(error: FastifyError): Refusal | null {
  if (error.validation !== undefined) return problemOfValidation(error.validation, error.validationContext ?? 'body');
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || error.code === 'FST_REQ_FILE_TOO_LARGE')
    return refusal('file_too_large');
  if (error.statusCode === 429) return refusal('too_many_requests');
  if (error.statusCode !== undefined && error.statusCode < 500) return refusal('invalid_request', error.message);
  return null;
}

function isFastifyError(error: Error): error is FastifyError {
  return 'code' in error && typeof error.code === 'string';
}

function refusal(code: ProblemCode, detail?: string): Refusal {
  return { code, detail, at: undefined, facts: undefined };
}
