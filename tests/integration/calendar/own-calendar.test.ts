import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCalendars } from '#jobs/read-calendars';
import type { JobWorld } from '#jobs/job';
import { openEgress } from '#mail/egress/egress';
import { openVault } from '#usecases/secret/vault';
import { everywhereInText } from '#tests/support/everywhere-in-text';
import { openHouse, type House, type Workspace } from '#tests/support/house';
import { startCalendarServer, type CalendarServer } from '#tests/support/radicale';

let radicale: CalendarServer;
let web: Server;
let webUrl = '';
let page = { status: 200, body: '' };
let opened: House;
const house = () => opened;

beforeAll(async () => {
  radicale = await startCalendarServer();
  web = createServer(
    (_, answer) => void answer.writeHead(page.status, { 'content-type': 'text/calendar' }).end(page.body),
  );
  web.listen(0, '127.0.0.1');
  await once(web, 'listening');
  const address = web.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  webUrl = `http://127.0.0.1:${port}`;
  const egress = openEgress([radicale.host, `127.0.0.1:${port}`, 'gone.invalid']);
  opened = await openHouse({ outside: { egress, vault: openVault(['only for tests, and long enough to be one']) } });
});
afterAll(async () => {
  await opened?.close();
  web.close();
  await radicale.stop();
});

const event = (uid: string, lines: string) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//t//t//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20261101T000000Z',
    ...lines.split('\n'),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const amsterdam = (from: string, until: string) =>
  `DTSTART;TZID=Europe/Amsterdam:${from}\nDTEND;TZID=Europe/Amsterdam:${until}`;

const connect = (workspace: Workspace, wish: object) => workspace.api.put('/calendar/connection', wish);
const account = () => ({
  kind: 'caldav',
  address: `${radicale.url}/`,
  userName: radicale.user,
  password: radicale.password,
});
const today = async ({ api }: Workspace) => (await api.get('/calendar/today')).body;

