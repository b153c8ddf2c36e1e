import { expect, test } from 'vitest';
import type { Import } from '#contract/import';
import { wordsOfImportsFollow } from '#jobs/words-follow';
import { runOnce } from '#jobs/runner';
import { updateImport } from '#db/import';
import { wordsFollow, wordsLaterFrom } from '#usecases/import/words-follow';
import { proposed, worked } from '#tests/support/bring-file';
import type { Api } from '#tests/support/client';
import { asSuperuser } from '#tests/support/clone-database';
import { differencesIn, inside } from '#tests/support/counter-check';
import { startOfTests, type Workspace } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

/* What a long import is found by follows its commit. */
const house = useHouse();

const list = (rows: number): string =>
  [
    'naam;e-mail;organisatie;status;waarde;aantal contacten;notitie',
    ...Array.from(
      { length: rows },
      (_, n) =>
        `Persoon${n} Zoekman${n};p${n}@example.com;Bedrijf ${n % 40};open;100;2;gesproken over zonnepanelen${n % 7}`,
    ),
    '',
  ].join('\n');

async function bring(api: Api, rows: number): Promise<Import> {
  const { id } = await proposed(api, 'lijst.csv', list(rows));
  return worked(api, id, 'commit', { notWon: 'open', basis: 'conversation' });
}

const found = async (api: Api, q: string): Promise<number> =>
  (await api.get(`/persons?q=${encodeURIComponent(q)}`)).body.items.length;
const inNotes = async (api: Api, q: string): Promise<number> => {
  const { body } = await api.get(`/search?q=${encodeURIComponent(q)}`);
  return body.notes.length;
};

/** As a process that was killed right after the commit leaves it. */
async function leftBehind({ context }: Workspace, id: string): Promise<void> {
  await inside(context, (tx) => updateImport(tx, id, { words_due: true }));
  await asSuperuser(
    house().clone,
    async (client) => {
      for (const table of ['person_search', 'search_word', 'text_search', 'text_word'])
        await client.query(`delete from ${table} where workspace_id = $1`, [context.actor.workspaceId]);
    },
    house().clone.name,
  );
}

async function turnOfTheJob(): Promise<void> {
  const { databases, now, identity } = house();
  const failed = (job: string, error: unknown) => {
    throw new Error(`${job} failed`, { cause: error });
  };
  const world = {
    databases,
    now,
    newId: identity.newId,
    failed,
    outside: identity.outside,
    sendPush: async () => 'sent' as const,
  };
  await runOnce(wordsOfImportsFollow, world, new AbortController().signal);
}

test('a long list is found by name, organisation and note once its words followed, and nothing differs', async () => {
  house().setNow(startOfTests);
  const workspace = await house().aWorkspace();
  const committed = await bring(workspace.api, wordsLaterFrom);
  expect(committed.counts).toMatchObject({ created: wordsLaterFrom, persons: wordsLaterFrom });
  expect(committed.wordsFollow).toBe(false);
  expect(await found(workspace.api, 'Zoekman1234')).toBe(1);
  expect(await found(workspace.api, 'p77@example.com')).toBeGreaterThan(0);
  expect(await found(workspace.api, 'Bedrijf 39')).toBeGreaterThan(0);
  expect(await inNotes(workspace.api, 'zonnepanelen3')).toBeGreaterThan(0);
  expect(await differencesIn(workspace.context)).toEqual([]);
});

test('a short list is found at once', async () => {
  house().setNow(startOfTests);
  const workspace = await house().aWorkspace();
  const committed = await bring(workspace.api, 3);
  expect(committed.wordsFollow).toBe(false);
  expect(await found(workspace.api, 'Zoekman2')).toBe(1);
});

test('killed after the commit, a job takes the words in, as they are by then', async () => {
  house().setNow(startOfTests);
  const workspace = await house().aWorkspace();
  const { api, context } = workspace;
  const { id } = await bring(api, 5);
  const [first] = (await api.get('/persons?q=Zoekman1')).body.items;
  await leftBehind(workspace, id);
  expect(await found(api, 'Zoekman2')).toBe(0);
  expect(await differencesIn(context)).toEqual([]);
  const { version } = (await api.get(`/persons/${first.id}`)).body.person;
  expect((await api.patch(`/persons/${first.id}`, { version, name: 'Karel Anders' })).status).toBe(200);
  // Who brought it in may still be busy with it.
  await turnOfTheJob();
  expect(await found(api, 'Zoekman2')).toBe(0);
  house().setNow(new Date(Date.parse(startOfTests) + 120_000));
  await turnOfTheJob();
  expect((await api.get(`/imports/${id}`)).body.wordsFollow).toBe(false);
  expect(await found(api, 'Zoekman2')).toBe(1);
  expect(await found(api, 'Anders')).toBe(1);
  expect(await inNotes(api, 'zonnepanelen3')).toBe(1);
  expect(await differencesIn(context)).toEqual([]);
});

test('an import that is undone before its words came leaves nothing to be found', async () => {
  house().setNow(startOfTests);
  const workspace = await house().aWorkspace();
  const { api, context } = workspace;
  const { id } = await bring(api, 5);
  await leftBehind(workspace, id);
  expect((await api.post(`/imports/${id}/undo`)).status).toBe(200);
  await wordsFollow(context, id);
  expect(await found(api, 'Zoekman2')).toBe(0);
  expect((await api.get(`/imports/${id}`)).body).toMatchObject({ status: 'undone', wordsFollow: false });
  expect(await differencesIn(context)).toEqual([]);
});
