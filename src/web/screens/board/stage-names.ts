import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Stage } from '#contract/stage';
import { firstStages } from '#core/stage/stages';
import { stagesQuery } from '../../data/board.ts';

type FirstStage = (typeof firstStages)[number];
const isFirst = (id: string): id is FirstStage => firstStages.some((one) => one === id);

/** The stages with their names; one that was never named by the word of its id. */
export function useStages(): {
  stages: readonly Stage[];
  nameOf: (stage: Stage) => string;
  of: (stored: string | null) => string;
} {
  const { t } = useTranslation('board');
  const { data } = useQuery(stagesQuery);
  const stages = data?.items ?? [];
  const nameOf = (stage: Stage) => stage.name || (isFirst(stage.id) ? t(`stage_${stage.id}`) : stage.id);
  return {
    stages,
    nameOf,
    of: (stored) => {
      const stage =
        stages.find((one) => (stored === null ? one.begins : one.id === stored)) ?? stages.find((one) => one.begins);
      return stage ? nameOf(stage) : '';
    },
  };
}
