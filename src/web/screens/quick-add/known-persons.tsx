import { useTranslation } from 'react-i18next';
import type { PersonHit } from '#contract/person';

/** Whoever is in already is not made twice: a tap goes on with them. */
export function KnownPersons({
  persons,
  onChoose,
}: {
  persons: readonly PersonHit[];
  onChoose: (person: PersonHit) => void;
}) {
  const { t } = useTranslation('quickAdd');
  if (persons.length === 0) return null;
  return (
    <section className="known" aria-label={t('known')}>
      <p className="muted small">{t('known')}</p>
      <ul>
        {persons.map((person) => (
          <li key={person.id}>
            <button type="button" className="known__person" onClick={() => onChoose(person)}>
              <strong>{person.name}</strong>
              <span className="muted small">
                {[
                  person.organisation,
                  person.openOpportunityId === null
                    ? t('knownNone')
                    : t('knownContact', { number: (person.held ?? 0) + 1 }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
