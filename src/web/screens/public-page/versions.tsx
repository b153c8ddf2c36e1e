import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TextVersions } from '#contract/public-page';
import { versionsQuery } from '../../data/public-page.ts';
import { Button } from '../../ui/button.tsx';
import { useMoment } from './use-moment.ts';

type Version = TextVersions['items'][number];

type Props = { of: number | string; language: 'nl' | 'en'; onTake: (version: Version) => void };

/** Every version that was written; one is put back by saving it again. */
export function Versions({ of, language, onTake }: Props) {
  const { t } = useTranslation('publicPage');
  const moment = useMoment();
  const { data } = useQuery(versionsQuery(of, language));
  if (!data || data.items.length === 0) return null;
  return (
    <details className="public-page__versions">
      <summary className="unfold">{t('versions')}</summary>
      <ul className="public-page__list">
        {data.items.map((version) => (
          <li key={version.version} className="public-page__line">
            <p>
              {t(version.isOwn ? 'versionLine' : 'versionOurs', {
                version: version.version,
                who: version.member.name,
                when: moment(version.at),
              })}
            </p>
            <Button size="small" onClick={() => onTake(version)}>
              {t('putBack')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
