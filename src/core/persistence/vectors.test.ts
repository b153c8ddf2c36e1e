import { describe, expect, it } from 'vitest';
import { computeCases } from './compute-cases.ts';
import { vectorDifferences, vectorNames, vectorQuestions } from './vectors.cases.ts';

describe('the engine against the exact results of an independent implementation', () => {
  it.each(vectorNames)('answers every field of every %s case within the stated tolerance', (name) => {
    const questions = vectorQuestions(name);
    const computed = computeCases({ cases: { [name]: questions } });
    if (computed.kind === 'refused') throw new Error(`${computed.field}: ${computed.reason}`);
    const { found, compared } = vectorDifferences(name, computed.cases[name]);
    expect(found).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(questions.length);
  });

  it('covers all eight kinds of case', () => {
    expect(vectorNames.toSorted()).toEqual([
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
