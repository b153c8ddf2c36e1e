import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import PostalMime from 'postal-mime';
import { v7 } from 'uuid';
import { objectPerson } from '#usecases/person/change-person';
import type { PostOffice } from '#usecases/outbox/post-office';
import { differencesIn } from '#tests/support/counter-check';
import { startOfTests, type Workspace } from '#tests/support/house';
import { type FakeSmtp, fakeSmtp } from '#tests/support/mail/fake-smtp';
import { aPostOffice, outboxOf, transportTo } from '#tests/support/mail/post';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
let smtp: FakeSmtp;
let office: PostOffice;
const troubles: unknown[] = [];

beforeAll(async () => {
  smtp = await fakeSmtp();
});
beforeEach(() => {
  house().setNow(startOfTests);
  // Nothing goes by itself here: each test says when.
  office = aPostOffice(house(), transportTo(smtp), troubles, { hears: false });
});
afterEach(async () => {
  await office.close();
  expect(troubles.splice(0)).toEqual([]);
});
afterAll(() => smtp.close());

/** Somebody whom we spoke to, so that a mail goes on with the talk. */
async function spokenWith(wish: { email?: string; title?: string } = {}) {
  const workspace = await house().aWorkspace({ name: 'Anna Bakker', workspace: 'Bakkerij Zon' });
  const { email = `bram${v7()}@example.com`, title = 'een nieuwe oven' } = wish;
  const opportunity = await workspace.anOpportunity({ title, person: { name: 'Bram de Vries', email } });
  await workspace.aMoment(opportunity.id, { outcome: 'spoke' });
  return { workspace, id: opportunity.id, personId: opportunity.person?.id ?? '', email };
}
const send = (workspace: Workspace, id: string, more: object = {}) =>
  workspace.api.post(`/opportunities/${id}/mail`, {
    subject: 'Waar zit je nog mee?',
    text: 'Dag {{voornaam}},\n\nNog over {{onderwerp}}: <b>zie</b> https://example.com/a.\n\nGroet,\n{{ik}}',
    ...more,
  });

test('a draft is the template of the next contact, filled in, with whether it may go', async () => {
  const { workspace, id, email } = await spokenWith();
  const { body } = await workspace.api.get(`/opportunities/${id}/mail`);
  expect(body).toMatchObject({
    to: { name: 'Bram de Vries', address: email },
    language: 'nl',
    form: 'je',
    step: 2,
    missing: [],
    unknown: [],
    permission: { channel: 'email', verdict: 'allow', purpose: 'dialogue' },
    route: { by: 'nothing' },
    quietUntil: null,
  });
  expect(body.text).toContain('Dag Bram,');
  expect(body.text).toContain('een nieuwe oven');
  expect(body.text).toMatch(/Groet,\nAnna Bakker$/);
});

test('in the other language, in u, with the company’s own template and one’s signature', async () => {
  const { workspace, id } = await spokenWith();
  await workspace.api.patch('/mail', { version: 0, signature: 'Bakkerij Zon\n06 12345678' });
  await workspace.api.put('/mail/templates', {
    language: 'nl',
    form: 'u',
    step: 2,
    subject: 'Aan {{organisatie}}',
    body: 'Geachte {{naam}},\n\nHoe gaat het?',
    version: 0,
  });
  const { body } = await workspace.api.get(`/opportunities/${id}/mail?form=u`);
  expect(body).toMatchObject({
    subject: 'Aan {{organisatie}}',
    text: 'Geachte Bram de Vries,\n\nHoe gaat het?\n\nBakkerij Zon\n06 12345678',
    missing: ['organisation'],
  });
  const english = await workspace.api.get(`/opportunities/${id}/mail?language=en&form=u&step=1`);
  expect(english.body).toMatchObject({ language: 'en', form: 'je', subject: 'Good to have met you' });
});

test('a mail that is sent is a contact moment, plans the next, and arrives as text and as HTML', async () => {
  const { workspace, id, email } = await spokenWith();
  const { status, body } = await send(workspace, id, { expectedHeld: 1 });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    mail: { state: 'queued', kind: 'personal', to: { address: email } },
    moment: { number: 2, channel: 'email', outcome: 'message_left', note: 'Waar zit je nog mee?' },
    // Their last words are not what we wrote.
    opportunity: { held: 2, nextMoment: { number: 3 }, lastWords: null },
  });
  await office.pass();
  const read = await PostalMime.parse(smtp.to(email)[0]?.raw ?? '');
  expect(read.text?.trim()).toBe(
    'Dag Bram,\n\nNog over een nieuwe oven: <b>zie</b> https://example.com/a.\n\nGroet,\nAnna Bakker',
  );
  expect(read.html).toContain(
    '<p>Nog over een nieuwe oven: &lt;b&gt;zie&lt;/b&gt; <a href="https://example.com/a">https://example.com/a</a>.</p>',
  );
  expect(await differencesIn(workspace.context)).toEqual([]);
});

