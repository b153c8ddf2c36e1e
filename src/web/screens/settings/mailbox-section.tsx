import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mailbox, MyMailbox } from '#contract/mailbox';
import { mailboxActs, mailboxQuery } from '../../data/mailbox.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { MailboxForm } from './mailbox-form.tsx';
import { MailboxLeftOut } from './mailbox-left-out.tsx';
import { MailboxSteps } from './mailbox-steps.tsx';
import { Section } from './section.tsx';

/** One's own mailbox: finding its servers, how it goes with it, and what is left out. */
export function MailboxSection() {
  const { t } = useTranslation('mail');
  const query = useQuery(mailboxQuery);
  const [changing, setChanging] = useState(false);
  useReturnFromProvider();
  const mailbox = query.data?.mailbox ?? null;
  return (
    <Section id="mailbox" title={t('title')} about={t('body')}>
      {query.isPending && <Skeleton height={120} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (mailbox === null || changing) && (
        <MailboxForm mailbox={mailbox} oauth={query.data.oauth} onDone={() => setChanging(false)} />
      )}
      {mailbox && !changing && <Connected mailbox={mailbox} onChange={() => setChanging(true)} />}
      {query.data?.inbox.offered && <InboxAddress inbox={query.data.inbox} />}
    </Section>
  );
}

/** Back from the provider's page: what it gave stands in the address, is handed in once, and is taken out of it. */
function useReturnFromProvider(): void {
  const { t } = useTranslation('mail');
  const finish = useAct({ run: mailboxActs.finishOAuth, says: () => t('connected') });
  const { mutate } = finish;
  useEffect(() => {
    const asked = new URLSearchParams(window.location.search);
    const [code, state] = [asked.get('code'), asked.get('state')];
    if (code === null || state === null) return;
    window.history.replaceState(null, '', `${window.location.pathname}#mailbox`);
    mutate({ code, state });
  }, [mutate]);
}

function Connected({ mailbox, onChange }: { mailbox: Mailbox; onChange: () => void }) {
  const { t } = useTranslation('mail');
  const [leaving, setLeaving] = useState(false);
  const tryNow = useAct({ run: mailboxActs.tryNow });
  const { watching, error, nextTryAt } = mailbox.state;
  const isTroubled = watching === null && error !== null && nextTryAt !== null;
  // Trying once more does not cure what has to be typed again.
  const mustType = isTroubled && (error.code === 'login_refused' || error.code === 'no_secret');
  return (
    <>
      <p>
        <strong>{mailbox.address}</strong>
      </p>
      <MailboxSteps state={mailbox.state} security={mailbox.imap.security} />
      <div className="settings__save">
        {isTroubled && (
          <Button
            kind={mustType ? 'plain' : 'primary'}
            busy={tryNow.isPending}
            onClick={() => tryNow.mutate(undefined)}
          >
            {t('tryNow')}
          </Button>
        )}
        <Button kind={mustType ? 'primary' : 'plain'} onClick={onChange}>
          {t('change')}
        </Button>
        <Button onClick={() => setLeaving(true)}>{t('disconnect')}</Button>
      </div>
      <MailboxLeftOut key={mailbox.version} mailbox={mailbox} />
      {leaving && <LeaveSheet onClose={() => setLeaving(false)} />}
    </>
  );
}

function LeaveSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['mail', 'ui']);
  const remove = useAct({ run: mailboxActs.remove, says: () => t('mail:disconnected') });
  return (
    <Sheet
      title={t('mail:disconnectAsk')}
      onClose={onClose}
      foot={
        <>
          <Button data-first="" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button
            kind="danger"
            busy={remove.isPending}
            onClick={() => remove.mutate(undefined, { onSuccess: onClose })}
          >
            {t('mail:disconnect')}
          </Button>
        </>
      }
    >
      <p>{t('mail:disconnectBody')}</p>
    </Sheet>
  );
}

/** For who connects no mailbox: forward to it, or send it a blind copy. */
function InboxAddress({ inbox }: { inbox: MyMailbox['inbox'] }) {
  const { t } = useTranslation('mail');
  const format = useFormat();
  const make = useAct({ run: mailboxActs.makeInbox });
  return (
    <div className="mailbox">
      <h3>{t('inbox')}</h3>
      <p className="muted">{t('inboxBody', { from: format.list(inbox.from) })}</p>
      {inbox.address !== null && (
        <p>
          <strong className="mailbox__inbox">{inbox.address}</strong>
        </p>
      )}
      <div>
        <Button busy={make.isPending} onClick={() => make.mutate(undefined)}>
          {t(inbox.address === null ? 'inboxMake' : 'inboxAgain')}
        </Button>
      </div>
    </div>
  );
}
