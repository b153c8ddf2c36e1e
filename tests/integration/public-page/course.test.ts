import { beforeAll, describe, expect, test } from 'vitest';
import { toHtml } from '#usecases/public-page/markdown';
import type { ShownPage } from '#usecases/public-page/open-page';
import { tendPage } from '#usecases/public-page/tend-page';
import type { Workspace } from '#tests/support/house';
import { aPublicPage, aSubscriber, postFor, visitorOf } from '#tests/support/public-page';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
let workspace: Workspace;
let page: ShownPage;
const dayMs = 86_400_000;
const later = (ms: number) => house().setNow(new Date(house().now().getTime() + ms));
const visitor = () => visitorOf(house());
const tend = () => tendPage(house().world, workspace.id);
const subscriber = (email: string, wish = {}) => aSubscriber(house(), workspace, { slug: 'cursus', email, ...wish });
const lessonsOf = async (email: string) =>
  (await postFor(house(), workspace.id, email))
    .filter(({ cause }) => cause.startsWith('lesson:'))
    .map(({ subject }) => subject.slice(0, 12));

beforeAll(async () => {
  workspace = await house().aWorkspace();
  page = await aPublicPage(house(), workspace, { slug: 'cursus' });
});

describe('the module', () => {
  test('goes lesson by lesson, on the rhythm that its subscriber chose, and never the same one twice', async () => {
    const { token } = await subscriber('ritme@example.com');
    await Promise.all([tend(), tend()]);
    await tend();
    expect(await lessonsOf('ritme@example.com')).toEqual(['Les 1 van 12']);
    later(3 * dayMs - 1000);
    await tend();
    expect(await lessonsOf('ritme@example.com')).toHaveLength(1);
    later(2000);
    await tend();
    expect(await lessonsOf('ritme@example.com')).toEqual(['Les 1 van 12', 'Les 2 van 12']);
    await visitor().post(`/p/m/${token}`, { act: 'pace', days: '1' });
    later(dayMs + 1000);
    await tend();
    await visitor().post(`/p/m/${token}`, { act: 'pause' });
    later(10 * dayMs);
    await tend();
    expect(await lessonsOf('ritme@example.com')).toHaveLength(3);
    expect((await visitor().get(`/p/m/${token}`)).text).toContain('staat op pauze');
    await visitor().post(`/p/m/${token}`, { act: 'go_on' });
    await tend();
    for (let n = 0; n < 12; n += 1) {
      await visitor().post(`/p/m/${token}`, { act: 'now' });
      await tend();
    }
    const all = await lessonsOf('ritme@example.com');
    expect(all).toHaveLength(12);
    expect(new Set(all).size).toBe(12);
    expect((await visitor().get(`/p/m/${token}`)).text).toContain('alle twaalf');
  });

  test('“done” counts the first time, and only for a lesson that was sent', async () => {
    const { id, token } = await subscriber('gedaan@example.com', { language: 'en' });
    await tend();
    const seen = await visitor().get(`/p/m/${token}`);
    expect(seen.text).toContain('<html lang="en">');
    expect(seen.text).toContain('0 of 12 done, 1 of 12 sent');
    await visitor().post(`/p/m/${token}`, { act: 'done', number: '1' });
    await visitor().post(`/p/m/${token}`, { act: 'done', number: '2' });
    await visitor().post(`/p/m/${token}`, { act: 'done', number: '99' });
    const { body } = await workspace.api.get(`/public-page/subscribers/${id}`);
    expect(body.lessons).toMatchObject([{ number: 1, doneAt: expect.any(String) }]);
    expect((await visitor().get(`/p/m/${token}`)).text).toContain('1 of 12 done');
  });

  test('the three names become opportunities of who is signed in, each with a next moment, once', async () => {
    const { token } = await subscriber('drie@example.com');
    await tend();
    await visitor().post(`/p/m/${token}`, {
      act: 'names',
      name1: 'Eva Mulder',
      keen1: '=1+1',
      name2: 'Piet <b>Jansen</b>',
      keen2: '',
      name3: '  ',
    });
    const seen = await visitor().get(`/p/m/${token}`);
    expect(seen.text).toContain('value="Piet &lt;b&gt;Jansen&lt;/b&gt;"');
    const file = await visitor().get(`/p/m/${token}/names.csv`);
    expect(file.text).toContain(`Eva Mulder,'=1+1`);
    const joined = await house().aWorkspace();
    const { status, body } = await joined.api.post('/lesson-names', { link: `http://localhost:4620/p/m/${token}` });
    expect(status).toBe(201);
    expect(body.opportunities.map(({ name }: { name: string }) => name)).toEqual(['Eva Mulder', 'Piet <b>Jansen</b>']);
    const again = await joined.api.post('/lesson-names', { link: token });
    expect(again.body).toEqual(body);
    const [first] = body.opportunities;
    const { body: opportunity } = await joined.api.get(`/opportunities/${first.id}`);
    expect((opportunity.opportunity ?? opportunity).nextMoment).toMatchObject({ number: 1 });
    expect((await joined.api.post('/lesson-names', { link: 'AAAAAAAAAAAAAAAAAAAAAA' })).body.code).toBe('link_unknown');
  });

  test('figures of each lesson: sent, done, and for whom it was the last before they bought', async () => {
    const other = await house().aWorkspace();
    await aPublicPage(house(), other, { slug: 'cijfers', makesOpportunity: true });
    const { personId, token } = await aSubscriber(house(), other, { slug: 'cijfers', email: 'koper@example.com' });
    await aSubscriber(house(), other, { slug: 'cijfers', email: 'lezer@example.com' });
    await tendPage(house().world, other.id);
    await visitor().post(`/p/m/${token}`, { act: 'now' });
    await tendPage(house().world, other.id);
    await visitor().post(`/p/m/${token}`, { act: 'done', number: '2' });
    const { body: person } = await other.api.get(`/persons/${personId}`);
    expect(person.opportunities).toHaveLength(1);
    expect(person.opportunities[0]).toMatchObject({ source: 'cijfers', state: 'open' });
    await other.aMoment(person.opportunities[0].id, { outcome: 'bought', value: 120_000 });
    const { body } = await other.api.get('/public-page/figures');
    expect(body).toMatchObject({ running: 2, sold: 1, unconfirmed: 0 });
    expect(body.lessons.slice(0, 3)).toEqual([
      { number: 1, sent: 2, done: 0, sold: 0 },
      { number: 2, sent: 1, done: 1, sold: 1 },
      { number: 3, sent: 0, done: 0, sold: 0 },
    ]);
    const { body: stories } = await other.api.get('/stories');
    expect(stories.items[0]).toMatchObject({ number: 1 });
    const file = await other.api.get('/public-page/subscribers-file');
    expect(file.text).toContain('koper@example.com,nl,running,2,none');
    expect((await other.api.get('/public-page/subscribers?q=KOPER')).body.items).toHaveLength(1);
    expect((await other.api.get('/public-page/subscribers?q=%25')).body.items).toEqual([]);
  });
});

