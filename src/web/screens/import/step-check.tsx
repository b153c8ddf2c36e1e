import { useTranslation } from 'react-i18next';
import type { Import } from '#contract/import';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { CheckCounts } from './check-counts.tsx';
import { RejectGroups } from './reject-groups.tsx';
import { WizardFoot } from './wizard-foot.tsx';

type Props = {
  found: Import;
  checking: boolean;
  trouble: Error | null;
  committing: boolean;
  onAgain: () => void;
  onBack: () => void;
  onCommit: () => void;
};

/** What would happen, by the same code that will do it; then the one button that does it. */
export function StepCheck({ found, checking, trouble, committing, onAgain, onBack, onCommit }: Props) {
  const { t } = useTranslation(['imports', 'ui']);
  const format = useFormat();
  const { counts, rejected } = found;
  if (checking || committing) {
    return (
      <section className="card wait" role="status">
        <h2>{t(checking ? 'imports:checking' : 'imports:committing')}</h2>
        <ProgressBar
          label={t(checking ? 'imports:checking' : 'imports:committing')}
          words={t('imports:rows', { count: found.rows, rows: format.number(found.rows) })}
          done={0}
          total={0}
        />
      </section>
    );
  }
  if (trouble || !counts) {
    return (
      <section className="wizard__step">
        <ErrorState error={trouble} onRetry={onAgain} />
        <WizardFoot onBack={onBack}>{null}</WizardFoot>
      </section>
    );
  }
  const going = counts.created + counts.updated;
  return (
    <section className="wizard__step">
      <header>
        <h2>{t('imports:checkTitle')}</h2>
        <p className="muted">{t('imports:checkBody')}</p>
      </header>
      <CheckCounts counts={counts} />
      <RejectGroups id={found.id} counts={counts} groups={rejected} />
      {going === 0 && (
        <p className="wizard__notice" role="status">
          <strong>{t('imports:nothingTitle')}.</strong> {t('imports:nothingBody')}
        </p>
      )}
      <WizardFoot onBack={onBack}>
        {going > 0 && (
          <Button kind="primary" size="large" onClick={onCommit}>
            {t('imports:commit', { count: going, rows: format.number(going) })}
          </Button>
        )}
      </WizardFoot>
    </section>
  );
}
