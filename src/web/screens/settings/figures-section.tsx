import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#contract/workspace';
import { Field } from '../../ui/field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { readOutOfTen } from './out-of-ten.ts';
import { SaveRow } from './save-row.tsx';
import { Section } from './section.tsx';
import { useSaveWorkspace } from './use-settings-acts.ts';

/** The two guesses that everything starts from: who buys in the end, and what a sale brings. */
export function FiguresSection({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { save, isPending } = useSaveWorkspace(settings.version);
  const before = { p: format.number(settings.p * 10, 2), average: format.money(settings.averageValue) };
  const [p, setP] = useState(before.p);
  const [average, setAverage] = useState(before.average);
  const share = readOutOfTen(p);
  const amount = format.readMoney(average);
  return (
    <Section id="numbers" title={t('numbers')}>
      <form
        className="settings__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (share !== null && amount !== null) save({ p: share, averageValue: amount });
        }}
      >
        <Field
          label={t('p')}
          hint={t('pHint')}
          error={share === null ? t('pWrong') : undefined}
          inputMode="decimal"
          value={p}
          onChange={(event) => setP(event.target.value)}
        />
        <Field
          label={t('average')}
          hint={t('averageHint')}
          error={amount === null ? t('averageWrong') : undefined}
          inputMode="decimal"
          value={average}
          onChange={(event) => setAverage(event.target.value)}
        />
        <SaveRow
          changed={p !== before.p || average !== before.average}
          busy={isPending}
          onDiscard={() => {
            setP(before.p);
            setAverage(before.average);
          }}
        />
      </form>
    </Section>
  );
}
