import { useTranslation } from 'react-i18next';
import type { ImportCounts } from '#contract/import';
import { useFormat } from '../../ui/use-format.ts';

export function CheckCounts({ counts }: { counts: ImportCounts }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const n = format.number;
  // Whoever said no is among the stopped.
  const letGo = counts.stopped - counts.refused;
  const becomes = [
    counts.open > 0 && t('becomesOpen', { count: counts.open, n: n(counts.open) }),
    counts.won > 0 && t('becomesWon', { count: counts.won, n: n(counts.won) }),
    letGo > 0 && t('becomesStopped', { count: letGo, n: n(letGo) }),
    counts.refused > 0 && t('becomesRefused', { count: counts.refused, n: n(counts.refused) }),
  ].filter((line) => line !== false);
  const along = [
    counts.persons > 0 && t('persons', { count: counts.persons, n: n(counts.persons) }),
    counts.organisations > 0 && t('organisations', { count: counts.organisations, n: n(counts.organisations) }),
    counts.moments > 0 && t('moments', { count: counts.moments, n: n(counts.moments) }),
  ].filter((line) => line !== false);
  return (
    <div className="counts">
      <dl className="counts__tiles">
        {(['created', 'updated', 'skipped', 'rejected'] as const).map((name) => (
          <div key={name} className={`counts__tile${counts[name] === 0 ? ' counts__tile--none' : ''}`}>
            <dt>{t(name)}</dt>
            <dd className="number">{n(counts[name])}</dd>
          </div>
        ))}
      </dl>
      {becomes.length > 0 && (
        <section>
          <h3>{t('becomes')}</h3>
          <ul className="counts__list">
            {becomes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      {along.length > 0 && <p className="muted">{t('andWith', { list: format.list(along) })}</p>}
      {counts.toComplete > 0 && <p>{t('toComplete', { count: counts.toComplete, n: n(counts.toComplete) })}</p>}
    </div>
  );
}
