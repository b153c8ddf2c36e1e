import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { toDay } from '#core/day/day';
import { board } from './board.ts';
import type { Filled, Promised } from './bench.ts';
import { chromiumPath } from './chromium.ts';
import { load } from './data/load.ts';
import { engine } from './engine.ts';
import { firstLoad } from './first-load.ts';
import { makeCompany, openHouse, type House } from './house.ts';
import { importFile } from './import-file.ts';
import { logMoment } from './log-moment.ts';
import { holds, type Line, pace } from './measure.ts';
import { mailbox } from './mailbox.ts';
import { mirror } from './mirror.ts';
import { openPerson } from './open-person.ts';
import { sendCourse } from './outbox.ts';
import { outlook } from './outlook.ts';
import { refreshPaceAtNight } from './pace.ts';
import { publicPage } from './public-page.ts';
import { reportOf, tableOf } from './report.ts';
import { screen } from './screen.ts';
import { search } from './search.ts';
import { startServerUnderTest } from './server-under-test.ts';
import { startUp } from './start-up.ts';
import { today } from './today.ts';

const help = `npm run bench -- [options]
  --sizes 10000,100000,1000000   open opportunities in one workspace
  --only today,log,person,search,board,mirror,pace,outlook,outbox,screen,page,import,mailbox,start,script,engine
  --rows 100000                  of the file to import
  --times 200                    requests of each kind
  --folder F                     keeps the data in F, and uses it again the next time
  --write                        puts the table into docs/performance.md`;

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    only: { type: 'string' },
    rows: { type: 'string', default: '100000' },
    times: { type: 'string', default: '200' },
    folder: { type: 'string' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const needNoCompanies: ReadonlySet<string> = new Set([
  firstLoad.name,
  startUp.name,
  engine.name,
  'import',
  'outbox',
  'mailbox',
]);

async function main(): Promise<void> {
  if (values.help) return say(help);
  const on = new Date();
  const busy = loadavg()[0] ?? 0;
  const paceBefore = pace();
  const wanted = values.only?.split(',');
  const chosen = (name: string): boolean => wanted?.includes(name) ?? true;
  // Not after half an hour.
  if (chosen(screen.name) || chosen(publicPage.name)) chromiumPath();
  // What takes no companies in a database of its own, as a new user has it: those of `--folder` may stand in the other.
  const lines = [
    ...(await measure(undefined, (name) => chosen(name) && needNoCompanies.has(name), [], on)),
    ...(await measure(
      values.folder && resolve(values.folder),
      (name) => chosen(name) && !needNoCompanies.has(name),
      values.sizes.split(',').map(Number),
      on,
    )),
  ];
  process.stdout.write(`${tableOf(lines)}\n`);
  if (values.write)
    await writeFile(
      new URL('../docs/performance.md', import.meta.url),
      reportOf(lines, on, busy, [paceBefore, pace()]),
    );
  const missed = lines.filter((line) => holds(line) === false);
  if (missed.length > 0) {
    say(`${missed.length} of ${lines.length} lines do not hold.`);
    process.exitCode = 1;
  }
}

/** On a server and a database of their own; in that, companies of these sizes. */
async function measure(
  folder: string | undefined,
  chosen: (name: string) => boolean,
  sizes: readonly number[],
  on: Date,
): Promise<Line[]> {
  const house = await openHouse(folder);
  try {
    const all = promisedIn(house).filter(({ name }) => chosen(name));
    if (all.length === 0) return [];
    const lines: Line[] = [];
    const server = await startServerUnderTest(house.dataFolder);
    try {
      const companies = sizes.length === 0 ? [] : await filledCompanies(house, sizes, on);
      for (const promised of all) {
        say(`${promised.name} …`);
        lines.push(...(await promised.run({ server, companies, times: Number(values.times), say })));
      }
      if (companies.length > 0) {
        const memory = await server.peakMegabytes();
        lines.push({
          what: 'Memory of the server in all of it',
          size: null,
          p50: null,
          p95: memory,
          unit: 'MB',
          limit: 400,
          note: '',
        });
      }
    } finally {
      await server.stop();
    }
    return lines;
  } finally {
    await house.close();
  }
}

const promisedIn = (house: House): Promised[] => [
  firstLoad,
  startUp,
  engine,
  importFile(house, Number(values.rows)),
  today,
  openPerson,
  search,
  board,
  mirror,
  logMoment,
  screen,
  publicPage,
  refreshPaceAtNight(house),
  outlook(house),
  mailbox(house),
  sendCourse(house),
];

/** Of each size one of one assignee and one of ten; those of `--folder` as they were left. */
async function filledCompanies(house: House, sizes: readonly number[], on: Date): Promise<Filled[]> {
  const list = join(house.dataFolder, 'companies.json');
  const present: Filled[] = values.folder && existsSync(list) ? JSON.parse(await readFile(list, 'utf8')) : [];
  if (present.length > 0) return present.filter(({ size }) => sizes.includes(size));
  const companies: Filled[] = [];
  for (const assignees of [1, 10])
    for (const size of sizes) companies.push({ ...(await makeCompany(house, assignees)), size, assignees });
  await load(
    house,
    companies.map(({ workspaceId, memberIds, size }) => ({
      workspaceId,
      assigneeIds: memberIds,
      open: size,
      today: toDay(on.toISOString().slice(0, 10)),
      endedShare: 0.12,
      averageValue: 100_000,
    })),
    say,
  );
  if (values.folder) await writeFile(list, JSON.stringify(companies));
  return companies;
}

await main();
