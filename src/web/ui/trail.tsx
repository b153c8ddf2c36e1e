import { useTranslation } from 'react-i18next';
import './trail.css';

type Props = {
  held: number;
  /** The number of the next moment; none when the opportunity is not open. */
  next?: number | null;
  /** Numbers where sales mostly fall. */
  gold?: readonly number[];
  size?: 'small' | 'large';
  /** False: how many there were before is not known (imported without a number). */
  known?: boolean;
  /** Writes "4 van 12" beside the marks. */
  worded?: boolean;
};

const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/**
 * The sign of the product (identity.md): filled = held, ringed in ember = the next, ringed in gold = where sales mostly
 * fall, plain = to come. Who cannot see it hears the same in words.
 */
export function Trail({ held, next = null, gold = [], size = 'small', known = true, worded = false }: Props) {
  const { t } = useTranslation('ui');
  const beyond = held > 12 || (next ?? 0) > 12;
  const words = !known
    ? t('trailUnknown')
    : beyond
      ? next === null
        ? t('trailBeyondHeld', { held })
        : t('trailBeyond', { held, next })
      : next === null
        ? t('trailHeld', { held })
        : t('trail', { held, next });
  return (
    <span className={`trail trail--${size}`}>
      <span className="only-read">{words}</span>
      <span className="trail__marks" aria-hidden="true">
        {numbers.map((number) => {
          const kind = number <= held ? 'held' : number === next ? 'next' : gold.includes(number) ? 'gold' : 'plain';
          return <span key={number} className={`trail__mark trail__mark--${kind}`} />;
        })}
        {beyond && <span className="trail__beyond">+{Math.max(held, next ?? 0) - 12}</span>}
      </span>
      {worded && (
        <span className="trail__words number" aria-hidden="true">
          {!known ? t('trailUnknown') : beyond ? t('trailShortBeyond', { held }) : t('trailShort', { held })}
        </span>
      )}
    </span>
  );
}
