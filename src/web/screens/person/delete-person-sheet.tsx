import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/person';
import { codeOf } from '../../data/api-problem.ts';
import { api } from '../../data/client.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useGo } from '../shell/use-go.ts';

export function DeletePersonSheet({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation(['person', 'ui', 'problem']);
  const go = useGo();
  const remove = useAct({
    run: () => api.remove(`/persons/${person.id}`),
    says: () => t('person:removed', { name: person.name }),
    quiet: true,
  });
  const code = remove.error && codeOf(remove.error);
  const act = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        onClose();
        go('/persons');
      },
    });
  return (
    <Sheet
      title={t('person:removeTitle', { name: person.name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          {code !== 'in_use' && (
            <Button kind="danger" busy={remove.isPending} onClick={act}>
              {t('person:removeAct', { name: person.name })}
            </Button>
          )}
        </>
      }
    >
      <p>{t('person:removeBody')}</p>
      {code && (
        <p className="notice" role="alert">
          {code === 'in_use' ? t('person:removeInUse', { name: person.name }) : t(`problem:${code}`)}
        </p>
      )}
    </Sheet>
  );
}
