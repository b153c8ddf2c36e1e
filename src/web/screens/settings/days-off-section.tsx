import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AbsencePreview, PreviewAbsence } from '#contract/absence';
import { useMe } from '../../data/me.ts';
import { daysOffQuery, settingsActs } from '../../data/settings.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { AbsenceSheet } from './absence-sheet.tsx';
import { Section } from './section.tsx';

export function DaysOffSection() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const daysOff = useQuery(daysOffQuery);
  const remove = useAct({ run: settingsActs.removeDaysOff, says: () => t('daysOffRemoved') });
  const words = (from: string, until: string) =>
    from === until ? format.shortDay(from) : t('range', { from: format.shortDay(from), until: format.shortDay(until) });
  return (
    <Section id="daysOff" title={t('daysOff')} about={t('daysOffBody')}>
      {daysOff.isPending && <Skeleton height={44} rows={2} />}
      {daysOff.isError && <ErrorState error={daysOff.error} onRetry={() => void daysOff.refetch()} />}
      {daysOff.data?.items.length === 0 && <p>{t('daysOffNone')}</p>}
      {daysOff.data && daysOff.data.items.length > 0 && (
        <ul className="settings__list">
          {daysOff.data.items.map((one) => (
            <li key={one.id}>
              <span>
                <strong>{words(one.fromOn, one.untilOn)}</strong>
                {one.note && <span className="muted"> · {one.note}</span>}
              </span>
              <Button
                kind="quiet"
                aria-label={t('removeDaysOff', { days: words(one.fromOn, one.untilOn) })}
                onClick={() => remove.mutate(one.id)}
              >
                <X size={18} aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AddDaysOff />
    </Section>
  );
}

function AddDaysOff() {
  const { t } = useTranslation('settings');
  const { today } = useMe();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [note, setNote] = useState('');
  const [asking, setAsking] = useState<{ days: PreviewAbsence & { note?: string }; preview: AbsencePreview } | null>(
    null,
  );
  const add = useAct({
    run: async (days: PreviewAbsence & { note?: string }) => {
      const preview = await settingsActs.previewAbsence({ fromOn: days.fromOn, untilOn: days.untilOn });
      if (preview.moments > 0) return { days, preview };
      await settingsActs.addDaysOff(days);
      return null;
    },
    // Where something is planned one is asked first.
    says: (asked) => (asked === null ? t('daysOffAdded') : undefined),
  });
  const last = until || from;
  const wrong = from !== '' && last < from;
  const clear = () => {
    setFrom('');
    setUntil('');
    setNote('');
  };
  return (
    <form
      className="settings__days-off"
      onSubmit={(event) => {
        event.preventDefault();
        if (from === '' || wrong) return;
        const days = { fromOn: from, untilOn: last, ...(note.trim() && { note: note.trim() }) };
        add.mutate(days, { onSuccess: (asked) => (asked === null ? clear() : setAsking(asked)) });
      }}
    >
      <Field
        label={t('from')}
        type="date"
        min={today}
        required
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <Field
        label={t('until')}
        type="date"
        min={from || today}
        value={until}
        error={wrong ? t('daysOffWrong') : undefined}
        onChange={(event) => setUntil(event.target.value)}
        optional
      />
      <Field
        label={t('note')}
        placeholder={t('notePlaceholder')}
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        optional
      />
      <Button type="submit" busy={add.isPending}>
        {t('addDaysOff')}
      </Button>
      {asking && <AbsenceSheet {...asking} onDone={clear} onClose={() => setAsking(null)} />}
    </form>
  );
}
