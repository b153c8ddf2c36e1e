import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Check, Circle } from 'lucide-react';
import { Link } from 'wouter';
import type { RightsRequest } from '#contract/privacy';
import { useMe } from '../../data/me.ts';
import { requestsQuery } from '../../data/privacy.ts';
import { Button } from '../../ui/button.tsx';
import { Check as CheckBox } from '../../ui/field.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Section } from '../settings/section.tsx';
import { AnswerSheet, LongerSheet } from './answer-sheet.tsx';
import { LinkSheet } from './link-sheet.tsx';
import { RecordRequest } from './record-request.tsx';
import { useSteps } from './use-next-step.ts';

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
      <CheckBox label={t('all')} checked={all} onChange={(event) => setAll(event.target.checked)} />
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
  const [sheet, setSheet] = useState<'answer' | 'longer' | 'link' | null>(null);
  const steps = useSteps()(request);
  const next = steps.findIndex((step) => !step.done);
  const close = () => setSheet(null);
  const who = request.person?.name ?? request.who ?? t('erasedWho');
  const closed = request.closedOn && format.shortDay(request.closedOn);
  return (
    <li className="rights__request">
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
        {request.state === 'open' && (
          <ol className="rights__steps small">
            {steps.map((step, place) => (
              <li key={step.text} className={place === next ? undefined : 'muted'}>
                {step.done ? <Check size={16} aria-hidden="true" /> : <Circle size={16} aria-hidden="true" />}
                <span>
                  {step.text}{' '}
                  <span className="only-read">{step.done ? t('stepDone') : place === next && t('stepNext')}</span>
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
      {request.state === 'open' && role === 'owner' && (
        <div className="rights__acts">
          {!request.steps.found && (
            <Button kind="primary" onClick={() => setSheet('link')}>
              {t('linkPerson')}
            </Button>
          )}
          <Button {...(request.steps.acted && { kind: 'primary' as const })} onClick={() => setSheet('answer')}>
            {t('answer')}
          </Button>
          {request.mayExtend && (
            <Button kind="quiet" onClick={() => setSheet('longer')}>
              {t('longer')}
            </Button>
          )}
        </div>
      )}
      {sheet === 'answer' && <AnswerSheet request={request} who={who} onClose={close} />}
      {sheet === 'link' && <LinkSheet request={request} onClose={close} />}
      {sheet === 'longer' && <LongerSheet request={request} onClose={close} />}
    </li>
  );
}
