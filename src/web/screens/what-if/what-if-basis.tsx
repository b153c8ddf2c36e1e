import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { FiguresOf } from '#contract/figures';
import { useFormat } from '../../ui/use-format.ts';
import { useAverageWords } from '../figures/use-average-words.ts';

/** What the figures rest on: whose outcomes, how many, of which day, and how much of it is the article's. */
export function WhatIfBasis({ figures }: { figures: FiguresOf }) {
  const { t } = useTranslation('whatIf');
  const format = useFormat();
  const averageWords = useAverageWords();
  const { acquisition } = figures;
  const found = acquisition.own + acquisition.others > 0 || acquisition.spent > 0;
  return (
    <div className="what-if__basis">
      <p className={figures.enough ? undefined : 'what-if__few'}>{useOutcomes()(figures)}</p>
      <p className="muted small">
        {t('basisAverage', { average: averageWords(figures) })}{' '}
        {t(found ? 'basisFindingLearned' : 'basisFinding', { minutes: format.minutes(acquisition.minutes) })}{' '}
        <Link href="/settings">{t('basisAct')}</Link>
      </p>
    </div>
  );
}

function useOutcomes(): (figures: FiguresOf) => string {
  const { t } = useTranslation('whatIf');
  const format = useFormat();
  return ({ numbers, ended, on, weight }) => {
    const day = format.shortDay(on);
    const others = format.percent(weight.team + weight.workspace);
    const anyOthers = weight.team + weight.workspace >= 0.005;
    if (numbers.some(({ tried }) => tried > 0))
      return t('basisOwn', {
        count: ended,
        n: format.number(ended),
        day,
        own: format.percent(weight.own),
        others: anyOthers ? t('basisWithOthers', { share: others }) : '',
      });
    return anyOthers
      ? t('basisColleagues', { day, others })
      : t('basisArticle', { p: format.number(10 * everBuys(numbers), 1) });
  };
}

/** Of those followed to the end: by the article alone, the guess in the settings. */
function everBuys(numbers: FiguresOf['numbers']): number {
  return 1 - numbers.reduce((none, { article }) => none * (1 - article), 1);
}
