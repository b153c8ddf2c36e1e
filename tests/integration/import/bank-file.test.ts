import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOn } from '#tests/support/command-line';
import { differencesIn } from '#tests/support/counter-check';
import { fixturePath, hasSharedData, sharedPath } from '#tests/support/shared-data';
import { useHouse } from '#tests/support/use-house';

/*
 * A bank's phone campaign (UCI Bank Marketing): the head of it, or of a clone's fixture. All 45,211 rows: tests/faults/bank-file.test.ts.
 */
const house = useHouse();
const headRows = 3000;
let folder: string;
let path: string;
/** Contacts held and whether they bought, by row: read here without any of the importer. */
let rows: { held: number; bought: boolean }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aanhouder-bank-'));
  const whole = await readFile(
    hasSharedData ? sharedPath('bank/bank-prospects.csv') : fixturePath('imports/bank-prospects.csv'),
    'utf8',
  );
  const lines = whole
    .trimEnd()
    .split(/\r?\n/)
    .slice(0, headRows + 1);
  rows = lines.slice(1).map((line) => {
    const cells = line.split(',');
    return { held: Number(cells[4]), bought: cells[7] === 'yes' };
  });
  path = join(folder, 'bank-prospects.csv');
  await writeFile(path, `${lines.join('\n')}\n`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const options = ['--map', 'name=prospect', '--map', 'held=contacts', '--map', 'won=bought', '--not-won', 'stopped'];

/** Share of the numbers 1 to 12 in all of these, in whole hundredths of a percent. */
function shares(of: readonly { held: number }[]): number[] {
  return Array.from({ length: 12 }, (_, i) =>
    Math.round((10_000 * of.filter(({ held }) => held === i + 1).length) / of.length),
  );
}

test('every row becomes an opportunity that ended, the Mirror counts them by their number, and the same file again adds nothing', async () => {
  const workspace = await house().aWorkspace();
  const run = (...more: string[]) =>
    runOn(house(), ['import', path, ...options, '--json', '--workspace', workspace.id, ...more]);
  const sold = rows.filter(({ bought }) => bought);
  const stopped = rows.filter(({ bought }) => !bought);

  const dry = JSON.parse((await run('--dry-run')).out);
  expect((await workspace.api.get('/opportunities')).body.items).toEqual([]);
  expect((await workspace.api.get('/imports')).body.items).toEqual([]);
  const { code, out } = await run();
  expect(code).toBe(0);
  const done = JSON.parse(out);
  expect(done).toMatchObject({ created: rows.length, updated: 0, skipped: 0, rejected: 0, won: sold.length });
  expect({ ...dry, import: '' }).toEqual({ ...done, import: '' });

  const { body: mirror } = await workspace.api.get('/mirror');
  expect(mirror.ended).toBe(rows.length);
  expect(mirror.sales.slice(0, 12).map((s: { share: number }) => Math.round(s.share * 10_000))).toEqual(shares(sold));
  expect(mirror.stops.slice(0, 12).map((s: { count: number }) => s.count)).toEqual(
    Array.from({ length: 12 }, (_, i) => stopped.filter(({ held }) => held === i + 1).length),
  );
  expect(mirror.refusals.every((s: { count: number }) => s.count === 0)).toBe(true);

  expect(JSON.parse((await run()).out)).toMatchObject({ created: 0, updated: 0, skipped: rows.length, rejected: 0 });
  expect((await workspace.api.get('/mirror')).body).toEqual(mirror);
  expect(await differencesIn(workspace.context)).toEqual([]);
});

test('a column or field that is not there is refused by name, and nothing is written', async () => {
  const workspace = await house().aWorkspace();
  const run = (map: string) => runOn(house(), ['import', path, '--map', map, '--workspace', workspace.id]);
  expect(await run('held=contactz')).toMatchObject({
    code: 1,
    said: expect.stringMatching(/mapping_invalid.*contacts/),
  });
  expect(await run('hold=contacts')).toMatchObject({ code: 1, said: expect.stringMatching(/mapping_invalid.*hold/) });
  expect((await workspace.api.get('/opportunities')).body.items).toEqual([]);
});
