import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#contract/workspace';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useSaveWorkspace } from '../settings/use-settings-acts.ts';

/** What is at hand now: one figure, of the day on which it was said. */
export function CashForm({ cash, version }: { cash: Settings['cash']; version: number }) {
  const { t } = useTranslation(['outlook', 'ui']);
  const format = useFormat();
  const before = cash ? format.money(cash.amount) : '';
  const [text, setText] = useState<string | null>(null);
  const { save, isPending } = useSaveWorkspace(version);
  const shown = text ?? before;
  const amount = format.readMoney(shown);
  const wrong = shown.trim() !== '' && amount === null;
  return (
    <form
      className="outlook__cash"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong && !isPending) save({ cashAtHand: amount }, () => setText(null));
      }}
    >
      <Field
        label={t('outlook:cash')}
        hint={
          cash
            ? t('outlook:cashOn', { amount: format.wholeMoney(cash.amount), day: format.shortDay(cash.on) })
            : t('outlook:cashHint')
        }
        inputMode="decimal"
        autoComplete="off"
        error={wrong ? t('outlook:amountWrong') : undefined}
        value={shown}
        onChange={(event) => setText(event.target.value)}
      />
      {text !== null && text !== before && (
        <Button type="submit" busy={isPending}>
          {t('ui:save')}
        </Button>
      )}
    </form>
  );
}
