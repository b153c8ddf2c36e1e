import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workbookBytes, workbookParts, zipOf } from '#files/xlsx/workbook.cases';
import type { Opportunity } from '#contract/opportunity';
import { brought, upload } from '#tests/support/bring-file';
import { runOn } from '#tests/support/command-line';
import { differencesIn } from '#tests/support/counter-check';
import { snapshotOf } from '#tests/support/snapshot';
import { useHouse } from '#tests/support/use-house';

/* Every kind of bad input that a file can hold: a clear answer that names the place, the rest comes in, nothing half-written. */
const house = useHouse();
const headers = 'naam;organisatie;e-mail;telefoon;waarde;laatste contact;aantal contacten;status;notitie';
const row = (
  cells: Partial<Record<'name' | 'org' | 'email' | 'phone' | 'value' | 'last' | 'held' | 'state' | 'note', string>>,
) =>
  [
    cells.name ?? 'Anna Bakker',
    cells.org,
    cells.email,
    cells.phone,
    cells.value,
    cells.last,
    cells.held,
    cells.state,
    cells.note,
  ]
    .map((cell) => cell ?? '')
    .join(';');

async function bring(lines: readonly string[], choices: object = {}) {
  const workspace = await house().aWorkspace();
  const done = await brought(workspace.api, 'lijst.csv', [headers, ...lines].join('\r\n'), choices);
  expect(done.committed.counts).toEqual(done.checked.counts);
  expect(done.committed.rejected).toEqual(done.checked.rejected);
  expect(await differencesIn(workspace.context)).toEqual([]);
  const { items } = (await workspace.api.get('/opportunities?sort=name&limit=200')).body;
  return { ...done, workspace, items: items as Opportunity[] };
}

describe('an amount', () => {
  test.each([
    ['1.234,50', 123_450],
    ['€ 1,234.50', 123_450],
    ['€ 1.234,-', 123_400],
    ['12k', 1_200_000],
  ])('%s is read as it is meant', async (value, minor) => {
    const { items } = await bring([row({ value })]);
    expect(items[0]?.value).toBe(minor);
  });

  test('in words is refused with its row, and the others come in', async () => {
    const { committed } = await bring([
      row({ value: '1250' }),
      row({ name: 'Bram', value: 'twaalf' }),
      row({ name: 'Eva' }),
    ]);
    expect(committed.counts).toMatchObject({ created: 2, rejected: 1 });
    expect(committed.rejected).toMatchObject([
      { code: 'not_money', field: 'value', kept: false, count: 1, rows: [{ row: 3, value: 'twaalf' }] },
    ]);
  });

  test('in another currency waits for a rate', async () => {
    const workspace = await house().aWorkspace();
    const text = `${headers}\r\n${row({ value: '$ 100' })}\r\n`;
    const { proposal, committed } = await brought(workspace.api, 'lijst.csv', text);
    expect(proposal.currencies).toEqual(['USD']);
    expect(committed.rejected).toMatchObject([{ code: 'currency_needs_rate', field: 'value', rows: [{ row: 2 }] }]);
    const rated = await brought(workspace.api, 'lijst.csv', text, { rates: { USD: 0.5 } });
    expect(rated.committed.counts).toMatchObject({ created: 1, rejected: 0 });
    expect((await workspace.api.get('/opportunities')).body.items[0].value).toBe(5000);
  });
});

test('days that do not exist, lie ahead or are no days are refused with their row', async () => {
  const { committed } = await bring([
    row({ last: '31-02-2026', held: '1' }),
    row({ last: '1-12-2026', held: '1' }),
    row({ last: 'vorige week', held: '1' }),
    row({ last: '28-02-2026', held: '1' }),
  ]);
  expect(committed.counts).toMatchObject({ created: 1, rejected: 3 });
  expect(
    committed.rejected
      .map(({ code, field, rows }) => [code, field, rows[0]?.row])
      .toSorted((a, b) => Number(a[2]) - Number(b[2])),
  ).toEqual([
    ['no_such_day', 'last', 2],
    ['day_in_future', 'last', 3],
    ['not_a_date', 'last', 4],
  ]);
});

