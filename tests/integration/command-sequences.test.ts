import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '#contract/app-error';
import { channels, outcomes, stopReasons } from '#core/opportunity/vocabulary';
import { addDays, toDay } from '#core/day/day';
import { inWorkspace } from '#db/transaction';
import { insertMember } from '#db/member';
import type { Context } from '#usecases/context';
import { correctMoment } from '#usecases/opportunity/correct-moment';
import { createOpportunity } from '#usecases/opportunity/create-opportunity';
import { handOver } from '#usecases/opportunity/hand-over';
import { logMoment } from '#usecases/opportunity/log-moment';
import { pinToday } from '#usecases/opportunity/pin-today';
import { planNext } from '#usecases/opportunity/plan-next';
import { receiveInbound } from '#usecases/opportunity/receive-inbound';
import { reviveOpportunity } from '#usecases/opportunity/revive-opportunity';
import { stopOpportunity } from '#usecases/opportunity/stop-opportunity';
import { undoLastChange } from '#usecases/opportunity/undo-change';
import { updateOpportunity } from '#usecases/opportunity/update-opportunity';
import { planRevive } from '#usecases/revive/plan-revive';
import { spreadLeftovers } from '#usecases/today/spread-leftovers';
import { differencesIn, inside } from '#tests/support/counter-check';
import { useHouse } from '#tests/support/use-house';

/** The promise (product.md, section 5 rule 1): no sequence of commands leaves an open opportunity without a next moment, or the reverse. */
const house = useHouse();
const today = toDay('2026-11-24');

type World = { context: Context; colleague: string; ids: string[]; personIds: string[] };
type Command = { verb: (typeof verbs)[number]; which: number; a: number; b: number };

const verbs = [
  'create',
  'create',
  'log',
  'log',
  'log',
  'log',
  'log',
  'stop',
  'revive',
  'plan',
  'pin',
  'inbound',
  'handOver',
  'correct',
  'undo',
  'undo',
  'opening',
  'spread',
  'planRevive',
  'colleagueLogs',
] as const;

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const day = (n: number) => addDays(today, (n % 60) - 40);

/** A refusal is an answer; anything else is a fault. */
async function carryOut(world: World, { verb, which, a, b }: Command): Promise<void> {
  const id = pick(world.ids, which);
  const { context } = world;
  const log = (by: Context) =>
    logMoment(by, id, {
      channel: pick(channels, a),
      outcome: pick(outcomes, b),
      happenedOn: a % 3 === 0 ? day(a) : today,
      beforeCreation: a % 2 === 0,
      until: addDays(today, a % 100),
      note: a % 4 === 0 ? `note ${a}` : '',
    });
  switch (verb) {
    case 'create': {
      const again = a % 3 === 0 ? pick(world.personIds, a) : undefined;
      const made = await createOpportunity(context, {
        ...(again
          ? { personId: again }
          : { person: { name: `Persoon ${a}`, ...(b % 2 ? { phone: `06${10_000_000 + (a % 900)}` } : {}) } }),
        ...(b % 3 ? { value: (b % 50) * 10_000 } : {}),
        createdOn: b % 5 === 0 ? (day(b) < today ? day(b) : today) : today,
        ...(a % 5 === 0
          ? { firstMoment: { channel: 'call', outcome: pick(['spoke', 'interested', 'message_left'] as const, b) } }
          : {}),
      });
      world.ids.push(made.id);
      if (made.person) world.personIds.push(made.person.id);
      return;
    }
    case 'log':
      return void (await log(context));
    case 'colleagueLogs':
      return void (await log({ ...context, actor: { ...context.actor, memberId: world.colleague } }));
    case 'stop':
      return void (await stopOpportunity(context, id, { reason: pick(stopReasons, a), saidNo: b % 3 === 0 }));
    case 'revive':
      return void (await reviveOpportunity(context, id, a % 2 ? {} : { next: { on: addDays(today, b % 30) } }));
    case 'plan':
      return void (await planNext(context, id, { on: addDays(today, (b % 40) - 5) }));
    case 'pin':
      return void (await pinToday(context, id, { choice: a % 2 ? 'yes' : 'no' }));
    case 'inbound':
      return void (await receiveInbound(context, id, { channel: pick(channels, a) }));
    case 'handOver':
      return void (await handOver(context, id, { assigneeId: a % 2 ? world.colleague : context.actor.memberId }));
    case 'undo':
      return void (await undoLastChange(context, id));
    case 'spread':
      return void (await spreadLeftovers(context, (a % 5) + 1));
    case 'planRevive':
      return void (await planRevive(context, { count: (a % 3) + 1 }));
    case 'opening': {
      const version = await versionOf(context, id);
      return void (await updateOpportunity(context, id, {
        version,
        ...(a % 2 ? { openingHeld: b % 15 } : { value: b * 100 }),
        pace: a % 3 ? 'active' : 'slow',
      }));
    }
    case 'correct': {
      const moments = await inside(context, (tx) =>
        tx.db
          .selectFrom('moment')
          .selectAll()
          .where('workspace_id', '=', tx.workspaceId)
          .where('opportunity_id', '=', id)
          .where('void_at', 'is', null)
          .execute(),
      );
      const moment = moments.length > 0 ? pick(moments, a) : null;
      if (moment)
        await correctMoment(context, moment.id, {
          version: moment.version,
          happenedOn: day(b),
          ...(a % 2 ? { outcome: pick(['no_answer', 'spoke', 'interested', 'message_left'] as const, b) } : {}),
        });
    }
  }
}

async function versionOf(context: Context, id: string): Promise<number> {
  const row = await inside(context, (tx) =>
    tx.db
      .selectFrom('opportunity')
      .select('version')
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  return row?.version ?? 1;
}

async function checkAll(context: Context): Promise<void> {
  expect(await differencesIn(context)).toEqual([]);
}

const sequences = Number(process.env['SEQUENCES'] ?? 4);
const length = 500;

test(`${sequences * length} random commands, checked after each hundred`, { timeout: 1_500_000 }, async () => {
  const command = fc.record({ verb: fc.constantFrom(...verbs), which: fc.nat(1000), a: fc.nat(1000), b: fc.nat(1000) });
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: length, maxLength: length }), async (list) => {
      const { context } = await house().aWorkspace();
      const colleague = context.newId();
      await inWorkspace(context.databases, context.actor.workspaceId, (tx) =>
        insertMember(tx, { id: colleague, user_id: null, name: 'Collega', role: 'seller' }),
      );
      const world: World = { context, colleague, ids: [], personIds: [] };
      await carryOut(world, { verb: 'create', which: 0, a: 1, b: 1 });
      for (const [i, one] of list.entries()) {
        await carryOut(world, one).catch((error: unknown) => {
          if (!(error instanceof AppError)) throw error;
        });
        if (i % 100 === 99) await checkAll(context);
      }
    }),
    { numRuns: sequences, endOnFailure: true },
  );
});
