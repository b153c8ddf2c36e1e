import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity, StopOpportunity } from '#contract/opportunity';
import { stopReasons, type StopReason } from '#core/opportunity/vocabulary';
import { codeOf } from '../../data/api-problem.ts';
import { opportunityActs, worthQuery } from '../../data/opportunities.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { LessonLink } from '../lesson/lesson-link.tsx';
import { nameOf } from '../opportunity/who-is.ts';
import { useSheets } from '../shell/sheets.tsx';
import { KindWord } from './kind-word.tsx';
import { StillToGain } from './still-to-gain.tsx';
import './stop-gate.css';

/**
 * Before letting go (product.md, row 3): first "did they say no?", then what is still to gain with their own words, a
 * smaller way to go on, and only then the reason and the stop.
 */
export function StopGate({ opportunity, onClose }: { opportunity: Opportunity; onClose: () => void }) {
  const { t } = useTranslation(['stop', 'words', 'problem', 'ui']);
  const sheets = useSheets();
  const [saidNo, setSaidNo] = useState<'yes' | 'no' | null>(null);
  const [reason, setReason] = useState<StopReason | null>(null);
  const [note, setNote] = useState('');
  // Asked while the first question is read, so that the answer is there when it is needed.
  const worth = useQuery(worthQuery(opportunity.id));

  const stop = useAct({
    run: (body: StopOpportunity) => opportunityActs.stop(opportunity.id, body),
    says: ({ opportunity: { held } }) => (held === 0 ? t('stop:doneNone') : t('stop:done', { number: held })),
    change: (out) => out.changeId,
    quiet: true,
  });
  const slow = useAct({
    run: () => opportunityActs.update(opportunity.id, { version: opportunity.version, pace: 'slow' }),
    says: () => t('stop:slowDone'),
    change: (out) => out.changeId,
    quiet: true,
  });
  const failure = stop.error ?? slow.error;
  const advice = worth.data?.advice;
  // Then the kind word is followed at once by what else there is, and the slow pace is the small thing to do.
  const early = advice === 'stop' || advice === 'experiment';
  const mayRest = advice === 'stop' && opportunity.pace !== 'slow';

  const act = () => {
    if (saidNo === null || reason === null || stop.isPending) return;
    stop.mutate(
      { saidNo: saidNo === 'yes', reason, ...(note.trim() && { note: note.trim() }) },
      { onSuccess: onClose },
    );
  };

  const alternatives = opportunity.state === 'open' && (
    <section className="stop__other" aria-label={t('stop:alternatives')}>
      <h3>{t('stop:alternatives')}</h3>
      <div className="state__acts">
        <Button kind={mayRest ? 'plain' : 'primary'} onClick={() => sheets.open({ kind: 'plan', opportunity })}>
          {t(advice === 'experiment' ? 'stop:once' : 'stop:later')}
        </Button>
        {opportunity.pace !== 'slow' && (
          <Button
            kind={mayRest ? 'primary' : 'plain'}
            busy={slow.isPending}
            onClick={() => slow.mutate(undefined, { onSuccess: onClose })}
          >
            {t('stop:slow')}
          </Button>
        )}
      </div>
    </section>
  );

  return (
    <Sheet
      title={t('stop:title', { name: nameOf(opportunity) })}
      about={opportunity.title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('stop:keep')}</Button>
          {saidNo !== null && (
            <Button
              kind={saidNo === 'yes' ? 'primary' : 'plain'}
              busy={stop.isPending}
              disabled={reason === null}
              onClick={act}
            >
              {opportunity.held === 0 ? t('stop:actNone') : t('stop:act', { number: opportunity.held })}
            </Button>
          )}
        </>
      }
    >
      <div>
        <Chips
          shown
          legend={
            <>
              <strong className="stop__question">{t('stop:saidNo')}</strong> {t('stop:saidNoHint')}
            </>
          }
          value={saidNo}
          options={[
            { value: 'yes', label: t('stop:yes') },
            { value: 'no', label: t('stop:no') },
          ]}
          onChange={setSaidNo}
        />
      </div>
      {saidNo === 'no' && (
        <>
          {worth.data && <KindWord advice={worth.data.advice} />}
          {early && alternatives}
          <StillToGain opportunity={opportunity} worth={worth} />
          {!early && alternatives}
          <LessonLink number={opportunity.held + 1} back={{ kind: 'stop', opportunity }} />
        </>
      )}
      {saidNo !== null && (
        <>
          <Chips
            shown
            legend={t('stop:reason')}
            value={reason}
            options={stopReasons
              .filter((one) => saidNo === 'no' || one !== 'no_response')
              .map((one) => ({ value: one, label: t(`words:stopReason.${one}`) }))}
            onChange={setReason}
          />
          <TextArea
            label={t('stop:note')}
            rows={2}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            optional
          />
        </>
      )}
      {failure && (
        <p className="field__error" role="alert">
          {t(`problem:${codeOf(failure)}`)}
        </p>
      )}
    </Sheet>
  );
}