test('a number with letters is left out and told, and its text stays readable in the history', async () => {
  const { committed, items, workspace } = await bring([row({ phone: '06-BEL-ANNA', note: 'beurs' })]);
  expect(committed.counts).toMatchObject({ created: 1, rejected: 0 });
  expect(committed.rejected).toMatchObject([
    { code: 'phone_letters', field: 'phone', kept: true, rows: [{ row: 2, value: '06-BEL-ANNA' }] },
  ]);
  const page = (await workspace.api.get(`/persons/${items[0]?.person?.id}`)).body;
  expect(page.person.phone).toBeNull();
  expect(JSON.stringify(page.timeline)).toContain('06-BEL-ANNA');
});

test('names with emoji, from right to left or with control marks come in as they are, and are found', async () => {
  const names = ['Zoë 🌻 Çelik', 'محمد الفارسي', 'דוד כהן', '李小龙', "O'Brien-d'Arcy"];
  const { items, workspace } = await bring(names.map((name, i) => row({ name, org: `Winkel ${i} 🏪` })));
  expect(items.map((one) => one.person?.name).toSorted()).toEqual(names.toSorted());
  const found = (await workspace.api.get(`/persons?q=${encodeURIComponent('الفارسي')}`)).body.items;
  expect(found.map((one: { name: string }) => one.name)).toEqual(['محمد الفارسي']);
});

test('a formula stays its letters, and is disarmed in the file of rejected rows', async () => {
  const formula = '=HYPERLINK("http://x.example";"klik")';
  const quoted = `"${formula.replaceAll('"', '""')}"`;
  const { committed, items, workspace } = await bring([
    row({ name: '=1+1', org: '@SUM(A1)', note: quoted }),
    row({ name: 'Bram', note: quoted, value: 'twaalf' }),
  ]);
  expect(items).toMatchObject([{ person: { name: '=1+1' }, organisation: { name: '@SUM(A1)' }, lastWords: formula }]);
  const { text } = await workspace.api.get(`/imports/${committed.id}/rejected.csv`);
  expect(text).toContain(`"'${formula.replaceAll('"', '""')}"`);
  expect(text).toMatch(/\r\n3,"?Bedrag: [^\r]*,Bram/);
});

test('contradicting and empty rows are refused with their row', async () => {
  const workspace = await house().aWorkspace();
  const text = 'naam;status;gewonnen\nAnna;open;ja\n;;\n;open;\nBram;verloren;nee\n';
  const { committed } = await brought(workspace.api, 'lijst.csv', text);
  expect(committed.counts).toMatchObject({ created: 2, stopped: 1, rejected: 1, toComplete: 1 });
  expect(committed.rejected).toMatchObject([{ code: 'contradicting_state', rows: [{ row: 2 }] }]);
});

describe('a broken CSV', () => {
  test('with a row of too many cells and one of too few', async () => {
    const { committed } = await bring([
      row({}),
      `${row({ name: 'Bram' })};te;veel`,
      'Carla;Winkel',
      row({ name: 'Dirk' }),
    ]);
    expect(committed.counts).toMatchObject({ created: 3, rejected: 1 });
    expect(committed.rejected).toMatchObject([{ code: 'too_many_cells', rows: [{ row: 3 }] }]);
  });

  test('cut off half-way, within quotation marks', async () => {
    const { committed } = await bring([row({}), row({ name: 'Bram' }), 'Carla;"Winkel aan de']);
    expect(committed.counts).toMatchObject({ created: 2, rejected: 1 });
    expect(committed.rejected).toMatchObject([{ code: 'quote_not_closed', kept: false, rows: [{ row: 4 }] }]);
  });
});

test('thirty megabytes behind a quotation mark that is never closed are one row that is refused', async () => {
  const { committed } = await bring([row({}), `Bram;"${'woord '.repeat(5_000_000)}`]);
  expect(committed.counts).toMatchObject({ created: 1, rejected: 1 });
  expect(committed.rejected).toMatchObject([{ code: 'record_too_long', kept: false, rows: [{ row: 3 }] }]);
});

describe('a file that is refused whole says why and what helps, and leaves nothing', () => {
  const workbook = { sheets: [{ name: 'Blad1', rows: [['Naam'], ['Jan']] }] };
  const good = workbookBytes(workbook);
  const bomb = new Map(workbookParts(workbook));
  bomb.set(
    'xl/worksheets/sheet1.xml',
    `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(800_000)}</sheetData></worksheet>`,
  );
  const files: [what: string, content: () => Buffer | string, reason: string, cure: RegExp][] = [
    ['of 30 MB on one line', () => Buffer.alloc(30_000_000, 'naam '), 'record_too_long', /quotation mark/],
    ['that unpacks a thousand times (an XLSX bomb)', () => zipOf(bomb), 'inflates_too_far', /Split it/],
    ['of Excel, cut off half-way', () => good.subarray(0, good.length - 60), 'file_damaged', /again/],
    ['without anything', () => '', 'empty_file', /empty/],
    [
      'that is a web page',
      () => '<!doctype html><html><body><table><tr><td>Anna</td></tr></table>',
      'web_page',
      /save it/,
    ],
    ['of Excel 97', () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(1200, '0'), 'hex'), 'old_excel', /save it/],
    [
      'that is a picture',
      () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'not_a_table',
      /Choose a file that ends in \.csv/,
    ],
  ];

  test.each(files)('one %s', async (_, content, reason, cure) => {
    const { api } = await house().aWorkspace();
    const before = await snapshotOf(house().clone);
    const answer = await upload(api, 'lijst.csv', content());
    expect(answer.body).toMatchObject({ status: 422, code: 'file_unreadable', at: 'lijst.csv', facts: { reason } });
    expect(answer.body.detail).toMatch(cure);
    expect(await snapshotOf(house().clone)).toEqual(before);
  });

  test('one above the limit', async () => {
    const { api } = await house().aWorkspace();
    const answer = await upload(api, 'lijst.csv', Buffer.alloc(61_000_000, 'x'));
    expect(answer.body).toMatchObject({ status: 413, code: 'file_too_large' });
    expect(answer.body.detail).not.toBe('');
    expect((await api.get('/imports')).body.items).toEqual([]);
  });
});

