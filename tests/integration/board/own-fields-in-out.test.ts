import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportToFolder } from '#usecases/export/export-workspace';
import { differencesIn } from '#tests/support/counter-check';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

test('a column is mapped on an own field, comes in as its kind, is undone with the import, and goes out in the lists', async () => {
  const workspace = await house().aWorkspace();
  const { api } = workspace;
  const fields = [
    { of: 'person', kind: 'text', name: 'Klantnummer' },
    { of: 'opportunity', kind: 'number', name: 'Stoelen' },
    { of: 'opportunity', kind: 'choice', name: 'Soort', choices: [{ name: 'Bakker' }] },
  ];
  const [number, chairs, kind] = (await api.put('/fields', { version: 1, fields })).body.items;
  const text = 'name,email,nr,stoelen,soort\nIda,ida@example.com,K-1,12,bakker\nJan,jan@example.com,K-2,veel,\n';
  const { body: file } = await api.post('/imports', { text });
  const mapped = { '2': `own:${number.id}`, '3': `own:${chairs.id}`, '4': `own:${kind.id}` };
  const wrong = { fields: { '2': 'own:nothing' }, notWon: 'open' };
  expect((await api.post(`/imports/${file.id}/check`, wrong)).body).toMatchObject({ code: 'mapping_invalid' });
  const committed = await api.post(`/imports/${file.id}/commit`, { fields: mapped, notWon: 'open' });
  expect(committed.status, committed.text).toBeLessThan(300);
  const { body: done } = await api.get(`/imports/${file.id}`);
  expect(done.status, JSON.stringify(done.failure)).toBe('committed');
  expect(done.rejected).toMatchObject([{ code: 'own_field_unreadable', kept: true, count: 1 }]);
  const { items } = (await api.get('/opportunities?state=open&sort=name')).body;
  expect(items.map((one: { custom: object }) => one.custom)).toEqual([
    { [chairs.id]: 12, [kind.id]: kind.choices[0].id },
    {},
  ]);
  expect((await api.get(`/persons/${items[1].person.id}`)).body.person.custom).toEqual({ [number.id]: 'K-2' });
  expect(await differencesIn(workspace.context)).toEqual([]);

  const folder = await mkdtemp(join(tmpdir(), 'aanhouder-own-'));
  await exportToFolder(workspace.context, folder, () => {});
  const opportunities = await readFile(join(folder, 'opportunities.csv'), 'utf8');
  expect(opportunities.split('\n')[0]).toContain(',Stoelen,Soort');
  expect(opportunities).toContain(',12,Bakker');
  expect(await readFile(join(folder, 'persons.csv'), 'utf8')).toContain('K-1');
  await rm(folder, { recursive: true });

  await api.post(`/imports/${file.id}/undo`, {});
  expect(await differencesIn(workspace.context)).toEqual([]);
});
