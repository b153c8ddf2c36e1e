import type { Difference } from '#core/verify/difference';
import { insertMember } from '#db/member';
import { inWorkspace } from '#db/transaction';
import type { Context } from '#usecases/context';
import { differencesIn } from '../counter-check.ts';
import type { House } from '../house.ts';
import { carryOut, type World } from './carry-out.ts';
import { type Command, hundredSequences } from './command.ts';

export type Broken = { seed: number; sequence: readonly Command[]; differences: readonly Difference[] };

/**
 * A hundred random sequences of commands in a workspace of their own, then verify. Null: clean. When it is not, the same hundred again
 * in a new workspace with verify after each sequence, which names the one that breaks it.
 */
export async function runHundred(house: House, seed: number): Promise<Broken | null> {
  const sequences = hundredSequences(seed);
  const world = await aWorld(house);
  for (const sequence of sequences) await runSequence(world, sequence, seed);
  const differences = await differencesIn(world.context);
  if (differences.length === 0) return null;
  const again = await aWorld(house);
  for (const sequence of sequences) {
    await runSequence(again, sequence, seed);
    const found = await differencesIn(again.context);
    if (found.length > 0) return { seed, sequence, differences: found };
  }
  return { seed, sequence: [], differences };
}

async function aWorld(house: House): Promise<World> {
  const workspace = await house.aWorkspace();
  const clock = { now: house.now() };
  const context: Context = { ...workspace.context, now: () => clock.now };
  const memberId = context.newId();
  await inWorkspace(context.databases, context.actor.workspaceId, (tx) =>
    insertMember(tx, { id: memberId, user_id: null, name: 'Collega', role: 'seller' }),
  );
  const colleague: Context = { ...context, actor: { ...context.actor, memberId } };
  return {
    context,
    colleague,
    clock,
    own: [],
    all: [],
    personIds: [],
    organisationIds: [],
    importIds: [],
    bulkIds: [],
  };
}

async function runSequence(world: World, sequence: readonly Command[], seed: number): Promise<void> {
  world.own = [];
  await carryOut(world, { verb: 'create', which: 0, a: 1, b: 1 });
  for (const command of sequence) {
    try {
      await carryOut(world, command);
    } catch (cause) {
      throw new Error(`seed ${seed}: ${JSON.stringify(command)} of ${JSON.stringify(sequence)}`, { cause });
    }
  }
}