test('the command line says the same in one line and ends with 1', async () => {
  const workspace = await house().aWorkspace();
  const run = (file: string) => runOn(house(), ['import', file, '--workspace', workspace.id]);
  expect(await run('/nonexistent/lijst.csv')).toEqual({
    code: 1,
    out: '',
    said: 'not_found: There is no file /nonexistent/lijst.csv. (file)',
  });
  expect(await run('/dev/null')).toMatchObject({
    code: 1,
    out: '',
    said: expect.stringContaining('The file is empty.'),
  });
  expect(await run('/tmp')).toMatchObject({ code: 1, out: '', said: expect.stringContaining('/tmp') });
  expect((await workspace.api.get('/imports')).body.items).toEqual([]);
});

test('rows with an unreadable amount, day or count come in when asked for, with what stood there in the note', async () => {
  const { committed, items } = await bring(
    [row({ name: 'Bram', value: 'twaalf', last: '31-02-2026' }), row({ name: 'Carla' })],
    { keepUnreadable: true },
  );
  expect(committed.counts).toMatchObject({ created: 2, rejected: 0 });
  expect(committed.rejected).toMatchObject([
    { code: 'no_such_day', field: 'last', kept: true, count: 1 },
    { code: 'not_money', field: 'value', kept: true, count: 1 },
  ]);
  const bram = items.find((one) => one.person?.name === 'Bram');
  expect(bram).toMatchObject({ value: null });
});

test('the command line tells what it takes each column for, which it does not use, and which fields there are', async () => {
  const workspace = await house().aWorkspace();
  const folder = await mkdtemp(join(tmpdir(), 'aanhouder-columns-'));
  try {
    await writeFile(join(folder, 'lijst.csv'), 'naam;bedrag;schoenmaat\nJan Bos;1.250,50;43\n;80;41\n');
    const run = (...more: string[]) =>
      runOn(house(), ['import', 'lijst.csv', '--workspace', workspace.id, ...more], { cwd: folder });
    const first = await run();
    expect(first.out).toBe('created 2, updated 0, skipped 0, rejected 0');
    expect(first.said).toContain('columns: naam as name, bedrag as value');
    expect(first.said).toMatch(/not used: schoenmaat\. .*--map field=column/);
    expect(first.said).toContain('to complete 1: ');
    expect((await run('--map', 'shoe=schoenmaat')).said).toMatch(
      /There is no field shoe\. Give one of: .*name, .*next/,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
