import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CorrectMoment, Moment, MomentLogged } from '#contract/opportunity';
import { channels, outcomes } from '#core/opportunity/vocabulary';
import { codeOf } from '../../data/api-problem.ts';
import { api } from '../../data/client.ts';
import { useMe } from '../../data/me.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** History is corrected, not rewritten: what it was stays in the records, later numbers follow. */
export function CorrectMomentSheet({ moment, onClose }: { moment: Moment; onClose: () => void }) {
  const { t } = useTranslation(['timeline', 'words', 'ui', 'problem']);
  const me = useMe();
  const [form, setForm] = useState({
    channel: moment.channel,
    outcome: moment.outcome,
    happenedOn: moment.happenedOn,
    minutes: moment.minutes,
    note: moment.note ?? '',
    intent: moment.intent ?? ('none' as const),
  });
  const fill = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const correct = useAct({
    run: (body: CorrectMoment) => api.patch<MomentLogged>(`/moments/${moment.id}`, body),
    says: (out) =>
      out.renumbered > 0 ? t('timeline:correctedRenumbered', { count: out.renumbered }) : t('timeline:corrected'),
    change: (out) => out.changeId,
    quiet: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (correct.isPending) return;
    correct.mutate(
      {
        ...form,
        version: moment.version,
        note: form.note.trim() === '' ? null : form.note.trim(),
        intent: form.intent === 'none' ? null : form.intent,
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Sheet title={t('timeline:correctTitle')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Select
          label={t('timeline:outcome')}
          data-first=""
          value={form.outcome}
          onChange={(event) => fill({ outcome: outcomes.find((one) => one === event.target.value) ?? form.outcome })}
        >
          {outcomes.map((one) => (
            <option key={one} value={one}>
              {t(`words:outcome.${one}`)}
            </option>
          ))}
        </Select>
        <Select
          label={t('timeline:channel')}
          value={form.channel}
          onChange={(event) => fill({ channel: channels.find((one) => one === event.target.value) ?? form.channel })}
        >
          {channels.map((one) => (
            <option key={one} value={one}>
              {t(`words:channel.${one}`)}
            </option>
          ))}
        </Select>
        <Field
          label={t('timeline:happenedOn')}
          type="date"
          required
          max={me.today}
          value={form.happenedOn}
          onChange={(event) => fill({ happenedOn: event.target.value })}
        />
        <Field
          label={t('timeline:minutes')}
          type="number"
          inputMode="numeric"
          min={0}
          max={1440}
          value={form.minutes}
          onChange={(event) => fill({ minutes: Math.trunc(Number(event.target.value)) })}
        />
        <Chips
          shown
          legend={t('timeline:intent')}
          value={form.intent}
          options={[
            { value: 'give', label: t('words:intent.give') },
            { value: 'ask', label: t('words:intent.ask') },
            { value: 'none', label: t('timeline:intentNone') },
          ]}
          onChange={(intent) => fill({ intent })}
        />
        <TextArea
          label={t('timeline:note')}
          value={form.note}
          onChange={(event) => fill({ note: event.target.value })}
          optional
        />
        {correct.error && (
          <p className="field__error" role="alert">
            {t(`problem:${codeOf(correct.error)}`)}
          </p>
        )}
        <div className="form__acts">
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" size="large" type="submit" busy={correct.isPending}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
