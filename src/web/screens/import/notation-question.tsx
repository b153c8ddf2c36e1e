import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Import } from '#contract/import';
import { useMe } from '../../data/me.ts';
import { membersQuery } from '../../data/settings.ts';
import { Select } from '../../ui/field.tsx';
import { hasField, type Draft } from './draft.ts';

type Props = { found: Import; draft: Draft; onFill: (part: Partial<Draft>) => void };

const orders = ['dmy', 'mdy', 'ymd'] as const;

/** Seldom needed: how dates and amounts are written, and who works on them. */
export function NotationQuestion({ found, draft, onFill }: Props) {
  const { t } = useTranslation('imports');
  const me = useMe();
  const members = (useQuery(membersQuery).data?.items ?? []).filter((member) => member.role !== 'viewer');
  return (
    <>
      {members.length > 1 && !hasField(found, draft, 'owner') && (
        <Select
          label={t('assignee')}
          value={draft.assigneeId ?? me.member.id}
          onChange={(event) => onFill({ assigneeId: event.target.value })}
        >
          {members.map((member) => (
            <option key={member.id} value={member.id}>
              {member.name}
            </option>
          ))}
        </Select>
      )}
      <details className="columns__left" open={draft.dateOrder !== null || draft.decimal !== null}>
        <summary>{t('notation')}</summary>
        <div className="notation">
          <Select
            label={t('dateOrder')}
            value={draft.dateOrder ?? ''}
            onChange={(event) => onFill({ dateOrder: orders.find((order) => order === event.target.value) ?? null })}
          >
            <option value="">{t('dateOrderAuto')}</option>
            {orders.map((order) => (
              <option key={order} value={order}>
                {t(order)}
              </option>
            ))}
          </Select>
          <Select
            label={t('decimal')}
            value={draft.decimal ?? ''}
            onChange={(event) =>
              onFill({ decimal: event.target.value === ',' ? ',' : event.target.value === '.' ? '.' : null })
            }
          >
            <option value="">{t('dateOrderAuto')}</option>
            <option value=",">{t('decimalComma')}</option>
            <option value=".">{t('decimalPoint')}</option>
          </Select>
        </div>
      </details>
    </>
  );
}
