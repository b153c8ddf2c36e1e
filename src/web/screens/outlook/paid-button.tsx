import { useTranslation } from 'react-i18next';
import { outlookActs } from '../../data/outlook.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';

/** The money came today; the toast takes it back. */
export function PaidButton({ id, customer }: { id: string; customer: string }) {
  const { t } = useTranslation('outlook');
  const { today } = useFormat();
  const pay = useAct({
    run: () => outlookActs.markPaid(id, today),
    says: () => t('paidDone'),
    change: (out) => out.changeId,
  });
  return (
    <Button busy={pay.isPending} aria-label={t('paidFor', { customer })} onClick={() => pay.mutate(undefined)}>
      {t('paid')}
    </Button>
  );
}
