import { describe, expect, test } from 'vitest';
import type { Opportunity } from '#contract/opportunity';
import type { Permission } from '#contract/permission';
import { inWorkspace } from '#db/transaction';
import { verifyWorkspace } from '#usecases/verify/verify-workspace';
import { startOfTests } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

/* May I contact them, over REST: verdicts, consent, withdrawal, objection, overrides (docs/permission.md). */
const house = useHouse();

const yes = {
  channels: ['call'],
  wording: 'Mag ik je blijven bellen?',
  wordingVersion: '1',
  language: 'nl',
  how: 'phone',
} as const;

const verdicts = (items: readonly Permission[]) => Object.fromEntries(items.map((one) => [one.channel, one.verdict]));

describe('asking', () => {
  test('six channels, each with why; a cold private person may be sent post with care, and nothing else', async () => {
    const { api, aPerson } = await house().aWorkspace();
    const person = await aPerson({ basis: 'event', legalForm: 'consumer', phone: '+31612345601' });
    const { items } = (await api.get(`/persons/${person.id}/permission`)).body;
    expect(verdicts(items)).toEqual({
      call: 'block',
      email: 'block',
      message: 'block',
      linkedin: 'block',
      post: 'warn',
      visit: 'warn',
    });
    expect(items[0]).toMatchObject({
      ruleId: 'nl.call.natural.2026',
      reasons: ['natural_person_needs_consent'],
      basis: 'none',
      purpose: 'promo',
      rulesetVersion: '2026-11-25',
      override: null,
      reachable: true,
    });
    expect(items[3].reachable).toBe(false);
  });

  test('a channel, a purpose and a time of one’s own: service always, the law of before 1 July 2026, the evening', async () => {
    const { api, aPerson } = await house().aWorkspace();
    const person = await aPerson({ basis: 'customer', legalForm: 'sole_trader', phone: '+31612345602' });
    const ask = async (query: string) => (await api.get(`/persons/${person.id}/permission?${query}`)).body.items[0];
    expect(await ask('channel=call&purpose=promo')).toMatchObject({ verdict: 'block' });
    expect(await ask('channel=call&purpose=promo&at=2026-06-30T10:00:00Z')).toMatchObject({
      verdict: 'allow',
      ruleId: 'nl.call.customer.2021',
    });
    expect(await ask('channel=call&purpose=service&at=2026-11-24T22:30:00Z')).toMatchObject({ verdict: 'allow' });
    await api.patch(`/persons/${person.id}`, { version: person.version, legalForm: 'legal_person' });
    expect(await ask('channel=call&purpose=promo&at=2026-11-24T22:30:00Z')).toMatchObject({
      verdict: 'warn',
      reasons: ['late_or_early', 'legal_person'],
    });
    expect((await api.get(`/persons/${person.id}/permission?channel=pigeon`)).status).toBe(400);
  });

  test('the country: as told, else by the number, else by the setting of the owner', async () => {
    const workspace = await house().aWorkspace();
    const { api, aPerson } = workspace;
    const ask = async (id: string) =>
      (await api.get(`/persons/${id}/permission?channel=call&purpose=promo`)).body.items[0];
    const german = await aPerson({ basis: 'event', legalForm: 'legal_person', phone: '+4930123456' });
    expect(await ask(german.id)).toMatchObject({ ruleId: 'de.call.business', verdict: 'warn' });
    const french = await aPerson({ basis: 'event', legalForm: 'legal_person', phone: '+33123456789' });
    expect((await ask(french.id)).reasons).toContain('country_unknown');
    const dutch = await aPerson({ basis: 'event', legalForm: 'legal_person', email: 'x@permission.example' });
    expect(await ask(dutch.id)).toMatchObject({ ruleId: 'nl.call.legal' });
    const { version } = (await api.get('/settings')).body;
    const manager = await house().aMember(workspace, 'manager');
    expect((await manager.api.patch('/settings', { version, contactCountry: 'UK' })).body.code).toBe('forbidden');
    expect((await api.patch('/settings', { version, contactCountry: 'UK' })).body.contactCountry).toBe('UK');
    expect(await ask(dutch.id)).toMatchObject({ ruleId: 'uk.call', verdict: 'warn' });
    await api.patch(`/persons/${dutch.id}`, { version: dutch.version, country: 'NL' });
    expect(await ask(dutch.id)).toMatchObject({ ruleId: 'nl.call.legal' });
  });
});

