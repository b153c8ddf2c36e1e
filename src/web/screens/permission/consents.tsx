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

/** What they allowed and still holds, with the exact words, each to be withdrawn in one tap; what was withdrawn or is over, as history. */
export function Consents({ page }: { page: PersonPage }) {
  const { t } = useTranslation('permission');
  const mayWrite = useMayWrite();
  const { today } = useMe();
  const [adding, setAdding] = useState(false);
  const { person, consents } = page;
  const inForce = consents.filter((one) => one.withdrawn === null && !isOver(one, today));
  const before = consents.filter((one) => !inForce.includes(one));
  return (
    <details className="fold" open={inForce.length > 0 || undefined}>
      <summary>
        {t('consents')} ({inForce.length})
      </summary>
      {inForce.length === 0 && (
        <p className="muted small">{t(before.length > 0 ? 'consentsNoMore' : 'consentsNone')}</p>
      )}
      {inForce.length > 0 && (
        <ul className="consents">
          {inForce.map((consent) => (
            <Line key={consent.id} consent={consent} />
          ))}
        </ul>
      )}
      {before.length > 0 && (
        <details className="fold consents__before">
          <summary className="muted small">{t('consentsBefore', { count: before.length })}</summary>
          <ul className="consents consents--before">
            {before.map((consent) => (
              <Line key={consent.id} consent={consent} />
            ))}
          </ul>
        </details>
      )}
      {mayWrite && person.objectedOn === null && (
        <div className="consents__add">
          <Button size="small" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        </div>
      )}
      {adding && <ConsentSheet person={person} onClose={() => setAdding(false)} />}
    </details>
  );
}

const isOver = ({ until }: Consent, today: string): boolean => until !== null && until < today;

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
  const over = isOver(consent, today);
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
      {mayWrite && consent.withdrawn === null && !over && (
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
