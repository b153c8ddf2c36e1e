import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf, isAway } from '../data/api-problem.ts';
import { Button, ButtonTo } from './button.tsx';
import './states.css';

/** Nothing here yet: says what belongs here and offers the first act. */
export function EmptyState({ title, children, acts }: { title: ReactNode; children?: ReactNode; acts?: ReactNode }) {
  return (
    <section className="state">
      <h2>{title}</h2>
      {children && <div className="state__text">{children}</div>}
      {acts && <div className="state__acts">{acts}</div>}
    </section>
  );
}

/** A question that failed: what happened in words, and again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation(['ui', 'problem', 'offline', 'shell']);
  const away = isAway(error);
  // It will not come back by asking again.
  if (codeOf(error) === 'not_found')
    return (
      <section className="state" role="alert">
        <h2>{t('problem:not_found')}</h2>
        <div className="state__acts">
          <ButtonTo to="/">{t('shell:toToday')}</ButtonTo>
        </div>
      </section>
    );
  return (
    <section className="state" role="alert">
      <h2>{t(away ? 'offline:needs' : 'ui:somethingWrong')}</h2>
      <p className="state__text">{away ? t('offline:needsBody') : t(`problem:${codeOf(error)}`)}</p>
      {onRetry && (
        <div className="state__acts">
          <Button onClick={onRetry}>{t('ui:retry')}</Button>
        </div>
      )}
    </section>
  );
}

/** Keeps the room of what is coming, so that nothing jumps. `height` in px; `rows` of it. */
export function Skeleton({ height = 60, rows = 1, gap = 8 }: { height?: number; rows?: number; gap?: number }) {
  const { t } = useTranslation('ui');
  return (
    <output className="skeleton" style={{ gap }}>
      <span className="only-read">{t('loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="skeleton__row" style={{ height }} />
      ))}
    </output>
  );
}
