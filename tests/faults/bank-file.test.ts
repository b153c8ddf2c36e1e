import { afterAll, beforeAll, expect, test } from 'vitest';
import { anInstallation, type Installation } from '#tests/support/installation';
import { hasSharedData, sharedPath } from '#tests/support/shared-data';

/* The whole of a bank's phone campaign (UCI Bank Marketing), as a user brings it by the command line. Its head: tests/integration/import. */
let installation: Installation | undefined;

beforeAll(async () => {
  if (hasSharedData) installation = await anInstallation();
});
afterAll(() => installation?.clear());

const options = [
  '--map',
  'name=prospect',
  '--map',
  'held=contacts',
  '--map',
  'won=bought',
  '--not-won',
  'stopped',
  '--json',
];

test.skipIf(!hasSharedData)(
  '45,211 prospects come in, the Mirror shows their shares, the same file again adds nothing, and verify finds no difference (where ../shared/data is beside the checkout)',
  async () => {
    if (!installation) throw new Error('there is no installation');
    const { run, serve, ask } = installation;
    const path = sharedPath('bank/bank-prospects.csv');
    const began = performance.now();
    const first = await run('import', path, ...options);
    const seconds = (performance.now() - began) / 1000;
    expect(first.code, first.said).toBe(0);
    expect(JSON.parse(first.out)).toMatchObject({ created: 45_211, updated: 0, skipped: 0, rejected: 0 });

    await serve();
    const { body: mirror } = await ask('GET', '/mirror');
    const percents = mirror.sales.slice(0, 5).map((one: { share: number }) => Math.round(one.share * 10_000) / 100);
    expect(percents).toEqual([48.42, 26.49, 11.68, 5.99, 2.63]);
    expect(mirror.stops.slice(0, 3).map((one: { count: number }) => one.count)).toEqual([14_983, 11_104, 4903]);
    expect(mirror.ended).toBe(45_211);

    // What the engine makes of it (engine.md, section 8): the article's part is in these.
    const { body: figures } = await ask('GET', '/figures');
    const hazards = figures.numbers.map((one: { hazard: number }) => 100 * one.hazard);
    [5.665, 5.064, 4.076, 3.288, 2.272, 2.113].forEach((percent, i) =>
      expect(Math.abs(hazards[i] - percent)).toBeLessThan(0.05),
    );

    const again = await run('import', path, ...options);
    expect(JSON.parse(again.out)).toMatchObject({ created: 0, updated: 0, skipped: 45_211, rejected: 0 });
    expect((await ask('GET', '/mirror')).body).toEqual(mirror);
    const verified = await run('verify');
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('no difference')]);
    // For whoever looks: what it took, the start of the program included.
    expect(seconds, `${Math.round(45_211 / seconds)} rows a second`).toBeLessThan(600);
  },
);
