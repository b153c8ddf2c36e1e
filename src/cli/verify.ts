import type { Value } from '#core/verify/difference';
import { verifyAll, type AllVerified } from '#usecases/verify/verify-all';
import type { Databases } from '#db/connect';
import { count } from './count.ts';
import type { Command, World } from './command.ts';
import { progress } from './progress.ts';

const differs = 1;

/** Every difference is printed as it is found, so that a million of them need no memory. */
export const verify: Command = {
  words: ['verify'],
  summary: 'Computes every derived value again from history, and lists each difference; 1 if there is any',
  options: { json: { type: 'boolean', help: 'Prints differences and counts as JSON' } },
  async run(world, given) {
    const json = given.values['json'] === true;
    const { databases } = await world.open();
    const tell = progress(world.say);
    const done = { opportunities: 0, persons: 0 };
    if (json) world.print('{"differences":[');
    let first = true;
    const total = await verifyAll(databases, {
      found(difference) {
        if (json) world.print(`${first ? '' : ','}${JSON.stringify(difference)}`);
        else {
          const { workspace, what, record, stored, recomputed } = difference;
          world.print(`${what} of ${record}: stored ${shown(stored)}, recomputed ${shown(recomputed)} (${workspace})`);
        }
        first = false;
      },
      done(what, more) {
        done[what] += more;
        tell(
          () =>
            `verify: ${count(done.opportunities, 'opportunity', 'opportunities')}, ${count(done.persons, 'person')} done`,
        );
      },
    });
    const { differences, ...counts } = total;
    world.print(json ? `],"count":${differences},"verified":${JSON.stringify(counts)}}` : summary(total));
    return differences === 0 ? 0 : differs;
  },
};

const shown = (value: Value): string => (value === null ? 'nothing' : JSON.stringify(value));

/** After a restore: the same, with its differences beside what is printed. Answers the exit code. */
export async function verified(world: World, databases: Databases): Promise<number> {
  const total = await verifyAll(databases, {
    found: (difference) => world.say(JSON.stringify(difference)),
    done: () => {},
  });
  world.print(summary(total));
  return total.differences === 0 ? 0 : differs;
}

function summary(total: AllVerified): string {
  const looked = [
    count(total.opportunities, 'opportunity', 'opportunities'),
    count(total.moments, 'contact moment'),
    count(total.persons, 'person'),
    count(total.counters, 'counter row'),
  ].join(', ');
  return `${looked} in ${count(total.workspaces, 'workspace')}: ${total.differences === 0 ? 'no difference' : count(total.differences, 'difference')}`;
}