describe('a calendar server (CalDAV)', () => {
  let work: string;
  beforeAll(async () => {
    work = await radicale.calendar('work');
    const home = await radicale.calendar('home');
    await radicale.put(
      work,
      'a',
      event('a', `SUMMARY:Offerte bespreken\n${amsterdam('20261124T110000', '20261124T123000')}`),
    );
    await radicale.put(work, 'b', event('b', `SUMMARY:Lunch\n${amsterdam('20261124T120000', '20261124T130000')}`));
    await radicale.put(
      work,
      'free',
      event('free', `SUMMARY:Reistijd\nTRANSP:TRANSPARENT\n${amsterdam('20261124T140000', '20261124T150000')}`),
    );
    await radicale.put(
      home,
      'weekly',
      event('weekly', `SUMMARY:Dansles\nRRULE:FREQ=WEEKLY\n${amsterdam('20260901T160000', '20260901T163000')}`),
    );
    await radicale.put(
      home,
      'off',
      event('off', `SUMMARY:Afgelast\nSTATUS:CANCELLED\n${amsterdam('20261124T150000', '20261124T160000')}`),
    );
  });

  test('is found from its address alone, read, and says how much of today is free', async () => {
    house().setNow('2026-11-24T09:00:00Z');
    const workspace = await house().aWorkspace({ email: 'anna@example.com' });
    const connected = await connect(workspace, account());
    expect(connected.status, connected.text).toBe(200);
    expect(connected.body).toMatchObject({
      kind: 'caldav',
      calendars: 2,
      step: 'events',
      error: null,
      userName: radicale.user,
      leftOut: 0,
    });
    expect(connected.text).not.toContain(radicale.password);
    // 10:00 to 17:00, without 11:00 to 13:00 and 16:00 to 16:30.
    expect((await today(workspace)).free).toEqual({ minutes: 270, until: '17:00' });
    expect((await workspace.api.get('/calendar')).body.connection).toEqual(connected.body);
    const changed = await workspace.api.patch('/calendar/connection', { version: 1, dayEndsAt: 18 * 60 });
    expect(changed.body).toMatchObject({ dayEndsAt: 1080, version: 2 });
    expect((await today(workspace)).free).toEqual({ minutes: 330, until: '18:00' });
    expect((await workspace.api.patch('/calendar/connection', { version: 1, dayEndsAt: 900 })).body.code).toBe(
      'version_conflict',
    );
    // The evening says nothing any more, and neither does a calendar that was read yesterday.
    house().setNow('2026-11-24T17:00:00Z');
    expect((await today(workspace)).free).toBeNull();
    house().setNow('2026-11-25T09:00:00Z');
    expect((await today(workspace)).free).toBeNull();
    house().setNow('2026-11-24T09:00:00Z');
  });

  test('its password is kept sealed and stands in no answer, no export and no table', async () => {
    const workspace = await house().aWorkspace();
    await connect(workspace, account());
    for (const path of ['/calendar', '/calendar/today', '/export', '/me', '/settings'])
      expect((await workspace.api.get(path)).text).not.toContain(radicale.password);
    expect(await everywhereInText(house().clone, [radicale.password])).toEqual([]);
  });

  test('is read again by the job when its turn comes, and what was removed there is gone here', async () => {
    const workspace = await house().aWorkspace();
    await connect(workspace, account());
    const before = (await today(workspace)).free;
    await radicale.put(
      work,
      'late',
      event('late', `SUMMARY:Nog iets\n${amsterdam('20261124T140000', '20261124T150000')}`),
    );
    const failed: unknown[] = [];
    const world: JobWorld = {
      databases: house().databases,
      now: house().now,
      newId: house().identity.newId,
      outside: house().identity.outside,
      sendPush: async () => 'sent',
      failed: (_, error) => void failed.push(error),
    };
    const turn = () => readCalendars.run(world, new AbortController().signal);
    await turn();
    expect((await today(workspace)).free).toEqual(before);
    house().setNow('2026-11-24T09:16:00Z');
    await turn();
    expect((await today(workspace)).free.minutes).toBe(before.minutes - 60 - 16);
    await radicale.remove(work, 'late');
    house().setNow('2026-11-24T09:32:00Z');
    await turn();
    expect((await today(workspace)).free.minutes).toBe(before.minutes - 32);
    expect(failed).toEqual([]);
    house().setNow('2026-11-24T09:00:00Z');
  });

  test('a meeting with somebody known asks how it went, by address or by name, until it was told or waved away', async () => {
    const workspace = await house().aWorkspace();
    const byAddress = await workspace.anOpportunity({ person: { name: 'Carla Smit', email: 'carla.smit@example.nl' } });
    await workspace.anOpportunity({ person: { name: 'Jörgen de Wit', phone: '+31612345677' } });
    await workspace.anOpportunity({ person: { name: 'Later Vandaag', email: 'later@example.nl' } });
    await radicale.put(
      work,
      'm1',
      event(
        'm1',
        `SUMMARY:Kennismaking\nATTENDEE:mailto:Carla.Smit@example.nl\n${amsterdam('20261123T140000', '20261123T150000')}`,
      ),
    );
    await radicale.put(
      work,
      'm2',
      event('m2', `SUMMARY:Jorgen de Wit / oven\n${amsterdam('20261124T090000', '20261124T093000')}`),
    );
    await radicale.put(
      work,
      'm3',
      event(
        'm3',
        `SUMMARY:Straks\nATTENDEE:mailto:later@example.nl\n${amsterdam('20261124T153000', '20261124T154500')}`,
      ),
    );
    await radicale.put(
      work,
      'm4',
      event(
        'm4',
        `SUMMARY:Met een ander\nATTENDEE:mailto:stranger@example.nl\n${amsterdam('20261124T080000', '20261124T083000')}`,
      ),
    );
    await connect(workspace, account());
    const { meetings } = await today(workspace);
    expect(meetings.map((one: { person: { name: string } }) => one.person.name)).toEqual([
      'Carla Smit',
      'Jörgen de Wit',
    ]);
    expect(meetings[0]).toMatchObject({ title: 'Kennismaking', on: '2026-11-23', opportunityId: byAddress.id });
    await workspace.aMoment(byAddress.id, { channel: 'meeting', outcome: 'interested' });
    expect((await today(workspace)).meetings).toHaveLength(0 + 1);
    expect((await workspace.api.post(`/calendar/meetings/${meetings[1].id}/settle`)).status).toBe(204);
    expect((await today(workspace)).meetings).toEqual([]);
    await workspace.api.post('/calendar/connection/read');
    expect((await today(workspace)).meetings).toEqual([]);
    // Of a meeting with a stranger nothing is kept but that one was not free.
    expect(await everywhereInText(house().clone, ['met een ander'])).toEqual([]);
    for (const name of ['m1', 'm2', 'm3', 'm4']) await radicale.remove(work, name);
  });

  test('says at which step it stopped, and why; the cure makes it go on', async () => {
    const workspace = await house().aWorkspace();
    const wrong = await connect(workspace, { ...account(), password: 'anders' });
    expect(wrong.body).toMatchObject({ step: 'sign_in', error: 'refused', readAt: null });
    const gone = await connect(workspace, { ...account(), address: 'https://gone.invalid/' });
    expect(gone.body).toMatchObject({ step: 'name', error: 'host_unknown' });
    const inside = await connect(workspace, { ...account(), address: 'https://169.254.169.254/latest/' });
    expect(inside.body).toMatchObject({ step: 'name', error: 'host_inside' });
    const nobody = await connect(workspace, { ...account(), address: webUrl });
    expect(nobody.body).toMatchObject({ error: 'server' });
    for (const address of ['ftp://example.com', 'https://me:secret@example.com', '::'])
      expect((await connect(workspace, { ...account(), address })).status).toBe(400);
    expect((await connect(workspace, account())).body).toMatchObject({ step: 'events', error: null });
    expect((await workspace.api.delete('/calendar/connection')).status).toBe(204);
    expect(await today(workspace)).toEqual({ free: null, meetings: [] });
    expect((await workspace.api.post('/calendar/connection/read')).status).toBe(404);
  });
});

