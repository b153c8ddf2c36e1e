import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Import } from '#contract/import';
import { upload, worked } from '#tests/support/bring-file';
import { differencesIn } from '#tests/support/counter-check';
import { fixturePath, hasSharedData, sharedPath } from '#tests/support/shared-data';
import { useHouse } from '#tests/support/use-house';

/*
 * Files that are known to be difficult (CSV acid tests, cards as phones and mail programs write them) through the door of the wizard:
 * each comes in, or is refused with its reason; nothing crashes, and nothing stays half-way.
 */
const house = useHouse();

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => /\.(?:csv|tsv|vcf)$/.test(name)).map((name) => `${folder}/${name}`);
}

const here = await filesIn(fixturePath('files'));
const whole = hasSharedData
  ? [...(await filesIn(sharedPath('csv-messy'))), ...(await filesIn(sharedPath('vcard')))]
  : [];

async function bring(path: string): Promise<void> {
  const workspace = await house().aWorkspace();
  const { api } = workspace;
  const answer = await upload(api, basename(path), await readFile(path));
  if (answer.status !== 201) {
    expect(answer.body).toMatchObject({ status: 422, code: 'file_unreadable', at: basename(path) });
    expect(answer.body.facts.reason).toMatch(/^\w+$/);
    expect((await api.get('/imports')).body.items).toEqual([]);
    return;
  }
  const proposal: Import = answer.body;
  const understood = proposal.columns.some(({ field }) => field !== null);
  const wished = { notWon: 'open' as const, readNotes: true };
  if (!understood) {
    const refusal = await api.post(`/imports/${proposal.id}/check`, wished);
    expect(refusal.body).toMatchObject({ status: 422, code: 'mapping_invalid', at: 'fields' });
    expect((await api.get(`/imports/${proposal.id}`)).body).toEqual(proposal);
  }
  // Then the user says what the first column is.
  const choices = understood ? wished : { ...wished, fields: { 0: 'name' } };
  const checked = await worked(api, proposal.id, 'check', choices);
  const committed = await worked(api, proposal.id, 'commit', choices);
  expect([checked.status, committed.status]).toEqual(['checked', 'committed']);
  expect(committed.counts).toEqual(checked.counts);
  expect(committed.rejected).toEqual(checked.rejected);
  const { created = 0, updated = 0, skipped = 0, rejected = 0 } = committed.counts ?? {};
  expect(created + updated + skipped + rejected).toBe(proposal.rows);
  // Up to a hundred rows of a group are named.
  const told = committed.rejected.filter(({ kept }) => !kept).flatMap(({ rows }) => rows.map(({ row }) => row));
  expect(new Set(told).size).toBeGreaterThanOrEqual(Math.min(rejected, 100));
  expect(await differencesIn(workspace.context)).toEqual([]);
  const again = await upload(api, basename(path), await readFile(path));
  expect((await worked(api, again.body.id, 'commit', choices)).counts).toMatchObject({ created: 0, updated: 0 });
}

describe('a difficult file comes in, or is refused with its reason', () => {
  test.each(here.map((path) => [path.slice(fixturePath('files').length + 1), path]))('%s', (_, path) => bring(path));
});

// Where ../shared/data is beside the checkout: the fixtures are copies of these with other people in them, some cut short.
describe.skipIf(whole.length === 0)('and so does each of the sample data', () => {
  test.each(whole.map((path) => [path.slice(sharedPath('').length), path]))('%s', (_, path) => bring(path));
});
