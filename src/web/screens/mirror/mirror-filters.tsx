import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fewestInTotal } from '#core/time/time-kind';
import type { Mirror } from '#contract/mirror';
import { membersQuery } from '../../data/settings.ts';
import { useMe } from '../../data/me.ts';
import { Chips } from '../../ui/chips.tsx';
import { Field, Select } from '../../ui/field.tsx';
import type { MirrorFilter } from './mirror-filter.ts';

type Props = { filter: MirrorFilter; sources: Mirror['sources']; onChange: (change: Partial<MirrorFilter>) => void };

const periods = ['All', 'Year', 'Quarter', 'Own'] as const;

export function MirrorFilters({ filter, sources, onChange }: Props) {
  const { t } = useTranslation('mirror');
  const me = useMe();
  const leads = me.member.role === 'owner' || me.member.role === 'manager';
  const members = useQuery({ ...membersQuery, enabled: leads }).data?.items ?? [];
  const selling = members.filter(({ role }) => role !== 'viewer').length;
  return (
    <div className="mirror__filters">
      <Chips
        legend={t('by')}
        look="joined"
        value={filter.by}
        options={[
          { value: 'contact', label: t('byContact') },
          { value: 'conversation', label: t('byConversation') },
        ]}
        onChange={(by) => onChange({ by })}
      />
      <Select
        label={t('period')}
        value={filter.period}
        onChange={(event) => {
          const period = periods.find((one) => one === event.target.value);
          if (period) onChange({ period });
        }}
      >
        {periods.map((period) => (
          <option key={period} value={period}>
            {t(`period${period}`)}
          </option>
        ))}
      </Select>
      {filter.period === 'Own' && (
        <>
          <Field
            label={t('from')}
            type="date"
            max={filter.to || me.today}
            value={filter.from}
            onChange={(event) => onChange({ from: event.target.value })}
          />
          <Field
            label={t('to')}
            type="date"
            min={filter.from}
            max={me.today}
            value={filter.to}
            onChange={(event) => onChange({ to: event.target.value })}
          />
        </>
      )}
      {sources.length > 0 && (
        <Select
          label={t('source')}
          value={filter.source}
          onChange={(event) => onChange({ source: event.target.value })}
        >
          <option value="">{t('sourceAll')}</option>
          {sources.map((source) => (
            <option key={source} value={source}>
              {source}
            </option>
          ))}
        </Select>
      )}
      {leads && selling > 1 && selling < fewestInTotal && (
        <p className="mirror__alone muted small">{t('ofFew', { count: fewestInTotal })}</p>
      )}
      {leads && selling >= fewestInTotal && (
        <Select
          label={t('of')}
          value={filter.of}
          onChange={(event) => onChange({ of: event.target.value === 'workspace' ? 'workspace' : 'me' })}
        >
          <option value="me">{t('ofMe')}</option>
          <option value="workspace">{t('ofWorkspace')}</option>
        </Select>
      )}
    </div>
  );
}
