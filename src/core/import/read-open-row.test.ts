import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDay } from '#core/day/day';
import type { ImportField } from './import-field.ts';
import { readOpenRow, readOpportunityRow, type RowChoices } from './read-opportunity-row.ts';

const days = ['', '', '3-9-2026', '12-12-2027', '31-02-2026', 'morgen'];
const sums = ['', '', '1.234,50', '250', '0', 'twaalf', 'USD 80', 'GBP 9'];
const cellsOf: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  name: ['', 'Jan de Boer'],
  state: ['', '', 'open', 'verkocht', 'gestopt', 'offerte', 'wat dan ook'],
  won: ['', '', 'ja', 'nee', 'misschien'],
  saidNo: ['', '', 'ja', 'nee', 'te duur'],
  held: ['', '3', '0', 'veel'],
  value: sums,
  currency: ['', '', 'usd'],
  createdOn: days,
  closedOn: days,
  last: days,
  next: days,
  note: ['', '3/9 vm, 12/9 mail', 'zei nee', 'geen reactie', 'belt terug', 'klant geworden'],
  monthly: sums,
  renews: ['', 'ja', 'hm'],
  quoteAmount: sums,
  quoteOn: days,
  quoteUntil: days,
};
const fields = Object.keys(cellsOf) as ImportField[];
const columns = fields.map((field, index) => ({ index, header: field, field, confidence: 1 }));
const rows = fc.tuple(...fields.map((field) => fc.constantFrom(...(cellsOf[field] ?? ['']))));

test('what places a row is what the whole row says', () => {
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom(null, 'open', 'stopped'),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom(2, 7),
      (cells, notWon, readNotes, keepUnreadable, row) => {
        const choices: RowChoices = {
          columns,
          dateOrder: 'dmy',
          decimal: ',',
          notWon,
          readNotes,
          keepUnreadable,
          heldByRow: new Map([[7, 2]]),
          rates: new Map([['USD', 0.5]]),
          currency: 'EUR',
          today: toDay('2026-11-24'),
          timeZone: 'Europe/Amsterdam',
        };
        // A row without any cell is none, and does not come so far.
        fc.pre(cells.some((cell) => cell !== ''));
        const whole = readOpportunityRow(choices, row, cells);
        const open = whole.ok && whole.draft.state === 'open' ? whole.draft : null;
        const { value, held, heldKnown, nextOn, terms } = open ?? {};
        expect(readOpenRow(choices, row, cells)).toEqual(open && { value, held, heldKnown, nextOn, terms });
      },
    ),
    { numRuns: 2000 },
  );
});
