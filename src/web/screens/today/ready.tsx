import { useTranslation } from 'react-i18next';
import type { Today } from '#contract/today';
import { Button, ButtonTo } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useMinutes } from './minutes-choice.ts';
import { Tomorrow } from './tomorrow.tsx';
import { useDoneCounts } from './use-done-counts.ts';

/** Nothing (more) in the plan: what was done, what tomorrow brings, and a free choice. */
export function Ready({ today }: { today: Today }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const [minutes, setMinutes] = useMinutes();
  const counts = useDoneCounts(today);
  const done = counts.map(({ count, word }) => `${count} ${word}`);
  return (
    <section className="card ready">
      <h2>
        {today.restCount > 0
          ? t('nothingFits', { minutes: format.minutes(minutes) })
          : done.length > 0
            ? t('readyCounts', { list: format.list(done) })
            : t('readyNothing')}
      </h2>
      <p className="muted">
        <Tomorrow today={today} />
      </p>
      <div className="state__acts">
        {today.restCount > 0 && (
          <Button kind="primary" onClick={() => setMinutes(Math.min(720, minutes * 2))}>
            {t('readyMoreRest')}
          </Button>
        )}
        {today.revivable > 0 && (
          <ButtonTo to="/revive">
            {t('readyMore')} {t('readyRevive')}
          </ButtonTo>
        )}
      </div>
    </section>
  );
}
