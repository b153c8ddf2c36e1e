import { useTranslation } from 'react-i18next';
import type { Mirror, MirrorRow } from '#contract/mirror';
import { useFormat } from '../../ui/use-format.ts';
import { rowAt } from './chart-scale.ts';
import { totalOf } from './curve-facts.ts';

type Props = {
  mirror: Mirror;
  number: number | null;
  title: string | null;
  /** What there is to say before a number is pointed at; null when too few have ended to say it. */
  summary: string | null;
};

/** The figures of one number, in words. Its room is kept, so that nothing jumps. */
export function ChartReadout({ mirror, number, title, summary }: Props) {
  const { t } = useTranslation('mirror');
  const format = useFormat();
  if (number === null || title === null) {
    return (
      <p className="chart__readout">
        {summary && <strong>{summary}</strong>}
        <span className="muted">{t('readHint')}</span>
      </p>
    );
  }
  const facts = (row: MirrorRow | undefined, rows: readonly MirrorRow[]) => ({
    made: format.number(row?.count ?? 0),
    total: format.number(totalOf(rows)),
    share: format.percent(row?.share ?? 0),
    low: format.percent(row?.low ?? 0),
    high: format.percent(row?.high ?? 0),
  });
  const sold = facts(rowAt(mirror.sales, number), mirror.sales);
  const stopped = facts(rowAt(mirror.stops, number), mirror.stops);
  return (
    <p className="chart__readout" aria-live="polite">
      <strong>{title}</strong>
      <span>{mirror.enough ? t('readSold', sold) : t('readSoldCount', sold)}</span>
      <span>{mirror.enough ? t('readStopped', stopped) : t('readStoppedCount', stopped)}</span>
    </p>
  );
}
