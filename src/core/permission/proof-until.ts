import { addMonths } from '#core/outlook/month-days';
import type { Day } from '#core/day/day';
import type { ProofKind } from './words.ts';

/** Consent is asked again after two years, unless its end was said; a customer's exception lasts three; what was published has no end. */
const months: Readonly<Record<ProofKind, number | null>> = { consent: 24, soft_opt_in: 36, published: null };

export function proofUntil(kind: ProofKind, givenOn: Day): Day | null {
  const length = months[kind];
  return length === null ? null : addMonths(givenOn, length);
}
