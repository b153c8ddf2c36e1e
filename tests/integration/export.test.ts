import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportedTables } from '#db/export-rows';
import { runOn } from '#tests/support/command-line';
import { aFullWorkspace, type FullWorkspace } from '#tests/support/every-route/full-workspace';
import { differencesIn } from '#tests/support/counter-check';
import { declaredTables } from '#tests/support/table-types';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
let folder: string;
let full: FullWorkspace;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aanhouder-export-'));
  full = await aFullWorkspace(house());
  await aFullWorkspace(house());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<string> {
  const { code, said } = await runOn(house(), [...argv, '--workspace', full.workspace.id], { cwd: folder });
  expect(code, said).toBe(0);
  return said;
}

test('every table is in the export, or follows from the rest', () => {
  const derived = [
    'counter_total',
    'counter_day',
    'counter_index',
    'counter_pending',
    'counter_missed',
    'counter_minutes',
    'counter_prospecting',
    'counter_board',
    'custom_value',
    'idempotency',
  ];
  // A device is known to this server alone, by its key; a password opens with the key of this server; links are of its address.
  const ofThisServer = [
    'public_link',
    'push_device',
    'push_sent',
    'sealed_secret',
    'mailbox_folder',
    'inbox_address',
    'calendar_connection',
    'calendar_event',
  ];
  expect([...exportedTables.map(({ name }) => name), ...derived, ...ofThisServer].toSorted()).toEqual(
    [...declaredTables().keys()].toSorted(),
  );
});

describe('as JSON', () => {
  test('a header with counts, a record a line, and a checksum of all before it; the same data gives the same bytes', async () => {
    await run('export', 'one.jsonl');
    await run('export', 'two.jsonl', '--format', 'json');
    const text = await readFile(at('one.jsonl'), 'utf8');
    expect(await readFile(at('two.jsonl'), 'utf8')).toBe(text);
    const lines = text.trimEnd().split('\n');
    const [header, ...records] = lines.slice(0, -1).map((line) => JSON.parse(line));
    expect(header).toMatchObject({ aanhouder: 'export', format: 1, workspace: full.workspace.id });
    for (const [table, count] of Object.entries(header.counts))
      expect
        .soft({ table, count: records.filter((record) => record.table === table).length })
        .toEqual({ table, count });
    expect(header.counts.workspace).toBe(1);
    const body = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ sha256: createHash('sha256').update(body).digest('hex') });
  });

  test('what was written stands in it as it was, and nothing of another company', async () => {
    const text = '=1+1\t"é"\n🚢';
    const made = await full.workspace.anOpportunity({ keen: text, value: 123_456_789_012 });
    await run('export', 'three.jsonl');
    const content = await readFile(at('three.jsonl'), 'utf8');
    const record = content
      .split('\n')
      .flatMap((line) => (line.includes(`"id":"${made.id}"`) ? [JSON.parse(line)] : []))
      .find(({ table }) => table === 'opportunity');
    expect(record).toMatchObject({ keen: text, value: 123_456_789_012, state: 'open', next_on: made.nextMoment?.on });
    const ids = new Set([...content.matchAll(/"workspace(?:_id)?":"([^"]+)"/g)].map(([, id]) => id));
    expect([...ids]).toEqual([full.workspace.id]);
  });

  test('over the API, for the owner only', async () => {
    await run('export', 'four.jsonl');
    const answer = await full.workspace.api.get('/export');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect(answer.text).toBe(await readFile(at('four.jsonl'), 'utf8'));
    const manager = await house().aMember(full.workspace, 'manager');
    expect((await manager.api.get('/export')).status).toBe(403);
  });
});

