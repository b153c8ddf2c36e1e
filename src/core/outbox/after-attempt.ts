import type { HoldReason, MailKind, MailState, RefusalReason } from './vocabulary.ts';

/**
 * What became of handing a message over. `later`: the server was not reached or answered 4xx. `unknown`: the message began, and no answer
 * came; it may have arrived.
 */
export type Handed =
  | { kind: 'sent'; answer: string }
  | { kind: 'refused'; answer: string }
  | { kind: 'later'; answer: string }
  | { kind: 'unknown'; answer: string; why: 'crashed' | 'line_broke' };

export type AfterAttempt = {
  state: MailState;
  reason: HoldReason | RefusalReason | null;
  answer: string | null;
  /** Minutes until it is tried again; null: not by itself. */
  againAfter: number | null;
  unknowns: number;
};

/** As mail servers do among themselves (RFC 5321, 4.5.4.1): soon, then ever less often; in all some four days. */
const waits = [1, 5, 15, 30, 60, 120, 240, 480, 720, 1440, 1440, 1440];
const mostUnknowns = 2;

export const atLeastOnce = (kind: MailKind): boolean => kind === 'sign_in' || kind === 'service';

/** @param attempts this one included; `unknowns` before it */
export function afterAttempt(
  { kind, attempts, unknowns }: { kind: MailKind; attempts: number; unknowns: number },
  handed: Handed,
): AfterAttempt {
  const { answer } = handed;
  switch (handed.kind) {
    case 'sent':
      return { state: 'sent', reason: null, answer, againAfter: null, unknowns };
    case 'refused':
      return { state: 'failed', reason: 'server_refused', answer, againAfter: null, unknowns };
    case 'later': {
      const againAfter = waits[attempts - 1] ?? null;
      if (againAfter === null) return { state: 'failed', reason: 'too_often', answer, againAfter, unknowns };
      return { state: 'queued', reason: 'try_again', answer, againAfter, unknowns };
    }
    case 'unknown':
      if (atLeastOnce(kind) && unknowns + 1 < mostUnknowns)
        return { state: 'queued', reason: 'try_again', answer, againAfter: 0, unknowns: unknowns + 1 };
      return { state: 'uncertain', reason: handed.why, answer, againAfter: null, unknowns: unknowns + 1 };
  }
}
