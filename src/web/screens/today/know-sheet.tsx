import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';
import { codeOf } from '../../data/api-problem.ts';
import { opportunityActs } from '../../data/opportunities.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { nameOf } from '../opportunity/who-is.ts';

/** "I know something": what no figure can know moves somebody to today, or away from it, and is remembered with its reason (definition 11). */
export function KnowSheet({ opportunity, onClose }: { opportunity: Opportunity; onClose: () => void }) {
  const { t } = useTranslation(['today', 'ui', 'problem']);
  const [choice, setChoice] = useState<'yes' | 'no'>('yes');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const pin = useAct({
    run: () => opportunityActs.pin(opportunity.id, { choice, reason: reason.trim() }),
    says: () => t(choice === 'yes' ? 'today:pinnedYes' : 'today:pinnedNo'),
    change: (out) => out.changeId,
    quiet: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() !== '' && !pin.isPending) pin.mutate(undefined, { onSuccess: onClose });
  };
  return (
    <Sheet title={t('today:know')} about={nameOf(opportunity)} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field
          label={t('today:knowWhat')}
          hint={t('today:knowHint')}
          data-first=""
          maxLength={200}
          value={reason}
          error={
            pin.error
              ? t(`problem:${codeOf(pin.error)}`)
              : asked && reason.trim() === ''
                ? t('today:knowMissing')
                : undefined
          }
          onChange={(event) => setReason(event.target.value)}
        />
        <Chips
          legend={t('today:knowSo')}
          shown
          value={choice}
          options={[
            { value: 'yes', label: t('today:pinYes') },
            { value: 'no', label: t('today:pinNo') },
          ]}
          onChange={setChoice}
        />
        <div className="form__acts">
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" size="large" type="submit" busy={pin.isPending}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
