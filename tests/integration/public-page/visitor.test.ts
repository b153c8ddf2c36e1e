import { beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '#api/app';
import { inWorkspace } from '#db/transaction';
import { addSite } from '#site/site';
import type { ShownPage } from '#usecases/public-page/open-page';
import { handleSignUps } from '#usecases/public-page/sign-up';
import { tendPage } from '#usecases/public-page/tend-page';
import type { Workspace } from '#tests/support/house';
import { aPublicPage, aSignUp, aSubscriber, confirmToken, postFor, visitorOf } from '#tests/support/public-page';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
let workspace: Workspace;
let page: ShownPage;
const hourMs = 3_600_000;
const later = (ms: number) => house().setNow(new Date(house().now().getTime() + ms));
const visitor = (ip?: string) => visitorOf(house(), ip);

beforeAll(async () => {
  workspace = await house().aWorkspace({ workspace: 'Verbeek & Zoon' });
  page = await aPublicPage(house(), workspace, { slug: 'verbeek', sender: 'Dorpsstraat 1, Ede\nKVK 12345678' });
});

const rows = <T>(
  table: 'sign_up' | 'subscriber' | 'consent' | 'person',
  where: Record<string, unknown> = {},
): Promise<T[]> =>
  inWorkspace(house().databases, workspace.id, async (tx) => {
    let query = tx.db.selectFrom(table).selectAll();
    for (const [column, value] of Object.entries(where)) query = query.where(column as never, '=', value as never);
    return (await query.orderBy('id').execute()) as T[];
  });

describe('the page', () => {
  test('is off until its owner switches it on, and only the owner’s preview shows it before', async () => {
    const other = await house().aWorkspace({ workspace: 'Nog niet' });
    const { body } = await other.api.patch('/public-page', { version: 1, slug: 'nog-niet' });
    expect(body).toMatchObject({ isOn: false, slug: 'nog-niet' });
    expect((await visitor().get('/p/nog-niet')).status).toBe(404);
    expect((await visitor().get('/p/nog-niet?preview=AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
    const preview = await visitor().get(new URL(body.previewUrl).pathname + new URL(body.previewUrl).search);
    expect(preview.status).toBe(200);
    expect(preview.text).toContain('staat nog niet aan');
    expect((await visitor().post('/p/nog-niet/nl/sign-up', { email: 'a@example.com', module: '1' })).status).toBe(404);
    await other.api.patch('/public-page', { version: 2, isOn: true });
    expect((await visitor().get('/p/nog-niet')).status).toBe(200);
  });

  test('has one address a company, a colour that can be read, and only its owner changes it', async () => {
    const other = await house().aWorkspace();
    expect((await other.api.patch('/public-page', { version: 1, slug: 'verbeek' })).body.code).toBe('slug_taken');
    expect((await other.api.patch('/public-page', { version: 1, colour: '#ffcc00' })).body.code).toBe(
      'colour_unreadable',
    );
    const manager = await house().aMember(other, 'manager');
    expect((await manager.api.get('/public-page')).status).toBe(200);
    expect((await manager.api.patch('/public-page', { version: 1, isOn: true })).status).toBe(403);
    const seller = await house().aMember(other, 'seller');
    expect((await seller.api.get('/public-page')).status).toBe(403);
    await other.api.patch('/public-page', { version: 1, slug: 'ander' });
    expect((await other.api.patch('/public-page', { version: 1, isOn: true })).body.code).toBe('version_conflict');
  });

  test('speaks the language of its address, else of the browser, and sets nothing on the visitor', async () => {
    const dutch = await visitor().get('/p/verbeek', { 'accept-language': 'nl-NL,nl;q=0.9' });
    expect(dutch.text).toContain('<html lang="nl">');
    expect(dutch.text).toContain('Wat laat jij liggen?');
    expect(dutch.text).toContain('Verbeek &amp; Zoon');
    expect(dutch.text).toContain('KVK 12345678');
    expect((await visitor().get('/p/verbeek', { 'accept-language': 'en' })).text).toContain('<html lang="en">');
    const english = await visitor().get('/p/verbeek/en', { 'accept-language': 'nl' });
    expect(english.text).toContain('What do you leave lying?');
    expect(english.headers['set-cookie']).toBeUndefined();
    expect(english.headers['content-security-policy']).toContain("default-src 'none'");
    expect(english.text).not.toMatch(/(?:src|href)="https?:\/\/(?!localhost)/);
    expect((await visitor().get('/p/verbeek/de')).status).toBe(404);
  });

  test('works out without a script what is left lying, with its range and formula, and an address to share', async () => {
    const { text } = await visitor().get('/p/verbeek/nl?n=20&v=1000&k=3&p=20');
    expect(text).toContain('€&nbsp;43.200'.replace('&nbsp;', '\u00a0'));
    expect(text).toContain('240 per jaar');
    expect(text).toContain('bron onbekend');
    expect(text).toContain('/p/verbeek/nl?n=20&amp;v=1000&amp;k=3&amp;p=20');
    const slid = await visitor().get(
      '/p/verbeek/nl?n=20&ns=40&n0=20&v=1000&vs=1000&v0=1000&k=3&ks=3&k0=3&p=20&ps=20&p0=20',
    );
    expect(slid.text).toContain('480 per jaar');
  });
});

describe('signing up', () => {
  test('is answered alike for who is known, unknown, a machine, and who wants no contact', async () => {
    await aSubscriber(house(), workspace, { slug: 'verbeek', email: 'bekend@example.com' });
    const person = await workspace.aPerson({ email: 'nee@example.com' });
    await workspace.api.post(`/persons/${person.id}/object`);
    const answers = [];
    for (const email of ['bekend@example.com', 'nieuw@example.com', 'nee@example.com'])
      answers.push(await visitor().post('/p/verbeek/nl/sign-up', { email, module: '1' }));
    answers.push(
      await visitor().post('/p/verbeek/nl/sign-up', { email: 'bot@example.com', module: '1', website: 'x' }),
    );
    answers.push(
      await visitor().post('/p/verbeek/nl/sign-up', { email: 'bot@example.com', module: '1', stamp: '1.x' }),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.text).toContain('Kijk in je mailbox');
    await handleSignUps(house().world, workspace.id);
    const subjects = async (email: string) =>
      (await postFor(house(), workspace.id, email)).map(({ subject }) => subject);
    expect((await subjects('bekend@example.com')).at(-1)).toBe('Je bent al aangemeld: Verbeek & Zoon');
    expect(await subjects('nieuw@example.com')).toEqual(['Bevestig je aanmelding: Verbeek & Zoon']);
    expect(await subjects('nee@example.com')).toEqual([]);
    expect(await subjects('bot@example.com')).toEqual([]);
  });

  test('says what is missing, and keeps what was typed as text', async () => {
    const wrong = await visitor().post('/p/verbeek/nl/sign-up', { email: '"><script>1</script>', module: '1' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('role="alert"');
    expect(wrong.text).toContain('value="&quot;&gt;&lt;script&gt;1&lt;/script&gt;"');
    expect(wrong.text).not.toContain('<script>1');
    const nothing = await visitor().post('/p/verbeek/en/sign-up', { email: 'a@example.com' });
    expect(nothing.text).toContain('Tick what you would like to get');
    // Whoever then ticks the box at once is no machine: the form is as old as when it was opened.
    const [, stamp = ''] = /name="stamp" value="([^"]+)"/.exec(nothing.text) ?? [];
    const again = await visitor().post('/p/verbeek/en/sign-up', { email: 'haast@example.com', tips: '1', stamp });
    expect(again.status).toBe(200);
    await handleSignUps(house().world, workspace.id);
    expect(await postFor(house(), workspace.id, 'haast@example.com')).toHaveLength(1);
  });

  test('nothing is ticked beforehand', async () => {
    const { text } = await visitor().get('/p/verbeek/nl');
    expect(text).toContain('type="checkbox" name="module"');
    expect(text).not.toMatch(/type="checkbox"[^>]* checked/);
  });

  test('a GET confirms nothing, the button does once, with the words that were seen as proof', async () => {
    const id = await aSignUp(house(), page, { email: 'sofie@example.com', name: 'Sofie Smit', tips: true });
    const [mail] = await postFor(house(), workspace.id, 'sofie@example.com');
    const [url = ''] = /http\S+\/p\/c\/\S+/.exec(mail?.text ?? '') ?? [];
    const path = new URL(url).pathname;
    expect(path).toBe(`/p/c/${confirmToken(house(), workspace.id, id)}`);
    for (let n = 0; n < 3; n += 1) {
      const seen = await visitor().get(path);
      expect(seen.status).toBe(200);
      expect(seen.text).toContain('Ja, stuur mij dit');
    }
    await visitor().send('GET', path, undefined, { 'user-agent': 'scanner' });
    expect(await rows('subscriber', { email: 'sofie@example.com' })).toEqual([]);

    const done = await visitor().post(path);
    expect(done.text).toContain('Les 1 komt eraan');
    const [subscriber] = await rows<{ id: string; person_id: string; module: string; tips: string }>('subscriber', {
      email: 'sofie@example.com',
    });
    expect(subscriber).toMatchObject({ module: 'running', tips: 'running' });
    const { body } = await workspace.api.get(`/persons/${subscriber?.person_id}`);
    expect(body.person).toMatchObject({ name: 'Sofie Smit', basis: 'request' });
    expect(body.consents).toHaveLength(2);
    for (const consent of body.consents)
      expect(consent).toMatchObject({
        channels: ['email'],
        purposes: ['bulk'],
        how: 'web',
        source: 'https://example.com/p/verbeek/nl',
        givenOn: '2026-11-24',
        confirmedOn: '2026-11-24',
        until: '2028-11-24',
      });
    expect(body.consents.map(({ wording }: { wording: string }) => wording).toSorted()).toEqual([
      expect.stringContaining('Stuur mij de module van twaalf lessen'),
      expect.stringContaining('Stuur mij ook af en toe tips van Verbeek & Zoon'),
    ]);
    const { body: proof } = await workspace.api.get(`/public-page/subscribers/${subscriber?.id}`);
    expect(proof.signUps[0]).toMatchObject({ network: '203.0.113.0/24', module: true, tips: true });

    const again = await visitor().post(path);
    expect(again.text).toContain('al gebruikt');
    expect(await rows('subscriber', { email: 'sofie@example.com' })).toHaveLength(1);
  });

  test('two presses at once confirm once', async () => {
    const id = await aSignUp(house(), page, { email: 'twee@example.com' });
    const path = `/p/c/${confirmToken(house(), workspace.id, id)}`;
    const texts = (await Promise.all([1, 2, 3].map(() => visitor().post(path)))).map(({ text }) => text);
    expect(texts.filter((text) => text.includes('komt eraan'))).toHaveLength(1);
    expect(await rows('subscriber', { email: 'twee@example.com' })).toHaveLength(1);
  });

  test('a link that was changed, is of another kind, or comes late confirms nothing', async () => {
    const id = await aSignUp(house(), page, { email: 'laat@example.com' });
    const token = confirmToken(house(), workspace.id, id);
    const turned = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of [turned, token.slice(1), `${token}x`, 'AAAAAAAAAAAAAAAAAAAAAA', '..%2f..%2f', "'--"]) {
      expect((await visitor().post(`/p/c/${wrong}`)).status).toBe(404);
      expect((await visitor().get(`/p/c/${wrong}`)).status).toBe(404);
    }
    expect((await visitor().post(`/p/u/${token}`)).status).toBe(404);
    expect((await visitor().get(`/p/m/${token}`)).status).toBe(404);
    later(72 * hourMs);
    expect((await visitor().get(`/p/c/${token}`)).text).toContain('Deze link is voorbij');
    expect((await visitor().post(`/p/c/${token}`)).text).toContain('Deze link is voorbij');
    expect(await rows('subscriber', { email: 'laat@example.com' })).toEqual([]);
  });

  test('only the hash of a link is kept', async () => {
    const id = await aSignUp(house(), page, { email: 'hash@example.com' });
    const token = confirmToken(house(), workspace.id, id);
    const links = await inWorkspace(house().databases, workspace.id, (tx) =>
      tx.db.selectFrom('public_link').selectAll().where('sign_up_id', '=', id).execute(),
    );
    expect(links).toHaveLength(1);
    expect(JSON.stringify(links)).not.toContain(token);
  });

  test('who does not confirm is forgotten after seven days, and who did is not', async () => {
    await aSignUp(house(), page, { email: 'weg@example.com' });
    await aSubscriber(house(), workspace, { slug: 'verbeek', email: 'blijft@example.com' });
    later(7 * 24 * hourMs + 1000);
    await tendPage(house().world, workspace.id);
    expect(await rows('sign_up', { email: 'weg@example.com' })).toEqual([]);
    expect(await rows('sign_up', { email: 'blijft@example.com' })).toHaveLength(1);
  });

  test('no name can put a header into a mail, or a line into a list', async () => {
    const { personId } = await aSubscriber(house(), workspace, {
      slug: 'verbeek',
      email: 'kop@example.com',
      name: 'Jan\r\nBcc: iedereen@example.com\r\n\r\n<b>Piet</b>\u202e',
    });
    const { body } = await workspace.api.get(`/persons/${personId}`);
    expect(body.person.name).toBe('Jan Bcc: iedereen@example.com <b>Piet</b>');
    await tendPage(house().world, workspace.id);
    for (const { subject, text } of await postFor(house(), workspace.id, 'kop@example.com')) {
      expect(subject).not.toMatch(/[\r\n]/);
      expect(text).not.toContain('Bcc:');
    }
    const bomb = await visitor('198.51.100.9').post('/p/verbeek/nl/sign-up', {
      email: 'a@example.com\r\nBcc: b@example.com',
      module: '1',
    });
    expect(bomb.status === 422 || (await postFor(house(), workspace.id, 'b@example.com')).length === 0).toBe(true);
  });
});

describe('who lets a machine fill in the form', () => {
  test('reaches one address three times a day, whatever they try', async () => {
    for (let n = 0; n < 6; n += 1) await aSignUp(house(), page, { email: 'bom@example.com' });
    expect(await postFor(house(), workspace.id, 'bom@example.com')).toHaveLength(3);
    later(24 * hourMs + 1000);
    await aSignUp(house(), page, { email: 'bom@example.com' });
    expect(await postFor(house(), workspace.id, 'bom@example.com')).toHaveLength(4);
  });

  test('gets two hundred mails an hour out, of one company; the rest waits', async () => {
    later(2 * hourMs);
    await inWorkspace(house().databases, workspace.id, async (tx) => {
      await tx.db.deleteFrom('sign_up').where('confirmed_at', 'is', null).execute();
      for (let n = 0; n < 230; n += 1)
        await tx.db
          .insertInto('sign_up')
          .values({
            workspace_id: workspace.id,
            id: house().world.newId(),
            email: `lijst${n}@example.com`,
            email_key: `lijst${n}@example.com`,
            language: 'nl',
            module: true,
            tips: false,
            wording_module: 'ja',
            wording_tips: 'ja',
            wording_version: '1',
            page: 'x',
            created_at: house().now(),
          } as never)
          .execute();
    });
    await tendPage(house().world, workspace.id);
    const waiting = async () =>
      (await rows<{ handled_at: Date | null }>('sign_up')).filter((row) => row.handled_at === null).length;
    expect(await waiting()).toBe(30);
    later(hourMs + 1000);
    await tendPage(house().world, workspace.id);
    expect(await waiting()).toBe(0);
  });

  test('is told to wait from one network address', async () => {
    const statuses = [];
    for (let n = 0; n < 25; n += 1)
      statuses.push((await visitor('198.51.100.77').post('/p/verbeek/nl/sign-up', { email: 'x', module: '1' })).status);
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 422));
    expect(statuses.slice(20)).toEqual([429, 429, 429, 429, 429]);
    expect((await visitor('198.51.100.78').post('/p/verbeek/nl/sign-up', { email: 'x', module: '1' })).status).toBe(
      422,
    );
  });
});

describe('stopping', () => {
  async function aReader(email: string) {
    const subscriber = await aSubscriber(house(), workspace, { slug: 'verbeek', email, tips: true });
    await tendPage(house().world, workspace.id);
    const mail = (await postFor(house(), workspace.id, email)).at(-1);
    return { ...subscriber, mail, path: new URL(mail?.unsubscribe_url ?? '').pathname };
  }
  const oneClick = 'List-Unsubscribe=One-Click';

  test('a GET shows a button and stops nothing; one click without it stops at once, and again changes nothing', async () => {
    const { id, personId, mail, path } = await aReader('stop@example.com');
    expect(mail).toMatchObject({ kind: 'promotional', subject: 'Les 1 van 12: Drie mensen die je losliet' });
    // The header stays on one line (RFC 8058 and its trap in mailers: a folded one breaks DKIM).
    expect(mail?.unsubscribe_url?.length).toBeLessThan(70);
    const seen = await visitor().get(path);
    expect(seen.text).toContain('Stop deze mails');
    expect((await rows<{ module: string }>('subscriber', { id }))[0]?.module).toBe('running');
    for (let n = 0; n < 2; n += 1) expect((await visitor().send('POST', path, oneClick, form)).status).toBe(200);
    expect((await rows<object>('subscriber', { id }))[0]).toMatchObject({
      module: 'left',
      tips: 'running',
      next_at: null,
    });
    // What was queued and had not gone is stopped, and the proof for it does not count any more; that for the tips does.
    expect((await postFor(house(), workspace.id, 'stop@example.com')).at(-1)?.state).toBe('cancelled');
    const { body } = await workspace.api.get(`/persons/${personId}`);
    const counts = body.consents.filter((one: { withdrawn: unknown }) => one.withdrawn === null);
    expect(counts.map(({ wording }: { wording: string }) => wording)).toEqual([expect.stringContaining('tips')]);
    expect(body.person.objectedOn).toBeNull();
  });
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  test('a mail program may send it as another form too', async () => {
    const { id, path } = await aReader('multi@example.com');
    const body = '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
    const answer = await visitor().send('POST', path, body, { 'content-type': 'multipart/form-data; boundary=x' });
    expect(answer.status).toBe(200);
    expect((await rows<{ module: string }>('subscriber', { id }))[0]?.module).toBe('left');
  });

  test('“no contact at all” is an objection, with everything that goes with one', async () => {
    const { personId, path } = await aReader('nooit@example.com');
    await workspace.anOpportunity({ personId });
    await visitor().post(path, { all: '1' });
    const { body } = await workspace.api.get(`/persons/${personId}`);
    expect(body.person.objectedOn).not.toBeNull();
    expect(body.opportunities.map(({ state }: { state: string }) => state)).toEqual(['stopped']);
    await aSignUp(house(), page, { email: 'nooit@example.com' });
    expect(
      (await postFor(house(), workspace.id, 'nooit@example.com')).filter(({ kind }) => kind === 'service'),
    ).toHaveLength(1);
  });

  test('works without signing in while nothing else can be changed', async () => {
    const { id, path, token } = await aReader('onderhoud@example.com');
    const app = await buildApp({
      identity: house().identity,
      setupCode: null,
      trustedProxies: [],
      webFolder: '/nonexistent',
      version: '0.0.0',
      logger: false,
      readOnly: true,
      parts: [(part) => addSite(part, { world: house().world, font: null, readOnly: true, tend: () => {} })],
    } as Parameters<typeof buildApp>[0]);
    const closed = visitorOf({ ...house(), app });
    try {
      const refused = await closed.post('/p/verbeek/nl/sign-up', { email: 'a@example.com', module: '1' });
      expect(refused.status).toBe(503);
      expect(refused.text).toContain('onderhoud');
      expect((await closed.post(`/p/m/${token}`, { act: 'pause' })).status).toBe(503);
      const write = await app.inject({
        method: 'POST',
        url: '/api/v1/opportunities',
        headers: { authorization: `Bearer ${workspace.token}`, 'content-type': 'application/json' },
        payload: '{"person":{"name":"Jan"}}',
      });
      expect(write.json()).toMatchObject({ status: 503, code: 'read_only' });
      expect((await closed.get(`/p/m/${token}`)).status).toBe(200);
      expect((await closed.send('POST', path, oneClick, form)).status).toBe(200);
      expect((await rows<{ module: string }>('subscriber', { id }))[0]?.module).toBe('left');
    } finally {
      await app.close();
    }
  });
});
