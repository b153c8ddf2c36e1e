import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bankStages } from '../../src/core/persistence/bank-marketing.cases.ts';
import { sectionEight } from '../../src/core/persistence/simulate-section-eight.cases.ts';
import { runOn } from '#tests/support/command-line';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aanhouder-simulate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const simulate = (...argv: string[]) => runOn(house(), ['engine', 'simulate', ...argv], { cwd: folder });
const ratiosIn = (out: string): Record<string, number> =>
  Object.fromEntries(
    JSON.parse(out).policies.map(({ policy, ratio }: { policy: string; ratio: number }) => [policy, ratio]),
  );

describe('aanhouder engine simulate', () => {
  test('gives the ratios of engine.md, section 8: for the article, and for bank-marketing from a file', async () => {
    await writeFile(join(folder, 'bank.json'), JSON.stringify(bankStages.map(({ sold, tried }) => sold / tried)));
    for (const [place, hazard] of ['article', 'bank.json'].entries()) {
      const { code, out, said } = await simulate('--hazard', hazard, '--seed', '1', '--runs', '60', '--json');
      expect(code, said).toBe(0);
      const found = ratiosIn(out);
      for (const [policy, ratio] of Object.entries(sectionEight[place]?.ratios ?? {}))
        expect(Math.abs((found[policy] ?? NaN) / ratio - 1), `${hazard} ${policy}`).toBeLessThan(0.15);
      expect(Object.keys(found)).toEqual(['index', 'stop1', 'stop2', 'stop3', 'mix', 'twelve']);
    }
  });

  test('prints a table with ranges, the same for the same seed', async () => {
    const asked = ['--hazard', 'article', '--days', '50', '--runs', '10', '--seed', '3'];
    const { code, out } = await simulate(...asked);
    expect(code).toBe(0);
    expect(out).toMatch(/^policy +revenue +80% range +sales +found +hours +index \/ this$/m);
    expect(out).toMatch(/^stop after 3 +[\d,]+ +[\d,]+ to [\d,]+ .* ± /m);
    expect(out).toContain('10 paired years of 50 days and 360 minutes a day, seed 3.');
    expect((await simulate(...asked)).out).toBe(out);
    expect((await simulate(...asked.slice(0, -1), '4')).out).not.toBe(out);
  });

  test('takes another guess of how many ever buy, and another tail of the article', async () => {
    const indexOf = async (...argv: string[]) => {
      const { out } = await simulate('--hazard', 'article', '--runs', '20', '--days', '100', '--json', ...argv);
      return JSON.parse(out).policies[0].revenue.mean;
    };
    const usual = await indexOf();
    expect(await indexOf('--chance', '0.4')).toBeGreaterThan(1.5 * usual);
    // Sales that come sooner cost less time.
    expect(await indexOf('--tail', '0.5')).toBeGreaterThan(usual);
  });

  test('with own figures says what they rest on, and is less sure than with hazards that are known', async () => {
    const { anOpportunity, aMoment, id } = await house().aWorkspace();
    await aMoment((await anOpportunity()).id, { outcome: 'bought' });
    const asked = ['--runs', '40', '--days', '100'];
    const own = await simulate('--hazard', 'own', '--workspace', id, ...asked);
    expect(own.said).toBe('');
    expect(own.out).toMatch(/^Your figures of \d{4}-\d\d-\d\d: 1 ended, 0% your own contact moments/);
    const width = async (...hazard: string[]) => {
      const { out } = await simulate('--hazard', ...hazard, '--moment', '15', ...asked, '--json');
      const { mean, p10, p90 } = JSON.parse(out).policies[0].revenue;
      return (p90 - p10) / mean;
    };
    expect(await width('own', '--workspace', id)).toBeGreaterThan(1.5 * (await width('article')));
  });

  test.each([
    ['no hazard', [], /^--hazard is missing/],
    [
      'a file that is not there',
      ['--hazard', 'none.json'],
      /^--hazard: There is no file .*none\.json\. Give article, own, or a JSON file/,
    ],
    [
      'days of nothing',
      ['--hazard', 'article', '--days', '0'],
      /^--days must be a whole number from 1 to 1000, not "0"/,
    ],
    ['minutes in words', ['--hazard', 'article', '--minutes', 'six'], /^--minutes must be .* not "six"/],
    ['a negative acquisition', ['--hazard', 'article', '--acquisition=-1'], /^--acquisition must be a number from 0/],
    ['half a year', ['--hazard', 'article', '--runs', '2.5'], /^--runs must be a whole number/],
    ['other values', ['--hazard', 'article', '--values', 'normal'], /^--values must be equal or lognormal/],
  ])('refuses %s with a line and exit code 2', async (_, argv, message) => {
    const { code, said, out } = await simulate(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said).toMatch(message);
  });

  test.each([
    ['{', /broken\.json is not JSON/],
    ['[0.1]', /^--hazard: broken\.json, hazards: has the wrong number of elements/],
    [JSON.stringify([...Array(11).fill(0.1), -0.1]), /^--hazard: broken\.json, hazards\[11\]: is negative/],
    [JSON.stringify([...Array(11).fill(0.1), null]), /^--hazard: broken\.json, hazards\[11\]: is no number/],
    [JSON.stringify([...Array(11).fill(0.1), 1.1]), /^--hazard: broken\.json, hazards\[11\]: is out of range/],
    [
      JSON.stringify({ hazards: Array(12).fill(0.5), continues: Array(12).fill(0.6) }),
      /^--hazard: broken\.json, continues\[0\]: contradicts another field/,
    ],
    [
      JSON.stringify({ hazards: Array(12).fill(0.5), hazard: 1 }),
      /^--hazard: broken\.json, hazard: is none of the words/,
    ],
    ['"half"', /^--hazard: broken\.json, hazards: is no list/],
  ])('refuses a file with %s, naming the field', async (content, message) => {
    await writeFile(join(folder, 'broken.json'), content);
    const { code, said, out } = await simulate('--hazard', 'broken.json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said).toMatch(message);
  });

  test('takes hazards with refusals, and says so where nothing is earned', async () => {
    const nobody = { hazards: Array(12).fill(0), continues: Array(12).fill(0.5) };
    await writeFile(join(folder, 'nobody.json'), JSON.stringify(nobody));
    const { code, out } = await simulate('--hazard', 'nobody.json', '--runs', '5', '--days', '10');
    expect(code).toBe(0);
    expect(out).toMatch(/^stop after 1 +0 +0 to 0 .*nothing earned$/m);
    expect(out).not.toContain('NaN');
  });
});