describe('consent', () => {
  test('given in the talk that is logged, with the words that were shown; withdrawn as easily; history keeps both', async () => {
    const { api, aPerson, anOpportunity, context } = await house().aWorkspace();
    const person = await aPerson({
      basis: 'event',
      legalForm: 'consumer',
      phone: '+31612345603',
      email: 'c@p.example',
    });
    const opportunity = await anOpportunity({ personId: person.id });
    expect(opportunity.nextMoment?.channel).toBe('post');
    const { how: _, ...said } = yes;
    const logged = (
      await api.post(`/opportunities/${opportunity.id}/moments`, { channel: 'call', outcome: 'spoke', consent: said })
    ).body;
    expect(['call', 'email']).toContain(logged.opportunity.nextMoment.channel);
    const page = (await api.get(`/persons/${person.id}`)).body;
    expect(page.consents).toMatchObject([
      {
        wording: said.wording,
        how: 'phone',
        givenOn: '2026-11-24',
        until: '2028-11-24',
        withdrawn: null,
        purposes: ['promo'],
      },
    ]);
    expect(page.permission[0]).toMatchObject({
      channel: 'call',
      verdict: 'allow',
      basis: 'consent',
      until: '2028-11-24',
      evidenceIds: [page.consents[0].id],
    });
    const { differences } = await verified(context.actor.workspaceId);
    expect(differences).toEqual([]);
    const withdrawn = (await api.post(`/consents/${page.consents[0].id}/withdraw`, {})).body;
    expect(withdrawn.withdrawn).toMatchObject({ how: 'talk', by: { name: 'Anna Bakker' } });
    const after = (await api.get(`/persons/${person.id}`)).body;
    expect(after.permission[0]).toMatchObject({ verdict: 'warn', reasons: ['ask_to_keep_calling'] });
    expect(after.consents).toHaveLength(1);
    expect((await api.post(`/consents/${page.consents[0].id}/withdraw`, {})).body.code).toBe('consent_withdrawn');
    expect((await verified(context.actor.workspaceId)).differences).toEqual([]);
  });

  test('nobody says yes without a conversation, and undoing the moment takes the consent back', async () => {
    const { api, aPerson, anOpportunity } = await house().aWorkspace();
    const person = await aPerson({ legalForm: 'consumer', phone: '+31612345604' });
    const opportunity = await anOpportunity({ personId: person.id });
    const { how: _, ...consent } = yes;
    for (const outcome of ['no_answer', 'message_left', 'do_not_contact']) {
      const refused = await api.post(`/opportunities/${opportunity.id}/moments`, { channel: 'call', outcome, consent });
      expect([refused.status, refused.body.code]).toEqual([422, 'consent_without_talk']);
    }
    const logged = (
      await api.post(`/opportunities/${opportunity.id}/moments`, { channel: 'call', outcome: 'spoke', consent })
    ).body;
    expect((await api.get(`/persons/${person.id}/consents`)).body.items).toHaveLength(1);
    expect((await api.post(`/changes/${logged.changeId}/undo`)).status).toBe(200);
    expect((await api.get(`/persons/${person.id}/consents`)).body.items).toEqual([]);
    const created = await api.post('/opportunities', {
      title: 'Net gesproken',
      person: { name: 'Eva', phone: '+31612345605' },
      firstMoment: { channel: 'call', outcome: 'spoke', consent },
    });
    expect((await api.get(`/persons/${created.body.person.id}/consents`)).body.items).toHaveLength(1);
    expect((await api.post(`/changes/${created.body.changeId}/undo`)).status).toBe(200);
    expect((await api.get(`/persons/${created.body.person.id}`)).status).toBe(404);
  });

  test('recorded by hand, it can be taken back as a mistake; a day in the future is refused, and an end before its beginning', async () => {
    const { api, aPerson } = await house().aWorkspace();
    const person = await aPerson({ basis: 'event', legalForm: 'consumer', phone: '+31612345606' });
    const path = `/persons/${person.id}/consents`;
    expect((await api.post(path, { ...yes, givenOn: '2026-11-25' })).body).toMatchObject({
      code: 'day_invalid',
      at: 'givenOn',
    });
    expect((await api.post(path, { ...yes, until: '2026-11-01' })).body).toMatchObject({
      code: 'day_invalid',
      at: 'until',
    });
    const given = (await api.post(path, { ...yes, givenOn: '2024-11-24' })).body;
    expect(given.consent.until).toBe('2026-11-24');
    const ask = async () =>
      (await api.get(`/persons/${person.id}/permission?channel=call&purpose=promo`)).body.items[0].verdict;
    expect(await ask()).toBe('allow');
    house().setNow('2026-11-25T09:00:00Z');
    expect(await ask()).toBe('block');
    house().setNow(startOfTests);
    await api.post(`/changes/${given.changeId}/undo`);
    expect(await ask()).toBe('block');
    const published = {
      ...yes,
      kind: 'published',
      wording: 'Aanbiedingen zijn welkom op dit nummer',
      how: 'web',
      source: 'https://jan.example',
    };
    expect((await api.post(path, published)).body.consent).toMatchObject({ until: null, kind: 'published' });
  });

  test('what was recorded cannot be rewritten, whatever reaches the table', async () => {
    const { api, aPerson, context } = await house().aWorkspace();
    const person = await aPerson({ legalForm: 'consumer', phone: '+31612345607' });
    const { consent } = (await api.post(`/persons/${person.id}/consents`, yes)).body;
    const write = (change: Record<string, unknown>) =>
      inWorkspace(context.databases, context.actor.workspaceId, (tx) =>
        tx.db.updateTable('consent').set(change).where('id', '=', consent.id).execute(),
      );
    await expect(write({ wording: 'iets anders' })).rejects.toThrow('a consent is not rewritten');
    await expect(write({ given_on: '2026-01-01' })).rejects.toThrow('a consent is not rewritten');
    await api.post(`/consents/${consent.id}/withdraw`, { how: 'mail' });
    await expect(write({ withdrawn_at: null, withdrawn_by: null, withdrawn_how: null })).rejects.toThrow(
      'not rewritten',
    );
  });

  test('goes along when two people become one, and back when that is undone', async () => {
    const { api, aPerson, context } = await house().aWorkspace();
    const one = await aPerson({ basis: 'event', legalForm: 'consumer', phone: '+31612345608' });
    const other = await aPerson({ basis: 'event', legalForm: 'consumer', phone: '+31612345609' });
    await api.post(`/persons/${other.id}/consents`, yes);
    await api.post(`/persons/${one.id}/merge`, { otherId: other.id });
    const ask = async (id: string) =>
      (await api.get(`/persons/${id}/permission?channel=call&purpose=promo`)).body.items[0].verdict;
    expect(await ask(one.id)).toBe('allow');
    expect((await verified(context.actor.workspaceId)).differences).toEqual([]);
    await api.post(`/persons/${one.id}/undo`);
    expect([await ask(one.id), await ask(other.id)]).toEqual(['block', 'allow']);
    expect((await verified(context.actor.workspaceId)).differences).toEqual([]);
  });
});

