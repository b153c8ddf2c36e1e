import { useTranslation } from 'react-i18next';
import type { Import } from '#contract/import';
import { ButtonTo } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { ResultLines } from './result-lines.tsx';

/** Nobody was let go: people only, contacts only, or a list in which everybody is open or has bought. */
export function AfterImport({ found }: { found: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { counts } = found;
  const n = format.number;
  const opportunities = counts ? counts.open + counts.won + counts.stopped : 0;
  const peopleOnly = found.kind !== 'moments' && opportunities === 0;
  return (
    <div className="first">
      <header>
        <h2 className="first__title">
          {found.kind === 'moments'
            ? t('contactsIn', { count: counts?.moments ?? 0, n: n(counts?.moments ?? 0) })
            : peopleOnly
              ? (counts?.persons ?? 0) === 0 && (counts?.updated ?? 0) > 0
                ? t('updatedIn', { count: counts?.updated ?? 0, n: n(counts?.updated ?? 0) })
                : t('personsIn', { count: counts?.persons ?? 0, n: n(counts?.persons ?? 0) })
              : counts && counts.refused > 0 && counts.open === 0
                ? t('firstTitle', { count: 0, n: n(counts.stopped), never: n(0) })
                : t('firstTitleNone')}
        </h2>
        {peopleOnly && <p className="first__begin">{t('personsNext')}</p>}
      </header>
      <div className="first__on">
        {peopleOnly ? (
          <ButtonTo kind="primary" size="large" to="/persons">
            {t('toPersons')}
          </ButtonTo>
        ) : (
          <ButtonTo kind="primary" size="large" to="/">
            {t('toToday')}
          </ButtonTo>
        )}
        {!peopleOnly && <ButtonTo to="/mirror">{t('toMirror')}</ButtonTo>}
      </div>
      <ResultLines found={found} />
    </div>
  );
}
