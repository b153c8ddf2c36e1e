import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LogMoment, MomentLogged, Opportunity } from '#contract/opportunity';
import { daysBetween, toDay } from '#core/day/day';
import { ApiProblem, codeOf } from '../../data/api-problem.ts';
import { api } from '../../data/client.ts';
import { rememberChange } from '../../data/recent-changes.ts';
import { takeFromToday } from '../../data/today.ts';
import { useUndo } from '../../data/use-act.ts';
import { closeToast, showToast } from '../../ui/toasts.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { act } from '../../offline/outbox.ts';
import { callNameOf, nameOf } from '../opportunity/who-is.ts';
import { useKeptToast } from '../offline/use-take-out.ts';
import { useSheets } from '../shell/sheets.tsx';
import { endPending } from './pending-store.ts';
import type { LogDraft } from './log-draft.ts';
import { outcomeKey } from './outcome-key.ts';

/** What is said after a moment was logged: its number, how it went, and when again. */
function useLoggedText(): (logged: MomentLogged) => string {
  const { t } = useTranslation(['log', 'words']);
  const format = useFormat();
  return ({ moment, opportunity }) => {
    const number = moment.number ?? opportunity.held;
    if (opportunity.state === 'won') {
      const days = daysBetween(toDay(opportunity.createdOn), toDay(moment.happenedOn));
      return days > 0 ? t('log:wonAfter', { number, count: days }) : t('log:won', { number });
    }
    if (moment.outcome === 'do_not_contact') return t('log:noContact', { number, name: callNameOf(opportunity) });
    if (opportunity.state === 'stopped') return t('log:refused', { number });
    const next = opportunity.nextMoment;
    const nextText = !next
      ? ''
      : next.channel === 'wait'
        ? t('log:nextWait', { day: format.planned(next.on) })
        : t('log:next', { day: format.plannedAt(next.on, next.at), channel: t(`words:channel.${next.channel}`) });
    return t('log:logged', { number, outcome: t(outcomeKey(moment)).toLowerCase(), next: nextText });
  };
}

/**
 * Logs a moment: the sheet closes and the line leaves Today at once; the toast says what was saved and when again. When
 * it is refused, the sheet comes back with all that was filled in and the reason.
 */
export function useLog(): (
  opportunity: Opportunity,
  body: LogMoment & { clientId: string },
  draft: LogDraft,
) => Promise<void> {
  const { t } = useTranslation('log');
  const client = useQueryClient();
  const sheets = useSheets();
  const undo = useUndo();
  const keptToast = useKeptToast();
  const loggedText = useLoggedText();

  return async (opportunity, body, draft) => {
    sheets.close();
    takeFromToday(client, opportunity.id);
    const waiting = showToast(t('saving'), { tone: 'wait' });
    try {
      const { clientId: id } = body;
      const logged = await act({ kind: 'log', id, recordId: opportunity.id, name: nameOf(opportunity), body });
      endPending(opportunity.id);
      // Once more: what was asked while it was on its way does not know of it.
      takeFromToday(client, opportunity.id);
      if (logged === null) {
        keptToast(id);
        return;
      }
      if (!('moment' in logged)) return;
      const text = loggedText(logged);
      rememberChange({ changeId: logged.changeId, label: text });
      showToast(text, {
        tone: logged.opportunity.state === 'won' ? 'sale' : 'plain',
        undo: () => void undo(logged.changeId),
        // When it is paid, and whether every month, is said afterwards: the sale itself stays one tap.
        ...(logged.opportunity.state === 'won' && {
          act: { label: t('payment'), run: () => sheets.open({ kind: 'edit', opportunity: logged.opportunity }) },
        }),
      });
    } catch (error) {
      closeToast(waiting);
      const present = await presentState(opportunity, error);
      // With the id it had: if it arrived after all, it counts once.
      sheets.open({ kind: 'log', opportunity: present, draft, trouble: codeOf(error), entryId: body.clientId });
    } finally {
      void client.invalidateQueries();
    }
  };

  /** After a conflict the sheet must show the opportunity as it is now. */
  async function presentState(before: Opportunity, error: unknown): Promise<Opportunity> {
    if (!(error instanceof ApiProblem) || error.status !== 409) return before;
    try {
      return await api.getFresh<Opportunity>(`/opportunities/${before.id}`);
    } catch {
      return before;
    }
  }
}
