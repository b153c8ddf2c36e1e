import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addDays, toDay } from '#core/day/day';
import type { Continuity, OverdueItem } from '#contract/outlook';
import { useMayWrite } from '../../data/me.ts';
import { outlookActs } from '../../data/outlook.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { PaidButton } from './paid-button.tsx';

/** So many rows at first: more is a list to work through, and one asks for it. */
const firstShown = 10;

/** Sales that should have been paid by now: each is ticked off, or expected on another day. */
export function OverdueList({ overdue }: { overdue: Continuity['overdue'] }) {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const mayWrite = useMayWrite();
  const [all, setAll] = useState(false);
  if (overdue.count === 0) return null;
  const items = all ? overdue.items : overdue.items.slice(0, firstShown);
  return (
    <section className="outlook__overdue" aria-labelledby="overdue">
      <h3 id="overdue">{t('overdueTitle')}</h3>
      <p>
        {t('overdue', { count: overdue.count, amount: format.wholeMoney(overdue.amount) })}{' '}
        {mayWrite && t('overdueAct')}
      </p>
      {mayWrite && items.length > 0 && (
        <ul className="outlook__rows">
          {items.map((item) => (
            <OverdueRow key={item.id} item={item} />
          ))}
        </ul>
      )}
      {mayWrite && items.length < overdue.items.length && (
        <div>
          <Button onClick={() => setAll(true)}>{t('overdueAll', { count: overdue.items.length })}</Button>
        </div>
      )}
    </section>
  );
}

function OverdueRow({ item: { id, personId, customer, amount, expectedOn } }: { item: OverdueItem }) {
  const { t } = useTranslation(['outlook', 'ui']);
  const format = useFormat();
  const tomorrow = addDays(toDay(format.today), 1);
  const [day, setDay] = useState<string | null>(null);
  const move = useAct({
    run: (to: string) => outlookActs.expectOn(id, to),
    says: (_, to) => t('outlook:movedTo', { day: format.shortDay(to) }),
    change: (out) => out.changeId,
  });
  return (
    <li>
      <div>
        <p>{personId ? <Link href={`/persons/${personId}`}>{customer}</Link> : <strong>{customer}</strong>}</p>
        <p className="muted small">
          {t('outlook:item.unpaid', { amount: format.money(amount), day: format.shortDay(expectedOn) })}
        </p>
      </div>
      <div className="outlook__acts">
        {day === null && (
          <Button aria-label={t('outlook:laterFor', { customer })} onClick={() => setDay(tomorrow)}>
            {t('outlook:later')}
          </Button>
        )}
        <PaidButton id={id} customer={customer} />
      </div>
      {day !== null && (
        <form
          className="outlook__move"
          onSubmit={(event) => {
            event.preventDefault();
            if (day !== '' && !move.isPending) move.mutate(day);
          }}
        >
          <Field
            label={t('outlook:expectedOn')}
            type="date"
            required
            min={format.today}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
          <Button type="submit" busy={move.isPending}>
            {t('ui:save')}
          </Button>
        </form>
      )}
    </li>
  );
}
