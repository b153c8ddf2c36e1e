import { readFileSync } from 'node:fs';
import { isRecord } from './case-reader.ts';

/** The exact results that engine.md speaks of; the file's own `meta` states these tolerances. */
const vectors: unknown = JSON.parse(readFileSync(new URL('./vectors.json', import.meta.url), 'utf8'));
const VALUE = { relative: 1e-9, absolute: 1e-12 };
const QUANTILE = { relative: 1e-7, absolute: 1e-9 };
const quantileFields = new Set(['hazardInterval90', 'lo90', 'hi90', 'interval90', 'q']);
/** Labels of a case, not results. */
const notResults = new Set(['input', 'note', 'kind', 'a', 'b', 'p']);

const cases = recordOf(recordOf(vectors)['cases']);
/** The kinds of case: `prior`, `update` and so on. */
export const vectorNames: readonly string[] = Object.keys(cases);

/** The questions of one kind: only what section 9 calls input, so that no result comes through from what was sent. */
export function vectorQuestions(name: string): Record<string, unknown>[] {
  return listOf(cases[name]).map((given) => {
    const { input, kind, a, b, p } = recordOf(given);
    return input === undefined ? { a, b, p } : { input, ...(kind === undefined ? {} : { kind }) };
  });
}

/** Every difference between the exact results of one kind and the answers to its questions, by path, and how many fields were compared. */
export function vectorDifferences(name: string, answers: unknown): { found: string[]; compared: number } {
  const count = { n: 0 };
  return { found: differences(cases[name], answers, name, false, count), compared: count.n };
}

function differences(
  expected: unknown,
  answer: unknown,
  path: string,
  quantile: boolean,
  count: { n: number },
): string[] {
  if (typeof expected === 'number') {
    count.n += 1;
    const { relative, absolute } = quantile ? QUANTILE : VALUE;
    const near =
      typeof answer === 'number' && Math.abs(answer - expected) <= Math.max(absolute, relative * Math.abs(expected));
    return near ? [] : [`${path}: ${String(expected)} but ${String(answer)}`];
  }
  if (Array.isArray(expected)) {
    const list = Array.isArray(answer) ? answer : [];
    if (list.length !== expected.length) return [`${path}: ${expected.length} elements but ${list.length}`];
    return expected.flatMap((each, index) => differences(each, list[index], `${path}[${index}]`, quantile, count));
  }
  if (isRecord(expected)) {
    if ('dec' in expected) return differences(expected['value'], answer, path, quantile, count);
    const record = isRecord(answer) ? answer : {};
    return Object.keys(expected)
      .filter((key) => !notResults.has(key))
      .flatMap((key) =>
        differences(expected[key], record[key], `${path}.${key}`, quantile || quantileFields.has(key), count),
      );
  }
  count.n += 1;
  return expected === answer ? [] : [`${path}: ${String(expected)} but ${String(answer)}`];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw new Error('not an object');
  return value;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('not a list');
  return value;
}
