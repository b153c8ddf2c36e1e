import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Opportunity } from '#contract/opportunity';
import { reviveOpportunity } from '#usecases/opportunity/revive-opportunity';
import { planRevive } from '#usecases/revive/plan-revive';
import { spreadLeftovers } from '#usecases/today/spread-leftovers';
import type { Workspace } from '#tests/support/house';
import { brought } from '#tests/support/bring-file';
import { aFullWorkspace, type FullWorkspace } from '#tests/support/every-route/full-workspace';
import { send } from '#tests/support/every-route/operations';
import { requests } from '#tests/support/every-route/requests';
import { useHouse } from '#tests/support/use-house';

/* Every place that offers a channel asks first (product.md, section 5 rule 7). */
const house = useHouse();
const root = path.join(import.meta.dirname, '../../..');

describe('in the sources', () => {
  const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|cases)\.tsx?$/.test(name))
    .map((name) => ({ name, text: readFileSync(path.join(root, 'src', name), 'utf8') }));
  const using = (pattern: RegExp) => sources.flatMap(({ name, text }) => (pattern.test(text) ? [name] : [])).toSorted();

  test('addresses become channels in one place, and whoever asks it asks for permission too', () => {
    // A wish for attention is no offer: the day itself asks (permission/care-channel.ts, on this list).
    const asideNames = ['core/permission/reachable-channels.ts', 'usecases/relationship/wished-channel.ts'];
    const askers = using(/\breachableChannels\(/).filter((name) => !asideNames.includes(name));
    expect(askers.length).toBeGreaterThan(3);
    for (const name of askers) {
      const text = sources.find((one) => one.name === name)?.text ?? '';
      // planningFor hands both on to core, where channelOn and mayPlan are the only readers.
      expect([name, /offeredChannels\(|permissionsOf\(|mayContact\(|contact: person/.test(text)]).toEqual([name, true]);
    }
    expect(using(/\bplanning\.reachable\b|\breachable: planning\b/)).toEqual(['core/opportunity/contact-about.ts']);
  });

  test('a tel:, mailto: or wa.me is made in one place, which looks at the verdict', () => {
    const makers = using(/`(tel|mailto):|wa\.me\//);
    expect(makers).toEqual(['web/screens/log/contact-address.ts']);
    expect(sources.find(({ name }) => name === makers[0])?.text).toContain('isBlocked(channel, person)');
  });

  test('the screens read verdicts, and never decide them', () => {
    expect(using(/\b(mayContact|offeredChannels|permissionsOf)\(/).filter((name) => name.startsWith('web/'))).toEqual(
      [],
    );
  });
});

/** Everything in an answer that offers a channel: `nextMoment`, `channels` of a person, `channels` of a line, attention. */
function offersIn(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => offersIn(one, `${at}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = `${at}.${key}`;
    if (key === 'channels' && Array.isArray(inner))
      return inner.flatMap((one: unknown) => {
        if (typeof one === 'string') return [`${place}: ${one}`];
        const { channel, verdict } = one as { channel: string; verdict?: string };
        return verdict === 'allow' || verdict === 'warn' ? [`${place}: ${channel}`] : [];
      });
    if (key === 'nextMoment' && inner !== null) {
      const { channel } = inner as { channel: string };
      return channel === 'wait' ? [] : [`${place}: ${channel}`];
    }
    return offersIn(inner, place);
  });
}

describe('in the answers', () => {
  let full: FullWorkspace;
  let person: { id: string };

  // A private person met at a fair, who has never been spoken to, in every list that there is.
  beforeAll(async () => {
    full = await aFullWorkspace(house());
    const { api } = full.workspace;
    for (const { id, version } of [full.records.person, full.records.otherPerson]) {
      const changed = await api.patch(`/persons/${id}`, {
        version,
        basis: 'event',
        legalForm: 'consumer',
        careOn: '2026-11-24',
        careChannel: 'call',
        phone: id === full.records.person.id ? '+31612340001' : '+31612340002',
      });
      expect(changed.status).toBe(200);
    }
    for (const { id } of (await api.get(`/persons/${full.records.person.id}/consents`)).body.items)
      await api.post(`/consents/${id}/withdraw`, {});
    // What was spoken about is taken back: a talk of today would allow going on with it.
    await api.post(`/changes/${full.records.change.id}/undo`);
    // A meeting is a visit to the law, which may be made with care: it ends, as those below are left out.
    const { items } = (await api.get('/opportunities?limit=200')).body;
    for (const one of items.filter(({ nextMoment }: Opportunity) => nextMoment?.channel === 'meeting'))
      expect((await api.post(`/opportunities/${one.id}/stop`, { saidNo: true, reason: 'no_need' })).status).toBe(200);
    person = full.records.person;
  });

  test('what is known of them is blocked', async () => {
    const { items } = (await full.workspace.api.get(`/persons/${person.id}/permission`)).body;
    expect(items.slice(0, 4).map((one: { verdict: string }) => one.verdict)).toEqual(Array(4).fill('block'));
  });

  test.each(Object.keys(requests).filter((operation) => operation.startsWith('GET ')))(
    '%s offers no channel that is blocked',
    async (operation) => {
      for (const asked of requests[operation]?.(full.records) ?? []) {
        const answer = await send(full.workspace.api, operation, asked);
        if (answer.status !== 200 || typeof answer.body !== 'object') continue;
        const offers = offersIn(answer.body).filter(
          (offer) => !/figures|minutesByChannel|consents|imports|\.rhythm/.test(offer),
        );
        expect(offers.filter((offer) => !/: (post|visit)$/.test(offer) && !isAboutProofs(operation))).toEqual([]);
      }
    },
  );
});

/** The channels of a proof, a rhythm or a learned average are no offers. */
const isAboutProofs = (operation: string) => /consents|figures|settings|persons\/\{id\}$/.test(operation);

describe('in the doors that plan', () => {
  // Not to be called or written to; a card is what may be sent, with care.
  const blocked = { basis: 'event', legalForm: 'consumer' } as const;
  /** No way is left. */
  const closed = { basis: 'unverified', legalForm: 'consumer' } as const;
  const open = async ({ aPerson, anOpportunity }: Workspace, phone: string): Promise<Opportunity> => {
    const person = await aPerson({ ...blocked, phone, email: `${phone.slice(1)}@door.example` });
    return anOpportunity({ personId: person.id });
  };

  test('creating, with or without a channel chosen: the lawful way, and waiting where none is left', async () => {
    const workspace = await house().aWorkspace();
    const { api, aPerson, anOpportunity } = workspace;
    const soleTrader = { basis: 'customer', legalForm: 'sole_trader' } as const;
    for (const [who, expected, phone] of [
      [blocked, 'post', '+31612341001'],
      [soleTrader, 'post', '+31612341011'],
      [closed, 'wait', '+31612341012'],
    ] as const) {
      const person = await aPerson({ ...who, phone, email: `${phone.slice(1)}@door.example` });
      expect((await anOpportunity({ personId: person.id })).nextMoment?.channel).toBe(expected);
      const next = { on: '2026-12-01', channel: 'call' };
      const chosen = await api.post('/opportunities', { personId: person.id, next });
      expect(chosen.body.nextMoment).toMatchObject({ on: '2026-12-01', channel: expected });
      const offered = chosen.body.person.channels.filter((one: { verdict: string }) => one.verdict !== 'block');
      expect(offered.map((one: { channel: string }) => one.channel)).toEqual(
        expected === 'post' ? ['post', 'visit'].slice(0, offered.length) : [],
      );
    }
  });

  test('planning a channel that is blocked is refused and says so; another day, and post, are not', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const { id } = await open(workspace, '+31612341003');
    const refused = await api.post(`/opportunities/${id}/plan`, { on: '2026-12-01', channel: 'call' });
    expect([refused.status, refused.body.code]).toEqual([422, 'channel_not_allowed']);
    expect(
      (await api.post(`/opportunities/${id}/plan`, { on: '2026-12-01' })).body.opportunity.nextMoment.channel,
    ).toBe('post');
    expect((await api.post(`/opportunities/${id}/plan`, { on: '2026-12-01', channel: 'post' })).status).toBe(200);
    // With a time it was agreed on.
    const meeting = { on: '2026-12-02', channel: 'meeting', at: '2026-12-02T10:00:00Z' };
    expect((await api.post(`/opportunities/${id}/plan`, meeting)).status).toBe(200);
  });

  test('what happened is logged whatever the rules say, and noted as such', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const { id, person } = await open(workspace, '+31612341004');
    const called = await api.post(`/opportunities/${id}/moments`, { channel: 'call', outcome: 'no_answer' });
    expect([called.status, called.body.moment.permission]).toEqual([
      201,
      { purpose: 'promo', verdict: 'block', ruleId: 'nl.call.natural.2026', rulesetVersion: '2026-11-25' },
    ]);
    expect(called.body.opportunity.nextMoment.channel).toBe('post');
    const spoke = await api.post(`/opportunities/${id}/moments`, { channel: 'call', outcome: 'spoke' });
    // Now there was a talk: one's own follow-up is offered, with care.
    expect(spoke.body.opportunity.nextMoment).toMatchObject({ purpose: 'dialogue' });
    expect(['call', 'email', 'message']).toContain(spoke.body.opportunity.nextMoment.channel);
    const page = (await api.get(`/persons/${person?.id}`)).body;
    expect(page.timeline.filter((one: { kind: string }) => one.kind === 'moment')).toHaveLength(2);
  });

  test('they name a day: that is asked for', async () => {
    const workspace = await house().aWorkspace();
    const { id } = await open(workspace, '+31612341005');
    const later = await workspace.api.post(`/opportunities/${id}/moments`, {
      channel: 'call',
      outcome: 'not_now',
      until: '2027-03-01',
    });
    expect(later.body.opportunity.nextMoment).toMatchObject({ on: '2027-03-01', purpose: 'requested' });
    expect(later.body.opportunity.person.channels[0]).toMatchObject({ channel: 'call', verdict: 'allow' });
  });

  test('reviving, alone and in a batch, and spreading what waited: no blocked channel', async () => {
    const workspace = await house().aWorkspace();
    const { api, context } = workspace;
    const stopped = [];
    for (const phone of ['+31612341006', '+31612341007']) {
      const { id } = await open(workspace, phone);
      await api.post(`/opportunities/${id}/stop`, { saidNo: false, reason: 'no_response' });
      stopped.push(id);
    }
    const [alone = '', batch = ''] = stopped;
    const listed = (await api.get('/revive')).body.items;
    expect(listed.map((one: { channels: string[] }) => one.channels)).toEqual([
      ['post', 'visit'],
      ['post', 'visit'],
    ]);
    await expect(
      reviveOpportunity(context, alone, { next: { on: '2026-11-30', channel: 'call' } }),
    ).rejects.toMatchObject({
      code: 'channel_not_allowed',
    });
    const revived = await reviveOpportunity(context, alone, {});
    expect(revived.opportunity.nextMoment?.channel).toBe('post');
    await planRevive(context, { opportunityIds: [batch] });
    expect((await api.get(`/opportunities/${batch}`)).body.nextMoment.channel).toBe('post');
    house().setNow('2026-12-08T09:00:00Z');
    await spreadLeftovers(context);
    house().setNow('2026-11-24T09:00:00Z');
    for (const id of stopped) expect((await api.get(`/opportunities/${id}`)).body.nextMoment.channel).toBe('post');
  });

  test('whoever contacts us is answered, blocked or not, and an objection stops it again', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const { id, person } = await open(workspace, '+31612341008');
    const inbound = (await api.post(`/opportunities/${id}/inbound`, { channel: 'email' })).body.opportunity;
    expect(inbound.person.channels.map((one: { verdict: string }) => one.verdict)).toEqual(['allow', 'allow', 'allow']);
    await api.post(`/persons/${person?.id}/object`, {});
    expect((await api.get(`/opportunities/${id}`)).body).toMatchObject({ state: 'stopped', nextMoment: null });
    const today = (await api.get('/today')).body;
    expect(JSON.stringify([today.items, today.rest, today.care])).not.toContain(person?.id);
    expect((await api.get('/revive')).body.items).toEqual([]);
    expect((await api.get('/missed-revenue')).body.count ?? 0).toBe(0);
    const again = (await api.post(`/opportunities/${id}/inbound`, { channel: 'call' })).body.opportunity;
    expect(again.person.channels[0]).toMatchObject({ verdict: 'warn', reason: 'objected_but_asked' });
    const answered = await api.post(`/opportunities/${id}/moments`, { channel: 'call', outcome: 'spoke' });
    expect(answered.body.opportunity.nextMoment.channel).toBe('wait');
    expect(answered.body.moment.permission.verdict).toBe('warn');
  });

  test('attention goes the lawful way too, and waits when nothing may be used', async () => {
    const { api, aPerson } = await house().aWorkspace();
    const person = await aPerson({ ...blocked, phone: '+31612341009' });
    await api.patch(`/persons/${person.id}`, { version: person.version, careOn: '2026-11-24', careChannel: 'call' });
    const other = await aPerson({ ...closed, phone: '+31612341013' });
    await api.patch(`/persons/${other.id}`, { version: other.version, careOn: '2026-11-23', careChannel: 'call' });
    expect((await api.get('/today')).body.care).toMatchObject([
      { person: { id: person.id }, channel: 'post' },
      { person: { id: other.id }, channel: 'wait', planned: false },
    ]);
    const moment = await api.post(`/persons/${person.id}/moments`, { channel: 'call', outcome: 'spoke' });
    expect(moment.status).toBe(201);
  });

  test('withdrawing what opened a channel moves the next moment off it', async () => {
    const workspace = await house().aWorkspace();
    const { api } = workspace;
    const { id, person } = await open(workspace, '+31612341010');
    const { consent } = (
      await api.post(`/persons/${person?.id}/consents`, {
        channels: ['call'],
        wording: 'Bel gerust',
        wordingVersion: '1',
        language: 'nl',
        how: 'phone',
      })
    ).body;
    await api.post(`/opportunities/${id}/plan`, { on: '2026-12-01', channel: 'call' });
    await api.post(`/consents/${consent.id}/withdraw`, {});
    expect((await api.get(`/opportunities/${id}`)).body.nextMoment).toMatchObject({
      on: '2026-12-01',
      channel: 'post',
    });
  });

  test('import: a natural person without a basis lands without a channel, a company with a warning, a proof opens', async () => {
    const { api } = await house().aWorkspace();
    const file = (who: string, form: string) =>
      `name,phone,email,state,legalForm\n${who},+3161234${form},${who.toLowerCase()}@imp.example,open,\n`;
    const next = async (who: string) => {
      const { items } = (await api.get(`/opportunities?q=${who}`)).body;
      return items[0];
    };
    await brought(api, 'a.csv', file('Gerda', '2001'), { notWon: 'open' });
    expect((await next('Gerda')).nextMoment.channel).toBe('wait');
    await brought(api, 'b.csv', file('Hans', '2002'), { notWon: 'open', legalForm: 'legal_person' });
    expect((await next('Hans')).nextMoment.channel).toBe('call');
    expect((await next('Hans')).person.channels[0]).toMatchObject({ verdict: 'warn', reason: 'basis_unverified' });
    await brought(api, 'c.csv', file('Ilse', '2003'), {
      notWon: 'open',
      basis: 'event',
      proof: {
        channels: ['email'],
        wording: 'Ja, mail mij',
        language: 'nl',
        givenOn: '2026-11-01',
        source: 'beurs Utrecht',
      },
    });
    const ilse = await next('Ilse');
    expect(ilse.nextMoment.channel).toBe('email');
    const { items } = (await api.get(`/persons/${ilse.person.id}/consents`)).body;
    expect(items).toMatchObject([
      { how: 'import', source: 'beurs Utrecht', wording: 'Ja, mail mij', until: '2028-11-01' },
    ]);
    await brought(api, 'd.csv', file('Jaap', '2004'), { notWon: 'open', basis: 'conversation' });
    expect((await next('Jaap')).nextMoment.channel).not.toBe('wait');
  });
});
