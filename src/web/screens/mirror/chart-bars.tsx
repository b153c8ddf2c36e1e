import type { Mirror, MirrorRow } from '#contract/mirror';
import { columnNumbers, columnWidth, rowAt, type Scale } from './chart-scale.ts';

type Props = { mirror: Mirror; scale: Scale; height: number; hatch: string };

/** Room at the top, so that no interval touches the edge. */
const top = 6;

export function ChartBars({ mirror, scale, height, hatch }: Props) {
  return (
    <>
      {columnNumbers.map((number) => (
        <g key={number}>
          <Bar
            at={number}
            side={0}
            row={rowAt(mirror.sales, number)}
            scale={scale}
            height={height}
            enough={mirror.enough}
          />
          <Bar
            at={number}
            side={1}
            row={rowAt(mirror.stops, number)}
            scale={scale}
            height={height}
            enough={mirror.enough}
            hatch={hatch}
          />
        </g>
      ))}
      <line className="chart__base" x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} />
    </>
  );
}

type BarProps = {
  at: number;
  /** 0: left, sold; 1: right, stopped. */
  side: 0 | 1;
  row: MirrorRow | undefined;
  scale: Scale;
  height: number;
  enough: boolean;
  hatch?: string;
};

function Bar({ at, side, row, scale, height, enough, hatch }: BarProps) {
  if (!row || row.count === 0) return null;
  const room = height - top;
  const tall = Math.max(2, scale.bar(row) * room);
  const left = (at - 1 + (side === 0 ? 0.14 : 0.52)) * columnWidth;
  const middle = left + 0.17 * columnWidth;
  const yOf = (share: number) => height - scale.share(share) * room;
  return (
    <>
      <rect
        className={hatch ? 'chart__stop' : 'chart__sold'}
        x={`${left}%`}
        width={`${0.34 * columnWidth}%`}
        y={height - tall}
        height={tall}
        {...(hatch && { fill: hatch })}
      />
      {enough && row.high !== null && row.low !== null && (
        <line className="chart__interval" x1={`${middle}%`} x2={`${middle}%`} y1={yOf(row.high)} y2={yOf(row.low)} />
      )}
    </>
  );
}
