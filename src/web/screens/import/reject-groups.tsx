import { Download } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fieldsQuery } from '../../data/board.ts';
import type { Import, ImportCounts } from '#contract/import';
import { type ImportField, isImportField, isOwnField, ownFieldOf } from '#core/import/import-field';
import { rejectedAddress } from '../../data/imports.ts';
import { ButtonOut } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';

type Group = Import['rejected'][number];
type Props = { id: string; counts: ImportCounts; groups: readonly Group[] };

/** Rows that speak of nobody: told, so that no row vanishes without a word. */
const nobody: ReadonlySet<string> = new Set(['totals_row', 'headers_again']);

/** Rows that stay out, and cells that are left out of rows that come in: by what helps, in words, with row and value. */
export function RejectGroups({ id, counts, groups }: Props) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const rejected = groups.filter((group) => !group.kept);
  const kept = groups.filter((group) => group.kept && !nobody.has(group.code));
  const passed = groups.filter((group) => nobody.has(group.code));
  return (
    <>
      {counts.rejected > 0 && (
        <section className="rejects">
          <h3>{t('rejectedTitle', { count: counts.rejected, rows: format.number(counts.rejected) })}</h3>
          <p className="muted">{t('rejectedBody')}</p>
          <GroupList groups={rejected} />
          <div>
            <ButtonOut href={rejectedAddress(id)} download icon={<Download size={18} aria-hidden="true" />}>
              {t('download')}
            </ButtonOut>
          </div>
        </section>
      )}
      {kept.length > 0 && (
        <section className="rejects">
          <h3>{t('keptTitle')}</h3>
          <p className="muted">{t('keptBody')}</p>
          <GroupList groups={kept} />
        </section>
      )}
      {passed.length > 0 && (
        <section className="rejects">
          <h3>{t('passedTitle')}</h3>
          <GroupList groups={passed} />
        </section>
      )}
    </>
  );
}

/** Rows named before "and so many more". */
const mostShown = 5;

function GroupList({ groups }: { groups: readonly Group[] }) {
  const { t, i18n } = useTranslation('imports');
  const format = useFormat();
  const own = useQuery(fieldsQuery).data?.items ?? [];
  const nameOf = (field: ImportField) =>
    isOwnField(field) ? (own.find((one) => ownFieldOf(one.id) === field)?.name ?? '') : t(`field.${field}`);
  // The codes come from the server: what is not known here is said in general.
  const words = (code: string, cure: boolean) => {
    const key = cure ? `reject:cure.${code}` : `reject:${code}`;
    return i18n.t(i18n.exists(key) ? key : cure ? 'reject:cure.other' : 'reject:other', { defaultValue: '' });
  };
  return (
    <ul className="rejects__groups">
      {groups.map((group) => (
        <li key={`${group.code} ${group.field ?? ''}`} className="card">
          <p className="rejects__what">
            <strong>{words(group.code, false)}</strong>
            {group.field !== null && isImportField(group.field) && (
              <> {t('inColumn', { field: `‘${nameOf(group.field)}’` })}</>
            )}{' '}
            <span className="rejects__count number">{format.number(group.count)}</span>
          </p>
          <p>{words(group.code, true)}</p>
          <ul className="rejects__rows small">
            {group.rows.slice(0, mostShown).map((row) => (
              <li key={row.row}>
                <span className="muted number">{t('rejectRow', { row: format.number(row.row) })}</span>{' '}
                <bdi>{row.value || t('rejectEmpty')}</bdi>
              </li>
            ))}
            {group.count > mostShown && (
              <li className="muted">
                {t('moreRows', { n: format.number(group.count - Math.min(mostShown, group.rows.length)) })}
              </li>
            )}
          </ul>
        </li>
      ))}
    </ul>
  );
}
