import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import { opportunityQuery } from '../../data/opportunities.ts';
import { Button } from '../../ui/button.tsx';
import { useSheets, useShownSheet } from '../shell/sheets.tsx';
import { endPending, measuredMinutes, onPending, pendingCall } from './pending-store.ts';
import './pending-call.css';

/**
 * After a tap on call, mail or app: a pill "Hoe ging het met Jan?" that stays until answered, and the log sheet itself as
 * soon as one comes back to the page. Whether the page is hidden during a call differs a device; the pill is there in any case.
 */
export function PendingCall() {
  const { t } = useTranslation(['log', 'ui']);
  const pending = useSyncExternalStore(onPending, pendingCall);
  const sheets = useSheets();
  const shown = useShownSheet();
  const client = useQueryClient();
  const wasHidden = useRef(false);

  /** `backAt`: when one came back to the page; from the pill it is not known any more how long it took. */
  const ask = useCallback(
    async (backAt: number | null) => {
      const call = pendingCall();
      if (!call) return;
      const minutes = backAt === null ? null : measuredMinutes(call, backAt);
      try {
        // Asked afresh: somebody else may have logged meanwhile.
        const opportunity = await client.fetchQuery({ ...opportunityQuery(call.opportunityId), staleTime: 0 });
        sheets.open({
          kind: 'log',
          opportunity,
          draft: { channel: call.channel, minutes, measured: minutes !== null },
          back: true,
        });
      } catch {
        // Not reachable now: the pill stays.
      }
    },
    [client, sheets],
  );

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'hidden') wasHidden.current = true;
      else if (wasHidden.current) {
        wasHidden.current = false;
        if (pendingCall() && !document.querySelector('dialog[open]')) void ask(Date.now());
      }
    };
    document.addEventListener('visibilitychange', look);
    // iOS brings a page back from its cache without a change of visibility.
    window.addEventListener('pageshow', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('pageshow', look);
    };
  }, [ask]);

  if (!pending || shown) return null;
  return (
    <section className="pending" aria-label={t('log:pending', { name: pending.name })}>
      <p className="pending__text">{t('log:pending', { name: pending.name })}</p>
      <Button kind="primary" onClick={() => void ask(null)}>
        {t('log:pendingLog')}
      </Button>
      <button type="button" className="pending__close" aria-label={t('log:pendingClose')} onClick={() => endPending()}>
        <X size={18} aria-hidden="true" />
      </button>
    </section>
  );
}
