import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { vectorDifferences, vectorNames, vectorQuestions } from '../../src/core/persistence/vectors.cases.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const programs = {
  'from source': ['--import', 'tsx', '--conditions=source', 'src/main/cli.ts'],
  built: ['scripts/run.mjs'],
};

/** As a user's shell runs it. Without a place for data and without a database: the engine needs neither. */
async function compute(input: string, program: keyof typeof programs = 'built') {
  const child = spawn(process.execPath, [...programs[program], 'engine', 'compute'], {
    cwd: root,
    env: { PATH: process.env['PATH'], AANHOUDER_DATA: '/nonexistent' },
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  child.stdin.end(input);
  const [code, out, said] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, out, said };
}

describe('aanhouder engine compute', () => {
  it.each(['from source', 'built'] as const)(
    'fills every field of the exact results within tolerance (%s)',
    async (program) => {
      const questions = Object.fromEntries(vectorNames.map((name) => [name, vectorQuestions(name)]));
      const { code, out, said } = await compute(JSON.stringify({ cases: questions }), program);
      expect(code, said).toBe(0);
      const { cases } = JSON.parse(out);
      const results = vectorNames.map((name) => vectorDifferences(name, cases[name]));
      expect(results.flatMap(({ found }) => found)).toEqual([]);
      expect(results.every(({ compared }) => compared > 0)).toBe(true);
    },
  );

  it.each([
    ['broken JSON', '{"cases": {', /^cases: the input is not JSON/],
    ['nothing at all', '', /^cases: the input is not JSON \(nothing was given\)/],
    ['a list', '[]', /^cases: is no object/],
    ['an unknown kind of case', '{"cases": {"oracle": []}}', /^oracle: is no kind of case/],
    ['a missing field', '{"cases": {"index": [{"input": {}}]}}', /^index\[0\], input\.hazards: is missing/],
    [
      'a wrong number in the second of two',
      '{"cases": {"betaQuantile": [{"a": 1, "b": 2, "p": 0.5}, {"a": -1, "b": 2, "p": 0.5}]}}',
      /^betaQuantile\[1\], a: is negative/,
    ],
  ])('refuses %s, naming the case and the field, and writes nothing', async (_, input, message) => {
    const { code, out, said } = await compute(input);
    expect(said).toMatch(message);
    expect(code).toBe(2);
    expect(out).toBe('');
  });
});
