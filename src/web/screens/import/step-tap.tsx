import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useKeys } from '../../ui/use-keys.ts';
import type { HistoryExample } from './questions.ts';
import { WizardFoot } from './wizard-foot.tsx';

type Props = {
  rows: readonly HistoryExample[];
  heldByRow: Record<string, number>;
  onFill: (heldByRow: Record<string, number>) => void;
  onBack: () => void;
  onNext: () => void;
};

/** 4 stands for four or more. */
const counts = [1, 2, 3, 4] as const;

/** The minute of tapping: one card at a time, one tap each; skipping is an answer too. */
export function StepTap({ rows, heldByRow, onFill, onBack, onNext }: Props) {
  const { t } = useTranslation(['imports', 'ui']);
  const format = useFormat();
  const firstOpen = rows.findIndex((row) => heldByRow[String(row.row)] === undefined);
  const [at, setAt] = useState(firstOpen === -1 ? rows.length : firstOpen);
  const row = rows[at];
  const tap = (count: number) => {
    if (!row) return;
    onFill({ ...heldByRow, [String(row.row)]: count });
    setAt(at + 1);
  };
  const back = at > 0 ? () => setAt(at - 1) : undefined;
  useKeys({
    '1': () => tap(1),
    '2': () => tap(2),
    '3': () => tap(3),
    '4': () => tap(4),
    '0': () => tap(0),
    ' ': () => tap(0),
    ArrowLeft: back,
    Enter: row ? undefined : onNext,
  });
  const filled = rows.filter((one) => (heldByRow[String(one.row)] ?? 0) > 0).length;
  return (
    <section className="wizard__step">
      <header>
        <h2>{t('imports:tapTitle')}</h2>
        <p className="muted">{t('imports:tapBody')}</p>
      </header>
      {row ? (
        <div className="tap card">
          <p className="tap__count muted small number">
            {t('imports:tapCount', { at: format.number(at + 1), total: format.number(rows.length) })}
            <span className="tap__keys"> · {t('imports:tapKeys')}</span>
          </p>
          <div className="tap__who" aria-live="polite">
            <p className="tap__name">{row.name}</p>
            <p className="tap__words">{row.text || <span className="muted">{t('imports:tapNoWords')}</span>}</p>
          </div>
          <div className="tap__counts">
            {counts.map((count) => (
              <button
                key={count}
                type="button"
                className="tap__button number"
                aria-pressed={heldByRow[String(row.row)] === count}
                aria-label={count === 4 ? t('imports:tapMore') : t('imports:tapChoice', { count })}
                onClick={() => tap(count)}
              >
                {count === 4 ? t('imports:tapMoreShort') : count}
              </button>
            ))}
          </div>
          <div className="tap__skip">
            <Button onClick={() => tap(0)}>{t('imports:tapSkip')}</Button>
            {back && (
              <Button kind="quiet" onClick={back}>
                {t('imports:tapBack')}
              </Button>
            )}
          </div>
        </div>
      ) : (
        <div className="tap card">
          <p role="status">{t('imports:tapDone', { count: filled })}</p>
          <div>
            <Button kind="quiet" onClick={() => setAt(0)}>
              {t('imports:tapAgain')}
            </Button>
          </div>
        </div>
      )}
      <WizardFoot onBack={onBack}>
        <Button kind={row ? 'plain' : 'primary'} size="large" onClick={onNext}>
          {row && filled > 0 ? t('imports:tapStop') : t('imports:toCheck')}
        </Button>
      </WizardFoot>
    </section>
  );
}
