import type { CaseProblem } from '#core/persistence/case-reader';

/** What is wrong with a field, to stand after its name. */
export const caseProblemWords: Readonly<Record<CaseProblem, string>> = {
  missing: 'is missing',
  not_an_object: 'is no object',
  not_a_list: 'is no list',
  not_a_number: 'is no number',
  not_a_whole_number: 'is no whole number',
  not_true_or_false: 'is neither true nor false',
  not_a_day: 'is no day between 0000-01-01 and 9000-12-31, written as 2026-11-24',
  negative: 'is negative',
  not_positive: 'is not above 0',
  out_of_range: 'is out of range',
  wrong_length: 'has the wrong number of elements',
  unknown_word: 'is none of the words that may stand here',
  unknown_case: 'is no kind of case',
  inconsistent: 'contradicts another field of this case',
};