describe('going on in spite of a warning', () => {
  test('with a reason, logged and shown; never in spite of a block, and not where nothing warns', async () => {
    const { api, aPerson } = await house().aWorkspace();
    const person = await aPerson({ legalForm: 'consumer', phone: '+31612345610' });
    const path = `/persons/${person.id}/permission/overrides`;
    const reason = 'ze vroeg aan de balie om een belletje';
    expect((await api.post(path, { channel: 'call', reason: 'te kort' })).status).toBe(400);
    expect((await api.post(path, { channel: 'call', reason: '             ' })).status).toBe(400);
    expect((await api.post(path, { channel: 'call', reason })).body).toMatchObject({
      verdict: 'warn',
      override: { reason, member: { name: 'Anna Bakker' } },
    });
    expect((await api.post(path, { channel: 'email', reason })).body.code).toBe('nothing_to_override');
    await api.post(`/persons/${person.id}/object`, {});
    expect((await api.post(path, { channel: 'call', reason })).body.code).toBe('channel_not_allowed');
    expect((await api.post(path, { channel: 'call', purpose: 'service', reason })).body.code).toBe(
      'nothing_to_override',
    );
  });
});

describe('attention', () => {
  test('is noted with the verdict too, of who objected and of whom nobody knows from where as well', async () => {
    const { api, aPerson } = await house().aWorkspace();
    const noted = async (id: string, wish: Record<string, unknown> = {}) =>
      (await api.post(`/persons/${id}/moments`, { channel: 'call', outcome: 'message_left', ...wish })).body.moment
        .permission;
    const objector = await aPerson({ phone: '+31612345621' });
    await api.post(`/persons/${objector.id}/object`, {});
    expect(await noted(objector.id)).toMatchObject({ verdict: 'block', ruleId: 'all.objection' });
    const unverified = await aPerson({ basis: 'unverified', phone: '+31612345622' });
    expect(await noted(unverified.id)).toMatchObject({
      verdict: 'block',
      purpose: 'promo',
      ruleId: 'all.unverified.natural',
    });
    const company = await aPerson({ basis: 'event', legalForm: 'legal_person', phone: '+31612345623' });
    expect(await noted(company.id)).toMatchObject({ verdict: 'allow', ruleId: 'nl.call.legal' });
    // By the talk that was before it, not by itself.
    const consumer = await aPerson({ basis: 'event', legalForm: 'consumer', phone: '+31612345624' });
    expect(await noted(consumer.id, { outcome: 'spoke' })).toMatchObject({ verdict: 'block' });
    expect(await noted(consumer.id)).toMatchObject({ verdict: 'warn', purpose: 'dialogue' });
  });

  test('in which they want no contact is an objection, and undone with it', async () => {
    const { api, anOpportunity, context } = await house().aWorkspace();
    const one = await anOpportunity();
    const path = `/persons/${one.person?.id}`;
    const said = await api.post(`${path}/moments`, { channel: 'call', outcome: 'do_not_contact' });
    expect(said.body.person).toMatchObject({ objectedOn: '2026-11-24', careOn: null });
    const state = async () => (await api.get(`/opportunities/${one.id}`)).body.state;
    expect(await state()).toBe('stopped');
    expect((await verified(context.actor.workspaceId)).differences).toEqual([]);
    expect((await api.post(`/changes/${said.body.changeId}/undo`)).status).toBe(200);
    expect((await api.get(path)).body.person.objectedOn).toBeNull();
    expect(await state()).toBe('open');
    expect((await verified(context.actor.workspaceId)).differences).toEqual([]);
  });
});

