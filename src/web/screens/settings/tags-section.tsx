import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import type { TagList } from '#contract/relationship';
import { relationshipActs, tagsQuery } from '../../data/relationship.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { WeeksOptions } from '../relationship/rhythm-line.tsx';
import { Section } from './section.tsx';
import '../relationship/relationship.css';

/** Tags, and how often one keeps in touch with who has them. */
export function TagsSection({ leads }: { leads: boolean }) {
  const { t } = useTranslation('relationship');
  const tags = useQuery(tagsQuery);
  const [name, setName] = useState('');
  const add = useAct({ run: (text: string) => relationshipActs.addTag({ name: text }), says: () => t('tagAdded') });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !add.isPending) add.mutate(name.trim(), { onSuccess: () => setName('') });
  };
  return (
    <Section id="tags" title={t('settings')} about={t('settingsAbout')}>
      {tags.isPending && <Skeleton height={44} rows={2} />}
      {tags.isError && <ErrorState error={tags.error} onRetry={() => void tags.refetch()} />}
      {tags.data?.items.length === 0 && <p>{t('tagsEmpty')}</p>}
      {tags.data && tags.data.items.length > 0 && (
        <ul className="tags-settings">
          {tags.data.items.map((tag) => (
            <TagLine key={tag.id} tag={tag} leads={leads} />
          ))}
        </ul>
      )}
      <form className="tags-settings__row" onSubmit={submit}>
        <Field
          label={t('tagNew')}
          hint={t('tagNewHint')}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" busy={add.isPending}>
          {t('tagAdd')}
        </Button>
      </form>
    </Section>
  );
}

function TagLine({ tag, leads }: { tag: TagList['items'][number]; leads: boolean }) {
  const { t } = useTranslation('relationship');
  const change = useAct({
    run: (everyWeeks: number | null) => relationshipActs.changeTag(tag.id, { version: tag.version, everyWeeks }),
    says: () => t('tagSaved'),
    change: (out) => out.changeId,
  });
  const remove = useAct({ run: () => relationshipActs.removeTag(tag.id), says: () => t('tagRemoved') });
  return (
    <li className="tags-settings__row">
      <span className="tags-settings__name">
        <strong>{tag.name}</strong> <span className="muted small">{t('tagPersons', { count: tag.persons })}</span>
      </span>
      <select
        className="field__control"
        aria-label={t('tagEveryOf', { name: tag.name })}
        value={tag.everyWeeks ?? ''}
        disabled={!leads || change.isPending}
        onChange={(event) => change.mutate(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">{t('tagNever')}</option>
        <WeeksOptions present={tag.everyWeeks} />
      </select>
      {leads && tag.persons === 0 && (
        <Button kind="quiet" aria-label={t('tagRemove', { name: tag.name })} onClick={() => remove.mutate(undefined)}>
          <X size={18} aria-hidden="true" />
        </Button>
      )}
    </li>
  );
}
