import { AppError } from '#contract/app-error';
import { addDays, dayIn } from '#core/day/day';
import { channels, outcomes, stopReasons } from '#core/opportunity/vocabulary';
import type { StartBulk } from '#contract/list';
import { goOnWithBulk, startBulk } from '#usecases/bulk/bulk';
import type { Context } from '#usecases/context';
import { uploadImport } from '#usecases/import/upload-import';
import { undoImport } from '#usecases/import/undo-import';
import { workImport } from '#usecases/import/work-import';
import { correctMoment } from '#usecases/opportunity/correct-moment';
import { createOpportunity } from '#usecases/opportunity/create-opportunity';
import { handOver } from '#usecases/opportunity/hand-over';
import { logMoment } from '#usecases/opportunity/log-moment';
import { pinToday } from '#usecases/opportunity/pin-today';
import { planNext } from '#usecases/opportunity/plan-next';
import { receiveInbound } from '#usecases/opportunity/receive-inbound';
import { reviveOpportunity } from '#usecases/opportunity/revive-opportunity';
import { stopOpportunity } from '#usecases/opportunity/stop-opportunity';
import { undoChange, undoLastChange } from '#usecases/opportunity/undo-change';
import { updateOpportunity } from '#usecases/opportunity/update-opportunity';
import { mergeOrganisation } from '#usecases/organisation/merge-organisation';
import { updateOrganisation } from '#usecases/organisation/organisations';
import { deletePerson, mergePerson, objectPerson, updatePerson } from '#usecases/person/change-person';
import { logCare } from '#usecases/person/log-care';
import { planRevive } from '#usecases/revive/plan-revive';
import { changeSettings, readSettings } from '#usecases/settings/settings';
import { spreadLeftovers } from '#usecases/today/spread-leftovers';
import { putInStage } from '#usecases/stage/stages';
import { inside } from '../counter-check.ts';
import type { Command, Verb } from './command.ts';
import { breakByHand } from './break-by-hand.ts';

/** A workspace under a hundred sequences. `own`: what this sequence made; the rest is shared, as colleagues share. */
export type World = {
  context: Context;
  colleague: Context;
  clock: { now: Date };
  own: string[];
  all: string[];
  personIds: string[];
  organisationIds: string[];
  importIds: string[];
  /** Of acts on many, and of merges of organisations: what takes them back. */
  bulkIds: string[];
};

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const earlier = 40;

