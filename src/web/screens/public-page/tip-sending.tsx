import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toDay } from '#core/day/day';
import { instantIn } from '#core/day/instant-in';
import type { Tip } from '#contract/public-page';
import { codeOf } from '../../data/api-problem.ts';
import { publicPageActs } from '../../data/public-page.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useFormat } from '../../ui/use-format.ts';

/** When a tip goes: now, after one more question, or at a time; or not at all. */
export function TipSending({ tip, readers, onClose }: { tip: Tip; readers: number; onClose: () => void }) {
  const { t } = useTranslation(['publicPage', 'problem']);
  const format = useFormat();
  const [asks, setAsks] = useState<'send' | 'remove' | null>(null);
  const [at, setAt] = useState('');
  const plan = useAct({
    run: (sendAt: string | null) => publicPageActs.planTip(tip.id, { version: tip.version, sendAt }),
    quiet: true,
    says: ({ sendAt }) => {
      onClose();
      if (sendAt === null) return t('unplanned');
      return t(new Date(sendAt).getTime() > Date.now() ? 'planned' : 'sending');
    },
  });
  const remove = useAct({
    run: () => publicPageActs.removeTip(tip.id),
    quiet: true,
    says: () => {
      onClose();
      return t('removed');
    },
  });
  // In the sheet itself: the line at the bottom lies behind it.
  const trouble = plan.error ?? remove.error;
  return (
    <div className="public-page__sending">
      {trouble && (
        <p className="field__error" role="alert">
          {t(`problem:${codeOf(trouble)}`)}
        </p>
      )}
      {asks === null ? (
        <div className="public-page__acts">
          <Button onClick={() => setAsks('send')}>{t('send')}</Button>
          {tip.state === 'scheduled' && (
            <Button busy={plan.isPending} onClick={() => plan.mutate(null)}>
              {t('unplan')}
            </Button>
          )}
          <Button kind="danger" onClick={() => setAsks('remove')}>
            {t('remove')}
          </Button>
        </div>
      ) : (
        <div className="public-page__acts">
          <p>{asks === 'send' ? t('sendConfirm', { count: readers }) : t('removeConfirm')}</p>
          {asks === 'send' ? (
            <Button kind="primary" busy={plan.isPending} onClick={() => plan.mutate(new Date().toISOString())}>
              {t('sendYes')}
            </Button>
          ) : (
            <Button kind="danger" busy={remove.isPending} onClick={() => remove.mutate(undefined)}>
              {t('remove')}
            </Button>
          )}
          <Button onClick={() => setAsks(null)}>{t('sendNot')}</Button>
        </div>
      )}
      <form
        className="public-page__plan"
        onSubmit={(event) => {
          event.preventDefault();
          const [day, time] = at.split('T');
          // On the clock of who plans it, wherever the browser is.
          if (day && time) plan.mutate(instantIn(toDay(day), time.slice(0, 5), format.zone));
        }}
      >
        <Field
          label={t('planAt')}
          type="datetime-local"
          value={at}
          required
          onChange={(event) => setAt(event.target.value)}
        />
        <Button type="submit" busy={plan.isPending}>
          {t('plan')}
        </Button>
      </form>
    </div>
  );
}
