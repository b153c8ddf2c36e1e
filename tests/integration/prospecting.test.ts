import { describe, expect, test } from 'vitest';
import type { Workspace } from '#tests/support/house';
import { differencesIn } from '#tests/support/counter-check';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

const start = async ({ api }: Pick<Workspace, 'api'>) => (await api.post('/prospecting')).body;
const acquisition = async ({ api }: Pick<Workspace, 'api'>) => (await api.get('/figures')).body.acquisition;

describe('the timer of looking for new prospects', () => {
  test('counts the minutes and the opportunities made meanwhile, and new prospects cost what it says', async () => {
    const workspace = await house().aWorkspace();
    await workspace.anOpportunity();
    house().setNow('2026-11-24T10:00:00Z');
    const { prospecting } = await start(workspace);
    expect(prospecting).toMatchObject({
      startedAt: '2026-11-24T10:00:00.000Z',
      endedAt: null,
      made: 0,
      forgotten: false,
    });
    house().setNow('2026-11-24T10:30:00Z');
    await workspace.anOpportunity();
    await workspace.anOpportunity();
    expect((await workspace.api.get('/prospecting')).body.running).toMatchObject({ id: prospecting.id, made: 2 });
    house().setNow('2026-11-24T11:10:00Z');
    const before = (await workspace.api.get('/figures')).body.newPerMinute;
    const { body } = await workspace.api.post(`/prospecting/${prospecting.id}/stop`);
    expect(body.prospecting).toMatchObject({ minutes: 70, found: 2, capped: false });
    // (10 × 45 + 70) / (10 + 2)
    expect(await acquisition(workspace)).toEqual({ minutes: 43, setting: 45, own: 2, others: 0, spent: 70 });
    expect((await workspace.api.get('/figures')).body.newPerMinute).toBeGreaterThan(before);
    expect(await differencesIn(workspace.context)).toEqual([]);
    house().setNow('2026-11-24T09:00:00Z');
  });

  test('takes what one says instead, then and afterwards, and each is undone in turn', async () => {
    const workspace = await house().aWorkspace();
    const { prospecting, changeId } = await start(workspace);
    const stop = await workspace.api.post(`/prospecting/${prospecting.id}/stop`, { minutes: 100, found: 1 });
    const corrected = await workspace.api.patch(`/prospecting/${prospecting.id}`, {
      version: stop.body.prospecting.version,
      found: 4,
    });
    expect(await acquisition(workspace)).toMatchObject({ own: 4, spent: 100, minutes: Math.round(550 / 14) });
    await workspace.api.post(`/changes/${corrected.body.changeId}/undo`);
    expect(await acquisition(workspace)).toMatchObject({ own: 1, spent: 100 });
    // The version went on: what came before the correction is undone no more by its own, as everywhere.
    expect((await workspace.api.post(`/changes/${stop.body.changeId}/undo`)).body.code).toBe('built_upon');
    expect((await workspace.api.post(`/changes/${changeId}/undo`)).body.code).toBe('built_upon');
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('runs again after the stop was undone, unless another one runs', async () => {
    const workspace = await house().aWorkspace();
    const first = await start(workspace);
    const stop = await workspace.api.post(`/prospecting/${first.prospecting.id}/stop`);
    await workspace.api.post(`/changes/${stop.body.changeId}/undo`);
    expect((await workspace.api.get('/prospecting')).body.running.id).toBe(first.prospecting.id);
    const again = await workspace.api.post(`/prospecting/${first.prospecting.id}/stop`);
    const second = await start(workspace);
    expect((await workspace.api.post(`/changes/${again.body.changeId}/undo`)).body.code).toBe('built_upon');
    expect((await workspace.api.get('/prospecting')).body.running.id).toBe(second.prospecting.id);
    expect(await differencesIn(workspace.context)).toEqual([]);
  });

  test('runs once a member: a second start gives the one that runs', async () => {
    const workspace = await house().aWorkspace();
    const first = await start(workspace);
    const [second, third] = await Promise.all([start(workspace), start(workspace)]);
    expect(second).toMatchObject({ prospecting: { id: first.prospecting.id }, changeId: null });
    expect(third.prospecting.id).toBe(first.prospecting.id);
    const colleague = await house().aMember(workspace, 'seller');
    expect((await start(colleague)).prospecting.id).not.toBe(first.prospecting.id);
    expect((await colleague.api.post(`/prospecting/${first.prospecting.id}/stop`)).body.code).toBe('not_found');
    const stop = await workspace.api.post(`/prospecting/${first.prospecting.id}/stop`);
    expect(stop.status).toBe(200);
    expect((await workspace.api.post(`/prospecting/${first.prospecting.id}/stop`)).body.code).toBe(
      'prospecting_not_running',
    );
  });

  test('the same stop sent twice counts once', async () => {
    const workspace = await house().aWorkspace();
    const { prospecting } = await start(workspace);
    const send = () =>
      workspace.api.post(
        `/prospecting/${prospecting.id}/stop`,
        { minutes: 20, found: 1 },
        { 'idempotency-key': 'stop-1' },
      );
    expect((await send()).body).toEqual((await send()).body);
    expect(await acquisition(workspace)).toMatchObject({ own: 1, spent: 20 });
  });

  test('that was forgotten is cut off, and counts once one said how long it was', async () => {
    const workspace = await house().aWorkspace();
    const { prospecting } = await start(workspace);
    house().setNow('2026-11-25T08:00:00Z');
    expect((await workspace.api.get('/prospecting')).body.running).toMatchObject({ forgotten: true });
    const { body } = await workspace.api.post(`/prospecting/${prospecting.id}/stop`);
    expect(body.prospecting).toMatchObject({ minutes: 240, capped: true });
    expect(await acquisition(workspace)).toMatchObject({ minutes: 45, spent: 0 });
    const said = await workspace.api.patch(`/prospecting/${prospecting.id}`, {
      version: body.prospecting.version,
      minutes: 60,
      found: 3,
    });
    expect(said.body.prospecting).toMatchObject({ minutes: 60, capped: false });
    expect(await acquisition(workspace)).toMatchObject({ own: 3, spent: 60 });
    expect(await differencesIn(workspace.context)).toEqual([]);
    house().setNow('2026-11-24T09:00:00Z');
  });

  test('thrown away counts no more, and comes back when that is undone', async () => {
    const workspace = await house().aWorkspace();
    const { prospecting } = await start(workspace);
    await workspace.api.post(`/prospecting/${prospecting.id}/stop`, { minutes: 30, found: 1 });
    const gone = await workspace.api.delete(`/prospecting/${prospecting.id}`);
    expect(await acquisition(workspace)).toMatchObject({ own: 0, spent: 0 });
    expect((await workspace.api.get('/prospecting')).body.items).toEqual([]);
    expect((await workspace.api.post(`/changes/${gone.body.changeId}/undo`)).status).toBe(200);
    expect(await acquisition(workspace)).toMatchObject({ own: 1, spent: 30 });
    expect(await differencesIn(workspace.context)).toEqual([]);
  });
});