describe('texts of the owner', () => {
  test('every version stays, an earlier one comes back, and who stands on an old one is told', async () => {
    const at = '/public-page/lessons/3/nl';
    const text = { title: 'Eigen titel', body: 'Eerste **versie**', act: 'Doe iets' };
    expect((await workspace.api.put(at, { version: 0, ...text })).body).toMatchObject({ version: 1, isOwn: true });
    expect((await workspace.api.put(at, { version: 0, ...text })).body.code).toBe('version_conflict');
    await workspace.api.put(at, { version: 1, ...text, body: 'Tweede' });
    const reset = await workspace.api.post(`${at}/reset`, { version: 2 });
    expect(reset.body).toMatchObject({ version: 3, isOwn: false, title: 'Stilte is geen nee' });
    const { body } = await workspace.api.get('/public-page/lesson-versions?number=3&language=nl');
    expect(body.items.map(({ version }: { version: number }) => version)).toEqual([3, 2, 1]);
    const { title, body: first, act } = body.items.at(-1);
    expect((await workspace.api.put(at, { version: 3, title, body: first, act })).body).toMatchObject({
      version: 4,
      body: 'Eerste **versie**',
    });
    expect((await workspace.api.put(at, { version: 4, ...text, title: 'a\nb' })).status).toBe(400);
  });

  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;'],
    ['<img src=x onerror=alert(1)>', '&lt;img'],
    ['[klik](javascript:alert(1))', '[klik](javascript:alert(1))'],
    ['[klik](data:text/html,x)', '[klik](data:text/html,x)'],
    ['[klik](JaVaScRiPt&#58;alert(1))', '[klik]('],
    ['![plaatje](https://elders.example/pixel.gif)', 'plaatje'],
    ['<style>body{display:none}</style>', '&lt;style&gt;'],
  ])('%s does nothing', (markdown, kept) => {
    const html = toHtml(markdown);
    expect(html).toContain(kept);
    expect(html).not.toMatch(/<(?:script|img|style|iframe|svg)|<[^>]+\son\w+=|href="(?:javascript|data)/i);
  });

  test('a lesson with HTML in it is text on the page and in the mail', async () => {
    const own = await house().aWorkspace();
    await aPublicPage(house(), own, { slug: 'eigen-les', sender: 'Dorpsstraat 1\nKVK 12345678' });
    await own.api.put('/public-page/lessons/1/nl', {
      version: 0,
      title: 'Mijn <b>les</b>',
      body: '<script>alert(1)</script> en **vet**',
      act: '<img src=x>',
    });
    const { token } = await aSubscriber(house(), own, { slug: 'eigen-les', email: 'les@example.com' });
    await tendPage(house().world, own.id);
    const mail = (await postFor(house(), own.id, 'les@example.com')).at(-1);
    expect(mail?.subject).toBe('Les 1 van 12: Mijn <b>les</b>');
    expect(mail?.html).toContain('<strong>vet</strong>');
    expect(mail?.html).not.toMatch(/<script|<img/);
    // On lines of their own, as it was typed.
    expect(mail?.html).toContain('Dorpsstraat 1<br>\nKVK 12345678');
    const { text } = await visitor().get(`/p/m/${token}`);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toMatch(/<script>|<img/);
  });

  test('a tip goes at its time to who asked for tips and to nobody else, once, and then stands in the archive', async () => {
    await subscriber('tips@example.com', { module: false, tips: true });
    await subscriber('english@example.com', { tips: true, language: 'en' });
    await subscriber('geen@example.com', { module: true, tips: false });
    const { body: tip } = await workspace.api.post('/public-page/tips', {
      language: 'nl',
      title: 'Bel op donderdag',
      body: 'Dan is het *rustig*.',
    });
    await workspace.api.put(`/public-page/tips/${tip.id}/en`, { version: 0, title: 'Call on Thursday', body: 'Calm.' });
    await tend();
    expect((await visitor().get('/p/cursus/nl/tips')).text).not.toContain('donderdag');
    const sendAt = new Date(house().now().getTime() + 60_000).toISOString();
    const planned = await workspace.api.patch(`/public-page/tips/${tip.id}`, { version: tip.version, sendAt });
    expect(planned.body.state).toBe('scheduled');
    await tend();
    const tipsOf = async (email: string) =>
      (await postFor(house(), workspace.id, email))
        .filter(({ cause }) => cause.startsWith('tip:'))
        .map(({ subject }) => subject);
    expect(await tipsOf('tips@example.com')).toEqual([]);
    later(61_000);
    await Promise.all([tend(), tend()]);
    expect(await tipsOf('tips@example.com')).toEqual(['Bel op donderdag']);
    expect(await tipsOf('english@example.com')).toEqual(['Call on Thursday']);
    expect(await tipsOf('geen@example.com')).toEqual([]);
    const { body: list } = await workspace.api.get('/public-page/tips');
    expect(list.items[0]).toMatchObject({ state: 'sent', recipients: 2 });
    expect((await visitor().get('/p/cursus/nl/tips')).text).toContain('Bel op donderdag');
    expect((await visitor().get(`/p/cursus/en/tips/${tip.id}`)).text).toContain('Calm.');
    const written = await workspace.api.put(`/public-page/tips/${tip.id}/nl`, { version: 1, title: 'x', body: 'x' });
    expect(written.body.code).toBe('tip_already_sent');
    expect((await workspace.api.delete(`/public-page/tips/${tip.id}`)).body.code).toBe('tip_already_sent');
  });
});

