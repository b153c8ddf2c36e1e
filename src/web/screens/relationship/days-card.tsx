import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Check, Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react';
import type { ImportantDay } from '#contract/relationship';
import { useMayWrite } from '../../data/me.ts';
import { relationshipActs } from '../../data/relationship.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { DaySheet } from './day-sheet.tsx';
import { useDayWords } from './use-day-words.ts';

/** Birthdays and other days that come back, the nearest first. */
export function DaysCard({ personId, days }: { personId: string; days: readonly ImportantDay[] }) {
  const { t } = useTranslation('relationship');
  const mayWrite = useMayWrite();
  const [sheet, setSheet] = useState<ImportantDay | 'new' | null>(null);
  return (
    <section className="card relation" aria-labelledby="days">
      <header className="relation__head">
        <h2 id="days">{t('days')}</h2>
        {mayWrite && (
          <Button
            kind="quiet"
            size="small"
            icon={<Plus size={16} aria-hidden="true" />}
            onClick={() => setSheet('new')}
          >
            {t('dayAdd')}
          </Button>
        )}
      </header>
      {days.length === 0 && <p className="muted">{t('daysNone')}</p>}
      {days.length > 0 && (
        <ul>
          {days.map((day) => (
            <DayLine key={day.id} day={day} onEdit={() => setSheet(day)} />
          ))}
        </ul>
      )}
      {sheet && <DaySheet personId={personId} day={sheet === 'new' ? null : sheet} onClose={() => setSheet(null)} />}
    </section>
  );
}

function DayLine({ day, onEdit }: { day: ImportantDay; onEdit: () => void }) {
  const { t } = useTranslation('relationship');
  const format = useFormat();
  const mayWrite = useMayWrite();
  const words = useDayWords();
  const change = (out: { changeId: string }) => out.changeId;
  const pass = useAct({
    run: () => relationshipActs.passDay(day.id, day.version),
    says: () => t('dayPassed'),
    change,
  });
  const remove = useAct({ run: () => relationshipActs.removeDay(day.id), says: () => t('dayRemoved'), change });
  return (
    <li className="relation__line">
      <div className="relation__what">
        <p>{words(day)}</p>
        <p className="muted small">
          {day.nextOn ? format.day(day.nextOn) : t('dayOver')}
          {day.nextOn && day.leadDays > 0 && ` · ${t('leadDays', { count: day.leadDays })}`}
        </p>
      </div>
      {mayWrite && (
        <Menu
          label={t('dayMore', { day: words(day) })}
          items={[
            day.nextOn !== null && {
              label: t('dayPass'),
              icon: <Check size={18} aria-hidden="true" />,
              onSelect: () => pass.mutate(undefined),
            },
            { label: t('edit'), icon: <Pencil size={18} aria-hidden="true" />, onSelect: onEdit },
            {
              label: t('remove'),
              icon: <Trash2 size={18} aria-hidden="true" />,
              danger: true,
              onSelect: () => remove.mutate(undefined),
            },
          ]}
        >
          <Ellipsis size={18} aria-hidden="true" />
        </Menu>
      )}
    </li>
  );
}
