import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Promise_, PromiseChanged } from '#contract/person';
import { codeOf } from '../../data/api-problem.ts';
import { api } from '../../data/client.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { soon } from '../plan/when-choices.ts';
import { When } from '../plan/when.tsx';

/** Another day for a promise. */
export function MovePromiseSheet({ promise, onClose }: { promise: Promise_; onClose: () => void }) {
  const { t } = useTranslation(['promise', 'ui', 'problem']);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const move = useAct({
    run: (day: string) =>
      api.patch<PromiseChanged>(`/promises/${promise.id}`, { version: promise.version, dueOn: day }),
    says: () => t('promise:movedDone'),
    change: (out) => out.changeId,
    quiet: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (dueOn !== null && !move.isPending) move.mutate(dueOn, { onSuccess: onClose });
  };
  return (
    <Sheet title={t('promise:moveTitle')} about={promise.text} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <When legend={t('promise:due')} value={dueOn} onChange={setDueOn} names={soon} />
        {move.error && (
          <p className="field__error" role="alert">
            {t(`problem:${codeOf(move.error)}`)}
          </p>
        )}
        <div className="form__acts">
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" size="large" type="submit" busy={move.isPending} disabled={dueOn === null}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
