import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreatePromise, Promise_ } from '#contract/person';
import { codeOf } from '../../data/api-problem.ts';
import { api } from '../../data/client.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { soon } from '../plan/when-choices.ts';
import { When } from '../plan/when.tsx';

type Props = { personId: string; opportunityId: string | null; onClose: () => void };

export function PromiseSheet({ personId, opportunityId, onClose }: Props) {
  const { t } = useTranslation(['promise', 'ui', 'problem']);
  const [text, setText] = useState('');
  const [by, setBy] = useState<'me' | 'them'>('me');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const create = useAct({
    run: (body: CreatePromise) => api.post<Promise_>(`/persons/${personId}/promises`, body),
    says: () => t('promise:saved'),
    quiet: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (dueOn === null) return setAsked(true);
    if (create.isPending) return;
    create.mutate({ by, text: text.trim(), dueOn, ...(opportunityId && { opportunityId }) }, { onSuccess: onClose });
  };
  return (
    <Sheet title={t('promise:addTitle')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Chips
          look="joined"
          legend={t('promise:by')}
          value={by}
          options={[
            { value: 'me', label: t('promise:byMe') },
            { value: 'them', label: t('promise:byThem') },
          ]}
          onChange={setBy}
        />
        <Field
          label={t('promise:text')}
          hint={t('promise:textHint')}
          required
          pattern=".*\S.*"
          maxLength={200}
          data-first=""
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <When legend={t('promise:due')} value={dueOn} onChange={setDueOn} names={soon} />
        {(asked && dueOn === null) || create.error ? (
          <p className="field__error" role="alert">
            {t(create.error ? `problem:${codeOf(create.error)}` : 'problem:until_missing')}
          </p>
        ) : null}
        <div className="form__acts">
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" size="large" type="submit" busy={create.isPending}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
