import { Link } from 'wouter';
import { useTranslation } from 'react-i18next';
import type { Import } from '#contract/import';

/** Who stayed after an undo, as they were used since: each opens, so that one can look why. */
export function KeptList({ kept }: { kept: Import['kept'] }) {
  const { t } = useTranslation('imports');
  if (kept.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('keptList')}</h2>
      <ul className="kept-list">
        {kept.map(({ opportunityId, personId, name }) => (
          <li key={opportunityId ?? personId}>
            <Link to={personId ? `/persons/${personId}` : `/opportunities/${opportunityId}`}>
              {name || t('keptNameless')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
