import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';
import { nextChannels, type NextChannel } from '#core/opportunity/vocabulary';
import { codeOf } from '../../data/api-problem.ts';
import { useMe } from '../../data/me.ts';
import { opportunityActs } from '../../data/opportunities.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { isBlocked } from '../log/contact-address.ts';
import { nameOf } from '../opportunity/who-is.ts';
import { useSheets } from '../shell/sheets.tsx';
import { instantIn } from '#core/day/instant-in';
import { usePlan } from './use-plan.ts';
import { whenChoices } from './when-choices.ts';
import './plan-sheet.css';

const names = ['tomorrow', 'few_days', 'next_week', 'month', 'quarter', 'half_year'] as const;

/** "Later": a tap on a day moves the next moment; how, what and what time may be said before it. */
export function PlanSheet({
  opportunity,
  entryId,
  onClose,
}: {
  opportunity: Opportunity;
  /** In the place of one that the server did not take. */
  entryId?: string;
  onClose: () => void;
}) {
  const { t } = useTranslation(['plan', 'words', 'ui', 'problem']);
  const format = useFormat();
  const me = useMe();
  const sheets = useSheets();
  const next = opportunity.nextMoment;
  const [channel, setChannel] = useState<NextChannel>(next?.channel ?? 'call');
  const [act, setAct] = useState(next?.act ?? '');
  const [time, setTime] = useState(next?.at ? format.clock(next.at) : '');
  const [day, setDay] = useState(next && next.on > me.today ? next.on : '');

  const offered = nextChannels.filter((one) => one === 'wait' || !isBlocked(one, opportunity.person));
  const plan = usePlan(opportunity, entryId);
  const pace = useAct({
    run: () =>
      opportunityActs.update(opportunity.id, {
        version: opportunity.version,
        pace: opportunity.pace === 'slow' ? 'active' : 'slow',
      }),
    says: ({ opportunity: { pace: now } }) => t(now === 'slow' ? 'plan:slowDone' : 'plan:activeDone'),
    change: (out) => out.changeId,
    quiet: true,
  });
  const failure = plan.error ?? pace.error;

  const save = (on: string) =>
    plan.mutate(
      {
        on,
        // What stands is left to the server, which knows what may be used on that day.
        ...(channel !== next?.channel && { channel }),
        at: time === '' ? null : instantIn(on, time, format.zone),
        act: act.trim() === '' ? null : act.trim(),
      },
      { onSuccess: onClose },
    );

  return (
    <Sheet
      title={t('plan:title', { name: nameOf(opportunity) })}
      about={next && t('plan:about', { day: format.planned(next.on), channel: t(`words:channel.${next.channel}`) })}
      onClose={onClose}
    >
      <details className="plan__details">
        <summary>{t('plan:details')}</summary>
        <div className="plan__fields">
          <Select
            label={t('plan:channel')}
            value={channel}
            onChange={(event) => setChannel(nextChannels.find((one) => one === event.target.value) ?? channel)}
          >
            {offered.map((one) => (
              <option key={one} value={one}>
                {t(`words:channel.${one}`)}
              </option>
            ))}
          </Select>
          <Field
            label={t('plan:time')}
            type="time"
            value={time}
            onChange={(event) => setTime(event.target.value)}
            optional
          />
          <div className="plan__wide">
            <Field
              label={t('plan:act')}
              hint={t('plan:actHint')}
              value={act}
              maxLength={1000}
              onChange={(event) => setAct(event.target.value)}
              optional
            />
          </div>
        </div>
      </details>
      {failure && (
        <p className="field__error" role="alert">
          {t(`problem:${codeOf(failure)}`)}
        </p>
      )}
      <section aria-label={t('plan:when')}>
        <p className="outcomes__head muted small">{t('plan:tapSaves')}</p>
        <div className="plan__days">
          {whenChoices(me.today, me.member.workingDays, names).map((choice, index) => (
            <button
              key={choice.name}
              type="button"
              className="plan__day"
              data-first={index === 0 ? '' : undefined}
              aria-busy={plan.isPending || undefined}
              onClick={() => !plan.isPending && save(choice.day)}
            >
              <span>{t(`plan:${choice.name}`)}</span>
              <span className="muted">{format.shortDay(choice.day)}</span>
            </button>
          ))}
        </div>
      </section>
      <form
        className="plan__choose"
        onSubmit={(event) => {
          event.preventDefault();
          if (day !== '') save(day);
        }}
      >
        <Field
          label={t('ui:chooseDay')}
          type="date"
          min={me.today}
          required
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <Button kind="primary" type="submit" busy={plan.isPending}>
          {t('plan:save')}
        </Button>
      </form>
      <div className="plan__other">
        <Button kind="quiet" busy={pace.isPending} onClick={() => pace.mutate(undefined, { onSuccess: onClose })}>
          {t(opportunity.pace === 'slow' ? 'plan:active' : 'plan:slow')}
        </Button>
        <Button kind="quiet" onClick={() => sheets.open({ kind: 'stop', opportunity })}>
          {t('plan:stop')}
        </Button>
      </div>
    </Sheet>
  );
}