describe('the contact form', () => {
  const ask = (form: Record<string, string>) => visitor().post('/p/cursus/nl/contact', form);

  test('becomes an opportunity that waits for its assignee above Today, due within the hour', async () => {
    house().setNow('2026-12-08T09:02:00Z');
    const answer = await ask({
      name: 'Rik Vos',
      email: 'rik@example.com',
      phone: '06 12 34 56 78',
      message: 'Kan dit ook\r\nblauw?',
    });
    expect(answer.text).toContain('Het is binnen');
    await Promise.all([tend(), tend()]);
    const { body } = await workspace.api.get('/public-page/contact-requests');
    expect(body.items).toHaveLength(1);
    const [{ opportunityId, personId }] = body.items;
    const { body: person } = await workspace.api.get(`/persons/${personId}`);
    expect(person.person).toMatchObject({ name: 'Rik Vos', basis: 'request', phone: '+31612345678' });
    expect(person.opportunities).toHaveLength(1);
    expect(person.opportunities[0]).toMatchObject({
      id: opportunityId,
      source: 'cursus',
      keen: 'Kan dit ook\nblauw?',
      waitingSince: expect.any(String),
      nextMoment: { on: '2026-12-08', at: '2026-12-08T10:00:00.000Z', purpose: 'requested' },
    });
    const { body: today } = await workspace.api.get('/today?minutes=60');
    expect(JSON.stringify(today)).toContain(opportunityId);
  });

  test('of somebody who was let go reopens that opportunity at its number', async () => {
    const opportunity = await workspace.anOpportunity({
      person: { name: 'Tess Bos', email: 'tess@example.com' },
      held: 4,
    });
    await workspace.api.post(`/opportunities/${opportunity.id}/stop`, { saidNo: false, reason: 'no_response' });
    await ask({ name: 'Tess', email: 'TESS@example.com', message: 'Toch graag.' });
    await tend();
    const { body } = await workspace.api.get(`/persons/${opportunity.person?.id}`);
    expect(body.opportunities).toHaveLength(1);
    expect(body.opportunities[0]).toMatchObject({ state: 'open', held: 4, waitingSince: expect.any(String) });
  });

  test('of somebody who wants no contact plans nothing, and is shown to the owner', async () => {
    const person = await workspace.aPerson({ email: 'olga@example.com' });
    await workspace.api.post(`/persons/${person.id}/object`);
    await ask({ name: 'Olga', email: 'olga@example.com', message: 'Hoi' });
    await tend();
    const { body } = await workspace.api.get('/public-page/contact-requests');
    expect(body.items[0]).toMatchObject({ name: 'Olga', opportunityId: null });
  });

  test('says what is missing; a machine gets the same answer and leads to nothing', async () => {
    expect((await ask({ email: 'a@example.com', message: 'x' })).text).toContain('Vertel ons je naam');
    expect((await ask({ name: 'A', message: 'x' })).text).toContain('mailadres of telefoonnummer');
    const wrong = await ask({ name: 'A', email: 'geen adres', message: 'x' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toMatch(/id="email"[^>]*aria-invalid="true"/);
    expect((await ask({ name: 'A', email: 'a@example.com' })).text).toContain('waar het over gaat');
    const machine = await ask({ name: 'Bot', email: 'bot@example.com', message: 'spam', website: 'http://spam' });
    expect(machine.text).toContain('Het is binnen');
    await tend();
    expect(JSON.stringify((await workspace.api.get('/public-page/contact-requests')).body)).not.toContain('Bot');
  });
});

test('a person who is erased is no subscriber any more, and the links of before lead nowhere', async () => {
  const { id, personId, token } = await subscriber('wissen@example.com');
  await tend();
  await workspace.api.post(`/persons/${personId}/erase`, {});
  later(40 * dayMs);
  const { eraseDue } = await import('#usecases/rights/erase-due');
  await eraseDue({ databases: house().databases, now: house().now, newId: house().world.newId }, workspace.id);
  expect((await workspace.api.get(`/public-page/subscribers/${id}`)).status).toBe(404);
  expect((await visitor().get(`/p/m/${token}`)).status).toBe(404);
  expect(page.slug).toBe('cursus');
});
