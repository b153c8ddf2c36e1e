import { useTranslation } from 'react-i18next';
import type { TodayItem } from '#contract/today';
import { withoutStop } from '../opportunity/own-words.ts';
import { useFormat } from '../../ui/use-format.ts';

function wholeNumber(value: string | number | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The reason of a line in one sentence, from the item's own facts; figures come from `why.params`. */
export function useWhy(): (item: TodayItem) => string {
  const { t } = useTranslation('why');
  const format = useFormat();
  return ({ why, opportunity, promise }) => {
    switch (why.code) {
      case 'waiting':
        return opportunity.waitingSince
          ? t('waitingSince', { day: format.day(dayOf(opportunity.waitingSince, format.zone)) })
          : t('waiting');
      case 'promised':
        if (!promise) return t('promised');
        return t(promise.by === 'me' ? 'promisedText' : 'promisedByThem', { text: withoutStop(promise.text) });
      case 'appointment': {
        const at = opportunity.nextMoment?.at;
        return at ? t('appointmentAt', { time: format.clock(at) }) : t('appointment');
      }
      case 'pinned': {
        const reason = opportunity.pin?.reason;
        return reason ? t('pinnedReason', { reason: withoutStop(reason) }) : t('pinned');
      }
      case 'most_sales_from':
      case 'few_tried': {
        const from = wholeNumber(why.params['from']) ?? opportunity.held + 1;
        const made = wholeNumber(why.params['count']);
        const count = wholeNumber(why.params['total']);
        return made === null || count === null ? t('around_sales') : t(why.code, { from, made, count });
      }
      case 'first_moment':
        return t(opportunity.heldKnown ? 'first_moment' : 'first_unknown');
      case 'picked_up':
      case 'not_now_date':
      case 'most_sales_from_article':
      case 'high_value':
      case 'rhythm':
      case 'let_lie':
        return t(why.code);
    }
  };
}

function dayOf(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  );
}
