import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogMoment, Opportunity } from '#contract/opportunity';
import type { Outcome } from '#core/opportunity/vocabulary';
import { useMe } from '../../data/me.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useFirstFocus } from '../../ui/use-first-focus.ts';
import { useFormat } from '../../ui/use-format.ts';
import { callNameOf } from '../opportunity/who-is.ts';
import { instantIn } from '#core/day/instant-in';
import { far, soon, type WhenName } from '../plan/when-choices.ts';
import { When } from '../plan/when.tsx';

export type StepAnswer = Partial<Pick<LogMoment, 'until' | 'untilAt' | 'value'>>;
type StepName = 'until' | 'amount' | 'confirm';

/** Four outcomes need one more answer; every other one saves at the tap. */
export function stepFor(outcome: Outcome): StepName | null {
  if (outcome === 'not_now' || outcome === 'appointment') return 'until';
  if (outcome === 'bought') return 'amount';
  return outcome === 'do_not_contact' ? 'confirm' : null;
}

const near: readonly WhenName[] = soon.slice(0, 3);

type Props = { outcome: Outcome; opportunity: Opportunity; onBack: () => void; onAnswer: (answer: StepAnswer) => void };

export function OutcomeStep({ outcome, opportunity, onBack, onAnswer }: Props) {
  const { t } = useTranslation(['log', 'words', 'ui', 'problem']);
  const step = stepFor(outcome);
  if (step === 'until' && (outcome === 'not_now' || outcome === 'appointment')) {
    return <UntilStep outcome={outcome} onBack={onBack} onAnswer={onAnswer} />;
  }
  if (step === 'amount') return <AmountStep opportunity={opportunity} onBack={onBack} onAnswer={onAnswer} />;
  return (
    <Step
      title={t(`words:outcome.${outcome}`)}
      act={t('log:confirmNoContactAct')}
      onBack={onBack}
      onSubmit={() => onAnswer({})}
    >
      <p>{t('log:confirmNoContact', { name: callNameOf(opportunity) })}</p>
    </Step>
  );
}

function Step({
  title,
  act,
  onBack,
  onSubmit,
  children,
}: {
  title: string;
  act: string;
  onBack: () => void;
  onSubmit: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('ui');
  const first = useFirstFocus<HTMLButtonElement>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="step" aria-label={title} onSubmit={submit}>
      <h3>{title}</h3>
      {children}
      <div className="step__acts">
        <Button onClick={onBack}>{t('back')}</Button>
        <Button kind="primary" size="large" type="submit" ref={first}>
          {act}
        </Button>
      </div>
    </form>
  );
}

function UntilStep({
  outcome,
  onBack,
  onAnswer,
}: {
  outcome: 'not_now' | 'appointment';
  onBack: () => void;
  onAnswer: (answer: StepAnswer) => void;
}) {
  const { t } = useTranslation(['log', 'words', 'ui', 'problem']);
  const format = useFormat();
  const me = useMe();
  const [day, setDay] = useState<string | null>(null);
  const [time, setTime] = useState('');
  const [asked, setAsked] = useState(false);
  const submit = () => {
    if (day === null || day < me.today) {
      setAsked(true);
      return;
    }
    onAnswer({ until: day, ...(time !== '' && { untilAt: instantIn(day, time, format.zone) }) });
  };
  return (
    <Step title={t(`words:outcome.${outcome}`)} act={t('ui:save')} onBack={onBack} onSubmit={submit}>
      <When
        legend={t(`log:until.${outcome}`)}
        value={day}
        onChange={setDay}
        names={outcome === 'not_now' ? far : near}
      />
      {outcome === 'appointment' && (
        <Field
          label={t('log:untilTime')}
          type="time"
          value={time}
          onChange={(event) => setTime(event.target.value)}
          optional
        />
      )}
      {asked && (
        <p className="field__error" role="alert">
          {t('problem:until_missing')}
        </p>
      )}
    </Step>
  );
}

function AmountStep({
  opportunity,
  onBack,
  onAnswer,
}: {
  opportunity: Opportunity;
  onBack: () => void;
  onAnswer: (answer: StepAnswer) => void;
}) {
  const { t } = useTranslation(['log', 'words', 'ui']);
  const format = useFormat();
  const [text, setText] = useState(opportunity.value === null ? '' : format.money(opportunity.value));
  const submit = () => {
    const value = format.readMoney(text);
    onAnswer(value === null ? {} : { value });
  };
  return (
    <Step title={t('words:outcome.bought')} act={t('ui:save')} onBack={onBack} onSubmit={submit}>
      <Field
        label={t('log:amount')}
        inputMode="decimal"
        value={text}
        onChange={(event) => setText(event.target.value)}
        optional
      />
    </Step>
  );
}
