import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract, CreateContract } from '#contract/outlook';
import { codeOf } from '../../data/api-problem.ts';
import { outlookActs } from '../../data/outlook.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Check, Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';

/** A contract that runs already, with its end and renewal. */
export function ContractSheet({ contract, onClose }: { contract: Contract | null; onClose: () => void }) {
  const { t } = useTranslation(['outlook', 'ui', 'problem']);
  const format = useFormat();
  const [form, setForm] = useState({
    customer: contract?.customer ?? '',
    amount: contract ? format.money(contract.amount) : '',
    from: contract?.fromOn ?? format.today,
    until: contract?.untilOn ?? '',
    renews: contract?.renews ?? false,
    notice: String(contract?.noticeMonths ?? 0),
  });
  const [asked, setAsked] = useState(false);
  const fill = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const amount = format.readMoney(form.amount);
  const save = useAct({
    run: (body: CreateContract) =>
      contract
        ? outlookActs.updateContract(contract.id, { ...body, version: contract.version })
        : outlookActs.addContract(body),
    says: () => t(contract ? 'ui:saved' : 'outlook:added'),
    change: (out) => out.changeId,
    quiet: true,
  });
  const remove = useAct({
    run: (id: string) => outlookActs.removeContract(id),
    says: () => t('outlook:removed'),
    change: (out) => out.changeId,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!amount || form.customer.trim() === '' || save.isPending) return;
    save.mutate(
      {
        customer: form.customer.trim(),
        amount,
        ...(form.from && { fromOn: form.from }),
        untilOn: form.until || null,
        renews: form.until !== '' && form.renews,
        noticeMonths: Math.trunc(Number(form.notice) || 0),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Sheet title={t(contract ? 'outlook:sheetEdit' : 'outlook:contractSheet')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field
          label={t('outlook:customer')}
          required
          maxLength={200}
          data-first=""
          value={form.customer}
          onChange={(event) => fill({ customer: event.target.value })}
        />
        <Field
          label={t('outlook:contractAmount')}
          inputMode="decimal"
          autoComplete="off"
          error={asked && !amount ? t('outlook:amountWrong') : undefined}
          value={form.amount}
          onChange={(event) => fill({ amount: event.target.value })}
        />
        <Field
          label={t('outlook:fieldFrom')}
          type="date"
          value={form.from}
          onChange={(event) => fill({ from: event.target.value })}
        />
        <Field
          label={t('outlook:contractUntil')}
          hint={t('outlook:contractUntilHint')}
          type="date"
          min={form.from || undefined}
          value={form.until}
          onChange={(event) => fill({ until: event.target.value })}
          optional
        />
        {form.until && (
          <Check
            label={t('outlook:renews')}
            checked={form.renews}
            onChange={(event) => fill({ renews: event.target.checked })}
          />
        )}
        {(form.renews || !form.until) && (
          <Field
            label={t('outlook:notice')}
            type="number"
            inputMode="numeric"
            min={0}
            max={24}
            value={form.notice}
            onChange={(event) => fill({ notice: event.target.value })}
          />
        )}
        {save.error && (
          <p className="field__error" role="alert">
            {t(`problem:${codeOf(save.error)}`)}
          </p>
        )}
        <div className="form__acts">
          {contract ? (
            <Button busy={remove.isPending} onClick={() => remove.mutate(contract.id, { onSuccess: onClose })}>
              {t('ui:remove')}
            </Button>
          ) : (
            <Button onClick={onClose}>{t('ui:cancel')}</Button>
          )}
          <Button kind="primary" size="large" type="submit" busy={save.isPending}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
