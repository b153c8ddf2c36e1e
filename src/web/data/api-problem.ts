import type { Problem, ProblemCode } from '#contract/problem';

/**
 * `unreachable`: there was no answer at all (offline, or the server is down). `outdated`: the server is of another time than this page.
 * `not_kept`: no connection, and no room in this browser to keep it until there is one.
 */
export type FailureCode = ProblemCode | 'unreachable' | 'outdated' | 'not_kept';

/** A refusal or fault of the API. The screen's words are `problem:<code>` in i18n. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: FailureCode;
  readonly status: number;
  /** The field or place. */
  readonly at: string | undefined;
  readonly facts: Record<string, unknown> | undefined;

  constructor(code: FailureCode, status: number, problem?: Partial<Problem>) {
    super(problem?.detail ?? code);
    this.code = code;
    this.status = status;
    this.at = problem?.at;
    this.facts = problem?.facts;
  }
}

export function codeOf(error: unknown): FailureCode {
  return error instanceof ApiProblem ? error.code : 'internal';
}

/** No answer of ours: the server is away, or what stands before it says so. */
export function isAway(error: unknown): boolean {
  return error instanceof ApiProblem && (error.code === 'unreachable' || error.status >= 502);
}