test('the same request twice logs once and sends once', async () => {
  const { workspace, id, email } = await spokenWith();
  const clientId = v7();
  const both = await Promise.all([send(workspace, id, { clientId }), send(workspace, id, { clientId })]);
  expect(both.map((one) => one.status)).toEqual([201, 201]);
  await office.pass();
  expect(smtp.to(email)).toHaveLength(1);
  expect(await outboxOf(workspace)).toHaveLength(1);
  expect((await workspace.api.get(`/opportunities/${id}`)).body.held).toBe(2);
});

describe('taking back the contact moment', () => {
  test('takes the mail back as long as it waits', async () => {
    const { workspace, id, email } = await spokenWith();
    const { body } = await send(workspace, id, { sendAfter: '2026-11-25T09:00:00Z' });
    expect(body.mail).toMatchObject({ reason: 'planned', sendAfter: '2026-11-25T09:00:00.000Z' });
    expect((await workspace.api.post(`/changes/${body.changeId}/undo`)).status).toBe(200);
    house().setNow('2026-11-25T09:00:00Z');
    await office.pass();
    expect(smtp.to(email)).toEqual([]);
    expect(await outboxOf(workspace)).toMatchObject([{ state: 'cancelled', reason: 'taken_back' }]);
    expect((await workspace.api.get(`/opportunities/${id}`)).body.held).toBe(1);
  });

  test('is refused once it has gone: it happened', async () => {
    const { workspace, id } = await spokenWith();
    const { body } = await send(workspace, id);
    await office.pass();
    const undone = await workspace.api.post(`/changes/${body.changeId}/undo`);
    expect(undone).toMatchObject({ status: 409, body: { code: 'mail_gone' } });
    expect((await workspace.api.get(`/opportunities/${id}`)).body.held).toBe(2);
  });
});

test('who is merged takes their mail along', async () => {
  const workspace = await house().aWorkspace();
  const email = `weg${v7()}@example.com`;
  const { id, person } = await workspace.anOpportunity({ person: { name: 'Bram', email, basis: 'request' } });
  const { body, text } = await send(workspace, id, { text: 'Dag {{voornaam}}' });
  expect(body.mail, text).toMatchObject({ state: 'queued' });
  await workspace.api.post(`/changes/${body.changeId}/undo`);
  const merged = await workspace.aPerson({ name: 'Bram Twee', email: `twee${v7()}@example.com` });
  const { status } = await workspace.api.post(`/persons/${merged.id}/merge`, { otherId: person?.id });
  expect(status).toBe(200);
  expect((await workspace.api.get(`/outbox?personId=${merged.id}`)).body.items).toHaveLength(1);
});

describe('what is not finished is not sent', () => {
  test.each([
    [{ text: 'Dag {{enthousiast}}' }, 'merge_field_missing', 'keen'],
    [{ subject: 'Aan {{organisation}}' }, 'merge_field_missing', 'organisation'],
    [{ text: 'Dag {{voornam}}' }, 'merge_field_unknown', 'voornam'],
  ])('%j', async (more, code, at) => {
    const { workspace, id } = await spokenWith();
    expect(await send(workspace, id, more)).toMatchObject({ status: 422, body: { code, at } });
    expect(await outboxOf(workspace)).toEqual([]);
    expect((await workspace.api.get(`/opportunities/${id}`)).body.held).toBe(1);
    const preview = await workspace.api.post(`/opportunities/${id}/mail/preview`, { subject: 'x', text: 'x', ...more });
    expect([...preview.body.missing, ...preview.body.unknown]).toEqual([at]);
  });

  test('a title with braces in it is no field', async () => {
    const { workspace, id } = await spokenWith({ title: '{{voornaam}} & <script>' });
    const { body } = await send(workspace, id, { subject: 'Over {{onderwerp}}' });
    expect(body.mail.subject).toBe('Over {{voornaam}} & <script>');
  });

  test('a template with a name that is no field is refused', async () => {
    const { workspace } = await spokenWith();
    const template = { language: 'nl', form: 'je', step: 1, subject: 'x', body: '{{vornaam}}', version: 0 };
    expect(await workspace.api.put('/mail/templates', template)).toMatchObject({
      status: 422,
      body: { code: 'merge_field_unknown', at: 'vornaam' },
    });
  });
});

