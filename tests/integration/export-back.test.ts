import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportedTables } from '#db/export-rows';
import { workspaceIds } from '#db/identity/account';
import { addToLedger } from '#files/backup/ledger-file';
import { type Ended, runOn } from '#tests/support/command-line';
import { differencesIn } from '#tests/support/counter-check';
import { aFullWorkspace, type FullWorkspace } from '#tests/support/every-route/full-workspace';
import { openHouse, password, type House, type Workspace } from '#tests/support/house';
import { runHundred } from '#tests/support/sequences/run-hundred';
import { outboxOf, queueFor, stopWaitingMail } from '#tests/support/mail/post';
import { snapshotOf } from '#tests/support/snapshot';
import { useHouse } from '#tests/support/use-house';
import { withClient } from '#tests/support/clone-database';

const house = useHouse();
/** Was just set up, and stays so: what is refused changes nothing. */
const empty = useHouse();
let folder: string;
let full: FullWorkspace;
/** The export of `full`. */
let text: string;
const at = (name: string) => join(folder, name);

const run = (where: House, ...argv: string[]): Promise<Ended> =>
  runOn(where, argv, { cwd: folder, dataFolder: at('data') });

async function exported(where: House, name: string, workspaceId: string): Promise<string> {
  const { code, said } = await run(where, 'export', name, '--overwrite', '--workspace', workspaceId);
  expect(code, said).toBe(0);
  return readFile(at(name), 'utf8');
}

/** A second installation, just set up. */
async function inNewHouse(work: (other: House, owner: Workspace) => Promise<void>): Promise<void> {
  const other = await openHouse();
  try {
    await work(other, await other.aWorkspace({ email: 'new@example.com', name: 'Noor', workspace: 'Nieuw' }));
  } finally {
    await other.close();
  }
}

