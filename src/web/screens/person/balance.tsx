import { useTranslation } from 'react-i18next';
import type { PersonPage } from '#contract/person';
import { useFormat } from '../../ui/use-format.ts';
import { firstNameOf } from '../opportunity/who-is.ts';

/** Give and ask of the last ten contacts as two bars, in words beside it; and the time spent. */
export function Balance({ page }: { page: PersonPage }) {
  const { t } = useTranslation('person');
  const format = useFormat();
  const { give, ask } = page.balance;
  return (
    <section aria-labelledby="balance">
      <h2 id="balance">{t('balance')}</h2>
      {give + ask === 0 ? (
        <p className="muted">{t('balanceNone')}</p>
      ) : (
        <>
          <div className="balance" aria-hidden="true">
            <span className="balance__give" style={{ flexGrow: give }} />
            <span className="balance__ask" style={{ flexGrow: ask }} />
          </div>
          <p className="muted small">
            {t('balanceText', { give, ask })} {ask > give + 1 && t('balanceGive')}
          </p>
        </>
      )}
      {page.minutesSpent > 0 && (
        <p className="muted small person__minutes">
          {t('minutesSpent', { minutes: format.minutes(page.minutesSpent), name: firstNameOf(page.person.name) })}
        </p>
      )}
    </section>
  );
}
