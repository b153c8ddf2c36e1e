import { text } from 'node:stream/consumers';
import type { CaseProblem } from '#core/persistence/case-reader';
import { computeCases, type ComputedCases } from '#core/persistence/compute-cases';
import type { Command } from './command.ts';

const badInput = 2;

/** The engine checked from outside (engine.md, section 9): cases on standard input, the same with every result on standard output. */
export const engineCompute: Command = {
  words: ['engine', 'compute'],
  summary: 'Computes cases of the engine: compute < in.json > out.json',
  options: {},
  async run(world) {
    const input = await text(process.stdin);
    let json: unknown;
    try {
      json = JSON.parse(input);
    } catch (error) {
      const found = input.trim() === '' ? 'nothing was given' : error instanceof Error ? error.message : String(error);
      world.say(`cases: the input is not JSON (${found}). Give it on standard input: … engine compute < in.json`);
      return badInput;
    }
    const computed = computeCases(json);
    if (computed.kind === 'refused') {
      world.say(refusal(computed));
      return badInput;
    }
    world.print(JSON.stringify({ cases: computed.cases }, null, 2));
    return 0;
  },
};

const reasons: Readonly<Record<CaseProblem, string>> = {
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

/** `index[3], input.hazards[2]: is negative`: the case (counted from 0, as the field), the field, and what is wrong with it. */
function refusal(refused: Extract<ComputedCases, { kind: 'refused' }>): string {
  const which = refused.index === null ? refused.case : `${refused.case}[${refused.index}]`;
  const place = [which, refused.field].filter((part) => part !== '').join(', ');
  return `${place}: ${reasons[refused.reason]}`;
}