/** An export without what may differ when it comes back: the id of the company, who signs in, and so the checksum. */
function comparable(content: string): string[] {
  const lines = content.trimEnd().split('\n').slice(0, -1);
  const { workspace } = JSON.parse(lines[0] ?? '');
  return lines.map((line) => {
    const same = line.replaceAll(workspace, '(workspace)');
    return same.startsWith('{"table":"member",') ? same.replace(/"user_id":(?:"[^"]*"|null)/, '"user_id":?') : same;
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aanhouder-export-back-'));
  full = await aFullWorkspace(house());
  await everyTableFilled(full);
  await stopWaitingMail(full.workspace);
  // What people wrote, as a list of people reads it back.
  await full.workspace.anOpportunity({ title: 'a\tb\\c\r\n"d" 🚢 שלום', value: 123_456_789_012 });
  text = await exported(house(), 'all.jsonl', full.workspace.id);
  await empty().aWorkspace();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Rows of the tables that the full workspace leaves empty; an image carries the workspace, as those for undo may. */
async function everyTableFilled({ workspace, records }: FullWorkspace): Promise<void> {
  const image = JSON.stringify({ workspace_id: workspace.id, note: `"workspace_id": "${workspace.id.slice(1)}"` });
  const rows: [table: string, columns: string, values: unknown[]][] = [
    ['team', 'id, name', ['00000000-0000-7000-8000-000000000001', 'Noord']],
    [
      'permission_override',
      'id, person_id, member_id, channel, purpose, rule_id, ruleset_version, reason',
      [records.tag.id, records.person.id, workspace.memberId, 'call', 'promo', 'rule', '1', 'ze belden zelf terug'],
    ],
    [
      'import_touched',
      'import_id, person_id, before, version_after',
      [records.committed.id, records.person.id, image, 1],
    ],
    [
      'import_changed',
      'import_id, opportunity_id, before, version_after',
      [records.committed.id, records.opportunity.id, image, 1],
    ],
    ['not_duplicate', 'first_id, second_id', [records.person.id, records.otherPerson.id].toSorted()],
    ['person_tag', 'person_id, tag_id', [records.person.id, records.tag.id]],
    ['push_choice', 'member_id, names', [workspace.memberId, true]],
    [
      'mail_choice',
      'id, member_id, per_day, signature',
      ['00000000-0000-7000-8000-000000000003', workspace.memberId, 100, 'Groet,\nAnna'],
    ],
    [
      'mail_template',
      'id, language, form, step, subject, body',
      ['00000000-0000-7000-8000-000000000005', 'nl', 'u', 3, 'Waar zit u mee?', 'Geachte {{naam}},\n\n…'],
    ],
    [
      'outbox',
      'id, cause, kind, purpose, person_id, to_address, subject, text, state, send_after, ended_at',
      [
        '00000000-0000-7000-8000-000000000004',
        'lesson:1',
        'promotional',
        'bulk',
        records.person.id,
        'bram@example.com',
        'Les 1',
        'Beste Bram,\n\n"…"',
        'sent',
        '2026-11-02T09:00:00Z',
        '2026-11-02T09:00:01Z',
      ],
    ],
    ['hold', 'id, person_id, before', [records.erasing.id, records.erasing.id, image]],
    [
      'lesson_progress',
      'id, subscriber_id, number, sent_at, names',
      [records.tip.id, records.subscriber.id, 1, '2026-11-24T09:00:00Z', '[{"name":"Eva","keen":"een oven"}]'],
    ],
    [
      'contact_request',
      'id, name, message, language, created_at',
      [records.tip.id, 'Rik', 'Kan dit\nook?', 'nl', '2026-11-24T09:00:00Z'],
    ],
    ['erasure', 'id, erased_on', ['00000000-0000-7000-8000-000000000002', '2026-11-01']],
  ];
  await withClient({ ...house().clone.superuser, database: house().clone.name }, async (client) => {
    for (const [table, columns, values] of rows) {
      const places = values.map((_, i) => `$${i + 2}`).join(', ');
      await client.query(
        `insert into ${table} (workspace_id, ${columns}) values ($1, ${places}) on conflict do nothing`,
        [workspace.id, ...values],
      );
    }
  });
}

test('every record of every table comes back, and verifies', async () => {
  const { counts } = JSON.parse(text.split('\n')[0] ?? '');
  expect(exportedTables.filter(({ name }) => counts[name] === 0).map(({ name }) => name)).toEqual([]);
  await inNewHouse(async (other, owner) => {
    const { code, out, said } = await run(other, 'restore', 'all.jsonl');
    expect(code, said + out).toBe(0);
    expect(out).toMatch(/ 1 workspace: no difference$/);
    const again = await exported(other, 'again.jsonl', owner.id);
    expect(comparable(again)).toEqual(comparable(text));
    expect(again).not.toContain(full.workspace.id);
  });
});

test('mail that waited when the export was made may have gone since: putting it back sends nothing', async () => {
  const one = await house().aWorkspace();
  await queueFor(one);
  await exported(house(), 'waiting.jsonl', one.id);
  await inNewHouse(async (other, owner) => {
    expect(await run(other, 'restore', 'waiting.jsonl')).toMatchObject({ code: 0 });
    expect(await outboxOf(owner)).toMatchObject([{ state: 'uncertain', reason: 'restored' }]);
  });
});

test('what a hundred random sequences of commands left comes back too', async () => {
  const before = await workspaceIds(house().databases.auth);
  expect(await runHundred(house(), 7)).toBeNull();
  const [id = ''] = (await workspaceIds(house().databases.auth)).filter((one) => !before.includes(one));
  const content = await exported(house(), 'sequences.jsonl', id);
  await inNewHouse(async (other, owner) => {
    const { code, out, said } = await run(other, 'restore', 'sequences.jsonl');
    expect(code, said + out).toBe(0);
    expect(comparable(await exported(other, 'again.jsonl', owner.id))).toEqual(comparable(content));
  });
});

describe('whoever comes back', () => {
  test('signs in with the new password as the owner of before, finds people, and goes on', async () => {
    await inNewHouse(async (other, owner) => {
      const { said } = await run(other, 'restore', 'all.jsonl');
      expect(said).toContain(`now Anna ${full.mark}`);
      const entered = await other.api(null).post('/sign-in', { email: 'new@example.com', password });
      expect(entered.body.member).toMatchObject({ name: `Anna ${full.mark}`, role: 'owner' });
      // The token of before the restore is of the same owner.
      const found = await owner.api.get('/persons?q=bram');
      expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([full.records.person.id]);
      await owner.aMoment(full.records.opportunity.id, { outcome: 'spoke' });
      expect(await differencesIn(owner.context)).toEqual([]);
    });
  });

  test('is told who else signed in; `member add` gives them theirs, with what they did', async () => {
    await inNewHouse(async (other) => {
      const { said } = await run(other, 'restore', 'all.jsonl');
      expect(said).toContain(`Without a sign-in yet: Daan ${full.mark}, Vera ${full.mark}.`);
      const asked = ['--email', 'daan@example.com', '--role', 'seller', '--password', password];
      const added = await run(other, 'member', 'add', '--name', `Daan ${full.mark}`, ...asked);
      expect(added).toMatchObject({ code: 0, said: expect.stringContaining('what they did stays theirs') });
      const entered = await other.api(null).post('/sign-in', { email: 'daan@example.com', password });
      expect(entered.body.member).toMatchObject({ id: full.records.colleague.id, shareMirror: true });
      // Somebody of the same name after that is somebody else.
      const more = ['--email', 'daan2@example.com', '--role', 'seller', '--password', password];
      expect((await run(other, 'member', 'add', '--name', `Daan ${full.mark}`, ...more)).said).not.toContain('theirs');
    });
  });

  test('also when it was cut off between its two commits: the same command puts the sign-in right', async () => {
    await inNewHouse(async (other, owner) => {
      await run(other, 'restore', 'all.jsonl');
      for (const table of ['auth.membership', 'auth.token'] as const)
        await other.databases.auth.updateTable(table).set({ member_id: owner.memberId }).execute();
      expect((await owner.api.get('/me')).status).not.toBe(200);
      expect((await run(other, 'restore', 'all.jsonl')).said).toContain('already_set_up');
      expect((await owner.api.get('/me')).body.member).toMatchObject({ name: `Anna ${full.mark}` });
    });
  });

  test('who is in the ledger beside the file stays erased', async () => {
    const person = full.records.toClear.id;
    const place = at('data');
    await mkdir(place);
    await addToLedger(place, [{ workspace: full.workspace.id, person, on: '2026-11-20' }]);
    await inNewHouse(async (other, owner) => {
      const { code, said } = await runOn(other, ['restore', 'all.jsonl'], { cwd: folder, dataFolder: place });
      expect(code, said).toBe(0);
      expect(said).toContain('Erased again, as they were erased after this export: 1 person.');
      expect(await exported(other, 'again.jsonl', owner.id)).not.toContain(`opa ${full.mark}`);
      expect(await differencesIn(owner.context)).toEqual([]);
    });
    await rm(place, { recursive: true, force: true });
  });
});

/** With the checksum that fits again, so that only what was changed is wrong. */
function rehashed(content: string): string {
  const body = content.slice(0, content.lastIndexOf('{"sha256"'));
  return `${body}${JSON.stringify({ sha256: createHash('sha256').update(body).digest('hex') })}\n`;
}
const withoutLine = (content: string, start: string) =>
  content
    .split('\n')
    .filter((line) => !line.startsWith(start))
    .join('\n');

describe('a file that cannot be put back says why and what to do, and changes nothing', () => {
  test.each<[string, () => string, RegExp]>([
    ['cut off', () => text.slice(0, text.length >> 1), /cut off.*make it again/],
    ['cut off between two records', () => text.slice(0, text.lastIndexOf('{"table":"moment"')), /cut off/],
    ['cut off before its checksum', () => text.slice(0, text.lastIndexOf('{"sha256"')), /cut off/],
    ['damaged', () => text.replace('Bakkerij', 'Bekkerij'), /damaged.*make it again/],
    ['with another checksum', () => text.replace(/"sha256":"\w{4}/, '"sha256":"0000'), /damaged/],
    ['longer than it was', () => `${text}{}\n`, /damaged/],
    ['with a record less', () => rehashed(withoutLine(text, '{"table":"need"')), /damaged.*counts/],
    ['of a newer format', () => rehashed(text.replace('"format":1,', '"format":2,')), /newer Aanhouder.*that version/],
    ['of newer tables', () => rehashed(text.replace(/"schema":\d+/, '"schema":99')), /newer Aanhouder.*that version/],
    ['of older tables', () => rehashed(text.replace(/"schema":\d+/, '"schema":1')), /older Aanhouder.*up to date/],
    [
      'with an unknown table',
      () =>
        rehashed(
          text
            .replace(/"counts":\{/, '"counts":{"spaceship":1,')
            .replace('{"table":"team"', '{"table":"spaceship","id":1}\n{"table":"team"'),
        ),
      /holds spaceship.*version that made it/,
    ],
    [
      'with an unknown field',
      () => rehashed(text.replace('{"table":"team",', '{"table":"team","colour":"red",')),
      /team\.colour/,
    ],
    [
      'with a record that breaks a rule',
      () => rehashed(text.replace('"state":"open","stop_kind":null', '"state":"stopped","stop_kind":null')),
      /opportunity that breaks a rule/,
    ],
    ['without an owner', () => rehashed(text.replaceAll('"role":"owner"', '"role":"seller"')), /no owner/],
    ['a list of people', () => 'name,email\nIda,ida@example.com\n', /no backup of Aanhouder, and no export.*`import`/],
  ])('%s', async (name, content, said) => {
    const file = `${name}.jsonl`;
    expect(content()).not.toBe(text);
    await writeFile(at(file), content());
    const before = await snapshotOf(empty().clone);
    expect(await run(empty(), 'restore', file)).toMatchObject({ code: 1, out: '', said: expect.stringMatching(said) });
    expect(await snapshotOf(empty().clone)).toEqual(before);
  });

  test('and --replace, which is for a backup', async () => {
    const before = await snapshotOf(empty().clone);
    expect(await run(empty(), 'restore', 'all.jsonl', '--replace')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/is for a backup.*leave the option away/),
    });
    expect(await snapshotOf(empty().clone)).toEqual(before);
  });
});

describe('where there is more than an owner nothing is put', () => {
  test.each<[string, (owner: Workspace, other: House) => Promise<unknown>, RegExp]>([
    ['a person', (owner) => owner.api.post('/persons', { name: 'Ida' }), /data already \(.*person.*another-folder/],
    ['a day off', (owner) => owner.api.post('/days-off', { fromOn: '2026-12-24', untilOn: '2026-12-31' }), /day_off/],
    ['a colleague', (owner, other) => other.aMember(owner, 'seller'), /\(member\)/],
    ['another company', (_, other) => other.aWorkspace(), /several companies/],
  ])('%s', async (_, make, said) => {
    await inNewHouse(async (other, owner) => {
      await make(owner, other);
      const before = await snapshotOf(other.clone);
      const answer = await run(other, 'restore', 'all.jsonl');
      expect(answer).toMatchObject({ code: 1, out: '', said: expect.stringMatching(said) });
      expect(await snapshotOf(other.clone)).toEqual(before);
    });
  });

  test('and before the setup there is nowhere to put it', async () => {
    const other = await openHouse();
    expect(await run(other, 'restore', 'all.jsonl')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/no company yet.*setup/),
    });
    await other.close();
  });
});
