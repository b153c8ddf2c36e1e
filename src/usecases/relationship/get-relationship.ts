import { addDays, daysBetween, toDay } from '#core/day/day';
import { channels } from '#core/opportunity/vocabulary';
import { careAct, givesFirst } from '#core/relationship/give-first';
import { strengthOf } from '#core/relationship/strength';
import { AppError } from '#contract/app-error';
import type { Relationship } from '#contract/relationship';
import { broughtCounts, connectionsOf } from '#db/connection';
import { daysOfPerson } from '#db/important-day';
import { findPerson } from '#db/person';
import { relationshipFacts } from '#db/relationship';
import { tagsOfPerson } from '#db/tag';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { loadSurroundings } from '../surroundings.ts';
import { toConnection } from './connections.ts';
import { toImportantDay } from './important-days.ts';
import { toTag } from './tags.ts';

/** What a friend would remember, beside the fields of the person. */
export async function getRelationship(context: Context, personId: string): Promise<Relationship> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      if (!(await findPerson(tx, personId))) throw new AppError('not_found', { at: 'person' });
      const { today } = await loadSurroundings(tx, context.actor.memberId, context.now());
      const [tags, days, connections, brought, facts] = await Promise.all([
        tagsOfPerson(tx, personId),
        daysOfPerson(tx, personId),
        connectionsOf(tx, personId),
        broughtCounts(tx, personId),
        relationshipFacts(tx, personId, addDays(today, -365)),
      ]);
      const theirs = facts.inbound + facts.kept + facts.brought + facts.bought;
      const strength =
        facts.lastOn === null
          ? null
          : strengthOf({
              daysSince: daysBetween(toDay(facts.lastOn), today),
              talks: facts.talks,
              theirs,
              ever: facts.ever,
            });
      return {
        tags: tags.map(toTag),
        days: days.map(toImportantDay),
        connections: connections.map((row) => toConnection(row, personId)),
        brought,
        strength,
        readFrom: {
          conversations: facts.ever,
          lastYear: channels.reduce((sum, channel) => sum + (facts.talks[channel] ?? 0), 0),
          lastOn: facts.lastOn,
          theirs,
        },
        promises: facts.promises,
        giveFirst: givesFirst(facts.intents),
        act: careAct(facts.wonOn === null ? null : facts.sinceSale, facts.intents),
      };
    },
    { readOnly: true },
  );
}
