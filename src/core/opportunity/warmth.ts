import { isConversation, type Outcome, type Warmth, warmths } from './vocabulary.ts';

export function warmerOf(a: Warmth, b: Warmth): Warmth {
  return warmths.indexOf(a) >= warmths.indexOf(b) ? a : b;
}

/** Only upward (definition 8). Silence tells nothing new about an `unknown`: perhaps they spoke before the import. */
export function warmthAfter(before: Warmth, outcome: Outcome): Warmth {
  if (outcome === 'interested' || outcome === 'appointment') return 'interested';
  return isConversation(outcome) ? warmerOf(before, 'spoke') : before;
}