describe('permission', () => {
  test('is asked when it is written: an offer to somebody who never agreed is refused, with the reason', async () => {
    const workspace = await house().aWorkspace();
    const { id } = await workspace.anOpportunity({
      person: { name: 'Bram', email: 'bram@example.com', basis: 'public_source' },
    });
    const refused = await send(workspace, id);
    expect(refused).toMatchObject({ status: 422, body: { code: 'channel_not_allowed' } });
    expect(await outboxOf(workspace)).toEqual([]);
  });

  test('and again when it goes', async () => {
    const { workspace, id, personId, email } = await spokenWith();
    await send(workspace, id);
    await objectPerson(workspace.context, personId);
    await office.pass();
    expect(smtp.to(email)).toEqual([]);
    expect(await outboxOf(workspace)).toMatchObject([{ state: 'blocked', reason: 'objected' }]);
  });

  test('who asked for an answer gets it, though logging it ends the waiting', async () => {
    const workspace = await house().aWorkspace();
    const email = `vraagt${v7()}@example.com`;
    const { id } = await workspace.anOpportunity({
      title: 'Oven',
      person: { name: 'Bram', email, basis: 'public_source' },
    });
    await workspace.api.post(`/opportunities/${id}/inbound`, { channel: 'email' });
    expect((await send(workspace, id)).status).toBe(201);
    await office.pass();
    expect(smtp.to(email)).toHaveLength(1);
  });
});

test('a test goes to oneself, and nothing is logged', async () => {
  const { workspace, id } = await spokenWith();
  const { status, body } = await workspace.api.post(`/opportunities/${id}/mail/test`, {
    subject: 'Proef',
    text: 'Dag {{voornaam}}',
  });
  expect({ status, to: body.to }).toEqual({ status: 201, to: workspace.email });
  await office.pass();
  expect(smtp.to(workspace.email)).toHaveLength(1);
  expect((await workspace.api.get(`/opportunities/${id}`)).body.held).toBe(1);
});

describe('the outbox', () => {
  test('shows what waits, stops it, and puts it back', async () => {
    const { workspace, id, email } = await spokenWith();
    const { body } = await send(workspace, id);
    const { api } = workspace;
    const listed = await api.get('/outbox?shelf=waiting');
    expect(listed.body).toMatchObject({
      counts: { waiting: 1, attention: 0, sent: 0, cancelled: 0 },
      items: [
        { id: body.mail.id, state: 'queued', person: { name: 'Bram de Vries' }, member: { name: 'Anna Bakker' } },
      ],
    });
    const stopped = await api.post(`/outbox/${body.mail.id}/cancel`, { version: 1 });
    expect(stopped.body).toMatchObject({ state: 'cancelled', version: 2, text: expect.stringContaining('Dag Bram') });
    await office.pass();
    expect(smtp.to(email)).toEqual([]);
    expect(await api.post(`/outbox/${body.mail.id}/again`, { version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'version_conflict' },
    });
    expect((await api.post(`/outbox/${body.mail.id}/again`, { version: 2 })).body).toMatchObject({ state: 'queued' });
    await office.pass();
    expect(smtp.to(email)).toHaveLength(1);
    const gone = await api.get(`/outbox/${body.mail.id}`);
    expect(gone.body).toMatchObject({ state: 'sent', answer: expect.stringContaining('250') });
    expect(await api.post(`/outbox/${body.mail.id}/cancel`, { version: gone.body.version })).toMatchObject({
      status: 409,
      body: { code: 'mail_gone' },
    });
  });

  test('of what is uncertain one says that it arrived, or sends it again', async () => {
    const { workspace, id, email } = await spokenWith();
    smtp.manners.set(email, 'drop_after');
    const { body } = await send(workspace, id);
    await office.pass();
    smtp.manners.clear();
    const { api } = workspace;
    const now = await api.get(`/outbox/${body.mail.id}`);
    expect(now.body).toMatchObject({ state: 'uncertain', reason: 'line_broke' });
    expect((await api.get('/outbox')).body.counts).toMatchObject({ attention: 1 });
    const arrived = await api.post(`/outbox/${body.mail.id}/arrived`, { version: now.body.version });
    expect(arrived.body).toMatchObject({ state: 'sent', reason: 'told_arrived' });
    await office.pass();
    expect(smtp.to(email)).toHaveLength(1);
  });

  test('of a colleague is not a seller’s to see or stop; the owner’s is', async () => {
    const { workspace, id } = await spokenWith();
    const { body } = await send(workspace, id);
    const seller = await house().aMember(workspace, 'seller');
    expect((await seller.api.get('/outbox')).body).toMatchObject({ items: [], counts: { waiting: 0 } });
    expect((await seller.api.get(`/outbox/${body.mail.id}`)).status).toBe(404);
    expect((await seller.api.post(`/outbox/${body.mail.id}/cancel`, { version: 1 })).status).toBe(404);
    const manager = await house().aMember(workspace, 'manager');
    expect((await manager.api.get('/outbox')).body.counts).toMatchObject({ waiting: 1 });
  });
});
