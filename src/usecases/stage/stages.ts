import { changeStages, storedStage } from '#core/stage/stages';
import { AppError } from '#contract/app-error';
import type { OpportunityChanged } from '#contract/opportunity';
import type { PutInStage, SetStages, StageList } from '#contract/stage';
import { moveStage } from '#db/board';
import { updateWorkspace } from '#db/member';
import { inWorkspace } from '#db/transaction';
import { loadWorkspace } from '#db/workspace';
import type { Context } from '../context.ts';
import { changeOpportunity } from '../opportunity/change-opportunity.ts';

export async function readStages({ databases, actor }: Context): Promise<StageList> {
  return inWorkspace(
    databases,
    actor.workspaceId,
    async (tx) => {
      const { version, stages } = await loadWorkspace(tx);
      return { version, items: stages };
    },
    { readOnly: true },
  );
}

/** Names, order, new ones, and those that go, each with a place for what stands in it: in one transaction. */
export async function setStages({ databases, actor, newId }: Context, input: SetStages): Promise<StageList> {
  return inWorkspace(databases, actor.workspaceId, async (tx) => {
    const { stages: before } = await loadWorkspace(tx);
    const wish = {
      stages: input.stages.map(({ id, name }) => ({ id: id ?? null, name })),
      moves: input.moves ?? {},
    };
    const decision = changeStages(before, wish, newId);
    if (decision.kind === 'refused') throw new AppError('stages_invalid', { at: 'stages', detail: why[decision.why] });
    if (
      input.stages.some(({ id, name }) => name.trim() === '' && !before.some((one) => one.id === id && one.name === ''))
    )
      throw new AppError('stages_invalid', { at: 'stages', detail: why.unnamed });
    const changed = await updateWorkspace(tx, input.version, { stages: JSON.stringify(decision.stages) });
    if (!changed) throw new AppError('version_conflict', { facts: { stages: before } });
    for (const { from, to } of decision.moves) if (from !== null) await moveStage(tx, from, to);
    return { version: changed.version, items: changed.stages };
  });
}

const why = {
  none: 'There is at least one stage.',
  too_many: 'There are at most 20 stages.',
  unknown: 'A stage with an id that is not there: read the stages again.',
  twice: 'The same stage stands in it twice.',
  no_place: 'A stage that goes needs a place for what stands in it: moves.',
  unnamed: 'A stage has a name.',
} as const;

/** Puts an opportunity in a stage. Its next moment stays as it is. */
export function putInStage(context: Context, id: string, input: PutInStage): Promise<OpportunityChanged> {
  return changeOpportunity(context, id, {
    kind: 'opportunity.staged',
    version: input.version,
    decide: ({ opportunity, surroundings }) => {
      const stage = storedStage(surroundings.workspace.stages, input.stage);
      if (stage === undefined) throw new AppError('stage_missing', { at: 'stage' });
      return { kind: 'changed', opportunity: { ...opportunity, stage } };
    },
  });
}
