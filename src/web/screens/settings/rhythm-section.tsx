import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#contract/workspace';
import { channels, intents } from '#core/opportunity/vocabulary';
import { defaultRhythm } from '#core/rhythm/rhythm';
import { Button } from '../../ui/button.tsx';
import { SaveRow } from './save-row.tsx';
import { Section } from './section.tsx';
import { daysOf, isGap, sameRhythm } from './rhythm-draft.ts';
import { useSaveWorkspace } from './use-settings-acts.ts';

type Step = Settings['rhythm'][number];

/** The twelve steps that propose the next moment (product.md, definition 10). */
export function RhythmSection({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings');
  const { save, isPending } = useSaveWorkspace(settings.version);
  const [steps, setSteps] = useState<readonly Step[]>(settings.rhythm);
  const change = (at: number, part: Partial<Step>) =>
    setSteps((before) => before.map((step, index) => (index === at ? { ...step, ...part } : step)));
  const fits = steps.every((step, index) => isGap(step.gapDays, index));
  return (
    <Section id="rhythm" title={t('rhythm')} about={t('rhythmBody')}>
      <form
        className="settings__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (fits) save({ rhythm: [...steps] });
        }}
      >
        <ol className="rhythm">
          {steps.map((step, index) => (
            // The place is the identity of a step: there are always twelve, in order.
            <RhythmStep key={`step ${index + 1}`} step={step} index={index} onChange={(part) => change(index, part)} />
          ))}
        </ol>
        <div className="rhythm__foot">
          <p className="muted number">{t('rhythmTotal', { count: daysOf(steps) })}</p>
          {sameRhythm(steps, defaultRhythm) ? (
            <p className="muted">{t('rhythmIsDefault')}</p>
          ) : (
            <Button kind="quiet" onClick={() => setSteps(defaultRhythm)}>
              {t('rhythmReset')}
            </Button>
          )}
        </div>
        <SaveRow
          changed={!sameRhythm(steps, settings.rhythm)}
          busy={isPending}
          label={t('rhythmSave')}
          onDiscard={() => setSteps(settings.rhythm)}
        />
      </form>
    </Section>
  );
}

type StepProps = { step: Step; index: number; onChange: (part: Partial<Step>) => void };

function RhythmStep({ step, index, onChange }: StepProps) {
  const { t } = useTranslation(['settings', 'words']);
  const wrong = !isGap(step.gapDays, index);
  const named = (what: string) => `${t('settings:rhythmStep', { number: index + 1 })}: ${what}`;
  return (
    <li className="rhythm__step">
      <span className="rhythm__number number" aria-hidden="true">
        {index + 1}
      </span>
      <label className="rhythm__gap">
        <span className="rhythm__label">{t('settings:rhythmGap')}</span>
        <input
          className="field__control number"
          type="number"
          inputMode="numeric"
          min={index === 0 ? 0 : 1}
          max={365}
          required
          aria-invalid={wrong || undefined}
          aria-label={named(t('settings:rhythmGap'))}
          value={Number.isNaN(step.gapDays) ? '' : step.gapDays}
          onChange={(event) => onChange({ gapDays: event.target.valueAsNumber })}
        />
      </label>
      <label>
        <span className="rhythm__label">{t('settings:rhythmChannel')}</span>
        <select
          className="field__control"
          aria-label={named(t('settings:rhythmChannel'))}
          value={step.channel}
          onChange={(event) => {
            const channel = channels.find((one) => one === event.target.value);
            if (channel) onChange({ channel });
          }}
        >
          {channels.map((channel) => (
            <option key={channel} value={channel}>
              {t(`words:channel.${channel}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="rhythm__label">{t('settings:rhythmIntent')}</span>
        <select
          className="field__control"
          aria-label={named(t('settings:rhythmIntent'))}
          value={step.intent}
          onChange={(event) => {
            const intent = intents.find((one) => one === event.target.value);
            if (intent) onChange({ intent });
          }}
        >
          {intents.map((intent) => (
            <option key={intent} value={intent}>
              {t(`words:intent.${intent}`)}
            </option>
          ))}
        </select>
      </label>
      {wrong && (
        <p className="field__error rhythm__error" role="alert">
          {t(index === 0 ? 'settings:gapWrong' : 'settings:gapWrongLater')}
        </p>
      )}
    </li>
  );
}
