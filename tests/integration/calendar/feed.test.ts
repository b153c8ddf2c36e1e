import ICAL from 'ical.js';
import ical from 'node-ical';
import { describe, expect, test } from 'vitest';
import { withClient } from '#tests/support/clone-database';
import type { Workspace } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

type Read = { status: number; text: string; headers: Readonly<Record<string, unknown>> };

async function aFeed({ api }: Pick<Workspace, 'api'>): Promise<(headers?: Record<string, string>) => Promise<Read>> {
  const made = await api.post('/calendar/feed');
  expect(made.status).toBe(201);
  const { pathname } = new URL(made.body.address);
  return async (headers = {}) => {
    const answer = await house().app.inject({ method: 'GET', url: pathname, headers });
    return { status: answer.statusCode, text: answer.body, headers: answer.headers };
  };
}

type Event = {
  uid: string;
  start: Date;
  end: Date;
  datetype: string;
  summary: string;
  sequence: number;
  status: string;
};

/** As node-ical reads it. */
function eventsOf(text: string): Event[] {
  return Object.values(ical.sync.parseICS(text)).flatMap((part) =>
    part?.type === 'VEVENT'
      ? [
          {
            uid: part.uid,
            start: part.start,
            end: part.end ?? part.start,
            datetype: String(part.datetype),
            summary: String(part.summary),
            sequence: Number(part.sequence),
            status: String(part.status),
          },
        ]
      : [],
  );
}

/** As a second reader has it. */
function readAgain(text: string) {
  const root = new ICAL.Component(ICAL.parse(text));
  return root.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part);
    return {
      uid: event.uid,
      isDate: event.startDate.isDate,
      start: event.startDate.toJSDate(),
      sequence: event.sequence,
    };
  });
}

const plan = async ({ api }: Workspace, id: string, wish: object) => {
  const planned = await api.post(`/opportunities/${id}/plan`, wish);
  expect(planned.status, planned.text).toBe(200);
};

test('a moment of a day is a whole day, an appointment stands at its time, and two independent readers agree', async () => {
  const workspace = await house().aWorkspace();
  const day = await workspace.anOpportunity({
    person: { name: 'Jörgen; "de" Wit', email: 'jorgen@example.nl' },
    title: 'Een lange titel '.repeat(12),
  });
  const timed = await workspace.anOpportunity({ person: { name: 'Carla Smit', phone: '+31612345678' }, held: 4 });
  await plan(workspace, day.id, { on: '2026-12-01', channel: 'call', act: 'Stuur de 🚢 referenties\nen bel' });
  await plan(workspace, timed.id, { on: '2026-12-02', channel: 'meeting', at: '2026-12-02T13:30:00Z' });
  const read = await aFeed(workspace);
  const { status, text, headers } = await read();
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const events = eventsOf(text);
  expect(events).toHaveLength(2);
  const [meeting] = events.filter((event) => event.datetype === 'date-time');
  const [whole] = events.filter((event) => event.datetype === 'date');
  expect(meeting).toMatchObject({
    start: new Date('2026-12-02T13:30:00Z'),
    end: new Date('2026-12-02T14:30:00Z'),
    summary: expect.stringMatching(/: Carla Smit · contact 5$/),
    status: 'CONFIRMED',
  });
  expect(whole?.summary).toBe('Bel: Jörgen; "de" Wit · contact 1');
  // A whole day is a date without zone: read on this machine's clock.
  expect(whole?.start.toLocaleDateString('sv')).toBe('2026-12-01');
  expect(
    readAgain(text)
      .map((event) => [event.uid, event.isDate, event.sequence])
      .toSorted(),
  ).toEqual(events.map((event) => [event.uid, event.datetype === 'date', event.sequence]).toSorted());
});

test('an appointment keeps its id when it moves, counts its changes, and stands called off for a month', async () => {
  const workspace = await house().aWorkspace();
  const { id } = await workspace.anOpportunity();
  await plan(workspace, id, { on: '2026-12-02', channel: 'meeting', at: '2026-12-02T13:30:00Z' });
  const read = await aFeed(workspace);
  const [made] = eventsOf((await read()).text);
  await plan(workspace, id, { on: '2026-12-03', channel: 'video', at: '2026-12-03T09:00:00Z' });
  const [moved] = eventsOf((await read()).text);
  expect(moved).toMatchObject({ uid: made?.uid, start: new Date('2026-12-03T09:00:00Z') });
  expect(moved?.sequence).toBeGreaterThan(made?.sequence ?? 0);
  await plan(workspace, id, { on: '2026-12-04', channel: 'call', at: null });
  const called = eventsOf((await read()).text);
  const off = called.find((event) => event.uid === made?.uid);
  expect(off).toMatchObject({ status: 'CANCELLED' });
  expect(off?.sequence).toBeGreaterThan(moved?.sequence ?? 0);
  expect(called.filter((event) => event.status === 'CONFIRMED')).toHaveLength(1);
  // Taken back: it is the same appointment again.
  await workspace.api.post(`/opportunities/${id}/undo`);
  const back = eventsOf((await read()).text);
  expect(back).toHaveLength(1);
  expect(back[0]).toMatchObject({ uid: made?.uid, status: 'CONFIRMED', start: new Date('2026-12-03T09:00:00Z') });
  expect(back[0]?.sequence).toBeGreaterThan(off?.sequence ?? 0);
  // A month after it was called off it is gone.
  await plan(workspace, id, { on: '2026-12-04', channel: 'call', at: null });
  await withClient({ ...house().clone.superuser, database: house().clone.name }, (client) =>
    client.query(`update appointment set changed_at = '2026-10-01' where opportunity_id = $1`, [id]),
  );
  expect(eventsOf((await read()).text).some((event) => event.uid === made?.uid)).toBe(false);
});

