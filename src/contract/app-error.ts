import type { ProblemCode } from './problem.ts';

type Details = { at?: string; detail?: string; facts?: Record<string, unknown>; cause?: unknown };

/**
 * A refusal on its way out: thrown by a use case so that its transaction rolls back whole, mapped to problem+json in
 * api/http-errors.ts and to one line and an exit code in the command line. `code` is stable; words are in i18n.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ProblemCode;
  /** The field, row or record. */
  readonly at: string | undefined;
  readonly detail: string | undefined;
  readonly facts: Record<string, unknown> | undefined;

  constructor(code: ProblemCode, details: Details = {}) {
    super(details.detail ?? code, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.at = details.at;
    this.detail = details.detail;
    this.facts = details.facts;
  }
}
