import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/person';
import { useMe } from '../../data/me.ts';
import { privacyActs } from '../../data/privacy.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { firstNameOf } from '../opportunity/who-is.ts';
import './rights.css';

/** On the page of a person: restricted, waiting to be erased, or known from the list of objections; with the way back. */
export function RightsNotice({ person }: { person: Person }) {
  const { t } = useTranslation('rights');
  const format = useFormat();
  const { role } = useMe().member;
  const name = firstNameOf(person.name);
  const undo = useAct({ run: () => privacyActs.undoErase(person.id), says: () => t('undone', { name }) });
  const end = useAct({ run: () => privacyActs.endRestriction(person.id), says: () => t('endDone', { name }) });
  const owner = role === 'owner';
  return (
    <>
      {person.suppressed && (
        <p className="notice" role="note">
          {t('suppressedNotice')}
        </p>
      )}
      {person.eraseOn && (
        <div className="notice rights__notice" role="note">
          <p>{t('eraseNotice', { day: format.fullDate(person.eraseOn) })}</p>
          {owner && (
            <Button busy={undo.isPending} onClick={() => undo.mutate(undefined)}>
              {t('undoErase')}
            </Button>
          )}
        </div>
      )}
      {person.restrictedOn && !person.eraseOn && (
        <div className="notice rights__notice" role="note">
          <p>{t('restrictedNotice', { day: format.fullDate(person.restrictedOn) })}</p>
          {owner && (
            <Button busy={end.isPending} onClick={() => end.mutate(undefined)}>
              {t('endRestriction')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
