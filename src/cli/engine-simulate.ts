import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { minorDigits } from '#core/money/minor-units';
import { DEFAULT_PRIOR, priorOf } from '#core/persistence/prior';
import { readHazards } from '#core/persistence/read-hazards';
import { simulatePolicies } from '#core/persistence/simulate-policies';
import type { Truth } from '#core/persistence/simulate-settings';
import { perStage } from '#core/persistence/stage-list';
import type { FiguresOf } from '#contract/figures';
import { getFigures } from '#usecases/engine/get-figures';
import { caseProblemWords } from './case-problem-words.ts';
import { text, type Command, type Given, type World } from './command.ts';
import { numberOption, type NumberOption } from './number-option.ts';
import { simulationTable } from './simulation-table.ts';
import { theOwner } from './the-owner.ts';
import { whyUnread } from './why-unread.ts';

const badInput = 2;

const numbers = {
  days: { least: 1, most: 1000, whole: true, otherwise: 250 },
  minutes: { least: 1, most: 1440, whole: true, otherwise: 360 },
  acquisition: { least: 0, most: 10_000, otherwise: 45 },
  moment: { least: 1, most: 1440, otherwise: 15 },
  value: { least: 0, most: 1_000_000_000, otherwise: 1000 },
  leads: { least: 0.1, most: 10_000, otherwise: Number.NaN },
  runs: { least: 2, most: 10_000, whole: true, otherwise: 200 },
  chance: { least: 0.01, most: 0.99, otherwise: DEFAULT_PRIOR.p },
  tail: { least: 0.01, most: 100, otherwise: Number.NaN },
  seed: { least: 0, most: 2_000_000, whole: true, otherwise: 1 },
} as const satisfies Record<string, NumberOption>;

const numberNames = [
  'days',
  'minutes',
  'acquisition',
  'moment',
  'value',
  'leads',
  'runs',
  'chance',
  'tail',
  'seed',
] as const;

/** The table of engine.md, section 8, for the article's hazards, one's own, or those of a file. Seeded: same input, same table. */
export const engineSimulate: Command = {
  words: ['engine', 'simulate'],
  summary: 'Simulates years of selling: what each way of following up earns',
  options: {
    hazard: {
      type: 'string',
      required: true,
      help: 'article, own, or a JSON file: 12 hazards, or {hazards, continues}',
    },
    days: { type: 'string', help: 'Working days in the year (250)' },
    minutes: { type: 'string', help: 'Minutes a day (360)' },
    acquisition: { type: 'string', help: 'Minutes to find a new prospect (45)' },
    moment: { type: 'string', help: 'Minutes a contact moment (15; with own: those of the channels of your rhythm)' },
    value: { type: 'string', help: 'Average value of a sale (1000; with own: yours)' },
    values: { type: 'string', help: 'equal, or lognormal: with a standard deviation as large as the average (equal)' },
    chance: { type: 'string', help: 'With article: share of prospects that ever buys (0.2)' },
    tail: {
      type: 'string',
      help: 'With article: how its 80% lies over contacts 5 to 12, each this many times the one before (evenly)',
    },
    leads: { type: 'string', help: 'At most so many new prospects a week (as many as there is time for)' },
    runs: { type: 'string', help: 'Years to simulate, the same for each way (200)' },
    seed: { type: 'string', help: 'Another seed gives other years (1)' },
    json: { type: 'boolean', help: 'Prints the figures as JSON' },
    workspace: { type: 'string', help: 'With own: id of the workspace, when there are several' },
  },
  async run(world, given) {
    const refuse = (line: string) => {
      world.say(line);
      return badInput;
    };
    const read = numbersOf(given);
    if (typeof read === 'string') return refuse(read);
    const values = given.values['values'] ?? 'equal';
    if (values !== 'equal' && values !== 'lognormal')
      return refuse(`--values must be equal or lognormal, not "${String(values)}"`);
    const asked = await askedHazard(world, given, read);
    if ('refused' in asked) return refuse(asked.refused);
    const { truth, own } = asked;
    const value =
      own && given.values['value'] === undefined ? own.averageValue / 10 ** minorDigits(own.currency) : read.value;
    const year = {
      days: read.days,
      minutesADay: read.minutes,
      acquisitionMinutes: read.acquisition,
      minutesByStage:
        own && given.values['moment'] === undefined
          ? own.numbers.map(({ minutes }) => Math.max(1, minutes))
          : perStage(() => read.moment),
      value,
      deviation: values === 'lognormal' ? value : 0,
      perWeek: Number.isNaN(read.leads) ? null : read.leads,
    };
    const simulated = simulatePolicies({ year, truth, runs: read.runs, seed: read.seed, own: null });
    if (given.values['json'] === true) {
      world.print(JSON.stringify({ hazard: text(given, 'hazard'), year, ...(own && { own }), ...simulated }, null, 2));
      return 0;
    }
    if (own) world.print(sourceLine(own));
    world.print(simulationTable(simulated));
    world.print(`${read.runs} paired years of ${read.days} days and ${read.minutes} minutes a day, seed ${read.seed}.`);
    return 0;
  },
};

function numbersOf(given: Given): Record<keyof typeof numbers, number> | string {
  const read = {
    days: 0,
    minutes: 0,
    acquisition: 0,
    moment: 0,
    value: 0,
    leads: 0,
    runs: 0,
    chance: 0,
    tail: 0,
    seed: 0,
  };
  for (const name of numberNames) {
    const one = numberOption(given, name, numbers[name]);
    if ('refused' in one) return one.refused;
    read[name] = one.number;
  }
  return read;
}

type Asked = { truth: Truth; own: FiguresOf | null } | { refused: string };

async function askedHazard(
  world: World,
  given: Given,
  { chance, tail }: { chance: number; tail: number },
): Promise<Asked> {
  const name = text(given, 'hazard');
  if (name === 'article') {
    const shape = Number.isNaN(tail) ? ('uniform' as const) : { ratio: tail };
    const { hazards } = priorOf({ ...DEFAULT_PRIOR, p: chance, shape });
    return { truth: { kind: 'known', hazards, continues: hazards.map((hazard) => 1 - hazard) }, own: null };
  }
  if (name === 'own') {
    const identity = await world.open();
    const own = await getFigures({ ...identity, actor: await theOwner(identity, text(given, 'workspace')) }, {});
    const beliefs = {
      alpha: own.numbers.map(({ alpha }) => alpha),
      gammaRefuse: own.numbers.map(({ refuse }) => refuse),
      beta: own.numbers.map(({ beta }) => beta),
    };
    return { truth: { kind: 'believed', beliefs }, own };
  }
  return fileHazard(resolve(world.cwd, name), name);
}

async function fileHazard(path: string, name: string): Promise<Asked> {
  const cure = 'Give article, own, or a JSON file with 12 hazards.';
  let found: string;
  try {
    found = await readFile(path, 'utf8');
  } catch (error) {
    return { refused: `--hazard: ${whyUnread(path, error)} ${cure}` };
  }
  let json: unknown;
  try {
    json = JSON.parse(found);
  } catch {
    return { refused: `--hazard: ${path} is not JSON. ${cure}` };
  }
  const read = readHazards(json);
  if (read.kind === 'read') return { truth: read.truth, own: null };
  return { refused: `--hazard: ${name}, ${read.field}: ${caseProblemWords[read.reason]}` };
}

/** What the figures rest on: no figure without its count. */
function sourceLine({ ended, weight, on }: FiguresOf): string {
  const share = `${Math.round(100 * (1 - weight.article))}%`;
  return `Your figures of ${on}: ${ended} ended, ${share} your own contact moments and the rest the article’s.`;
}