describe('an address of the web', () => {
  const overlap = event('x', `SUMMARY:Geheim overleg\n${amsterdam('20261124T130000', '20261124T170000')}`);

  test('is read, and only its server is ever shown: the address is a key', async () => {
    page = { status: 200, body: overlap };
    const workspace = await house().aWorkspace();
    const { body } = await connect(workspace, { kind: 'ics', address: `${webUrl}/private-5f2a81.ics` });
    expect(body).toMatchObject({ kind: 'ics', address: webUrl, userName: null, error: null });
    expect((await today(workspace)).free).toEqual({ minutes: 180, until: '17:00' });
    expect(await everywhereInText(house().clone, ['5f2a81'])).toEqual([]);
    expect(await everywhereInText(house().clone, ['geheim overleg'])).toEqual([]);
  });

  test.each([
    [404, '', 'not_found'],
    [403, '', 'refused'],
    [500, '', 'server'],
    [200, '<html>Sign in</html>', 'unreadable'],
    [200, 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT', 'unreadable'],
    [200, 'x'.repeat(10_000_001), 'too_large'],
  ])('that answers %s is told in words: %#', async (status, text, error) => {
    page = { status, body: text };
    const workspace = await house().aWorkspace();
    const { body } = await connect(workspace, { kind: 'ics', address: `${webUrl}/c.ics` });
    expect(body).toMatchObject({ error, readAt: null });
  });

  test('what is not understood is left out and counted, and a failure keeps what was read before', async () => {
    page = {
      status: 200,
      body: overlap.replace(
        'END:VCALENDAR',
        'BEGIN:VEVENT\r\nUID:bad\r\nDTSTART:nonsense\r\nEND:VEVENT\r\nEND:VCALENDAR',
      ),
    };
    const workspace = await house().aWorkspace();
    expect((await connect(workspace, { kind: 'ics', address: `${webUrl}/c.ics` })).body).toMatchObject({ leftOut: 1 });
    page = { status: 500, body: '' };
    const again = await workspace.api.post('/calendar/connection/read');
    expect(again.body).toMatchObject({
      error: 'server',
      readAt: '2026-11-24T09:00:00.000Z',
      nextAt: '2026-11-24T09:15:00.000Z',
    });
    expect((await today(workspace)).free.minutes).toBe(180);
    expect((await workspace.api.post('/calendar/connection/read')).body.nextAt).toBe('2026-11-24T09:30:00.000Z');
  });
});

test('a colleague sees nothing of it, and a viewer has none', async () => {
  page = { status: 200, body: event('x', `SUMMARY:x\n${amsterdam('20261124T130000', '20261124T170000')}`) };
  const workspace = await house().aWorkspace();
  await connect(workspace, { kind: 'ics', address: `${webUrl}/c.ics` });
  const colleague = await house().aMember(workspace, 'manager');
  expect((await colleague.api.get('/calendar')).body.connection).toBeNull();
  expect((await colleague.api.get('/calendar/today')).body.free).toBeNull();
  const viewer = await house().aMember(workspace, 'viewer');
  expect((await viewer.api.get('/calendar/today')).status).toBe(403);
});
