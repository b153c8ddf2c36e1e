import { useEffect, useState, useSyncExternalStore } from 'react';
import { useOutbox } from '../../offline/use-outbox.ts';
import { blockNow, minutesLeft, onBlock, type Block } from './block.ts';

export function useBlock(): Block | null {
  return useSyncExternalStore(onBlock, blockNow);
}

/** The minutes that are left, looked at each ten seconds and when the page comes back into sight. */
export function useMinutesLeft(block: Block): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const look = () => setNow(Date.now());
    const timer = setInterval(look, 10_000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return minutesLeft(block, now);
}

/** What was logged in it and has not arrived yet: both by the clock of this device. */
export function useWaitingSince({ startedAt }: Block): number {
  const { entries } = useOutbox();
  return entries.filter((one) => one.kind === 'log' && !one.undo && one.order >= startedAt).length;
}
