import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Import, ImportColumn } from '#contract/import';
import { isImportField, type ImportField, ownFieldOf } from '#core/import/import-field';
import { fieldsQuery } from '../../data/board.ts';
import { fieldGroups } from './field-groups.ts';

type Props = {
  kind: Import['kind'];
  column: ImportColumn;
  header: string;
  field: ImportField | null;
  corrected: boolean;
  onChange: (field: ImportField | null) => void;
};

/** Under this the guess is shown as one. */
const sure = 0.7;

/** One column: its header, what stands in it, and what we take it for. */
export function ColumnRow({ kind, column, header, field, corrected, onChange }: Props) {
  const { t } = useTranslation('imports');
  const own = useQuery(fieldsQuery).data?.items ?? [];
  return (
    <li className={`columns__row${field === null ? ' columns__row--out' : ''}`}>
      <div className="columns__what">
        <p className="columns__header">
          {header}
          {field !== null && !corrected && column.confidence < sure && (
            <span className="badge badge--gold">{t('lookAt')}</span>
          )}
        </p>
        <p className="columns__samples muted small">
          {column.samples.length === 0
            ? t('noSamples')
            : column.samples.map((sample) => (
                <span key={sample} className="columns__sample">
                  {sample}
                </span>
              ))}
        </p>
      </div>
      <select
        className="field__control columns__field"
        aria-label={t('columnOf', { header })}
        value={field ?? ''}
        onChange={(event) => onChange(isImportField(event.target.value) ? event.target.value : null)}
      >
        <option value="">{t('leaveOut')}</option>
        {kind !== 'moments' && own.length > 0 && (
          <optgroup label={t('group.own')}>
            {own.map((one) => (
              <option key={one.id} value={ownFieldOf(one.id)}>
                {one.name}
              </option>
            ))}
          </optgroup>
        )}
        {fieldGroups(kind).map((group) => (
          <optgroup key={group.name} label={t(`group.${group.name}`)}>
            {group.fields.map((one) => (
              <option key={one} value={one}>
                {t(`field.${one}`)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </li>
  );
}
