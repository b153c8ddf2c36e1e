import { useTranslation } from 'react-i18next';
import type { PersonPage } from '#contract/person';

/** Give and ask of the last ten contacts as two bars, in words beside it. */
export function Balance({ page }: { page: PersonPage }) {
  const { t } = useTranslation('person');
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
    </section>
  );
}
