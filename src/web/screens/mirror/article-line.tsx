import { columnWidth, type Scale } from './chart-scale.ts';

type Props = { of: 'sales' | 'stops'; shares: readonly number[]; scale: Scale; height: number };

/** Line by line rather than one path: only lines can be placed in percent of the width. */
export function ArticleLine({ of, shares, scale, height }: Props) {
  const x = (index: number) => `${(index + 0.5) * columnWidth}%`;
  const y = (share: number) => height - Math.max(1, scale.share(share) * (height - 6));
  // Zero from some number on: the line ends where it has come down.
  const last = shares.findLastIndex((share) => share > 0) + 1;
  return (
    <>
      {shares.slice(0, last).map((share, index) => {
        const next = shares[index + 1];
        if (next === undefined || index + 1 > last) return null;
        return (
          <line
            key={x(index)}
            className={`chart__article chart__article--${of}`}
            x1={x(index)}
            x2={x(index + 1)}
            y1={y(share)}
            y2={y(next)}
          />
        );
      })}
    </>
  );
}
