import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';
import { codeOf } from '../../data/api-problem.ts';
import { api } from '../../data/client.ts';
import { keys } from '../../data/keys.ts';
import { opportunityActs } from '../../data/opportunities.ts';
import type { MemberList } from '../../data/shapes.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Select, TextArea } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Skeleton } from '../../ui/states.tsx';

/** Another behandelaar; what was done stays with who did it (definition 12). */
export function HandOverSheet({ opportunity, onClose }: { opportunity: Opportunity; onClose: () => void }) {
  const { t } = useTranslation(['opportunity', 'ui', 'problem']);
  const members = useQuery({ queryKey: keys.members, queryFn: () => api.get<MemberList>('/members') });
  const others = (members.data?.items ?? []).filter(
    (member) => member.id !== opportunity.assignee.id && member.role !== 'viewer',
  );
  const [chosen, setChosen] = useState('');
  const [note, setNote] = useState('');
  const assigneeId = chosen || (others[0]?.id ?? '');
  const save = useAct({
    run: () => opportunityActs.handOver(opportunity.id, { assigneeId, ...(note.trim() && { note: note.trim() }) }),
    says: (out) => t('opportunity:handedOver', { name: out.opportunity.assignee.name }),
    change: (out) => out.changeId,
    quiet: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (assigneeId !== '' && !save.isPending) save.mutate(undefined, { onSuccess: onClose });
  };
  return (
    <Sheet
      title={t('opportunity:handOverTitle')}
      about={t('opportunity:assignee', { name: opportunity.assignee.name })}
      onClose={onClose}
    >
      {members.isPending && <Skeleton height={70} />}
      {members.data && others.length === 0 && <p>{t('opportunity:handOverNobody')}</p>}
      {others.length > 0 && (
        <form className="form" onSubmit={submit}>
          <Select
            label={t('opportunity:handOverTo')}
            value={assigneeId}
            onChange={(event) => setChosen(event.target.value)}
          >
            {others.map((member) => (
              <option key={member.id} value={member.id}>
                {member.name}
              </option>
            ))}
          </Select>
          <TextArea
            label={t('opportunity:handOverNote')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            optional
          />
          {save.error && (
            <p className="field__error" role="alert">
              {t(`problem:${codeOf(save.error)}`)}
            </p>
          )}
          <div className="form__acts">
            <Button onClick={onClose}>{t('ui:cancel')}</Button>
            <Button kind="primary" size="large" type="submit" busy={save.isPending}>
              {t('opportunity:handOverSave')}
            </Button>
          </div>
        </form>
      )}
    </Sheet>
  );
}
