import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailDraft, MailDraftQuery } from '#contract/composer';
import type { Opportunity } from '#contract/opportunity';
import { fieldNames, fieldsIn } from '#core/composer/merge-fields';
import { instantIn } from '#core/day/instant-in';
import { codeOf } from '../../data/api-problem.ts';
import { useKeptDraft } from '../../data/kept-draft.ts';
import { draftQuery, mailActs } from '../../data/mail.ts';
import { newId } from '../../data/new-id.ts';
import { takeFromToday } from '../../data/today.ts';
import { useAct } from '../../data/use-act.ts';
import { Button, ButtonOut } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { NotSavedYet } from '../../ui/not-saved-yet.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { contactAddress } from '../log/contact-address.ts';
import { callNameOf } from '../opportunity/who-is.ts';
import { MailChoices } from './mail-choices.tsx';
import { MailPreview } from './mail-preview.tsx';
import { MailVerdict } from './mail-verdict.tsx';
import { MailWhen, type SendTime } from './mail-when.tsx';
import './composer.css';

type Props = { opportunity: Opportunity; onClose: () => void };

/** The template that was chosen last, so that a mail that was begun is found again. */
const wishes = new Map<string, MailDraftQuery>();

/** Begins with the template of this contact, filled in; sending logs the contact moment and plans the next. */
export function MailSheet({ opportunity, onClose }: Props) {
  const { t } = useTranslation('composer');
  const [wish, setWish] = useState<MailDraftQuery>(() => wishes.get(opportunity.id) ?? {});
  const query = useQuery({ ...draftQuery(opportunity.id, wish), placeholderData: (before) => before });
  const draft = query.data;
  return (
    <>
      {draft ? (
        <Composer
          // Another template, another beginning.
          key={`${draft.language} ${draft.form} ${draft.step}`}
          opportunity={opportunity}
          draft={draft}
          onWish={(part) => {
            wishes.set(opportunity.id, { ...wish, ...part });
            setWish({ ...wish, ...part });
          }}
          onClose={onClose}
        />
      ) : (
        <Sheet title={t('title', { name: callNameOf(opportunity) })} width="wide" onClose={onClose}>
          {query.isError ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <Skeleton height={60} rows={4} />
          )}
        </Sheet>
      )}
    </>
  );
}