/** A refusal is an answer; anything else is a fault. */
export async function carryOut(world: World, command: Command): Promise<void> {
  try {
    await doors[command.verb](world, command);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

const doors: Readonly<Record<Verb, (world: World, command: Command) => Promise<unknown>>> = {
  async create(world, { a, b }) {
    const again = a % 3 === 0 && world.personIds.length > 0 ? pick(world.personIds, b) : undefined;
    const phone = b % 2 ? { phone: `06${10_000_000 + (a % 900)}` } : {};
    await make(world, {
      ...(again ? { personId: again } : { person: { name: `Persoon ${a}`, ...phone } }),
      ...(b % 3 ? { value: (b % 50) * 10_000 } : {}),
      ...(b % 4 ? {} : { source: `bron ${b % 3}` }),
      createdOn: b % 5 === 0 ? addDays(today(world), -(b % earlier)) : today(world),
      ...(a % 5 === 0
        ? { firstMoment: { channel: 'call', outcome: pick(['spoke', 'interested', 'message_left', 'bought'], b) } }
        : {}),
    });
  },
  createWithOrganisation: (world, { a, b }) =>
    make(world, {
      ...(a % 2 && world.personIds.length > 0
        ? { personId: pick(world.personIds, b) }
        : { person: { name: `Persoon ${a}`, email: `persoon${a % 200}@example.com` } }),
      organisation: `Bedrijf ${b % 30} BV`,
    }),
  log: (world, command) => log(world, world.context, command),
  colleagueLogs: (world, command) => log(world, world.colleague, command),
  stop: (world, { which, a, b }) =>
    stopOpportunity(world.context, one(world, which), { reason: pick(stopReasons, a), saidNo: b % 3 === 0 }),
  revive: (world, { which, a, b }) =>
    reviveOpportunity(
      world.context,
      one(world, which),
      a % 2 ? {} : { next: { on: addDays(today(world), (b % 30) - 2) } },
    ),
  plan: (world, { which, b }) =>
    planNext(world.context, one(world, which), { on: addDays(today(world), (b % 40) - 5) }),
  pin: (world, { which, a }) => pinToday(world.context, one(world, which), { choice: a % 2 ? 'yes' : 'no' }),
  inbound: (world, { which, a, b }) =>
    receiveInbound(world.context, one(world, which), {
      channel: pick(channels, a),
      ...(b % 2 ? { note: `inkomend ${b}` } : {}),
    }),
  handOver: (world, { which, a }) =>
    handOver(world.context, one(world, which), {
      assigneeId: (a % 2 ? world.colleague : world.context).actor.memberId,
    }),
  async correct(world, { which, a, b }) {
    const moments = await momentsOf(world, one(world, which));
    const moment = moments.length > 0 ? pick(moments, a) : null;
    if (!moment) return;
    await correctMoment(world.context, moment.id, {
      version: moment.version,
      happenedOn: addDays(today(world), -(b % earlier)),
      ...(a % 2 ? { outcome: pick(['no_answer', 'spoke', 'interested', 'message_left'], b) } : {}),
      ...(a % 3 ? {} : { note: `verbeterd ${a}` }),
    });
  },
  async update(world, { which, a, b }) {
    const id = one(world, which);
    await updateOpportunity(world.context, id, {
      version: await versionOf(world, 'opportunity', id),
      ...(a % 3 === 0 ? { openingHeld: b % 15 } : {}),
      ...(a % 3 === 1 ? { value: b % 2 ? b * 100 : null, source: `bron ${b % 3}` } : {}),
      ...(a % 7 === 0 && world.personIds.length > 0 ? { personId: pick(world.personIds, b) } : {}),
      pace: a % 3 ? 'active' : 'slow',
    });
  },
  undo: (world, { which, a }) => undoLastChange(a % 4 ? world.context : world.colleague, one(world, which)),
  undoPerson: (world, { which }) => undoLastChange(world.context, somebody(world, which)),
  spread: (world, { a }) => spreadLeftovers(world.context, (a % 5) + 1),
  planRevive: (world, { a }) => planRevive(world.context, { count: (a % 3) + 1 }),
  async editPerson(world, { which, a, b }) {
    const id = somebody(world, which);
    await updatePerson(world.context, id, {
      version: await versionOf(world, 'person', id),
      ...(a % 2 ? { name: `Anders ${b}` } : { email: b % 3 ? `anders${b}@example.com` : null }),
    });
  },
  async renameOrganisation(world, { which, b }) {
    if (world.organisationIds.length === 0) return;
    const id = pick(world.organisationIds, which);
    await updateOrganisation(world.context, id, {
      version: await versionOf(world, 'organisation', id),
      name: `Hernoemd ${b}`,
    });
  },
  object: (world, { which }) => objectPerson(world.context, somebody(world, which)),
  merge: (world, { which, a }) =>
    mergePerson(world.context, somebody(world, which), {
      otherId: somebody(world, a),
      ...(a % 2 ? { take: ['name', 'phone'] } : {}),
    }),
  deletePerson: (world, { which }) => deletePerson(world.context, somebody(world, which)),
  care: (world, { which, a, b }) =>
    logCare(world.context, somebody(world, which), {
      channel: pick(channels, a),
      outcome: b % 2 ? 'spoke' : 'no_answer',
    }),
  async average(world, { b }) {
    const { version } = await readSettings(world.context);
    await changeSettings(world.context, { version, averageValue: b * 1000 });
  },
  async wait(world, { a }) {
    // Minutes, hours, or days: an undo may lapse, a pending answer too.
    const minutes = a % 3 === 0 ? a % 50 : a % 3 === 1 ? (a % 20) * 60 : (a % 5) * 1440;
    world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
  },
  importOpportunities: (world, { a, b }) => bring(world, opportunityFile(world, a, b), a),
  importMoments: (world, { a, b }) => bring(world, momentFile(world, a, b), a),
  async undoImport(world, { which }) {
    if (world.importIds.length > 0) await undoImport(world.context, pick(world.importIds, which));
  },
  stage: (world, { which, a }) =>
    putInStage(world.context, one(world, which), { stage: pick(['new', 'talking', 'quote', 'deciding'], a) }),
  async bulk(world, { which, a, b }) {
    const acts: StartBulk['act'][] = [
      { kind: 'shift', days: 1 + (b % 20) },
      { kind: 'plan', on: addDays(today(world), b % 30), channel: 'email' },
      { kind: 'assign', assigneeId: world.colleague.actor.memberId },
      { kind: 'stage', stage: 'quote' },
      { kind: 'pace', pace: b % 2 ? 'slow' : 'active' },
      { kind: 'stop', saidNo: b % 2 === 0, reason: pick(stopReasons, b) },
    ];
    const act = pick(acts, a);
    const state = a % 2 ? 'open' : 'stopped';
    const { id } = await startBulk(
      world.context,
      b % 3 ? { act, opportunityIds: [one(world, which)] } : { act, filter: { state } },
    );
    await goOnWithBulk(world.context, id, 0);
    world.bulkIds.push(id);
  },
  async undoBulk(world, { which }) {
    if (world.bulkIds.length > 0) await undoChange(world.context, pick(world.bulkIds, which));
  },
  async mergeOrganisation(world, { which, a }) {
    if (world.organisationIds.length === 0) return;
    const [into, otherId] = [pick(world.organisationIds, which), pick(world.organisationIds, a)];
    const { changeId } = await mergeOrganisation(world.context, into, { otherId });
    world.bulkIds.push(changeId);
  },
  rawSql: (world, command) => breakByHand(world, one(world, command.which), command),
};

const today = ({ clock }: World) => dayIn(clock.now, 'Europe/Amsterdam');
const one = (world: World, n: number): string => pick(world.own.length > 0 ? world.own : world.all, n);
const somebody = (world: World, n: number): string => pick(world.personIds, n);

async function make(world: World, input: Parameters<typeof createOpportunity>[1]): Promise<void> {
  const made = await createOpportunity(world.context, input);
  world.own.push(made.id);
  world.all.push(made.id);
  if (made.person) world.personIds.push(made.person.id);
  if (made.organisation) world.organisationIds.push(made.organisation.id);
}

function log(world: World, by: Context, { which, a, b }: Command): Promise<unknown> {
  return logMoment(by, one(world, which), {
    channel: pick(channels, a),
    outcome: pick(outcomes, b),
    happenedOn: a % 3 === 0 ? addDays(today(world), -(a % earlier)) : today(world),
    beforeCreation: a % 2 === 0,
    until: addDays(today(world), a % 100),
    note: a % 4 === 0 ? `note ${a}` : '',
  });
}

/** Through the same door as the wizard: uploaded, then committed. A third of the files comes a second time. */
async function bring(world: World, text: string, a: number): Promise<void> {
  for (let time = 0; time < (a % 3 === 0 ? 2 : 1); time += 1) {
    const { id } = await uploadImport(world.context, { fileName: 'paste', bytes: Buffer.from(text), pasted: true });
    const { finished } = await workImport(world.context, id, { notWon: a % 2 ? 'open' : 'stopped' }, 'commit');
    await finished;
    world.importIds.push(id);
  }
}

function opportunityFile(world: World, a: number, b: number): string {
  const rows = Array.from({ length: 1 + (a % 3) }, (_, i) => {
    const n = (a * 3 + i) % 400;
    const state = pick(['open', 'won', 'stopped', 'refused', ''], b + i);
    const last = b % 2 ? addDays(today(world), -((b + i) % earlier)) : '';
    const next = state === 'open' ? addDays(today(world), (b % 30) - 5) : '';
    return `K${n},Import ${n % 50},persoon${n % 200}@example.com,Bedrijf ${n % 30} BV,${n * 10},${state},${b % 16},${last},${next},notitie ${n}`;
  });
  return `externalId,name,email,organisation,value,state,held,last,next,note\n${rows.join('\n')}\n`;
}

function momentFile(world: World, a: number, b: number): string {
  const rows = Array.from({ length: 1 + (b % 4) }, (_, i) => {
    const on = addDays(today(world), -((a + i) % earlier));
    return `K${(a * 3) % 400},Import ${a % 50},persoon${a % 200}@example.com,${on},${pick(channels, a + i)},${pick(outcomes, b + i)},regel ${b}`;
  });
  return `externalId,name,email,happenedOn,channel,outcome,note\n${rows.join('\n')}\n`;
}

async function versionOf(world: World, table: 'opportunity' | 'person' | 'organisation', id: string): Promise<number> {
  const row = await inside(world.context, (tx) =>
    tx.db
      .selectFrom(table)
      .select('version')
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  return row?.version ?? 1;
}

function momentsOf(world: World, opportunityId: string): Promise<{ id: string; version: number }[]> {
  return inside(world.context, (tx) =>
    tx.db
      .selectFrom('moment')
      .select(['id', 'version'])
      .where('workspace_id', '=', tx.workspaceId)
      .where('opportunity_id', '=', opportunityId)
      .where('void_at', 'is', null)
      .orderBy('id')
      .execute(),
  );
}
