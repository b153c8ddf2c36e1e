import type { ContinuityPeriod } from '#contract/outlook';

type Props = {
  period: ContinuityPeriod;
  /** In percent of the width. */
  left: number;
  width: number;
  height: number;
  yOf: (amount: number) => number;
  isShown: boolean;
  hatch: string;
  dots: string;
  onPoint: () => void;
  onChoose: () => void;
};

/** One month or week: its parts on top of each other, its range, and what is needed. */
export function PeriodBar({ period, left, width, height, yOf, isShown, hatch, dots, onPoint, onChoose }: Props) {
  const { certain, probable, possible, together, need, nextStep } = period;
  const x = `${left + width * 0.22}%`;
  const wide = `${width * 0.56}%`;
  const part = (from: number, amount: number) => ({
    x,
    width: wide,
    y: yOf(from + amount),
    height: Math.max(0, yOf(from) - yOf(from + amount)),
  });
  const across = { x1: `${left + width * 0.06}%`, x2: `${left + width * 0.94}%` };
  const middle = `${left + width / 2}%`;
  return (
    <g>
      {isShown && <rect className="ochart__shown" x={`${left}%`} width={`${width}%`} y="0" height={height} />}
      <rect className="ochart__certain" {...part(0, certain)} />
      {probable.mean > 0 && <rect className="ochart__part" fill={hatch} {...part(certain, probable.mean)} />}
      {possible.mean > 0 && (
        <rect className="ochart__part" fill={dots} {...part(certain + probable.mean, possible.mean)} />
      )}
      {together.high > together.low && (
        <line className="ochart__range" x1={middle} x2={middle} y1={yOf(together.high)} y2={yOf(together.low)} />
      )}
      {need > 0 && <line className="ochart__need" {...across} y1={yOf(need)} y2={yOf(need)} />}
      {nextStep > 0 && (
        <line className="ochart__step" {...across} y1={yOf(need + nextStep)} y2={yOf(need + nextStep)} />
      )}
      <rect
        className="ochart__catch"
        x={`${left}%`}
        width={`${width}%`}
        y="0"
        height={height}
        onPointerEnter={(event) => event.pointerType === 'mouse' && onPoint()}
        onClick={onChoose}
      />
    </g>
  );
}
