import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';
import { boardActs } from '../../data/board.ts';
import { useAct } from '../../data/use-act.ts';
import { showToast } from '../../ui/toasts.tsx';
import { nameOf } from '../opportunity/who-is.ts';
import { useSheets } from '../shell/sheets.tsx';
import { useStages } from './stage-names.ts';

export type Target = { key: string; label: string };
export const sold = 'sold';
export const stopped = 'stopped';

/**
 * Where a card can go and what that does, for dragging and for the menu alike. A number goes up by logging a contact and in no other way;
 * sold and no pass the log sheet and the stop gate: so no card lands without a next moment.
 */
export function useMove(by: 'number' | 'stage') {
  const { t } = useTranslation('board');
  const sheets = useSheets();
  const { stages, nameOf: stageName, of } = useStages();
  const stage = useAct({
    run: ({ card, key }: { card: Opportunity; key: string }) => boardActs.putInStage(card.id, key, card.version),
    says: ({ opportunity }) => t('moved', { name: nameOf(opportunity), stage: of(opportunity.stage) }),
    change: (out) => out.changeId,
  });
  const keyOf = (card: Opportunity): string =>
    by === 'number' ? String(Math.min(card.held, 12) + 1) : (card.stage ?? stages.find((one) => one.begins)?.id ?? '');

  return {
    keyOf,
    targetsOf: (card: Opportunity): Target[] => [
      ...(by === 'number'
        ? [{ key: String(Math.min(card.held + 1, 12) + 1), label: t('toNext', { number: card.held + 1 }) }]
        : stages.filter((one) => one.id !== keyOf(card)).map((one) => ({ key: one.id, label: stageName(one) }))),
      { key: sold, label: t('toSold') },
      { key: stopped, label: t('toNo') },
    ],
    /** `chosen`: in the menu, where the one next number may be its own column beyond the twelfth. */
    move: (card: Opportunity, key: string, chosen = false) => {
      if (key === sold) return sheets.open({ kind: 'log', opportunity: card, outcome: 'bought' });
      if (key === stopped) return sheets.open({ kind: 'stop', opportunity: card });
      if (key === keyOf(card) && !chosen) return undefined;
      if (by === 'stage') return stage.mutate({ card, key });
      if (Number(key) < Number(keyOf(card))) return void showToast(t('onlyByLogging'));
      return sheets.open({ kind: 'log', opportunity: card });
    },
  };
}
