import './progress-bar.css';

type Props = { label: string; done: number; total: number; words: string };

/** How far it is. Without a total it only says that it is busy. */
export function ProgressBar({ label, done, total, words }: Props) {
  const share = total > 0 ? Math.min(1, done / total) : null;
  return (
    <div className="progress">
      <p className="progress__words number" aria-hidden="true">
        {words}
      </p>
      <div
        className={`progress__track${share === null ? ' progress__track--busy' : ''}`}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total > 0 ? total : undefined}
        aria-valuenow={share === null ? undefined : done}
        aria-valuetext={words}
      >
        <span className="progress__done" style={{ width: `${100 * (share ?? 0.3)}%` }} />
      </div>
    </div>
  );
}
