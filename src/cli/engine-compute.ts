import { text } from 'node:stream/consumers';
import { computeCases, type ComputedCases } from '#core/persistence/compute-cases';
import { caseProblemWords } from './case-problem-words.ts';
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

/** `index[3], input.hazards[2]: is negative`: the case (counted from 0, as the field), the field, and what is wrong with it. */
function refusal(refused: Extract<ComputedCases, { kind: 'refused' }>): string {
  const which = refused.index === null ? refused.case : `${refused.case}[${refused.index}]`;
  const place = [which, refused.field].filter((part) => part !== '').join(', ');
  return `${place}: ${caseProblemWords[refused.reason]}`;
}
