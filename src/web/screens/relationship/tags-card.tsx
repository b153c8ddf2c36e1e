import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/person';
import type { SetTags, Tag } from '#contract/relationship';
import { codeOf } from '../../data/api-problem.ts';
import { useMayWrite } from '../../data/me.ts';
import { relationshipActs, tagsQuery } from '../../data/relationship.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Check, Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { firstNameOf } from '../opportunity/who-is.ts';

export function TagsCard({ person, tags }: { person: Person; tags: readonly Tag[] }) {
  const { t } = useTranslation('relationship');
  const mayWrite = useMayWrite();
  const [editing, setEditing] = useState(false);
  return (
    <section aria-labelledby="tags" className="relation">
      <h2 id="tags">{t('tags')}</h2>
      {tags.length === 0 ? (
        <p className="muted">{t('tagsNone')}</p>
      ) : (
        <ul className="relation__tags">
          {tags.map((tag) => (
            <li key={tag.id} className="relation__tag">
              {tag.name}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <div>
          <Button size="small" onClick={() => setEditing(true)}>
            {t('tagsEdit')}
          </Button>
        </div>
      )}
      {editing && <TagsSheet person={person} tags={tags} onClose={() => setEditing(false)} />}
    </section>
  );
}

function TagsSheet({ person, tags, onClose }: { person: Person; tags: readonly Tag[]; onClose: () => void }) {
  const { t } = useTranslation(['relationship', 'ui', 'problem']);
  const all = useQuery(tagsQuery);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(tags.map((tag) => tag.id)));
  const [name, setName] = useState('');
  const save = useAct({
    run: (wish: SetTags) => relationshipActs.setTags(person.id, wish),
    says: () => t('relationship:tagsSaved'),
    change: (out) => out.changeId,
    quiet: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    save.mutate(
      { version: person.version, tagIds: [...chosen], ...(name.trim() && { newNames: [name.trim()] }) },
      { onSuccess: onClose },
    );
  };
  const flip = (id: string) =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  return (
    <Sheet title={t('relationship:tagsTitle', { name: firstNameOf(person.name) })} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        {all.isPending && <Skeleton height={44} rows={2} />}
        {(all.data?.items ?? []).map((tag) => (
          <Check
            key={tag.id}
            label={
              <>
                {tag.name}
                {tag.everyWeeks !== null && (
                  <span className="muted small"> · {t('relationship:tagWeeks', { count: tag.everyWeeks })}</span>
                )}
              </>
            }
            checked={chosen.has(tag.id)}
            onChange={() => flip(tag.id)}
          />
        ))}
        <Field
          label={t('relationship:tagNew')}
          hint={t('relationship:tagNewHint')}
          maxLength={60}
          optional
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {save.error && (
          <p className="field__error" role="alert">
            {t(`problem:${codeOf(save.error)}`)}
          </p>
        )}
        <div className="form__acts">
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="primary" size="large" type="submit" busy={save.isPending}>
            {t('ui:save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
