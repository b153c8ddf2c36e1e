import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#contract/app-error';
import { problems, type Problem, type ProblemCode } from '#contract/problem';
import { refusalOfFault } from '#db/refusal-of-fault';
import { problem as words } from '#i18n/en/problem';
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
    detail: detail ?? words[code],
    ...(at === undefined ? {} : { at }),
    ...(facts === undefined ? {} : { facts }),
  };
}

/** Null: a fault of ours, which the answer tells nothing about. */
function asRefusal(error: unknown): Refusal | null {
  if (error instanceof AppError) return error;
  const ofFault = refusalOfFault(error);
  if (ofFault !== null || !(error instanceof Error)) return ofFault;
  return isFastifyError(error) ? ofFastify(error) : null;
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
