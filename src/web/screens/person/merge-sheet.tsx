import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person, PersonHit } from '#contract/person';
import { codeOf } from '../../data/api-problem.ts';
import { boardActs } from '../../data/board.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ChoosePerson } from './choose-person.tsx';

/** Two records of one human being become one; this one stays. */
export function MergeSheet({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation(['person', 'ui', 'problem']);
  const [other, setOther] = useState<PersonHit | null>(null);
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
      <ChoosePerson
        label={t('person:mergeSearch')}
        start={person.lastName ?? person.name}
        none={t('person:mergeNone')}
        except={person.id}
        chosen={other}
        onChoose={setOther}
      />
      {merge.error && (
        <p className="field__error" role="alert">
          {t(`problem:${codeOf(merge.error)}`)}
        </p>
      )}
    </Sheet>
  );
}
