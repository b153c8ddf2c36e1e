import pg from 'pg';
import { AppError } from '#contract/app-error';
import type { ProblemCode } from '#contract/problem';

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
function ofDatabase(error: pg.DatabaseError): AppError | null {
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

/** What a fault of the disk or the database means to whoever asked; null for a refusal that is one already, and for a fault of ours. */
export function refusalOfFault(error: unknown): AppError | null {
  if (error instanceof pg.DatabaseError) return ofDatabase(error);
  if (!(error instanceof Error)) return null;
  const system = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (system === 'ENOSPC' || system === 'EDQUOT') return refusal('disk_full');
  return lostConnection.has(system) || lostWords.test(error.message) ? refusal('database_unavailable') : null;
}

function refusal(code: ProblemCode, detail?: string): AppError {
  return new AppError(code, detail === undefined ? {} : { detail });
}
