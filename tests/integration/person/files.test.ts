import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { mostFileBytes } from '#contract/person-file';
import { findFile } from '#db/person-file';
import { inWorkspace } from '#db/transaction';
import { addFile, forgetOldFiles } from '#usecases/person/files';
import type { Api } from '#tests/support/client';
import { useHouse } from '#tests/support/use-house';

/* Files of a person. The clock stands at Tuesday 24 November 2026. */
const house = useHouse();

const asBytes = { 'content-type': 'application/octet-stream' };
const add = (api: Api, personId: string, name: string, bytes: Buffer, more = '') =>
  api.post(`/persons/${personId}/files?name=${encodeURIComponent(name)}${more}`, bytes, asBytes);
const namesOf = async (api: Api, personId: string): Promise<string[]> =>
  (await api.get(`/persons/${personId}`)).body.files.map((file: { name: string }) => file.name);
/** Not the same byte twice in a row, and no whole number of parts. */
const patterned = (size: number) => Buffer.from(Array.from({ length: size }, (_, i) => (i * 31 + (i >> 8)) % 256));

test('a file comes in, is listed with its size, and goes out as it was: saved, never shown', async () => {
  const { api, aPerson } = await house().aWorkspace({ name: 'Anna' });
  const { id } = await aPerson();
  const bytes = patterned(700_001);
  const made = await add(api, id, 'Offerte “keuken”.pdf', bytes);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    name: 'Offerte “keuken”.pdf',
    size: 700_001,
    member: 'Anna',
    mailId: null,
    kept: true,
  });
  expect((await api.get(`/persons/${id}`)).body.files).toEqual([made.body]);
  expect((await (await house().aWorkspace()).api.get(`/persons/${id}/files/${made.body.id}`)).status).toBe(404);
  const got = await api.get(`/persons/${id}/files/${made.body.id}`);
  expect(got.status).toBe(200);
  expect(got.headers['content-type']).toBe('application/octet-stream');
  expect(got.headers['content-length']).toBe('700001');
  expect(got.headers['x-content-type-options']).toBe('nosniff');
  expect(got.headers['content-disposition']).toMatch(
    /^attachment; filename="Offerte _keuken_\.pdf"; filename\*=UTF-8''/,
  );
  expect(got.bytes.equals(bytes)).toBe(true);
});

test('what is sent twice comes in once, and an empty file is one too', async () => {
  const { api, aPerson } = await house().aWorkspace();
  const { id } = await aPerson();
  const clientId = '01980000-0000-7000-8000-000000000001';
  const first = await add(api, id, 'leeg.txt', Buffer.alloc(0), `&clientId=${clientId}`);
  const again = await add(api, id, 'leeg.txt', Buffer.alloc(0), `&clientId=${clientId}`);
  expect(again.body).toEqual(first.body);
  expect(first.body).toMatchObject({ id: clientId, size: 0 });
  expect(await namesOf(api, id)).toEqual(['leeg.txt']);
});

test('taken away, and had back; a day later its bytes are gone', async () => {
  const { api, aPerson, context } = await house().aWorkspace();
  const { id } = await aPerson();
  const { body: file } = await add(api, id, 'foto.jpg', patterned(10));
  const path = `/persons/${id}/files/${file.id}`;
  const removed = await api.delete(path);
  expect(await namesOf(api, id)).toEqual([]);
  expect((await api.get(path)).status).toBe(404);
  expect((await api.delete(path)).status).toBe(404);
  expect((await api.post(`/changes/${removed.body.changeId}/undo`)).status).toBe(200);
  expect(await namesOf(api, id)).toEqual(['foto.jpg']);
  await api.delete(path);
  const there = () => inWorkspace(context.databases, context.actor.workspaceId, (tx) => findFile(tx, file.id));
  await forgetOldFiles(context, context.actor.workspaceId);
  expect(await there()).toBeDefined();
  const later = new Date(context.now().getTime() + 26 * 3_600_000);
  await forgetOldFiles({ ...context, now: () => later }, context.actor.workspaceId);
  expect(await there()).toBeUndefined();
});

test('too large, too many, unknown and restricted are refused with the place and the cure, and leave nothing', async () => {
  const { api, aPerson, context } = await house().aWorkspace();
  const { id } = await aPerson();
  const large = await add(api, id, 'film.mp4', Buffer.alloc(mostFileBytes + 1));
  expect([large.status, large.body.code, large.body.at]).toEqual([413, 'file_too_large', 'file']);
  expect(large.body.detail).toContain('20 MB');
  expect(await namesOf(api, id)).toEqual([]);
  expect((await add(api, '01980000-0000-7000-8000-00000000dead', 'x', Buffer.alloc(1))).status).toBe(404);
  // Breaks off halfway: nothing of it stays.
  const broken = Readable.from(
    (function* () {
      yield patterned(300_000);
      throw new Error('the line went dead');
    })(),
  );
  const clientId = '01980000-0000-7000-8000-000000000002';
  await expect(addFile(context, id, { name: 'half.pdf', clientId }, broken)).rejects.toThrow('the line went dead');
  expect(
    await inWorkspace(context.databases, context.actor.workspaceId, (tx) => findFile(tx, clientId)),
  ).toBeUndefined();
  await Promise.all(Array.from({ length: 200 }, (_, i) => add(api, id, `${i}.txt`, Buffer.from('x'))));
  const full = await add(api, id, 'nog een.txt', Buffer.from('x'));
  expect([full.status, full.body.code, full.body.at]).toEqual([409, 'files_full', 'person']);
  const other = await aPerson();
  const { body: kept } = await add(api, other.id, 'a.txt', Buffer.from('x'));
  await api.post(`/persons/${other.id}/restrict`, {});
  expect((await add(api, other.id, 'b.txt', Buffer.from('x'))).body.code).toBe('person_restricted');
  expect((await api.delete(`/persons/${other.id}/files/${kept.id}`)).body.code).toBe('person_restricted');
  expect((await api.get(`/persons/${other.id}/files/${kept.id}`)).status).toBe(200);
});

test('a merge takes files along, and its undo gives them back', async () => {
  const { api, aPerson } = await house().aWorkspace();
  const [one, other] = [await aPerson(), await aPerson()];
  await add(api, other.id, 'van de ander.pdf', patterned(5));
  const merged = await api.post(`/persons/${one.id}/merge`, { otherId: other.id });
  expect(await namesOf(api, one.id)).toEqual(['van de ander.pdf']);
  expect((await api.post(`/changes/${merged.body.changeId}/undo`)).status).toBe(200);
  expect([await namesOf(api, one.id), await namesOf(api, other.id)]).toEqual([[], ['van de ander.pdf']]);
});