describe('as lists for a spreadsheet', () => {
  test('a file of each noun, and cards; what would be computed is text', async () => {
    await full.workspace.anOpportunity({ title: '=HYPERLINK("http://x")', keen: '@SUM(A1)' });
    await run('export', 'lists', '--format', 'csv');
    expect((await readdir(at('lists'))).toSorted()).toEqual([
      'days.csv',
      'moments.csv',
      'opportunities.csv',
      'organisations.csv',
      'persons.csv',
      'persons.vcf',
      'promises.csv',
    ]);
    const text = await readFile(at('lists/opportunities.csv'), 'utf8');
    expect(text.startsWith('\uFEFFexternalId,name,')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text).toContain(`,'@SUM(A1),`);
    expect(await readFile(at('lists/persons.csv'), 'utf8')).toContain(`'+31612345678`);
  });

  test('the list of opportunities comes in again, all of it, and verifies', async () => {
    await run('export', 'again', '--format', 'csv');
    const rows = (await readFile(at('again/opportunities.csv'), 'utf8')).trimEnd().split('\r\n').length - 1;
    const other = await house().aWorkspace();
    const bring = (file: string) =>
      runOn(house(), ['import', file, '--json', '--workspace', other.id], { cwd: folder });
    const { out, said } = await bring('again/opportunities.csv');
    expect(JSON.parse(out), said).toMatchObject({ created: rows, rejected: 0 });
    expect((await bring('again/persons.vcf')).code).toBe(0);
  });

  test('what is paid by the month, quoted, expected and paid comes in again as it was', async () => {
    const [one, other] = [await house().aWorkspace(), await house().aWorkspace()];
    const change = async (id: string, terms: Record<string, unknown>) => {
      const { version } = (await one.api.get(`/opportunities/${id}`)).body;
      const answer = await one.api.patch(`/opportunities/${id}`, { version, ...terms });
      expect(answer.status, answer.text).toBe(200);
    };
    const made = async (title: string) => (await one.anOpportunity({ title, person: { name: title } })).id;
    const quote = { amount: 123_456, sentOn: '2026-11-02', validUntil: '2026-12-02', link: 'https://example.com/q' };
    await change(await made('Quoted'), { quote });
    await change(await made('Monthly'), { recurring: { amount: 9_950, months: 24, renews: true, noticeMonths: 2 } });
    for (const [title, terms] of [
      ['Expected', { payment: { expectedOn: '2027-01-15' } }],
      ['Paid', { payment: { expectedOn: '2026-12-24', paidOn: '2026-11-24' } }],
      ['Runs', { recurring: { amount: 5_000, months: 12, startsOn: '2026-12-01' } }],
    ] as const) {
      const id = await made(title);
      await one.aMoment(id, { outcome: 'bought', value: 250_000 });
      await change(id, terms);
    }
    const bring = async (...argv: string[]) => {
      const { code, said } = await runOn(house(), argv, { cwd: folder });
      expect(code, said).toBe(0);
    };
    await bring('export', 'terms', '--format', 'csv', '--workspace', one.id);
    await bring('import', 'terms/opportunities.csv', '--workspace', other.id);
    const termsIn = async (workspace: { api: typeof one.api }) => {
      const { items } = (await workspace.api.get('/opportunities?limit=100')).body;
      const all = items.map(({ title, state, value, recurring, quote: quoted, payment }: Record<string, unknown>) => [
        title,
        { state, value, recurring, quote: quoted, payment },
      ]);
      return Object.fromEntries(all);
    };
    const there = await termsIn(one);
    expect(there['Quoted'].quote).toEqual({ ...quote, state: 'out' });
    expect(await termsIn(other)).toEqual(there);
    expect(await differencesIn(other.context)).toEqual([]);
  });

  test('what is there already is kept, unless it may be replaced', async () => {
    const attempt = (...argv: string[]) =>
      runOn(house(), ['export', ...argv, '--workspace', full.workspace.id], { cwd: folder });
    await run('export', 'kept.jsonl');
    await run('export', 'kept', '--format', 'csv');
    expect(await attempt('kept.jsonl')).toMatchObject({ code: 1, said: expect.stringContaining('--overwrite') });
    expect(await attempt('kept', '--format', 'csv')).toMatchObject({ code: 1, said: expect.stringContaining('empty') });
    expect(await attempt('kept')).toMatchObject({ code: 1, said: expect.stringContaining('This is a folder') });
    await run('export', 'kept.jsonl', '--overwrite');
    await run('export', 'kept', '--format', 'csv', '--overwrite');
  });

  test('another format is refused', async () => {
    const { code, said } = await runOn(house(), ['export', 'x', '--format', 'xml'], { cwd: folder });
    expect(code).toBe(1);
    expect(said).toContain('json, csv');
  });
});
