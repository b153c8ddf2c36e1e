import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mail, MailLine } from '#contract/mailbox';
import { mailFileAddress, mailQuery } from '../../data/mailbox.ts';
import { Button, ButtonOut } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { MailFrame } from './mail-frame.tsx';

/** A mail, whole: as text, or as it was made in a sandbox. */
export function MailSheet({ line, onClose }: { line: MailLine; onClose: () => void }) {
  const { t } = useTranslation('mail');
  const format = useFormat();
  const query = useQuery(mailQuery(line.id));
  const from = line.from.name === '' ? line.from.address : `${line.from.name} <${line.from.address}>`;
  return (
    <Sheet
      width="wide"
      title={line.subject === '' ? t('noSubject') : line.subject}
      about={
        <>
          {t('from', { name: from })} · {t('to', { to: format.list(line.to) })} · {format.fullDate(line.on)},{' '}
          {format.clock(line.sentAt)}
        </>
      }
      onClose={onClose}
    >
      {query.isPending && <Skeleton height={200} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Shown mail={query.data} />}
    </Sheet>
  );
}

function Shown({ mail }: { mail: Mail }) {
  const { t } = useTranslation('mail');
  const [asText, setAsText] = useState(false);
  const framed = mail.html !== null && !asText ? mail.html : null;
  return (
    <div className="mail">
      {mail.isHead && <p className="notice">{t('isHead')}</p>}
      {framed !== null && mail.remoteImages > 0 && (
        <p className="muted small">{t('imagesOff', { count: mail.remoteImages })}</p>
      )}
      {framed === null ? <p className="mail__text">{mail.text}</p> : <MailFrame html={framed} title={t('body_')} />}
      {mail.html !== null && (
        <div>
          <Button size="small" onClick={() => setAsText(!asText)}>
            {t(asText ? 'asMade' : 'asText')}
          </Button>
        </div>
      )}
      {mail.files.length > 0 && <Files mail={mail} />}
    </div>
  );
}

function Files({ mail }: { mail: Mail }) {
  const { t } = useTranslation('mail');
  const format = useFormat();
  return (
    <ul className="mail__files">
      {mail.files.map(({ id, name, size, kept }) => (
        <li key={id}>
          {kept ? (
            <ButtonOut size="small" href={mailFileAddress(mail.id, id)} download={name}>
              {t('fileKept', { name, size: format.bytes(size) })}
            </ButtonOut>
          ) : (
            <span className="muted">{t('fileLarge', { name, size: format.bytes(size) })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
