import type { TFunction } from 'i18next';
import type { TodayItem } from '#contract/today';
import { withoutStop } from '../opportunity/own-words.ts';

/** What a sentence needs of an item. */
export type WhyFacts = {
  why: TodayItem['why'];
  promise: Pick<NonNullable<TodayItem['promise']>, 'by' | 'text'> | null;
  opportunity: Pick<TodayItem['opportunity'], 'heldKnown' | 'held' | 'conversations' | 'waitingSince'> & {
    nextMoment: { at: string | null } | null;
    pin: { reason: string | null } | null;
  };
};

/** How days, times and counts are written, in the reader's language and zone. */
export type WhyFormat = {
  /** The day of an instant: `gisteren`, `di 24 nov`. */
  dayOf: (instant: string) => string;
  clock: (instant: string) => string;
  /** A plain day: `di 24 nov`. */
  shortDay: (day: string) => string;
  today: string;
  number: (value: number) => string;
};

type Words = TFunction<'why'>;

/** The reason of a line in one sentence, from the item's own facts; figures come from `why.params`. */
export function whySentence(t: Words, format: WhyFormat, { why, opportunity, promise }: WhyFacts): string {
  switch (why.code) {
    case 'waiting':
      return opportunity.waitingSince
        ? t('waitingSince', { day: format.dayOf(opportunity.waitingSince) })
        : t('waiting');
    case 'promised':
      if (!promise) return t('promised');
      return t(promise.by === 'me' ? 'promisedText' : 'promisedByThem', { text: withoutStop(promise.text) });
    case 'appointment': {
      const at = opportunity.nextMoment?.at;
      if (!at) return t('appointment');
      return t(why.params['answer'] === 'tentative' ? 'appointmentPerhaps' : 'appointmentAt', {
        time: format.clock(at),
      });
    }
    case 'pinned': {
      const reason = opportunity.pin?.reason;
      return reason ? t('pinnedReason', { reason: withoutStop(reason) }) : t('pinned');
    }
    case 'most_sales_from':
    case 'few_sales_from':
    case 'few_tried': {
      const sales = salesFrom(t, format, why.code, why.params);
      if (sales === null) return t('rhythm');
      const tried = wholeNumber(why.params['tried']);
      if (why.code !== 'few_tried' || tried === null) return upperFirst(t('sales', { sales }));
      return t('few_tried', { count: tried, n: format.number(tried), sales });
    }
    case 'first_moment':
      return t(opportunity.heldKnown ? 'first_moment' : 'first_unknown');
    case 'quote_out': {
      const { on, until } = why.params;
      if (typeof on !== 'string') return t('rhythm');
      const day = format.shortDay(on);
      if (typeof until !== 'string') return t('quote', { day });
      return t(until < format.today ? 'quoteOver' : 'quoteValid', { day, until: format.shortDay(until) });
    }
    case 'picked_up':
    case 'not_now_date':
    case 'experiment':
    case 'let_rest':
    case 'most_sales_from_article':
    case 'high_value':
    case 'rhythm':
      return t(why.code);
  }
}

/** "Dit wordt contact 5, na 2 gesprekken."; nothing where the number is not known. */
export function becomesSentence(t: Words, { opportunity }: Pick<WhyFacts, 'opportunity'>): string {
  if (!opportunity.heldKnown) return '';
  const number = opportunity.held + 1;
  return opportunity.conversations > 0
    ? t('becomesTalks', { number, count: opportunity.conversations })
    : t('becomes', { number });
}

/** "13 van je 18 verkopen kwamen bij contact 5 of later"; null without figures. */
function salesFrom(
  t: Words,
  format: WhyFormat,
  code: 'most_sales_from' | 'few_sales_from' | 'few_tried',
  params: Record<string, string | number>,
): string | null {
  const from = wholeNumber(params['from']);
  const made = wholeNumber(params['count']);
  const total = wholeNumber(params['total']);
  if (from === null || made === null || total === null || total < 1 || made < 0 || made > total) return null;
  if (total === 1) return t(made === 1 ? 'salesOnly' : 'salesOnlyBefore', { from });
  const figures = { from, made: format.number(made), total: format.number(total) };
  if (made === 0) return t('salesNone', figures);
  if (made === total) return t('salesAll', figures);
  return made === 1 ? t('salesOne', figures) : t(code === 'few_sales_from' ? 'salesFew' : 'salesSome', figures);
}

function wholeNumber(value: string | number | undefined): number | null {
  return typeof value === 'number' && Number.isInteger(value) ? value : null;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
