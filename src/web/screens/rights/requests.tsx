import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RightsRequest } from '#contract/privacy';
import { useMe } from '../../data/me.ts';
import { requestsQuery } from '../../data/privacy.ts';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/field.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Section } from '../settings/section.tsx';
import { AnswerSheet, LongerSheet } from './answer-sheet.tsx';
import { RecordRequest } from './record-request.tsx';

/** Who waits for an answer and until when; the owner answers, a manager writes down. */
export function Requests() {
  const { t } = useTranslation('rights');
  const [all, setAll] = useState(false);
  const query = useQuery(requestsQuery(all ? 'all' : 'open'));
  return (
    <Section id="requests" title={t('requests')} about={t('requestsBody')}>
      {query.isPending && <Skeleton height={60} rows={2} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.items.length === 0 && <p>{t('requestsNone')}</p>}
      {query.data && query.data.items.length > 0 && (
        <ul className="rights__list">
          {query.data.items.map((request) => (
            <RequestRow key={request.id} request={request} />
          ))}
        </ul>
      )}
      <Check label={t('all')} checked={all} onChange={(event) => setAll(event.target.checked)} />
      <details className="fold">
        <summary>{t('record')}</summary>
        <RecordRequest />
      </details>
    </Section>
  );
}

function RequestRow({ request }: { request: RightsRequest }) {
  const { t } = useTranslation('rights');
  const format = useFormat();
  const { role } = useMe().member;
  const [sheet, setSheet] = useState<'answer' | 'longer' | null>(null);
  const close = () => setSheet(null);
  const who = request.person?.name ?? request.who ?? '…';
  const closed = request.closedOn && format.shortDay(request.closedOn);
  return (
    <li>
      <div>
        <p>
          <strong>{request.person ? <Link href={`/persons/${request.person.id}`}>{who}</Link> : who}</strong>
          {': '}
          {t(`kind.${request.kind}`).toLowerCase()}
        </p>
        <p className="muted small">
          {t('received', { day: format.shortDay(request.receivedOn), way: t(`way.${request.receivedBy}`) })}
          {' · '}
          {request.state === 'open' && t('answerBy', { day: format.fullDate(request.dueOn) })}
          {request.state === 'done' && t('closedDone', { day: closed ?? '' })}
          {request.state === 'refused' && t('closedRefused', { day: closed ?? '', answer: request.answer ?? '' })}
          {request.extendedOn && ` · ${t('longerSince', { day: format.shortDay(request.extendedOn) })}`}
        </p>
        {request.state === 'open' && <p className="small">{t(`todo.${request.kind}`)}</p>}
      </div>
      {request.state === 'open' && role === 'owner' && (
        <div className="rights__acts">
          {request.mayExtend && <Button onClick={() => setSheet('longer')}>{t('longer')}</Button>}
          <Button onClick={() => setSheet('answer')}>{t('answer')}</Button>
        </div>
      )}
      {sheet === 'answer' && <AnswerSheet request={request} who={who} onClose={close} />}
      {sheet === 'longer' && <LongerSheet request={request} onClose={close} />}
    </li>
  );
}
