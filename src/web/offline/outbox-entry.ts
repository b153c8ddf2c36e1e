import type { LogMoment, NextMoment, PlanNext } from '#contract/opportunity';
import type { FailureCode } from '../data/api-problem.ts';

/** What of an opportunity stood on the screen when its next moment was moved: whether somebody else moved it is seen by this. */
export type SeenPlan = { held: number; next: Pick<NextMoment, 'on' | 'at' | 'channel' | 'act'> | null };
/** The notes of a person that are written in place. */
export type PersonNote = 'goodToKnow' | 'howMet';

type Act =
  | { kind: 'log'; body: LogMoment & { clientId: string } }
  | { kind: 'plan'; body: PlanNext & { version: number }; seen: SeenPlan }
  | {
      kind: 'note';
      body: { version: number } & Partial<Record<PersonNote, string | null>>;
      field: PersonNote;
      seen: string | null;
    };

/** Why the server did not take it, and what it says there is now. It waits for the user's choice. */
export type Refusal = { code: FailureCode; facts?: Record<string, unknown> | undefined };

/**
 * One act that is on its way to the server. It is written down before it is sent and goes only when the server has answered, or by the
 * user's own hand.
 */
export type OutboxEntry = Act & {
  /** Made here: the Idempotency-Key, and of a moment its id. */
  id: string;
  /** Whose it is; sent for nobody else. */
  scope: string;
  /** In this order, for each record. */
  order: number;
  /** The opportunity or person. */
  recordId: string;
  /** For saying who it is about. */
  name: string;
  /** By the clock of this device. */
  at: string;
  /** Counted before each sending: above 0 it may have arrived. */
  tries: number;
  /** Sent without its key: the server said that its answer was lost. The row itself (its id, its version) then counts it once. */
  keyless?: true;
  refusal?: Refusal;
  /** Changed by the user after a refusal: it is not the form's alone. */
  again?: true;
  /** Taken back by the user after it may have arrived: it is sent, and then undone. */
  undo?: true;
};

export type NewEntry = Act & Pick<OutboxEntry, 'id' | 'recordId' | 'name'>;
