import { isDay, toDay, type Day } from '../day/day.ts';
import { STAGE_COUNT } from './stage-list.ts';

/** Why a case cannot be computed; a code, the words are the caller's. */
export type CaseProblem =
  | 'missing'
  | 'not_an_object'
  | 'not_a_list'
  | 'not_a_number'
  | 'not_a_whole_number'
  | 'not_true_or_false'
  | 'not_a_day'
  | 'negative'
  | 'not_positive'
  | 'out_of_range'
  | 'wrong_length'
  | 'unknown_word'
  | 'unknown_case'
  | 'inconsistent';

/** Bounds of a number: 0 or more, `above` 0 if so said, at most `max`. */
export interface NumberRule {
  readonly max?: number;
  readonly above?: 0;
  readonly whole?: true;
}

export interface FieldRefusal {
  readonly field: string;
  readonly reason: CaseProblem;
}

/**
 * Reads fields of untrusted JSON and remembers the first that is wrong. Every reading gives a value of its type, so that a case is read
 * straight on; whoever reads asks `refusal()` before computing anything.
 */
export interface CaseReader {
  number(field: string, rule?: NumberRule): number;
  numbers(field: string, length: number, rule?: NumberRule): number[];
  stages(field: string, rule?: NumberRule): number[];
  word<Word extends string>(field: string, words: readonly [Word, ...Word[]]): Word;
  flag(field: string): boolean;
  day(field: string): Day;
  has(field: string): boolean;
  object(field: string): CaseReader;
  objects(field: string): CaseReader[];
  refuse(field: string, reason: CaseProblem): void;
  refusal(): FieldRefusal | null;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Larger than any sum of money or count; keeps products finite. */
const LARGEST = 1e15;

function problemOf(value: unknown, { max = LARGEST, above, whole }: NumberRule): CaseProblem | null {
  if (value === undefined) return 'missing';
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'not_a_number';
  if (value < 0) return 'negative';
  if (above === 0 && value === 0) return 'not_positive';
  if (value > max) return 'out_of_range';
  return whole === true && !Number.isInteger(value) ? 'not_a_whole_number' : null;
}

/** `path` names where the source stands ('input', 'observations[3]'). */
export function caseReader(source: unknown, path: string): CaseReader {
  return readerInto({ first: null }, source, path);
}

function readerInto(found: { first: FieldRefusal | null }, source: unknown, path: string): CaseReader {
  const record = isRecord(source) ? source : {};
  const at = (field: string) => (path === '' ? field : `${path}.${field}`);
  const note = (field: string, reason: CaseProblem) => {
    found.first ??= { field, reason };
  };
  if (!isRecord(source)) note(path, source === undefined ? 'missing' : 'not_an_object');

  const checked = (value: unknown, field: string, rule: NumberRule): number => {
    const problem = problemOf(value, rule);
    if (problem) note(field, problem);
    return problem === null && typeof value === 'number' ? value : 1;
  };
  const list = (field: string): readonly unknown[] => {
    const value = record[field];
    if (Array.isArray(value)) return value;
    note(at(field), value === undefined ? 'missing' : 'not_a_list');
    return [];
  };

  const reader: CaseReader = {
    number: (field, rule = {}) => checked(record[field], at(field), rule),
    numbers: (field, length, rule = {}) => {
      const values = list(field);
      if (values.length !== length) note(at(field), 'wrong_length');
      return Array.from({ length }, (_, index) =>
        index < values.length ? checked(values[index], `${at(field)}[${index}]`, rule) : 1,
      );
    },
    stages: (field, rule) => reader.numbers(field, STAGE_COUNT, rule),
    word: (field, words) => {
      const value = record[field];
      const known = words.find((word) => word === value);
      if (known === undefined) note(at(field), value === undefined ? 'missing' : 'unknown_word');
      return known ?? words[0];
    },
    flag: (field) => {
      const value = record[field];
      if (value !== undefined && value !== null && typeof value !== 'boolean') note(at(field), 'not_true_or_false');
      return value === true;
    },
    day: (field) => {
      const value = record[field];
      // From 9001 on a rhythm could walk past the year 9999, where days no longer sort as text.
      if (typeof value === 'string' && isDay(value) && value < '9001') return value;
      note(at(field), value === undefined ? 'missing' : 'not_a_day');
      return toDay('2000-01-01');
    },
    has: (field) => record[field] !== undefined && record[field] !== null,
    object: (field) => readerInto(found, record[field], at(field)),
    objects: (field) => list(field).map((value, index) => readerInto(found, value, `${at(field)}[${index}]`)),
    refuse: (field, reason) => note(at(field), reason),
    refusal: () => found.first,
  };
  return reader;
}