test('what was held stays as it was, and the next one is another', async () => {
  const workspace = await house().aWorkspace();
  const { id } = await workspace.anOpportunity();
  await plan(workspace, id, { on: '2026-11-24', channel: 'meeting', at: '2026-11-24T08:00:00Z' });
  const read = await aFeed(workspace);
  const [held] = eventsOf((await read()).text);
  await workspace.aMoment(id, {
    channel: 'meeting',
    outcome: 'appointment',
    until: '2026-12-10',
    untilAt: '2026-12-10T10:00:00Z',
  });
  const events = eventsOf((await read()).text);
  expect(events).toHaveLength(2);
  expect(events.find((event) => event.uid === held?.uid)).toMatchObject({ status: 'CONFIRMED', start: held?.start });
  expect(events.find((event) => event.uid !== held?.uid)).toMatchObject({ start: new Date('2026-12-10T10:00:00Z') });
});

describe('in the nights in which the clock changes, and in the week that is the 53rd', () => {
  test.each([
    ['2026-10-25', '2026-10-25T00:30:00Z'],
    ['2026-10-25', '2026-10-25T01:30:00Z'],
    ['2027-03-28', '2027-03-28T00:30:00Z'],
    ['2027-03-28', '2027-03-28T01:00:00Z'],
    ['2026-12-31', '2026-12-31T22:59:00Z'],
    ['2027-01-03', '2027-01-03T11:00:00Z'],
  ])('%s: an appointment at %s is read as that instant, and one of the day as that day', async (on, at) => {
    house().setNow(new Date(Date.parse(at) - 5 * 86_400_000));
    const workspace = await house().aWorkspace();
    const timed = await workspace.anOpportunity();
    const whole = await workspace.anOpportunity();
    await plan(workspace, timed.id, { on, channel: 'meeting', at });
    await plan(workspace, whole.id, { on, channel: 'call' });
    const { text } = await (await aFeed(workspace))();
    const events = readAgain(text);
    expect(events.find((event) => !event.isDate)?.start.toISOString()).toBe(new Date(at).toISOString());
    expect(text).toContain(`DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`);
    house().setNow('2026-11-24T09:00:00Z');
  });
});

test('who asks again hears "unchanged", until something changes', async () => {
  const workspace = await house().aWorkspace();
  const { id } = await workspace.anOpportunity();
  const read = await aFeed(workspace);
  const first = await read();
  house().setNow('2026-11-24T10:00:00Z');
  const again = await read();
  expect(again.text).toBe(first.text);
  const tag = String(first.headers['etag']);
  expect((await read({ 'if-none-match': tag })).status).toBe(304);
  expect((await read({ 'if-modified-since': String(first.headers['last-modified']) })).status).toBe(304);
  await workspace.aMoment(id);
  const changed = await read({ 'if-none-match': tag });
  expect(changed.status).toBe(200);
  expect(changed.headers['last-modified']).toBe(new Date('2026-11-24T10:00:00Z').toUTCString());
  house().setNow('2026-11-24T09:00:00Z');
});

test('the address is the key: another one, one of before, an API token and one of a telephone open nothing', async () => {
  const workspace = await house().aWorkspace();
  const read = await aFeed(workspace);
  const phone = (await workspace.api.post('/calendar/phones', { name: 'iPhone' })).body;
  const get = async (key: string) =>
    (await house().app.inject({ method: 'GET', url: `/calendar/${key}.ics` })).statusCode;
  expect(await get('aan_nothing')).toBe(404);
  expect(await get(workspace.token)).toBe(404);
  expect(await get(phone.password)).toBe(404);
  expect((await house().api(phone.password).get('/me')).status).toBe(401);
  expect((await workspace.api.get('/tokens')).body.items).toHaveLength(1);
  const second = await aFeed(workspace);
  expect((await read()).status).toBe(404);
  expect((await second()).status).toBe(200);
  expect((await workspace.api.get('/calendar')).body.feed).toMatchObject({ lastReadAt: expect.any(String) });
  expect((await workspace.api.delete('/calendar/feed')).status).toBe(204);
  expect((await second()).status).toBe(404);
  expect((await workspace.api.get('/calendar')).body.feed).toBeNull();
});

test('a colleague’s moments, and those of somebody who is restricted, are not in it', async () => {
  const workspace = await house().aWorkspace();
  const colleague = await house().aMember(workspace, 'seller');
  const mine = await workspace.anOpportunity();
  const theirs = await workspace.anOpportunity();
  await workspace.api.post(`/opportunities/${theirs.id}/hand-over`, { assigneeId: colleague.memberId });
  await plan(workspace, mine.id, { on: '2026-12-02', channel: 'meeting', at: '2026-12-02T13:30:00Z' });
  const read = await aFeed(workspace);
  const readTheirs = await aFeed(colleague);
  expect(eventsOf((await read()).text)).toHaveLength(1);
  expect(eventsOf((await readTheirs()).text)).toHaveLength(1);
  await workspace.api.post(`/persons/${mine.person?.id}/restrict`);
  expect(eventsOf((await read()).text)).toHaveLength(0);
});
