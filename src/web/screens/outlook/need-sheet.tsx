import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type Every, needKinds, type NeedKind } from '#core/outlook/need';
import type { CoveredNeed, CreateNeed } from '#contract/outlook';
import { codeOf } from '../../data/api-problem.ts';
import { outlookActs } from '../../data/outlook.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';

/** A need or a next step, new or changed. */
export function NeedSheet({
  need,
  kind: first,
  onClose,
}: {
  need: CoveredNeed | null;
  kind: NeedKind;
  onClose: () => void;
}) {
  const { t } = useTranslation(['outlook', 'ui', 'problem']);
  const format = useFormat();
  const isStep = first === 'next_step';
  const [form, setForm] = useState({
    kind: first,
    name: need?.name ?? '',
    amount: need ? format.money(need.amount) : '',
    every: need?.every ?? ('month' as Every),
    from: need?.fromOn ?? '',
    until: need?.untilOn ?? '',
  });
  const [asked, setAsked] = useState(false);
  const fill = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const amount = format.readMoney(form.amount);
  const save = useAct({
    run: (body: CreateNeed) =>
      need ? outlookActs.updateNeed(need.id, { ...body, version: need.version }) : outlookActs.addNeed(body),
    says: () => t(need ? 'ui:saved' : 'outlook:added'),
    change: (out) => out.changeId,
    quiet: true,
  });
  const remove = useAct({
    run: (id: string) => outlookActs.removeNeed(id),
    says: () => t('outlook:removed'),
    change: (out) => out.changeId,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!amount || save.isPending) return;
    save.mutate(
      {
        kind: form.kind,
        name: form.name.trim(),
        amount,
        every: form.every,
        ...(form.from && { fromOn: form.from }),
        untilOn: form.every === 'month' && form.until ? form.until : null,
      },
      { onSuccess: onClose },
    );
  };
  const kinds = needKinds.filter((one) => one !== 'next_step');
  return (
    <Sheet title={t(need ? 'outlook:sheetEdit' : isStep ? 'outlook:sheetStep' : 'outlook:sheetNew')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        {!isStep && (
          <Chips
            legend={t('outlook:fieldKind')}
            shown
            value={form.kind}
            options={kinds.map((one) => ({ value: one, label: t(`outlook:kind.${one}`) }))}
            onChange={(kind) => fill({ kind })}
          />
        )}
        <Field
          label={t('outlook:fieldAmount')}
          inputMode="decimal"
          autoComplete="off"
          data-first=""
          error={asked && !amount ? t('outlook:amountWrong') : undefined}
          value={form.amount}
          onChange={(event) => fill({ amount: event.target.value })}
        />
        {!isStep && (
          <Chips
            legend={t('outlook:fieldEvery')}
            shown
            look="joined"
            value={form.every}
            options={[
              { value: 'month', label: t('outlook:perMonth') },
              { value: 'once', label: t('outlook:once') },
            ]}
            onChange={(every) => fill({ every })}
          />
        )}
        <Field
          label={t('outlook:fieldName')}
          maxLength={200}
          value={form.name}
          onChange={(event) => fill({ name: event.target.value })}
          optional
        />
        <Field
          label={t(form.every === 'month' ? 'outlook:fieldFrom' : 'outlook:fieldOn')}
          type="date"
          value={form.from}
          onChange={(event) => fill({ from: event.target.value })}
          optional
        />
        {form.every === 'month' && (
          <Field
            label={t('outlook:fieldUntil')}
            type="date"
            min={form.from || undefined}
            value={form.until}
            onChange={(event) => fill({ until: event.target.value })}
            optional
          />
        )}
        {save.error && (
          <p className="field__error" role="alert">
            {t(`problem:${codeOf(save.error)}`)}
          </p>
        )}
        <div className="form__acts">
          {need ? (
            <Button busy={remove.isPending} onClick={() => remove.mutate(need.id, { onSuccess: onClose })}>
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
