import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonHit } from '#contract/person';
import type { RightsRequest } from '#contract/privacy';
import { privacyActs } from '../../data/privacy.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ChoosePerson } from '../person/choose-person.tsx';

/** Whom a request of a name is about. Nobody here: then the answer is that nothing is kept. */
export function LinkSheet({ request, onClose }: { request: RightsRequest; onClose: () => void }) {
  const { t } = useTranslation(['rights', 'person', 'ui']);
  const [chosen, setChosen] = useState<PersonHit | null>(null);
  const link = useAct({
    run: (personId: string) => privacyActs.change(request.id, { version: request.version, personId }),
    says: (after) => t('rights:linked', { name: after.person?.name ?? '' }),
  });
  return (
    <Sheet
      title={t('rights:linkTitle', { who: request.who ?? '' })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button
            kind="primary"
            busy={link.isPending}
            disabled={chosen === null}
            onClick={() => chosen && link.mutate(chosen.id, { onSuccess: onClose })}
          >
            {t('rights:linkAct')}
          </Button>
        </>
      }
    >
      <ChoosePerson
        label={t('rights:linkSearch')}
        start={request.who ?? ''}
        none={t('person:mergeNone')}
        chosen={chosen}
        onChoose={setChosen}
      />
      <p className="muted small">{t('rights:linkNone')}</p>
    </Sheet>
  );
}
