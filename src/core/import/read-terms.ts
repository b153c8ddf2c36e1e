import { laterOf, type Day } from '#core/day/day';
import type { Quote, Recurring } from '#core/opportunity/facts';
import type { OpportunityFacts } from '#core/opportunity/facts';
import type { QuoteState, State } from '#core/opportunity/vocabulary';
import { foldText } from './fold-text.ts';
import type { ImportField } from './import-field.ts';
import { parseYesNo } from './parse-yes-no.ts';
import { wordList } from './word-list.ts';

/** So much a month for a term, a quote, and of a sale its payment. */
export type ImportedTerms = Pick<OpportunityFacts, 'recurring' | 'quote' | 'payment'>;

/** What reading the cells of a row offers; `money` in minor units of the workspace's currency. */
export type TermsReader = {
  text(field: ImportField, longest?: number): string | null;
  day(field: ImportField): Day | null;
  money(field: ImportField): number | null;
  fault(code: string, field: ImportField, kept?: boolean): null;
  unreadable(code: string, field: ImportField): null;
};

export type TermsFacts = { state: State; saidNo: boolean; endedOn: Day | null; today: Day };

/** A term that nobody wrote down: a year, as the screen proposes it. */
const usualMonths = 12;

/** What a row says of how it is paid (product.md, section 5, rule 10: what the list of opportunities has, comes in again). */
export function readTerms(reader: TermsReader, facts: TermsFacts): ImportedTerms {
  return {
    recurring: readRecurring(reader, facts),
    quote: readQuote(reader, facts),
    payment:
      facts.state === 'won'
        ? { expectedOn: reader.day('expectedOn'), paidOn: notLater(reader, 'paidOn', facts.today) }
        : { expectedOn: null, paidOn: null },
  };
}

function readRecurring(reader: TermsReader, { state, endedOn }: TermsFacts): Recurring | null {
  const amount = reader.money('monthly');
  if (!amount) return null;
  const renews = reader.text('renews', 20);
  const goesOn = renews === null ? null : parseYesNo(renews);
  if (goesOn && !goesOn.ok) reader.unreadable(goesOn.problem, 'renews');
  return {
    amount,
    months: count(reader, 'termMonths', 1, 120) ?? usualMonths,
    startsOn: reader.day('startsOn') ?? (state === 'won' ? endedOn : null),
    renews: goesOn?.ok === true && goesOn.value,
    noticeMonths: count(reader, 'noticeMonths', 0, 24) ?? 0,
  };
}

function readQuote(reader: TermsReader, facts: TermsFacts): Quote | null {
  const amount = reader.money('quoteAmount');
  const sentOn = notLater(reader, 'quoteOn', facts.today);
  const validUntil = reader.day('quoteUntil');
  const link = readLink(reader);
  const state = readQuoteState(reader) ?? (facts.state === 'open' ? 'out' : answerOf(facts));
  if (amount && sentOn) return { amount, sentOn, validUntil: validUntil && laterOf(validUntil, sentOn), state, link };
  // A day or a link alone is no quote; a column of amounts may well be empty or 0.
  if (amount || (sentOn && amount !== 0) || link)
    reader.fault('quote_incomplete', amount ? 'quoteAmount' : 'quoteOn', true);
  return null;
}

function answerOf({ state, saidNo }: TermsFacts): QuoteState {
  return state === 'won' ? 'accepted' : saidNo ? 'declined' : 'withdrawn';
}

const quoteWords: readonly (readonly [QuoteState, ReadonlySet<string>])[] = [
  ['out', new Set(wordList('out,uit,uitstaand,open,verstuurd,verzonden,sent,loopt,staat uit,in behandeling,pending'))],
  [
    'accepted',
    new Set(wordList('accepted,aanvaard,geaccepteerd,akkoord,getekend,signed,approved,ja,yes,gewonnen,won')),
  ],
  ['declined', new Set(wordList('declined,afgewezen,rejected,refused,geweigerd,nee,no,verloren,lost'))],
  ['withdrawn', new Set(wordList('withdrawn,ingetrokken,vervallen,verlopen,expired,cancelled,geannuleerd'))],
];

function readQuoteState(reader: TermsReader): QuoteState | null {
  const text = reader.text('quoteState', 60);
  if (text === null) return null;
  const word = foldText(text);
  const known = quoteWords.find(([, words]) => words.has(word))?.[0];
  return known ?? reader.fault('unknown_quote_state', 'quoteState', true);
}

function readLink(reader: TermsReader): string | null {
  const link = reader.text('quoteLink', 2000);
  if (link === null || /^https:\/\/[^\s/]\S*$/.test(link)) return link;
  return reader.fault('not_a_link', 'quoteLink', true);
}

/** Months: "12", "12 maanden"; nothing for an empty cell. */
function count(reader: TermsReader, field: 'termMonths' | 'noticeMonths', least: number, most: number): number | null {
  const text = reader.text(field, 40);
  if (text === null) return null;
  const months = Number(/^(\d{1,3})(?:[.,]0+)?\s*(?:m|mnd|mnd\.|maand|maanden|month|months)?$/i.exec(text.trim())?.[1]);
  return months >= least && months <= most ? months : reader.unreadable('not_months', field);
}

function notLater(reader: TermsReader, field: 'quoteOn' | 'paidOn', today: Day): Day | null {
  const day = reader.day(field);
  return day && day > today ? reader.unreadable('day_in_future', field) : day;
}
