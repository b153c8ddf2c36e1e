import {
  answerBetaQuantile,
  answerForecast,
  answerIndex,
  answerMissed,
  answerPooling,
  answerPrior,
  answerSellerMix,
  answerUpdate,
  type CaseAnswer,
} from './case-answers.ts';
import { caseReader, isRecord, type CaseProblem, type CaseReader } from './case-reader.ts';

/** A case as it came, with the output fields of engine.md section 9 filled. */
export type ComputedCase = Readonly<Record<string, unknown>>;

/** `case` '' and `index` null: the whole is wrong; `index` counts from 0; `field` is a path such as `input.hazards[3]`. */
export type ComputedCases =
  | { readonly kind: 'computed'; readonly cases: Readonly<Record<string, readonly ComputedCase[]>> }
  | {
      readonly kind: 'refused';
      readonly case: string;
      readonly index: number | null;
      readonly field: string;
      readonly reason: CaseProblem;
    };

const answers: ReadonlyMap<string, (reader: CaseReader) => CaseAnswer> = new Map([
  ['prior', answerPrior],
  ['update', answerUpdate],
  ['index', answerIndex],
  ['missed', answerMissed],
  ['forecast', answerForecast],
  ['pooling', answerPooling],
  ['sellerMix', answerSellerMix],
  ['betaQuantile', answerBetaQuantile],
]);

/**
 * The command line's check of the engine (engine.md, section 9): parsed JSON `{cases: {prior: [{input}, …], …}}`, any subset, to the same
 * with every output field. All or nothing: the first wrong field refuses the whole.
 */
export function computeCases(json: unknown): ComputedCases {
  const cases = isRecord(json) ? json['cases'] : undefined;
  if (!isRecord(cases)) {
    const reason = isRecord(json) ? (cases === undefined ? 'missing' : 'not_an_object') : 'not_an_object';
    return { kind: 'refused', case: '', index: null, field: 'cases', reason };
  }
  const computed: Record<string, ComputedCase[]> = {};
  for (const [name, list] of Object.entries(cases)) {
    const answer = answers.get(name);
    if (!answer) return { kind: 'refused', case: name, index: null, field: '', reason: 'unknown_case' };
    if (!Array.isArray(list)) return { kind: 'refused', case: name, index: null, field: '', reason: 'not_a_list' };
    const done: ComputedCase[] = [];
    for (const [index, given] of list.entries()) {
      const reader = caseReader(given, '');
      const output = answer(reader);
      const refusal = reader.refusal();
      if (refusal) return { kind: 'refused', case: name, index, ...refusal };
      if (!output || !isRecord(given)) throw new Error(`no answer to case ${name} ${index}, and no refusal`);
      done.push({ ...given, ...output });
    }
    computed[name] = done;
  }
  return { kind: 'computed', cases: computed };
}
