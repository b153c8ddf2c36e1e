import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Mail } from '#contract/outbox';
import { mailActs, mailQuery } from '../../data/mail.ts';
import { useMe } from '../../data/me.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useMailReason } from './use-mail-reason.ts';

/** A mail: to whom, how it stands and why, and what one can do about it. */
export function MailLine({ mail }: { mail: Mail }) {
  const { t } = useTranslation('outbox');
  const format = useFormat();
  const me = useMe();
  const reasonOf = useMailReason();
  const [open, setOpen] = useState(false);
  const name = mail.to.name ?? mail.to.address;
  const when = (instant: string) => format.plannedAt(dayOf(instant, format.zone), instant);
  const past = (instant: string) => `${format.day(dayOf(instant, format.zone))}, ${format.clock(instant)}`;
  const reason = reasonOf(mail);
  const waits = mail.state === 'queued' || mail.state === 'sending';
  return (
    <li className="outbox__mail">
      <div className="outbox__head">
        <p className="outbox__subject">{mail.subject}</p>
        <span className={`outbox__state outbox__state--${mail.state}`}>{t(`state.${mail.state}`)}</span>
      </div>
      <p className="muted small">
        {mail.person ? <Link href={`/persons/${mail.person.id}`}>{t('to', { name })}</Link> : t('to', { name })}
        {mail.kind !== 'personal' && ` · ${t(`kind.${mail.kind}`)}`}
        {mail.member && mail.member.id !== me.member.id && ` · ${t('by', { name: mail.member.name })}`}
        {waits && mail.state === 'queued' && ` · ${t('goesAt', { when: when(mail.sendAfter) })}`}
        {mail.endedAt && ` · ${past(mail.endedAt)}`}
        {mail.attempts > 1 && ` · ${t('attempts', { count: mail.attempts })}`}
      </p>
      {reason && <p className="small">{reason}</p>}
      {mail.answer && (mail.state === 'failed' || mail.reason === 'try_again') && (
        <p className="small muted">{t('said', { answer: mail.answer })}</p>
      )}
      <details className="outbox__text" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('read')}</summary>
        {open && <MailText id={mail.id} />}
      </details>
      <MailActs mail={mail} />
    </li>
  );
}

/** The calendar day of an instant on one's own clock. */
const dayOf = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  );

function MailText({ id }: { id: string }) {
  const { t } = useTranslation('outbox');
  const query = useQuery(mailQuery(id));
  if (!query.data) return <Skeleton height={80} />;
  return query.data.text === null ? (
    <p className="muted">{t('secret')}</p>
  ) : (
    <p className="mail-text">{query.data.text}</p>
  );
}

function MailActs({ mail }: { mail: Mail }) {
  const { t } = useTranslation('outbox');
  const { id, version, subject, state } = mail;
  const stop = useAct({ run: () => mailActs.cancel(id, version), says: () => t('stopped', { subject }) });
  const again = useAct({ run: () => mailActs.again(id, version), says: () => t('queued', { subject }) });
  const arrived = useAct({ run: () => mailActs.arrived(id, version), says: () => t('noted') });
  if (state === 'sending' || state === 'sent') return null;
  return (
    <div className="outbox__acts">
      {state === 'queued' && (
        <Button size="small" busy={stop.isPending} onClick={() => stop.mutate(undefined)}>
          {t('stop')}
        </Button>
      )}
      {state === 'uncertain' && (
        <Button size="small" busy={arrived.isPending} onClick={() => arrived.mutate(undefined)}>
          {t('arrived')}
        </Button>
      )}
      {state !== 'queued' && mail.kind !== 'sign_in' && (
        <Button size="small" busy={again.isPending} onClick={() => again.mutate(undefined)}>
          {t(state === 'cancelled' ? 'back' : 'again')}
        </Button>
      )}
      {state !== 'queued' && state !== 'cancelled' && (
        <Button size="small" kind="quiet" busy={stop.isPending} onClick={() => stop.mutate(undefined)}>
          {t('leave')}
        </Button>
      )}
    </div>
  );
}
