import { type StopAdvice, stopAdvice } from '#core/persistence/experiment';
import { givenUpBeatsNew } from '#core/persistence/new-prospect';
import { STAGE_COUNT } from '#core/persistence/stage-list';
import type { WorkspaceRow } from '#db/workspace';
import type { Figures } from './figures.ts';

/**
 * One more moment here, or a new prospect? Until 20 have ended nobody is advised to stop: that would be the article speaking. Nor before the
 * first contact, which has its own share of the minutes (core/today/shares). Beyond the twelve there is no stage left to learn about, so
 * that no experiment is made there.
 */
export function adviceFor(
  { enough, newPerMinute }: Pick<Figures, 'enough' | 'newPerMinute'>,
  { experiment_share: share }: Pick<WorkspaceRow, 'experiment_share'>,
  { id, held, perMinute }: { id: string; held: number; perMinute: number },
): StopAdvice {
  const worthIt = !enough || held === 0 || givenUpBeatsNew(perMinute, newPerMinute);
  return stopAdvice(worthIt, id, held + 1, held < STAGE_COUNT ? share : 0);
}
