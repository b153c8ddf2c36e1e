import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#contract/workspace';
import { Field } from '../../ui/field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { FiguresLink } from '../figures/figures-link.tsx';
import { readOutOfTen } from './out-of-ten.ts';
import { SaveRow } from './save-row.tsx';
import { readShare } from './read-share.ts';
import { Section } from './section.tsx';
import { useLearned } from './use-learned.ts';
import { useSaveWorkspace } from './use-settings-acts.ts';

/** The two guesses that everything starts from, who buys in the end and what a sale brings; and how often an experiment is asked for. */
export function FiguresSection({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const learned = useLearned();
  const { save, isPending } = useSaveWorkspace(settings.version);
  const before = {
    p: format.number(settings.p * 10, 2),
    average: format.money(settings.averageValue),
    times: format.number(settings.experimentShare * 100),
  };
  const [p, setP] = useState(before.p);
  const [average, setAverage] = useState(before.average);
  const [times, setTimes] = useState(before.times);
  const share = readOutOfTen(p);
  const experiment = readShare(times);
  const amount = format.readMoney(average);
  return (
    <Section id="numbers" title={t('numbers')}>
      <form
        className="settings__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (share === null || amount === null || experiment === null) return;
          save({ p: share, averageValue: amount, ...(times !== before.times && { experimentShare: experiment }) });
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
          hint={
            learned.ofAverage === undefined
              ? t('averageHint')
              : `${t('averageHint')} ${t('averageNow')} ${learned.ofAverage}`
          }
          error={amount === null ? t('averageWrong') : undefined}
          inputMode="decimal"
          value={average}
          onChange={(event) => setAverage(event.target.value)}
        />
        <Field
          label={t('experiment')}
          hint={experiment === 0 ? `${t('experimentOff')} ${t('experimentHint')}` : t('experimentHint')}
          error={experiment === null ? t('experimentWrong') : undefined}
          inputMode="numeric"
          value={times}
          onChange={(event) => setTimes(event.target.value)}
        />
        <SaveRow
          changed={p !== before.p || average !== before.average || times !== before.times}
          busy={isPending}
          onDiscard={() => {
            setP(before.p);
            setAverage(before.average);
            setTimes(before.times);
          }}
        />
      </form>
      <FiguresLink />
    </Section>
  );
}
