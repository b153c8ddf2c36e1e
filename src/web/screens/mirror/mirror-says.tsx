import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Mirror } from '#contract/mirror';
import { useFormat } from '../../ui/use-format.ts';

/** What the figures say, as sentences. Observations, no verdict. */
export function MirrorSays({ mirror }: { mirror: Mirror }) {
  const { t } = useTranslation('mirror');
  const format = useFormat();
  const unsold = mirror.ownStops + mirror.refused;
  const { revived, letLie } = mirror;
  return (
    <ul className="says">
      {unsold > 0 && (
        <li>
          <p className="says__lead">
            {t('neverNo', { count: mirror.ownStops, n: format.number(unsold), never: format.number(mirror.ownStops) })}
          </p>
          <p className="muted">{t('neverNoBody')}</p>
        </li>
      )}
      {mirror.captured !== null && (
        <li>
          <p className="says__lead">{t('captured', { share: format.percent(mirror.captured) })}</p>
          <p className="muted">{t('capturedBody')}</p>
        </li>
      )}
      {revived.count > 0 && (
        <li>
          <p>
            {t('revived', { count: revived.count, n: format.number(revived.count), sold: format.number(revived.sold) })}
          </p>
        </li>
      )}
      {letLie > 0 && (
        <li>
          <p>
            {t('letLie', { count: letLie, n: format.number(letLie) })}{' '}
            <Link href="/revive/let-lie">{t('letLieAct')}</Link>
          </p>
        </li>
      )}
    </ul>
  );
}
