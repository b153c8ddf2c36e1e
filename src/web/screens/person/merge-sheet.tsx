import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readablePhone } from '#i18n/phone';
import type { Person, PersonHit } from '#contract/person';
import { codeOf } from '../../data/api-problem.ts';
import { boardActs } from '../../data/board.ts';
import { personsFound } from '../../data/persons.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useDelayed } from '../../ui/use-delayed.ts';

/** Two records of one human being become one; this one stays. */
export function MergeSheet({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation(['person', 'ui', 'problem']);
  const [q, setQ] = useState(person.lastName ?? person.name);
  const [other, setOther] = useState<PersonHit | null>(null);
  const needle = useDelayed(q.trim(), 150);
  const found = useQuery({ ...personsFound(needle, 10), enabled: needle.length >= 2 });
  const others = (found.data?.items ?? []).filter((hit) => hit.id !== person.id);
  const merge = useAct({
    run: (otherId: string) => boardActs.mergePersons(person.id, { otherId, take: [] }),
    says: () => t('person:merged'),
    change: (out) => out.changeId,
    quiet: true,
  });
  return (
    <Sheet
      title={t('person:mergeTitle', { name: person.name })}
      about={t('person:mergeAbout')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          {other && (
            <Button
              kind="primary"
              busy={merge.isPending}
              onClick={() => merge.mutate(other.id, { onSuccess: onClose })}
            >
              {t('person:mergeAct', { name: other.name })}
            </Button>
          )}
        </>
      }
    >
      <Field
        label={t('person:mergeSearch')}
        type="search"
        autoComplete="off"
        data-first=""
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      {found.data && others.length === 0 && <p className="muted">{t('person:mergeNone')}</p>}
      {others.length > 0 && (
        <Chips
          legend={t('person:mergeSearch')}
          value={other?.id ?? null}
          options={others.map((hit) => ({
            value: hit.id,
            label: [hit.name, hit.organisation, hit.email ?? (hit.phone && readablePhone(hit.phone))]
              .filter(Boolean)
              .join(' · '),
          }))}
          onChange={(id) => setOther(others.find((hit) => hit.id === id) ?? null)}
        />
      )}
      {merge.error && (
        <p className="field__error" role="alert">
          {t(`problem:${codeOf(merge.error)}`)}
        </p>
      )}
    </Sheet>
  );
}
