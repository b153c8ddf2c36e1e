import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';

export type Step = 'columns' | 'questions' | 'tap' | 'check';

/** Where one is; done steps lead back. */
export function StepList({ steps, step, onGo }: { steps: readonly Step[]; step: Step; onGo: (to: Step) => void }) {
  const { t } = useTranslation('imports');
  const at = steps.indexOf(step);
  return (
    <ol className="steps" aria-label={t('steps')}>
      {steps.map((one, index) => (
        <li key={one} className={index < at ? 'steps__done' : undefined}>
          {index < at ? (
            <button type="button" className="steps__step" onClick={() => onGo(one)}>
              <span className="steps__mark">
                <Check size={14} aria-hidden="true" />
              </span>
              <span className="steps__name">{t(`step.${one}`)}</span>
            </button>
          ) : (
            <span className="steps__step" aria-current={index === at ? 'step' : undefined}>
              <span className="steps__mark number" aria-hidden="true">
                {index + 1}
              </span>
              <span className="steps__name">{t(`step.${one}`)}</span>
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
