import { useTranslation } from 'react-i18next';
import { CloudOff, RefreshCw, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { dayIn } from '#core/day/day';
import { closeLost } from '../../offline/outbox.ts';
import { loadUpdate } from '../../offline/updates.ts';
import { useConnection, useOutbox, useUpdateReady } from '../../offline/use-outbox.ts';
import { Button } from '../../ui/button.tsx';
import { useDelayed } from '../../ui/use-delayed.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useSheets } from '../shell/sheets.tsx';
import './offline-bar.css';

/** One quiet line above the page: no connection, what waits, what asks for a choice, a newer version. Nothing when all is well. */
export function OfflineBar() {
  const { t } = useTranslation('offline');
  const sheets = useSheets();
  const { reachable, outdated } = useConnection();
  const { entries, lost } = useOutbox();
  const ready = useUpdateReady();
  const lostText = useLostText();
  const awayText = useAwayText();
  const stuck = entries.filter((one) => one.refusal).length;
  const waiting = entries.length - stuck;
  // What is sent at once, as nearly always, is not worth a line.
  const slow = useDelayed(waiting > 0, slowMs);
  const show = (
    <Button size="small" onClick={() => sheets.open({ kind: 'outbox' })}>
      {t('show')}
    </Button>
  );
  const update = (
    <Button size="small" kind={outdated ? 'primary' : 'plain'} onClick={() => void loadUpdate()}>
      {t('updateLoad')}
    </Button>
  );
  const lines: ReactNode[] = [];
  if (outdated) lines.push(line('outdated', <RefreshCw {...icon} />, t('outdated'), update));
  if (lost.length > 0) {
    const seen = (
      <Button size="small" onClick={closeLost}>
        {t('lostOk')}
      </Button>
    );
    lines.push(line('lost', <CloudOff {...icon} />, t('lost', { list: lostText(lost) }), seen));
  }
  if (!reachable || stuck > 0 || (waiting > 0 && slow)) {
    const words = [
      !reachable && awayText,
      stuck > 0 && t('choose', { count: stuck }),
      waiting > 0 && t(reachable ? 'sending' : 'waiting', { count: waiting }),
    ];
    const Icon = reachable ? Send : CloudOff;
    lines.push(line('away', <Icon {...icon} />, words.filter(Boolean).join(' '), entries.length > 0 && show));
  }
  if (ready && !outdated) lines.push(line('update', <RefreshCw {...icon} />, t('updateReady'), update));
  return (
    // Always in the page, so that a screen reader hears what is put in.
    <div role="status" aria-label={t('bar')} className={lines.length > 0 ? 'offline' : undefined}>
      {lines}
    </div>
  );
}

const slowMs = 1500;
const icon = { size: 18, 'aria-hidden': true } as const;

function line(name: string, sign: ReactNode, text: string, act: ReactNode): ReactNode {
  return (
    <div key={name} className={`offline__line offline__line--${name}`}>
      {sign}
      <p className="offline__text">{text}</p>
      {act}
    </div>
  );
}

function useAwayText(): string {
  const { t } = useTranslation('offline');
  const when = useWhen();
  const { seenAt } = useConnection();
  return seenAt === null ? t('away') : t('awaySeen', { when: when(new Date(seenAt).toISOString()) });
}

/** `16:40`, or with its day when that was not today: `gisteren 16:40`. */
export function useWhen(): (instant: string) => string {
  const { t } = useTranslation('time');
  const format = useFormat();
  return (instant) => {
    const day = dayIn(new Date(instant), format.zone);
    const time = format.clock(instant);
    return day === dayIn(new Date(), format.zone) ? time : t('at', { day: format.day(day), time });
  };
}

function useLostText(): (lost: readonly { name: string; at: string }[]) => string {
  const format = useFormat();
  const when = useWhen();
  return (lost) => format.list(lost.map(({ name, at }) => `${name} (${when(at)})`));
}
