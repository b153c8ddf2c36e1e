import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import } from '#contract/import';
import { bases, legalForms } from '#core/opportunity/vocabulary';
import { Button } from '../../ui/button.tsx';
import { ChoiceCards } from '../../ui/choice-cards.tsx';
import type { Draft } from './draft.ts';
import { HistoryQuestion } from './history-question.tsx';
import { NotationQuestion } from './notation-question.tsx';
import { proposedHistory, questionsOf, unanswered } from './questions.ts';
import { ProofQuestion } from './proof-question.tsx';
import { RateQuestion } from './rate-question.tsx';
import { WizardFoot } from './wizard-foot.tsx';

type Props = {
  found: Import;
  draft: Draft;
  onFill: (part: Partial<Draft>) => void;
  onBack: () => void;
  onNext: () => void;
  /** The next step is the trial run. */
  last: boolean;
};

export function StepQuestions({ found, draft, onFill, onBack, onNext, last }: Props) {
  const { t } = useTranslation(['imports', 'words', 'ui']);
  const [told, setTold] = useState(false);
  const asked = questionsOf(found, draft);
  const open = unanswered(found, draft);
  const errorOf = (question: (typeof open)[number]) =>
    told && open.includes(question) ? t('imports:answerThis') : undefined;
  return (
    <form
      className="wizard__step"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTold(true);
        if (open.length === 0) onNext();
        // The first question without an answer comes into sight; its error is read out by itself.
        else
          requestAnimationFrame(() =>
            document.querySelector('[aria-invalid="true"]')?.scrollIntoView({ block: 'center' }),
          );
      }}
    >
      <header>
        <h2>{t('imports:questionsTitle')}</h2>
        <p className="muted">{t('imports:questionsBody')}</p>
      </header>
      {asked.includes('as') && (
        <ChoiceCards
          legend={t('imports:as')}
          value={draft.as}
          error={errorOf('as')}
          options={[
            { value: 'persons', label: t('imports:asPersons'), hint: t('imports:asPersonsHint') },
            { value: 'opportunities', label: t('imports:asOpportunities'), hint: t('imports:asOpportunitiesHint') },
          ]}
          onChange={(as) => onFill({ as })}
        />
      )}
      {asked.includes('notWon') && (
        <ChoiceCards
          legend={t('imports:notWon')}
          value={draft.notWon}
          error={errorOf('notWon')}
          options={[
            { value: 'stopped', label: t('imports:notWonStopped'), hint: t('imports:notWonStoppedHint') },
            { value: 'open', label: t('imports:notWonOpen'), hint: t('imports:notWonOpenHint') },
          ]}
          onChange={(notWon) => onFill({ notWon })}
        />
      )}
      {asked.includes('basis') && (
        <ChoiceCards
          legend={t('imports:basis')}
          hint={t('imports:basisHint')}
          value={draft.basis}
          error={errorOf('basis')}
          options={bases.map((basis) => ({ value: basis, label: t(`words:basis.${basis}`) }))}
          onChange={(basis) => onFill({ basis })}
        />
      )}
      {asked.includes('legalForm') && (
        <ChoiceCards
          legend={t('imports:form')}
          hint={t('imports:formHint')}
          value={draft.legalForm}
          error={errorOf('legalForm')}
          options={legalForms.map((form) => ({ value: form, label: t(`words:legalForm.${form}`) }))}
          onChange={(legalForm) => onFill({ legalForm })}
        />
      )}
      {asked.includes('basis') && <ProofQuestion value={draft.proof} onChange={(proof) => onFill({ proof })} />}
      {asked.includes('readNotes') && (
        <HistoryQuestion
          examples={proposedHistory(found, draft)}
          readable={found.history.readable}
          value={draft.readNotes}
          leftOut={draft.notesNotOf}
          onLeaveOut={(notesNotOf) => onFill({ notesNotOf })}
          error={errorOf('readNotes')}
          onChange={(readNotes) => onFill({ readNotes })}
        />
      )}
      {asked.includes('rates') && (
        <RateQuestion
          currencies={found.currencies}
          rates={draft.rates}
          told={told}
          onChange={(rates) => onFill({ rates })}
        />
      )}
      <NotationQuestion found={found} draft={draft} onFill={onFill} />
      <WizardFoot onBack={onBack}>
        <Button type="submit" kind="primary" size="large">
          {last ? t('imports:toCheck') : t('ui:next')}
        </Button>
      </WizardFoot>
    </form>
  );
}