describe('answering for those of whom nobody said where they are known from', () => {
  test('shown before it is done; their next moments get a channel; taken back in one step', async () => {
    const workspace = await house().aWorkspace();
    const { api, aPerson, anOpportunity } = workspace;
    const made: Opportunity[] = [];
    for (const phone of ['+31612345611', '+31612345612', '+31612345613']) {
      const person = await aPerson({ basis: 'unverified', phone });
      made.push(await anOpportunity({ personId: person.id }));
    }
    expect(made.map((one) => one.nextMoment?.channel)).toEqual(['wait', 'wait', 'wait']);
    const before = (await api.get('/basis?basis=conversation')).body;
    expect(before).toMatchObject({ count: 3, offeredNow: 0, offeredThen: 3 });
    expect((await api.get('/basis?basis=bought_list')).body).toMatchObject({ count: 3, offeredThen: 0 });
    const seller = await house().aMember(workspace, 'seller');
    expect((await seller.api.post('/basis', { basis: 'conversation' })).status).toBe(403);
    const done = (await api.post('/basis', { basis: 'conversation' })).body;
    expect(done).toMatchObject({ changed: 3, left: 0 });
    const channel = async () => (await api.get(`/opportunities/${made[0]?.id}`)).body.nextMoment.channel;
    expect(await channel()).toBe('call');
    expect((await verified(workspace.id)).differences).toEqual([]);
    await api.post(`/changes/${done.changeId}/undo`);
    expect(await channel()).toBe('wait');
    expect((await api.get('/basis')).body.count).toBe(3);
    expect((await api.post('/basis', { basis: 'request', importId: made[0]?.id })).body).toMatchObject({
      code: 'not_found',
      at: 'importId',
    });
  });
});

async function verified(workspaceId: string) {
  const differences: unknown[] = [];
  await verifyWorkspace(house().databases, workspaceId, {
    found: (difference) => void differences.push(difference),
    done: () => {},
  });
  return { differences };
}
