import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import } from '#contract/import';
import { importActs } from '../../data/imports.ts';
import { keys } from '../../data/keys.ts';
import { useMayWrite } from '../../data/me.ts';
import { useAct } from '../../data/use-act.ts';
import { ButtonTo } from '../../ui/button.tsx';
import { Failure } from './failure.tsx';
import { choicesOf, emptyDraft, type Draft } from './draft.ts';
import { storedDraft, storeDraft } from './draft-store.ts';
import { rowsToTap } from './questions.ts';
import { StepCheck } from './step-check.tsx';
import { StepColumns } from './step-columns.tsx';
import { StepList, type Step } from './step-list.tsx';
import { StepQuestions } from './step-questions.tsx';
import { StepTap } from './step-tap.tsx';

/** Columns, questions, the minute of tapping, the trial run: one screen, a step at a time. */
export function Wizard({ found }: { found: Import }) {
  const { t } = useTranslation('imports');
  const mayWrite = useMayWrite();
  const client = useQueryClient();
  const stored = useState(() => storedDraft(found.id))[0];
  const [draft, setDraft] = useState<Draft>(stored?.draft ?? emptyDraft);
  const [step, setStep] = useState<Step>(stored?.step ?? 'columns');
  const top = useRef<HTMLDivElement>(null);
  const fill = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  // Kept as it changes, so that a reload goes on where one was; forgotten once the list is in.
  const isIn = useRef(false);
  useEffect(() => {
    if (!isIn.current) storeDraft(found.id, { draft, step });
  }, [found.id, draft, step]);
  const go = (to: Step) => {
    setStep(to);
    top.current?.focus();
    window.scrollTo({ top: 0 });
  };

  const keep = (next: Import) => client.setQueryData(keys.import(found.id), next);
  const check = useAct({
    run: async () => {
      const checked = await importActs.check(found.id, choicesOf(draft));
      keep(checked);
      return checked;
    },
  });
  const commit = useAct({
    run: async () => {
      const committed = await importActs.commit(found.id, choicesOf(draft));
      isIn.current = true;
      storeDraft(found.id, null);
      keep(committed);
      return committed;
    },
  });
  // A trial run that failed is told in its place; the answers stay.
  const failed = found.status === 'failed' && !check.isPending && !commit.isPending;
  const taps = rowsToTap(found, draft);
  const steps: readonly Step[] = ['columns', 'questions', ...(taps.length > 0 ? (['tap'] as const) : []), 'check'];
  const tryOut = () => {
    go('check');
    check.mutate(undefined);
  };

  // The server may have worked on it in another tab: an answered check is not asked again.
  useEffect(() => {
    // The step follows what the server says; it cannot be derived, as the user steps too.
    if (step === 'check' && found.status === 'uploaded' && !check.isPending && !check.isError && !commit.isPending) {
      // oxlint-disable-next-line react/set-state-in-effect
      setStep('questions');
    }
  }, [step, found.status, check.isPending, check.isError, commit.isPending]);

  if (!mayWrite) return <p className="muted">{t('readOnly')}</p>;
  return (
    <div className="wizard" ref={top} tabIndex={-1}>
      <StepList steps={steps} step={step} onGo={go} />
      {step === 'columns' && <StepColumns found={found} draft={draft} onFill={fill} onNext={() => go('questions')} />}
      {step === 'questions' && (
        <StepQuestions
          found={found}
          draft={draft}
          onFill={fill}
          onBack={() => go('columns')}
          onNext={() => (taps.length > 0 ? go('tap') : tryOut())}
          last={taps.length === 0}
        />
      )}
      {step === 'tap' && (
        <StepTap
          rows={taps}
          heldByRow={draft.heldByRow}
          onFill={(heldByRow) => fill({ heldByRow })}
          onBack={() => go('questions')}
          onNext={tryOut}
        />
      )}
      {step === 'check' && failed && <Failure found={found} onBack={() => go('questions')} />}
      {step === 'check' && !failed && (
        <StepCheck
          found={found}
          checking={check.isPending}
          trouble={check.error}
          committing={commit.isPending}
          onAgain={() => check.mutate(undefined)}
          onBack={() => go(taps.length > 0 ? 'tap' : 'questions')}
          onCommit={() => commit.mutate(undefined)}
        />
      )}
      {step === 'columns' && (
        <p className="wizard__other">
          <ButtonTo kind="quiet" to="/import">
            {t('startAgain')}
          </ButtonTo>
        </p>
      )}
    </div>
  );
}
