import { useTranslation } from 'react-i18next';
import { useMe } from '../../data/me.ts';
import { Section } from '../settings/section.tsx';

/** The register and the assessment, made when they are asked for. */
export function Documents() {
  const { t } = useTranslation('rights');
  const { language } = useMe().member;
  const formats = [
    { format: 'html', label: t('asPage') },
    { format: 'markdown', label: t('asText') },
  ];
  return (
    <Section id="documents" title={t('documents')} about={t('documentsBody')}>
      <ul className="rights__documents">
        {(['register', 'assessment'] as const).map((which) => (
          <li key={which}>
            <p>{t(which)}</p>
            {formats.map(({ format, label }) => (
              <a
                key={format}
                href={`/api/v1/privacy/${which}?format=${format}&language=${language}`}
                aria-label={t('download', { what: t(which), format: label })}
                download
              >
                {label}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
