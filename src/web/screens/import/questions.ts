import type { Import } from '#contract/import';
import { hasField, readRate, type Draft } from './draft.ts';

export type Question = 'as' | 'basis' | 'legalForm' | 'notWon' | 'readNotes' | 'rates';
type Found = Pick<Import, 'kind' | 'columns' | 'history' | 'currencies'>;
export type HistoryExample = Import['history']['examples'][number];

/** An address book comes in as people only, unless the user wants opportunities of them. */
function asOpportunities(found: Found, draft: Draft): boolean {
  if (found.kind === 'moments') return false;
  return found.kind === 'opportunities' || draft.as === 'opportunities';
}

/** What this file leaves open. A file of contact moments is about people who are known already: nothing to ask but rates. */
export function questionsOf(found: Found, draft: Draft): Question[] {
  const asked: Question[] = [];
  if (found.kind === 'persons') asked.push('as');
  if (found.kind !== 'moments') asked.push('basis', 'legalForm');
  if (asOpportunities(found, draft)) asked.push('notWon');
  if (proposedHistory(found, draft).length > 0) asked.push('readNotes');
  if (asOpportunities(found, draft) && found.currencies.length > 0) asked.push('rates');
  return asked;
}

/** Those not answered yet, in the order in which they stand on the screen. */
export function unanswered(found: Found, draft: Draft): Question[] {
  return questionsOf(found, draft).filter((question) =>
    question === 'rates'
      ? found.currencies.some((currency) => readRate(draft.rates[currency] ?? '') === null)
      : draft[question] === null,
  );
}

/** Rows in whose notes contacts were read: asked only when no column says how many contacts there were. */
export function proposedHistory(found: Found, draft: Draft): HistoryExample[] {
  if (!asOpportunities(found, draft) || hasField(found, draft, 'held') || !hasField(found, draft, 'note')) return [];
  return found.history.examples.filter((example) => example.held > 0);
}

/** Rows for the minute of tapping: those that neither a column nor their notes tell the number of contacts of. */
export function rowsToTap(found: Found, draft: Draft): HistoryExample[] {
  if (!asOpportunities(found, draft) || hasField(found, draft, 'held')) return [];
  return found.history.examples.filter((example) => example.held === 0);
}
