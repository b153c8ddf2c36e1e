import { describe, expect, test } from 'vitest';
import { toDay } from '#core/day/day';
import { type ImportField, isImportField } from './import-field.ts';
import { readOpportunityRow, type RowChoices } from './read-opportunity-row.ts';

const choices: Omit<RowChoices, 'columns'> = {
  dateOrder: 'dmy',
  decimal: ',',
  notWon: null,
  readNotes: false,
  keepUnreadable: false,
  heldByRow: new Map(),
  rates: new Map([['USD', 0.5]]),
  currency: 'EUR',
  today: toDay('2026-11-24'),
  timeZone: 'Europe/Amsterdam',
};

function read(cells: Partial<Record<ImportField, string>>, more: Partial<RowChoices> = {}) {
  const filled = Object.entries({ name: 'Jan de Boer', ...cells });
  const columns = filled.map(([field], index) => ({
    index,
    header: field,
    field: isImportField(field) ? field : null,
    confidence: 1,
  }));
  return readOpportunityRow(
    { ...choices, ...more, columns },
    2,
    filled.map(([, cell]) => cell),
  );
}
const draftOf = (cells: Partial<Record<ImportField, string>>) => {
  const row = read(cells);
  if (!row.ok) throw new Error(JSON.stringify(row.faults));
  return row.draft;
};

describe('so much a month', () => {
  test('decides the value, whatever the amount says', () => {
    const { terms, value } = draftOf({
      monthly: '250,00',
      termMonths: '24 maanden',
      value: '1',
      renews: 'ja',
      noticeMonths: '2',
    });
    expect(terms.recurring).toEqual({ amount: 25_000, months: 24, startsOn: null, renews: true, noticeMonths: 2 });
    expect(value).toBe(600_000);
  });

  test('is for a year when no term is given, and of a sale begins on its day', () => {
    const { terms } = draftOf({ monthly: '250', state: 'won', closedOn: '1-10-2026' });
    expect(terms.recurring).toMatchObject({ months: 12, startsOn: '2026-10-01', renews: false, noticeMonths: 0 });
    expect(draftOf({ monthly: '', value: '12' })).toMatchObject({ value: 1200, terms: { recurring: null } });
    expect(draftOf({ monthly: '0' }).terms.recurring).toBe(null);
  });

  test('goes by the rate of its currency', () => {
    expect(draftOf({ monthly: '100', currency: 'usd' }).terms.recurring?.amount).toBe(5000);
  });
});

describe('a quote', () => {
  const quote = { quoteAmount: '1.250,50', quoteOn: '1-11-2026' };

  test('is out, until the opportunity has ended', () => {
    expect(draftOf({ ...quote, quoteUntil: '1-12-2026', quoteLink: 'https://x.nl/q' }).terms.quote).toEqual({
      amount: 125_050,
      sentOn: '2026-11-01',
      validUntil: '2026-12-01',
      state: 'out',
      link: 'https://x.nl/q',
    });
    expect(draftOf({ ...quote, state: 'won' }).terms.quote?.state).toBe('accepted');
    expect(draftOf({ ...quote, state: 'lost', saidNo: 'ja' }).terms.quote?.state).toBe('declined');
    expect(draftOf({ ...quote, state: 'lost' }).terms.quote?.state).toBe('withdrawn');
    expect(draftOf({ ...quote, quoteState: 'Ingetrokken' }).terms.quote?.state).toBe('withdrawn');
  });

  test.each<[Partial<Record<ImportField, string>>, string]>([
    [{ quoteAmount: '5' }, 'quote_incomplete'],
    [{ quoteOn: '1-11-2026' }, 'quote_incomplete'],
    [{ ...quote, quoteLink: 'http://x.nl' }, 'not_a_link'],
    [{ ...quote, quoteState: 'misschien' }, 'unknown_quote_state'],
  ])('%j comes in without what cannot be used, and it is told', (cells, code) => {
    const row = read(cells);
    expect(row.ok).toBe(true);
    expect(row.faults).toMatchObject([{ code, kept: true }]);
  });
});

describe('payment', () => {
  test('is of a sale alone', () => {
    const paid = { expectedOn: '24-12-2026', paidOn: '20-11-2026' };
    expect(draftOf({ ...paid, state: 'won' }).terms.payment).toEqual({
      expectedOn: '2026-12-24',
      paidOn: '2026-11-20',
    });
    expect(draftOf(paid).terms.payment).toEqual({ expectedOn: null, paidOn: null });
  });

  test.each<[Partial<Record<ImportField, string>>, string]>([
    [{ state: 'won', paidOn: '25-11-2026' }, 'day_in_future'],
    [{ quoteAmount: '5', quoteOn: '25-11-2026' }, 'day_in_future'],
    [{ monthly: 'veel' }, 'not_money'],
    [{ monthly: '5', termMonths: '121' }, 'not_months'],
    [{ monthly: '5', renews: 'wellicht' }, 'not_yes_no'],
    [{ monthly: '5', currency: 'CHF' }, 'currency_needs_rate'],
  ])('%j is refused with its place, or comes in without that cell', (cells, code) => {
    const row = read(cells);
    expect(row).toMatchObject({ ok: false, faults: [{ code }] });
    if (code !== 'currency_needs_rate') expect(read(cells, { keepUnreadable: true }).ok).toBe(true);
  });
});
