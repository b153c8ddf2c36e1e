import { Type, type Static } from 'typebox';

/** Every refusal of the API (RFC 9457). `code` is stable; the screen's words are in i18n (`problem.<code>`). */
export const problems = {
  invalid_request: 400,
  unknown_field: 400,
  not_signed_in: 401,
  forbidden: 403,
  setup_code_wrong: 403,
  not_found: 404,
  opportunity_not_open: 409,
  opportunity_not_stopped: 409,
  opportunity_not_won: 409,
  held_conflict: 409,
  version_conflict: 409,
  idempotency_in_flight: 409,
  prospecting_running: 409,
  prospecting_not_running: 409,
  already_set_up: 409,
  nothing_to_undo: 409,
  built_upon: 409,
  undo_expired: 409,
  import_not_ready: 409,
  import_already_done: 409,
  in_use: 409,
  connection_impossible: 422,
  file_too_large: 413,
  file_unreadable: 422,
  future_moment: 422,
  before_creation: 422,
  next_in_past: 422,
  next_missing: 422,
  until_missing: 422,
  person_missing: 422,
  organisation_missing: 422,
  assignee_missing: 422,
  email_invalid: 422,
  phone_invalid: 422,
  day_invalid: 422,
  currency_mismatch: 422,
  person_objected: 422,
  merge_self: 422,
  mapping_invalid: 422,
  password_weak: 422,
  idempotency_mismatch: 422,
  too_many_requests: 429,
  internal: 500,
  disk_full: 507,
  database_unavailable: 503,
} as const;
export type ProblemCode = keyof typeof problems;

export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  /** The field or place, where there is one. */
  at: Type.Optional(Type.String()),
  /** Facts to go on with: the present opportunity on a conflict, and so on. */
  facts: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});
export type Problem = Static<typeof Problem>;
