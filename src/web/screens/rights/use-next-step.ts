import { useTranslation } from 'react-i18next';
import type { RightsRequest } from '#contract/privacy';
import { useFormat } from '../../ui/use-format.ts';

export type Step = { done: boolean; text: string };

/** What a request takes, in its order: whom it is about, what was asked, and the answer. Only of one that is open something is left. */
export function useSteps(): (request: RightsRequest) => Step[] {
  const { t } = useTranslation('rights');
  const format = useFormat();
  return ({ kind, steps: { found, acted }, eraseOn, person, who, state }) => {
    const erased = found && person === null;
    const doneWords = erased
      ? t('acted.erased')
      : kind === 'erase'
        ? t('acted.erase', { day: eraseOn ? format.fullDate(eraseOn) : '' })
        : t(`acted.${kind}`);
    return [
      ...(erased
        ? []
        : [{ done: found, text: found ? t('found', { name: person?.name ?? '' }) : t('find', { who: who ?? '' }) }]),
      { done: acted, text: acted ? doneWords : t(`todo.${kind}`) },
      { done: state !== 'open', text: t('tell') },
    ];
  };
}

/** The first thing that is left to do. */
export function useNextStep(): (request: RightsRequest) => string {
  const stepsOf = useSteps();
  return (request) => stepsOf(request).find((step) => !step.done)?.text ?? '';
}
