import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#contract/workspace';
import { Field, Select } from '../../ui/field.tsx';
import { countryCodes, currencyCodes, namesOf, timeZones } from './places-and-money.ts';
import { SaveRow } from './save-row.tsx';
import { Section } from './section.tsx';
import { useSaveWorkspace } from './use-settings-acts.ts';

export function CompanySection({ settings }: { settings: Settings }) {
  const { t, i18n } = useTranslation('settings');
  const { save, isPending } = useSaveWorkspace(settings.version);
  const before = {
    name: settings.name,
    country: settings.country,
    currency: settings.currency,
    timeZone: settings.timeZone,
  };
  const [draft, setDraft] = useState(before);
  const fill = (part: Partial<typeof before>) => setDraft((now) => ({ ...now, ...part }));
  const changed = JSON.stringify(draft) !== JSON.stringify(before);
  return (
    <Section id="company" title={t('company')}>
      <form
        className="settings__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (draft.name.trim()) save({ ...draft, name: draft.name.trim() });
        }}
      >
        <Field
          label={t('companyName')}
          maxLength={200}
          required
          value={draft.name}
          onChange={(event) => fill({ name: event.target.value })}
        />
        <Select label={t('country')} value={draft.country} onChange={(event) => fill({ country: event.target.value })}>
          {namesOf('region', i18n.language, [...countryCodes, before.country]).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
        <Select
          label={t('timeZone')}
          value={draft.timeZone}
          onChange={(event) => fill({ timeZone: event.target.value })}
        >
          {timeZones(before.timeZone).map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </Select>
        <Select
          label={t('currency')}
          hint={t('currencyHint')}
          value={draft.currency}
          onChange={(event) => fill({ currency: event.target.value })}
        >
          {namesOf('currency', i18n.language, [...currencyCodes, before.currency]).map(([code, name]) => (
            <option key={code} value={code}>
              {code} · {name}
            </option>
          ))}
        </Select>
        <SaveRow changed={changed} busy={isPending} onDiscard={() => setDraft(before)} />
      </form>
    </Section>
  );
}
