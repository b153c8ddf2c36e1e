import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';
import { codeOf } from '../../data/api-problem.ts';
import { useMayWrite } from '../../data/me.ts';
import { opportunityActs } from '../../data/opportunities.ts';
import { useAct } from '../../data/use-act.ts';
import { withWaiting } from '../../offline/overlay.ts';
import { useWaiting } from '../../offline/use-outbox.ts';
import { Button } from '../../ui/button.tsx';
import { Editable } from '../../ui/editable.tsx';
import { DayText, Money } from '../../ui/texts.tsx';
import { Trail } from '../../ui/trail.tsx';
import { useSheets } from '../shell/sheets.tsx';
import { PendingLines } from '../offline/pending-lines.tsx';
import { ChannelIcon } from '../log/channel-icon.tsx';
import { OwnFields } from '../fields/own-fields.tsx';
import { AppointmentLine } from './appointment-line.tsx';
import { HeldQuestion } from './held-question.tsx';
import { OpportunityMenu } from './opportunity-menu.tsx';
import { TermsLine } from './terms-line.tsx';
import './opportunity-card.css';

/** One open opportunity: how far, what comes next, what they were keen on, and the acts. */
export function OpportunityCard({ opportunity, gold }: { opportunity: Opportunity; gold: readonly number[] }) {
  const { t } = useTranslation(['opportunity', 'person', 'words', 'problem', 'rights', 'offline']);
  const sheets = useSheets();
  const mayWrite = useMayWrite();
  const waiting = useWaiting(opportunity.id);
  const coming = withWaiting(opportunity, waiting);
  const [lastVersion, setLastVersion] = useState(opportunity.version);
  const held = opportunity.person?.restricted === true;
  const next = held ? null : coming.nextMoment;
  const last = waiting.findLast((one) => !one.refusal);
  const waitsForServer = last?.kind === 'log' && !last.body.next;
  const title = opportunity.title || t('opportunity:untitled');
  const keen = useAct({
    run: (text: string | null) =>
      opportunityActs.update(opportunity.id, { version: Math.max(lastVersion, opportunity.version), keen: text }),
    quiet: true,
  });
  return (
    <article className="card opportunity" aria-label={title}>
      <header className="opportunity__head">
        <div>
          <h2>{title}</h2>
          <p className="muted small">
            <Money minor={opportunity.value} /> · {t('opportunity:conversations', { count: opportunity.conversations })}{' '}
            · {t(`words:warmth.${opportunity.warmth}`)}
            {opportunity.pace === 'slow' && ` · ${t('words:pace.slow')}`}
            {opportunity.source && ` · ${opportunity.source}`}
          </p>
          <TermsLine opportunity={opportunity} />
        </div>
        <div className="opportunity__corner">
          {opportunity.waitingSince && <span className="badge">{t('opportunity:waits')}</span>}
          {held ? (
            <span className="badge badge--plain">{t('rights:restricted')}</span>
          ) : (
            <OpportunityMenu opportunity={opportunity} />
          )}
        </div>
      </header>
      <Trail
        size="large"
        known={opportunity.heldKnown}
        held={coming.held}
        next={next?.number ?? null}
        gold={gold}
        worded
      />
      <PendingLines entries={waiting} />
      {!opportunity.heldKnown && mayWrite && <HeldQuestion opportunity={opportunity} />}
      {next && (
        <div className="opportunity__next">
          <div>
            <p className="muted small">{t('opportunity:next')}</p>
            <p className="opportunity__day">
              {/* The rhythm plans it as the server gets the contact. */}
              {waitsForServer ? (
                t('offline:nextLater')
              ) : (
                <>
                  <ChannelIcon channel={next.channel} /> <DayText day={next.on} at={next.at} />
                </>
              )}
            </p>
            <p className="small">
              {t('opportunity:nextStep', { number: next.number, channel: t(`words:channel.${next.channel}`) })}
              {next.act && `: ${next.act}`}
            </p>
          </div>
          {mayWrite && (
            <div className="opportunity__acts">
              <Button onClick={() => sheets.open({ kind: 'plan', opportunity })}>{t('opportunity:move')}</Button>
              <Button kind="primary" size="large" onClick={() => sheets.open({ kind: 'log', opportunity })}>
                {t('opportunity:log')}
              </Button>
            </div>
          )}
        </div>
      )}
      {!held && <AppointmentLine opportunity={opportunity} />}
      <Editable
        label={t('opportunity:keen')}
        hint={t('person:keenHint')}
        text={opportunity.keen}
        empty={t('person:nothingYet')}
        editLabel={t('person:editOf', { what: t('opportunity:keen') })}
        mayEdit={mayWrite}
        busy={keen.isPending}
        error={keen.error ? t(`problem:${codeOf(keen.error)}`) : undefined}
        onSave={async (text) => {
          const saved = await keen.mutateAsync(text);
          setLastVersion(saved.opportunity.version);
        }}
      />
      <OwnFields of="opportunity" record={opportunity} name={title} />
      {opportunity.lastWords && (
        <p className="small">
          <strong>{t(opportunity.waitingSince ? 'opportunity:lastNote' : 'opportunity:lastWords')}</strong>{' '}
          <span className="muted">{opportunity.lastWords}</span>
        </p>
      )}
    </article>
  );
}
