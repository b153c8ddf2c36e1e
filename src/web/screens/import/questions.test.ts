import { describe, expect, test } from 'vitest';
import { choicesOf, emptyDraft, readRate } from './draft.ts';
import { proposedHistory, questionsOf, rowsToTap, unanswered } from './questions.ts';

const column = (index: number, field: string | null) => ({ index, header: '', field, confidence: 1, samples: [] });
const dated = { row: 2, name: 'Marieke', text: '3/9 vm', days: ['2026-09-03'], held: 1 };
const bare = { row: 3, name: 'Anouk', text: 'nooit meer aan toegekomen', days: [], held: 0 };
const list = {
  kind: 'opportunities' as const,
  columns: [column(0, 'name'), column(1, 'note')],
  history: { hasHeld: false, readable: 1, examples: [dated, bare] },
  currencies: [],
};

describe('what a file leaves open', () => {
  test('a list asks where one knows them from, their form, what silence means, and about dates in notes', () => {
    expect(questionsOf(list, emptyDraft)).toEqual(['basis', 'legalForm', 'notWon', 'readNotes']);
  });
  test('a column with the number of contacts leaves nothing to read or to tap', () => {
    const counted = { ...list, columns: [...list.columns, column(2, 'held')] };
    expect(proposedHistory(counted, emptyDraft)).toEqual([]);
    expect(rowsToTap(counted, emptyDraft)).toEqual([]);
  });
  test('rows without readable dates are the ones to tap', () => {
    expect(proposedHistory(list, emptyDraft)).toEqual([dated]);
    expect(rowsToTap(list, emptyDraft)).toEqual([bare]);
  });
  test('an address book asks what silence means only when it becomes opportunities', () => {
    const book = { ...list, kind: 'persons' as const };
    expect(questionsOf(book, emptyDraft)).toEqual(['as', 'basis', 'legalForm']);
    expect(questionsOf(book, { ...emptyDraft, as: 'opportunities' })).toContain('notWon');
  });
  test('a list of contact moments asks nothing', () => {
    expect(questionsOf({ ...list, kind: 'moments' }, emptyDraft)).toEqual([]);
  });
  test('every other currency needs a rate', () => {
    const dollars = { ...list, currencies: ['USD', 'GBP'] };
    const answered = {
      ...emptyDraft,
      basis: 'event' as const,
      legalForm: 'unknown' as const,
      notWon: 'stopped' as const,
      readNotes: false,
    };
    expect(unanswered(dollars, { ...answered, rates: { USD: '0,92' } })).toEqual(['rates']);
    expect(unanswered(dollars, { ...answered, rates: { USD: '0,92', GBP: '1.17' } })).toEqual([]);
  });
});

describe('the answers as they are sent', () => {
  test('what was not answered is left out, a "no" is not', () => {
    expect(choicesOf(emptyDraft)).toEqual({ keepUnreadable: true });
    expect(choicesOf({ ...emptyDraft, readNotes: false })).toMatchObject({ readNotes: false });
  });
  test('a row whose note is left as it is counts only where notes are read', () => {
    const draft = { ...emptyDraft, notesNotOf: [4] };
    expect(choicesOf({ ...draft, readNotes: true })).toMatchObject({ readNotes: true, notesNotOf: [4] });
    expect(choicesOf({ ...draft, readNotes: false })).toEqual({ keepUnreadable: true, readNotes: false });
  });
  test('skipped rows and wrong rates are not sent', () => {
    const draft = { ...emptyDraft, heldByRow: { 3: 2, 4: 0 }, rates: { USD: '0,92', GBP: 'veel' } };
    expect(choicesOf(draft)).toMatchObject({ heldByRow: { 3: 2 }, rates: { USD: 0.92 } });
  });
  test('a rate is above zero', () => {
    expect(readRate('1.08')).toBe(1.08);
    for (const text of ['', '0', '-1', 'x']) expect(readRate(text)).toBeNull();
  });
});
