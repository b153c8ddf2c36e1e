import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreateImportantDay, ImportantDay } from '#contract/relationship';
import { type DayKind, dayKinds, isYearDay, usualLead } from '#core/relationship/important-day';
import { codeOf } from '../../data/api-problem.ts';
import { relationshipActs } from '../../data/relationship.ts';
import { useAct } from '../../data/use-act.ts';
import { monthName } from '#i18n/format';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Check, Field, Select } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';

type Props = { personId: string; day: ImportantDay | null; onClose: () => void };

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const leads = [0, 1, 3, 7, 14, 30, 60];

/** A new day to remember, or one that changes. */
export function DaySheet({ personId, day, onClose }: Props) {
  const { t } = useTranslation(['relationship', 'ui', 'problem']);
  const format = useFormat();
  const [kind, setKind] = useState<DayKind>(day?.kind ?? 'birthday');
  const [name, setName] = useState(day?.name ?? '');
  const [dayOfMonth, setDayOfMonth] = useState(day ? String(day.day) : '');
  const [month, setMonth] = useState(String(day?.month ?? Number(format.today.slice(5, 7))));
  const [year, setYear] = useState(day?.year ? String(day.year) : '');
  const [once, setOnce] = useState(day ? !day.everyYear : false);
  const [lead, setLead] = useState<number | null>(day?.leadDays ?? null);
  const [wrong, setWrong] = useState<'dayWrong' | 'nameMissing' | 'yearMissing' | null>(null);
  const save = useAct({
    run: (wish: CreateImportantDay) =>
      day
        ? relationshipActs.changeDay(day.id, { ...wish, version: day.version })
        : relationshipActs.addDay(personId, wish),
    says: () => t('relationship:daySaved'),
    change: (out) => out.changeId,
    quiet: true,
  });
  const wish = {
    kind,
    name: name.trim(),
    month: Number(month),
    day: Number(dayOfMonth),
    year: year === '' ? null : Number(year),
    everyYear: !once,
    leadDays: lead ?? usualLead[kind],
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fault = !isYearDay(wish)
      ? 'dayWrong'
      : kind === 'own' && wish.name === ''
        ? 'nameMissing'
        : once && wish.year === null
          ? 'yearMissing'
          : null;
    setWrong(fault);
    if (fault === null && !save.isPending) save.mutate(wish, { onSuccess: onClose });
  };
  return (
    <Sheet title={t(day ? 'relationship:dayEditTitle' : 'relationship:dayAddTitle')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Chips
          legend={t('relationship:dayKind')}
          value={kind}
          options={dayKinds.map((one) => ({ value: one, label: t(`relationship:kind.${one}`) }))}
          onChange={setKind}
        />
        <div className="relation__date">
          <Field
            label={t('relationship:dayOfMonth')}
            type="number"
            inputMode="numeric"
            min={1}
            max={31}
            required
            data-first=""
            value={dayOfMonth}
            onChange={(event) => setDayOfMonth(event.target.value)}
          />
          <Select label={t('relationship:month')} value={month} onChange={(event) => setMonth(event.target.value)}>
            {months.map((one) => (
              <option key={one} value={one}>
                {monthName(format.language, `2024-${String(one).padStart(2, '0')}-01`)}
              </option>
            ))}
          </Select>
          <Field
            label={t('relationship:year')}
            type="number"
            inputMode="numeric"
            min={1800}
            max={2200}
            value={year}
            onChange={(event) => setYear(event.target.value)}
          />
        </div>
        <p className="muted small">
          {month === '2' && dayOfMonth === '29' ? t('relationship:leap') : t('relationship:yearHint')}
        </p>
        {kind !== 'birthday' && (
          <Field
            label={t('relationship:dayName')}
            maxLength={200}
            optional={kind !== 'own'}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
        <Select
          label={t('relationship:lead')}
          value={lead ?? usualLead[kind]}
          onChange={(event) => setLead(Number(event.target.value))}
        >
          {[...new Set([...leads, lead ?? 0])]
            .toSorted((a, b) => a - b)
            .map((count) => (
              <option key={count} value={count}>
                {t('relationship:leadDays', { count })}
              </option>
            ))}
        </Select>
        {kind !== 'birthday' && (
          <Check label={t('relationship:once')} checked={once} onChange={(event) => setOnce(event.target.checked)} />
        )}
        {(wrong ?? save.error) && (
          <p className="field__error" role="alert">
            {wrong ? t(`relationship:${wrong}`) : t(`problem:${codeOf(save.error)}`)}
          </p>
        )}
        <div className="form__acts">
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" size="large" type="submit" busy={save.isPending}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
