import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRecord } from './case-reader.ts';
import { computeCases } from './compute-cases.ts';

/** The exact results that engine.md speaks of; the file's own `meta` states these tolerances. */
const vectors: unknown = JSON.parse(readFileSync(new URL('./vectors.json', import.meta.url), 'utf8'));
const VALUE = { relative: 1e-9, absolute: 1e-12 };
const QUANTILE = { relative: 1e-7, absolute: 1e-9 };
const quantileFields = new Set(['hazardInterval90', 'lo90', 'hi90', 'interval90', 'q']);
/** Labels of a case, not results. */
const notResults = new Set(['input', 'note', 'kind', 'a', 'b', 'p']);

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw new Error('not an object');
  return value;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('not a list');
  return value;
}

/** Every difference between expected and answered, by path; counts what it compared. */
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

/** Only what section 9 calls input: no result may come through from what was sent. */
function questionOf(given: unknown): Record<string, unknown> {
  const { input, kind, a, b, p } = recordOf(given);
  return input === undefined ? { a, b, p } : { input, ...(kind === undefined ? {} : { kind }) };
}

const cases = recordOf(recordOf(vectors)['cases']);

describe('the engine against the exact results of an independent implementation', () => {
  it.each(Object.keys(cases).map((name) => [name, listOf(cases[name])] as const))(
    'answers every field of every %s case within the stated tolerance',
    (name, expected) => {
      const computed = computeCases({ cases: { [name]: expected.map(questionOf) } });
      if (computed.kind === 'refused') throw new Error(`${computed.field}: ${computed.reason}`);
      const count = { n: 0 };
      const found = expected.flatMap((each, index) =>
        differences(each, computed.cases[name]?.[index], `${name}[${index}]`, false, count),
      );
      expect(found).toEqual([]);
      expect(count.n).toBeGreaterThanOrEqual(expected.length);
    },
  );

  it('covers all eight kinds of case', () => {
    expect(Object.keys(cases).toSorted()).toEqual([
      'betaQuantile',
      'forecast',
      'index',
      'missed',
      'pooling',
      'prior',
      'sellerMix',
      'update',
    ]);
  });
});
