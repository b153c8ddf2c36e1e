import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreateOpportunity, Opportunity } from '#contract/opportunity';
import { codeOf } from '../../data/api-problem.ts';
import { api } from '../../data/client.ts';
import { newId } from '../../data/new-id.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { When } from '../plan/when.tsx';

/** A possible sale to somebody who is in already: a later sale is a new opportunity (definition 3). */
export function NewOpportunitySheet({
  personId,
  name,
  onClose,
}: {
  personId: string;
  name: string;
  onClose: () => void;
}) {
  const { t } = useTranslation(['opportunity', 'plan', 'ui', 'problem']);
  const format = useFormat();
  const [form, setForm] = useState({ title: '', value: '', keen: '', nextOn: null as string | null });
  const fill = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const key = useRef(newId());
  const create = useAct({
    run: (body: CreateOpportunity) => api.post<Opportunity & { changeId: string }>('/opportunities', body, key.current),
    says: (out) => t('opportunity:created', { day: out.nextMoment ? format.planned(out.nextMoment.on) : '' }),
    change: (out) => out.changeId,
    quiet: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (create.isPending) return;
    const value = format.readMoney(form.value);
    create.mutate(
      {
        personId,
        ...(form.title.trim() && { title: form.title.trim() }),
        ...(value !== null && { value }),
        ...(form.keen.trim() && { keen: form.keen.trim() }),
        ...(form.nextOn && { next: { on: form.nextOn } }),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Sheet title={t('opportunity:newTitle', { name })} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field
          label={t('opportunity:title')}
          maxLength={1000}
          data-first=""
          value={form.title}
          onChange={(event) => fill({ title: event.target.value })}
          optional
        />
        <Field
          label={t('opportunity:value')}
          inputMode="decimal"
          value={form.value}
          onChange={(event) => fill({ value: event.target.value })}
          optional
        />
        <Field
          label={t('opportunity:keen')}
          value={form.keen}
          onChange={(event) => fill({ keen: event.target.value })}
          optional
        />
        <When rhythm legend={t('plan:when')} value={form.nextOn} onChange={(nextOn) => fill({ nextOn })} />
        {create.error && (
          <p className="field__error" role="alert">
            {t(`problem:${codeOf(create.error)}`)}
          </p>
        )}
        <div className="form__acts">
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" size="large" type="submit" busy={create.isPending}>
            {t('opportunity:newSave')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
