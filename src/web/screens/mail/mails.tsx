import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MailQuestionMark, MailX, Paperclip, Reply, Send, type LucideIcon } from 'lucide-react';
import type { MailLine } from '#contract/mailbox';
import { mailsQuery } from '../../data/mailbox.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { MailSheet } from './mail-sheet.tsx';
import './mail.css';

/** Mails with a person, the newest first; nothing where there are none. */
export function Mails({ personId }: { personId: string }) {
  const { t } = useTranslation(['mail', 'ui']);
  const mails = useInfiniteQuery(mailsQuery(personId));
  const [open, setOpen] = useState<MailLine | null>(null);
  const lines = mails.data?.pages.flatMap((page) => page.items) ?? [];
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">{t('mail:ofPerson')}</h2>
      <ol className="timeline">
        {lines.map((line) => (
          <Line key={line.id} line={line} onOpen={() => setOpen(line)} />
        ))}
      </ol>
      {mails.hasNextPage && (
        <Button busy={mails.isFetching} onClick={() => void mails.fetchNextPage()}>
          {t('ui:more')}
        </Button>
      )}
      {open && <MailSheet line={open} onClose={() => setOpen(null)} />}
    </section>
  );
}

const icons: Record<'in' | 'out' | 'auto_reply' | 'bounce', LucideIcon> = {
  in: Reply,
  out: Send,
  auto_reply: MailQuestionMark,
  bounce: MailX,
};

function Line({ line, onOpen }: { line: MailLine; onOpen: () => void }) {
  const { t } = useTranslation('mail');
  const format = useFormat();
  const Icon = icons[line.kind === 'message' ? line.direction : line.kind];
  const subject = line.subject === '' ? t('noSubject') : line.subject;
  const who =
    line.direction === 'in'
      ? t('from', { name: line.from.name || line.from.address })
      : t('to', { to: format.list(line.to.slice(0, 3)) });
  const about = [
    who,
    line.kind === 'auto_reply' && t('autoReply'),
    line.awayUntil !== null && t('away', { day: format.fullDate(line.awayUntil) }),
    line.kind === 'bounce' && t(line.dead ? 'bouncedDead' : 'bounced'),
  ].filter((text) => typeof text === 'string');
  return (
    <li
      className={`timeline__line${line.direction === 'in' && line.kind === 'message' ? ' timeline__line--strong' : ''}`}
    >
      <span className="timeline__icon">
        <Icon size={18} aria-hidden="true" />
      </span>
      <div className="timeline__what">
        <button type="button" className="mail__open" aria-label={t('open', { subject })} onClick={onOpen}>
          {subject}
        </button>
        <p className="muted small">
          {about.join(' · ')}
          {line.files > 0 && (
            <>
              {' · '}
              <Paperclip size={13} aria-hidden="true" /> {t('files', { count: line.files })}
            </>
          )}
        </p>
        {line.words !== '' && <p className="timeline__note mail__words">{line.words}</p>}
      </div>
      <time className="timeline__when muted small" dateTime={line.sentAt}>
        {format.day(line.on)}, {format.clock(line.sentAt)}
      </time>
    </li>
  );
}
