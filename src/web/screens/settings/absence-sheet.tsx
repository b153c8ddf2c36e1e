import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AbsencePreview, PlanAbsence } from '#contract/absence';
import { codeOf } from '../../data/api-problem.ts';
import { useMe } from '../../data/me.ts';
import { membersQuery, settingsActs } from '../../data/settings.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Select } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';

type Days = Pick<PlanAbsence, 'fromOn' | 'untilOn' | 'note'>;

/** What lies in an absence, and what happens to it: seen before it is done, and undone as a whole. */
export function AbsenceSheet({
  days,
  preview,
  onDone,
  onClose,
}: {
  days: Days;
  preview: AbsencePreview;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['calendar', 'settings', 'ui', 'problem']);
  const format = useFormat();
  const me = useMe();
  const [how, setHow] = useState<PlanAbsence['moments']>('move');
  const members = useQuery(membersQuery);
  const colleagues = (members.data?.items ?? []).filter((one) => one.id !== me.member.id && one.role !== 'viewer');
  const [assigneeId, setAssignee] = useState('');
  const to = assigneeId || colleagues[0]?.id;
  const plan = useAct({
    run: settingsActs.planAbsence,
    says: (done) =>
      done.changed === 0 ? t('settings:daysOffAdded') : t('calendar:absenceDone', { count: done.changed }),
    change: (done) => done.changeId,
    quiet: true,
  });
  const submit = () =>
    plan.mutate(
      { ...days, moments: how, ...(how === 'hand_over' && to !== undefined && { assigneeId: to }) },
      {
        onSuccess: () => {
          onDone();
          onClose();
        },
      },
    );
  return (
    <Sheet
      title={t('calendar:absenceTitle')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" busy={plan.isPending} onClick={submit}>
            {t('calendar:absenceAct')}
          </Button>
        </>
      }
    >
      <p>
        {t('calendar:absenceMoments', { count: preview.moments, time: format.duration(preview.minutes) })}{' '}
        {preview.appointments > 0 && t('calendar:absenceAppointments', { count: preview.appointments })}
      </p>
      <Chips
        shown
        legend={t('calendar:absenceWhat')}
        value={how}
        options={[
          { value: 'move', label: t('calendar:absenceMove') },
          ...(colleagues.length > 0 ? [{ value: 'hand_over' as const, label: t('calendar:absenceHand') }] : []),
          { value: 'leave', label: t('calendar:absenceLeave') },
        ]}
        onChange={setHow}
      />
      {how === 'hand_over' && (
        <Select label={t('calendar:absenceTo')} value={to ?? ''} onChange={(event) => setAssignee(event.target.value)}>
          {colleagues.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
      )}
      {how === 'move' && preview.over.length > 0 && (
        <ul className="absence__over">
          {preview.over.slice(0, 10).map(({ on, count }) => (
            <li key={on}>
              {format.shortDay(on)} <span className="muted number">{t('calendar:absenceCount', { count })}</span>
            </li>
          ))}
        </ul>
      )}
      {plan.error && (
        <p className="field__error" role="alert">
          {t(`problem:${codeOf(plan.error)}`)}
        </p>
      )}
    </Sheet>
  );
}
