import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Privacy } from '#contract/privacy';
import { privacyActs } from '../../data/privacy.ts';
import { useAct } from '../../data/use-act.ts';
import { Field } from '../../ui/field.tsx';
import { SaveRow } from '../settings/save-row.tsx';
import { Section } from '../settings/section.tsx';

/** After how many months we ask to clear, and to whom people write. */
export function PrivacyForm({ privacy }: { privacy: Privacy }) {
  const { t } = useTranslation('rights');
  const before = { months: String(privacy.retentionMonths), contact: privacy.contact ?? '' };
  const [draft, setDraft] = useState(before);
  const months = Number(draft.months);
  const wrong = !Number.isInteger(months) || months < 3 || months > 120;
  const save = useAct({
    run: () =>
      privacyActs.settings({
        version: privacy.version,
        retentionMonths: months,
        contact: draft.contact.trim() || null,
      }),
    says: () => t('saved'),
  });
  return (
    <Section id="how-long" title={t('settings')}>
      <form
        className="settings__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrong) save.mutate(undefined);
        }}
      >
        <Field
          label={t('months')}
          error={wrong ? t('monthsWrong') : undefined}
          inputMode="numeric"
          value={draft.months}
          onChange={(event) => setDraft({ ...draft, months: event.target.value })}
        />
        <Field
          label={t('contact')}
          hint={t('contactHint')}
          maxLength={200}
          value={draft.contact}
          onChange={(event) => setDraft({ ...draft, contact: event.target.value })}
          optional
        />
        <SaveRow
          changed={JSON.stringify(draft) !== JSON.stringify(before)}
          busy={save.isPending}
          onDiscard={() => setDraft(before)}
        />
      </form>
    </Section>
  );
}