function Composer({
  opportunity,
  draft,
  onWish,
  onClose,
}: Props & { draft: MailDraft; onWish: (part: MailDraftQuery) => void }) {
  const { t } = useTranslation(['composer', 'log', 'words', 'problem']);
  const format = useFormat();
  const client = useQueryClient();
  const {
    draft: written,
    set: setWritten,
    wasKept,
    forget,
  } = useKeptDraft(`mail ${opportunity.id} ${opportunity.held} ${draft.language} ${draft.form} ${draft.step}`, {
    subject: draft.subject,
    text: draft.text,
  });
  const [time, setTime] = useState<SendTime | null>(null);
  const [reading, setReading] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  // One id a sheet: whatever is sent twice counts and goes once.
  const clientId = useRef(newId());
  const text = useRef<HTMLTextAreaElement>(null);
  const name = callNameOf(opportunity);
  const number = opportunity.held + 1;
  const sendAfter = time === null ? null : instantIn(time.day, time.time, format.zone);
  const open = unfinished(written, draft);

  const send = useAct({
    run: () =>
      mailActs.send(opportunity.id, {
        ...written,
        clientId: clientId.current,
        expectedHeld: opportunity.held,
        ...(sendAfter !== null && { sendAfter }),
      }),
    says: (sent) => {
      const next = sent.opportunity.nextMoment;
      return t('composer:sent', {
        number: sent.moment.number ?? number,
        name,
        next: !next
          ? ''
          : next.channel === 'wait'
            ? t('log:nextWait', { day: format.planned(next.on) })
            : t('log:next', {
                day: format.plannedAt(next.on, next.at),
                channel: t(`words:channel.${next.channel}`),
              }),
      });
    },
    change: (sent) => sent.changeId,
    quiet: true,
  });
  const test = useAct({
    run: () => mailActs.test(opportunity.id, written),
    // Said beside the button: the line at the bottom lies behind a sheet that stays.
    says: () => null,
    quiet: true,
  });
  const submit = () =>
    send.mutate(undefined, {
      onSuccess: () => {
        forget();
        wishes.delete(opportunity.id);
        takeFromToday(client, opportunity.id);
        onClose();
      },
      onError: (error) => setTold(t(`problem:${codeOf(error)}`)),
    });
  const blocked = draft.to === null || draft.permission?.verdict === 'block';
  const own = contactAddress('email', opportunity.person, { subject: written.subject, body: written.text });
  const putIn = (field: string) => {
    const area = text.current;
    const at = area?.selectionStart ?? written.text.length;
    const inserted = `{{${field}}}`;
    setWritten({ text: written.text.slice(0, at) + inserted + written.text.slice(at) });
    area?.focus();
  };

  return (
    <Sheet
      title={t('composer:title', { name })}
      about={t('composer:about', { number, address: draft.to?.address ?? '…' })}
      width="wide"
      onClose={onClose}
      foot={
        <div className="composer__foot">
          <Button kind="quiet" onClick={() => setReading(!reading)}>
            {t(reading ? 'composer:write' : 'composer:preview')}
          </Button>
          {!blocked && (
            <Button
              kind="primary"
              busy={send.isPending}
              aria-disabled={open.length > 0 || undefined}
              onClick={() => (open.length > 0 ? setTold(open[0] ?? null) : submit())}
            >
              {sendAfter === null
                ? t('composer:send')
                : t('composer:sendLater', { when: format.plannedAt(time?.day ?? '', sendAfter) })}
            </Button>
          )}
        </div>
      }
    >
      {told && (
        <p className="notice" role="alert">
          {told}
        </p>
      )}
      {wasKept && <NotSavedYet onAnew={forget} />}
      <MailVerdict draft={draft} name={name} />
      {reading ? (
        <MailPreview opportunityId={opportunity.id} written={written} to={draft.to} from={draft.route.from} />
      ) : (
        <>
          <Field
            label={t('composer:subject')}
            maxLength={200}
            value={written.subject}
            onChange={(event) => setWritten({ subject: event.target.value })}
          />
          <TextArea
            ref={text}
            label={t('composer:text')}
            rows={12}
            value={written.text}
            onChange={(event) => setWritten({ text: event.target.value })}
          />
        </>
      )}
      {open.map((line) => (
        <p key={line} className="field__error">
          {line}
        </p>
      ))}
      <MailWhen value={time} onChange={setTime} quietUntil={draft.quietUntil} />
      <MailChoices draft={draft} onWish={onWish} onField={(field) => putIn(fieldNames[draft.language][field])} />
      <div className="composer__aside">
        <Button size="small" busy={test.isPending} onClick={() => test.mutate(undefined)}>
          {t('composer:test')}
        </Button>
        {test.data && (
          <span className="muted small" role="status">
            {t('composer:tested', { to: test.data.to })}
          </span>
        )}
        {test.error && (
          <span className="field__error" role="alert">
            {t(`problem:${codeOf(test.error)}`)}
          </span>
        )}
        {own && (
          <ButtonOut size="small" kind="quiet" href={own}>
            {t('composer:own')}
          </ButtonOut>
        )}
      </div>
    </Sheet>
  );

  /** What keeps it from being sent, each with its cure. */
  function unfinished(mail: { subject: string; text: string }, { empty, language }: MailDraft): string[] {
    const { fields, unknown } = fieldsIn(`${mail.subject}\n${mail.text}`);
    return [
      ...(mail.subject.trim() === '' ? [t('composer:noSubject')] : []),
      ...(mail.text.trim() === '' ? [t('composer:noText')] : []),
      ...fields
        .filter((field) => empty.includes(field))
        .map((field) => t(`composer:missing.${field}`, { field: fieldNames[language][field] })),
      ...unknown.map((field) => t('composer:unknown', { field })),
    ];
  }
}
