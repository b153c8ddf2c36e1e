import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { tagsQuery } from '../../data/relationship.ts';

/** Only who has a tag; not there as long as there are none. */
export function TagFilter({ value, onChange }: { value: string | null; onChange: (tagId: string | null) => void }) {
  const { t } = useTranslation('relationship');
  const { data } = useQuery(tagsQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <label className="find__sort">
      <span className="muted small">{t('filterTag')}</span>
      <select className="field__control" value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">{t('filterTagAll')}</option>
        {data.items.map((tag) => (
          <option key={tag.id} value={tag.id}>
            {tag.name} ({tag.persons})
          </option>
        ))}
      </select>
    </label>
  );
}
