import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonPage } from '#contract/person';
import type { Consent } from '#contract/permission';
import { api } from '../../data/client.ts';
import { useMayWrite, useMe } from '../../data/me.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { ConsentSheet } from './consent-sheet.tsx';

/** What they allowed, with the exact words; each can be withdrawn in one tap, and stays as history. */
export function Consents({ page }: { page: PersonPage }) {
  const { t } = useTranslation('permission');
  const mayWrite = useMayWrite();
  const [adding, setAdding] = useState(false);
  const { person, consents } = page;
  return (
    <details className="fold" open={consents.some((one) => one.withdrawn === null) || undefined}>
      <summary>
        {t('consents')} ({consents.length})
      </summary>
      {consents.length === 0 && <p className="muted small">{t('consentsNone')}</p>}
      <ul className="consents">
        {consents.map((consent) => (
          <Line key={consent.id} consent={consent} />
        ))}
      </ul>
      {mayWrite && person.objectedOn === null && (
        <div>
          <Button size="small" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        </div>
      )}
      {adding && <ConsentSheet person={person} onClose={() => setAdding(false)} />}
    </details>
  );
}

function Line({ consent }: { consent: Consent }) {
  const { t } = useTranslation('permission');
  const format = useFormat();
  const mayWrite = useMayWrite();
  const { today } = useMe();
  const day = format.fullDate(consent.givenOn);
  const withdraw = useAct({
    run: () => api.post<Consent>(`/consents/${consent.id}/withdraw`, {}),
    says: () => t('withdrawDone'),
  });
  const over = consent.until !== null && consent.until < today;
  const channels = format.list(consent.channels.map((one) => t(`lawChannel.${one}`).toLowerCase()));
  return (
    <li className="line">
      <div className="line__what">
        <p>
          {t('givenFor', { kind: t(`kind.${consent.kind}`), channels })}
          {consent.until && !over && `, ${t('until', { day: format.fullDate(consent.until) })}`}
        </p>
        <p className="consents__words small">“{consent.wording}”</p>
        <p className="muted small">
          {t('given', { day, how: t(`how.${consent.how}`), name: consent.recordedBy.name })}
          {consent.source && ` · ${consent.source}`}
          {consent.withdrawn && ` · ${t('withdrawn', { day: format.fullDate(consent.withdrawn.at.slice(0, 10)) })}`}
          {over && consent.until && ` · ${t('expired', { day: format.fullDate(consent.until) })}`}
        </p>
      </div>
      {mayWrite && consent.withdrawn === null && (
        <Button
          size="small"
          busy={withdraw.isPending}
          aria-label={t('withdrawOf', { day })}
          onClick={() => withdraw.mutate(undefined)}
        >
          {t('withdraw')}
        </Button>
      )}
    </li>
  );
}
