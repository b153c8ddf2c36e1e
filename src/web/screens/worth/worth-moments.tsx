import { useTranslation } from 'react-i18next';
import type { Worth } from '#contract/opportunity';
import { useFormat } from '../../ui/use-format.ts';
import { useOneIn } from './one-in.ts';

/** What is still to come, number by number, and beside it the other use of the time. */
export function WorthMoments({ worth }: { worth: Worth }) {
  const { t } = useTranslation('worth');
  const format = useFormat();
  const oneIn = useOneIn();
  const { moments, fresh } = worth;
  return (
    <>
      <section className="worth__part">
        <h3>{t('moments')}</h3>
        {moments.length === 0 ? (
          <p>{t('momentsNone')}</p>
        ) : (
          <>
            <p>
              {t('momentsUntil', {
                number: worth.until,
                minutes: format.minutesLong(Math.round(worth.untilMinutes)),
                share: oneIn(worth.untilChance),
              })}
            </p>
            <table className="worth__table number">
              <thead>
                <tr>
                  <th scope="col">{t('momentNumber')}</th>
                  <th scope="col">{t('momentReached')}</th>
                  <th scope="col">{t('momentChance')}</th>
                  <th scope="col">{t('momentMinutes')}</th>
                </tr>
              </thead>
              <tbody>
                {moments.map(({ number, reached, chance, minutes }) => (
                  <tr key={number} className={number > worth.until ? 'muted' : undefined}>
                    <th scope="row">{number}</th>
                    <td>{format.percent(reached)}</td>
                    <td>{format.tenths(chance)}</td>
                    <td>{format.minutes(minutes)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </section>
      <section className="worth__part">
        <h3>{t('alternative')}</h3>
        <p>
          {t('alternativeAbout', {
            finding: format.minutesLong(fresh.finding),
            minutes: format.minutesLong(Math.round(fresh.minutes)),
            share: oneIn(fresh.chance),
            value: format.wholeMoney(fresh.value),
          })}
        </p>
      </section>
    </>
  );
}
