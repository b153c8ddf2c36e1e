// Every screen in light and dark, Dutch and English, phone and desktop, empty and full, and what goes wrong: .tmp/screenshots.
// For looking at; no test. `npm run screenshots -- --only today,log --lang nl --size phone` takes a few. `--keep` leaves the data
// folders (.tmp/screenshots-data), so that the next run starts at once; without it they are made anew. `--readme` takes only the
// picture of the README, docs/images/today.png.
// Colours are switched while a screen stands, so light and dark show the same moment.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, '.tmp/screenshots');
const data = join(root, '.tmp/screenshots-data');
const { values: wish } = parseArgs({
  options: {
    only: { type: 'string' },
    lang: { type: 'string' },
    size: { type: 'string' },
    theme: { type: 'string' },
    keep: { type: 'boolean' },
    readme: { type: 'boolean' },
  },
});
const chosen = (given, all) => (given === undefined ? all : given.split(','));
const langs = chosen(wish.lang, ['nl', 'en']);
const themes = chosen(wish.theme, ['light', 'dark']);
const sizes = Object.entries({
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
}).filter(([name]) => chosen(wish.size, ['phone', 'desktop']).includes(name));
const account = { email: 'demo@example.com', password: 'een lange zin om in te komen' };
const list = join(root, 'tests/fixtures/spreadsheets/prospects-notities.csv');

const wanted = (name) =>
  wish.only === undefined || wish.only.split(',').some((part) => name.startsWith(part) || part.startsWith(name));

if (!wish.keep) rmSync(data, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
// Days and times in the browser's own fields follow the browser's language, not the page's.
const browsers = new Map();
for (const lang of langs) {
  const locale = lang === 'nl' ? 'nl-NL' : 'en-GB';
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const env = { ...process.env, LANGUAGE: locale.replace('-', '_'), LANG: `${locale.replace('-', '_')}.UTF-8` };
  browsers.set(lang, await chromium.launch({ executablePath, env, args: [`--lang=${locale}`] }));
}
let taken = 0;
const trouble = [];
try {
  // These two have a journey of their own, on the full data alone.
  const onlyRights = wish.only?.split(',').every((part) => /^(rights|permission)/.test(part)) ?? false;
  if (!wish.readme && !onlyRights)
    await withServer('empty', async (url, fresh) => {
      if (fresh) await each(url, null, firstVisit);
      if (fresh)
        await run('empty', [
          'setup',
          ...flags(account),
          '--name',
          'Sanne Verbeek',
          '--workspace',
          'Verbeek Kantoor & Winkel',
        ]);
      await each(url, account, emptyScreens);
      await each(url, account, importSteps);
    });
  if (!existsSync(join(data, 'full'))) await run('full', ['demo', ...flags(account)]);
  await withServer('full', async (url) => {
    if (wish.readme) return forReadme(url);
    if (wanted('rights') || wanted('permission')) await each(url, account, rightsScreens);
    if (onlyRights) return;
    await each(url, null, entrance);
    // What one thought is asked once: the question first, in every look.
    await each(url, account, mirrorAsked);
    await each(url, account, fullScreens);
    await each(url, null, publicPages);
    await each(url, account, whatGoesWrong);
  });
} finally {
  for (const browser of browsers.values()) await browser.close();
}
process.stdout.write(`${taken} pictures in ${out}\n`);
for (const line of trouble) process.stderr.write(`${line}\n`);
if (trouble.length > 0) process.exitCode = 1;

async function firstVisit({ page, shot }) {
  await page.goto('/');
  await page.locator('form').waitFor();
  await shot('first-visit');
}

async function entrance({ page, shot }) {
  await page.goto('/');
  await page.locator('form').waitFor();
  await shot('sign-in');
  await page.locator('input').nth(0).fill('demo@example.com');
  await page.locator('input').nth(1).fill('verkeerd wachtwoord');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').first().waitFor();
  await shot('sign-in-wrong');
}

async function emptyScreens({ shot, go }) {
  for (const [name, path] of Object.entries({
    today: '/',
    done: '/done',
    later: '/later',
    persons: '/persons',
    board: '/board',
    duplicates: '/duplicates',
    mirror: '/mirror',
    'still-to-gain': '/still-to-gain',
    revive: '/revive',
    'what-if': '/what-if',
    import: '/import',
    practice: '/practice',
  })) {
    await go(path);
    await shot(`empty-${name}`);
  }
}

async function importSteps({ page, shot, go, api }) {
  if (wish.only !== undefined && !wish.only.includes('import')) return;
  await go('/import');
  await page.locator('input[type=file]').setInputFiles(list);
  await page.waitForURL('**/import/*');
  const primary = page.locator('main .button--primary');
  await primary.first().waitFor();
  await shot('import-1-columns', { whole: true });
  await primary.click();
  await shot('import-2-questions', { whole: true });
  for (const group of await page.locator('main fieldset').all()) {
    const choice = group.getByRole('radio').first();
    if ((await group.getByRole('radio', { checked: true }).count()) === 0 && (await choice.count()) > 0)
      await choice.check({ force: true });
  }
  const stopped = page.getByRole('radio', { name: /Losgelaten|Let go/ });
  if (await stopped.count()) await stopped.check({ force: true });
  await shot('import-2-questions-answered', { whole: true });
  await primary.click();
  await settled(page);
  if ((await page.locator('.tap').count()) > 0) {
    await shot('import-3-tap');
    await page.keyboard.press('2');
    await page.keyboard.press('1');
    await page.getByRole('button', { name: /Zo is het genoeg|That’s enough|enough/i }).click();
  }
  await page
    .locator('.step-check, .check')
    .first()
    .waitFor({ timeout: 2000 })
    .catch(() => {});
  await settled(page);
  await page.waitForTimeout(800);
  await shot('import-4-check', { whole: true });
  await primary.click();
  await page.locator('.first').waitFor();
  await shot('import-5-begin-with-these', { whole: true });
  await shot('import-5-begin-first-screen');
  await go('/import');
  await shot('import-again');
  const id = (await api('GET', '/imports')).items[0].id;
  await api('POST', `/imports/${id}/undo`);
}

async function mirrorAsked({ shot, go }) {
  await go('/mirror');
  await shot('mirror-asked');
}

async function fullScreens({ page, shot, go, api, size, part }) {
  await api('PUT', '/mirror/guess', { stopsAfter: 5, salesAt: 2 });
  const today = await api('GET', '/today?minutes=120');
  const best = today.items.find((item) => item.opportunity.person !== null && item.opportunity.held > 2);
  const sheet = (name, open) =>
    part(name, async () => {
      await go('/');
      await open();
      await page.getByRole('dialog').first().waitFor();
      await shot(name);
    });
  /** Each act of a menu, as far as it opens a sheet. */
  const menuActs = (name, path, menu) =>
    part(name, async () => {
      await go(path);
      await page.locator(menu).first().click();
      await shot(`${name}-menu`);
      const count = await page.getByRole('menuitem').count();
      for (let at = 0; at < count; at += 1) {
        await go(path);
        await page.locator(menu).first().click();
        const item = page.getByRole('menuitem').nth(at);
        // What acts at once would change what the next pictures show.
        if (!(await item.innerText()).trim().endsWith('…')) continue;
        await item.click();
        await page.getByRole('dialog').first().waitFor({ timeout: 4000 });
        await shot(`${name}-menu-${at}`);
      }
    });
  await go('/');
  await shot('today');
  await shot('today-whole', { whole: true });
  await sheet('log', () => page.keyboard.press('l'));
  await sheet('log-more', async () => {
    await page.keyboard.press('l');
    await page.locator('dialog summary, [role=dialog] summary').first().click();
  });
  for (const [name, key] of Object.entries({ appointment: '5', 'not-now': '6', bought: '7', 'no-contact': '9' })) {
    await sheet(`log-${name}`, async () => {
      await page.keyboard.press('l');
      await page.locator('.outcomes').waitFor();
      await page.keyboard.press(key);
      await page.locator('.step').waitFor();
    });
  }
  await sheet('know', () => page.keyboard.press('i'));
  await part('today-past', async () => {
    await go('/');
    await page.locator('.focus .fold summary').click();
    await page.locator('.focus__past').waitFor();
    await shot('today-past');
  });
  await part('block', async () => {
    await go('/');
    await page.getByRole('button', { name: /^(Blok van|Block of)/ }).click();
    await page.locator('.focus').waitFor();
    await shot('block');
    await page.getByRole('button', { name: /^(Stop|End)$/ }).click();
    await settled(page);
    await shot('block-end');
  });
  await sheet('plan', () => page.keyboard.press('s'));
  await sheet('why', () => page.keyboard.press('.'));
  await sheet('figures', async () => {
    await page.keyboard.press('.');
    await page.locator('.worth__sources').click();
    await page.locator('.figures-text').waitFor();
  });
  await sheet('keys', () => page.keyboard.press('?'));
  await sheet('add-spoke', () => page.keyboard.press('n'));
  await sheet('add-spoke-filled', async () => {
    await page.keyboard.press('n');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('Marieke van den Berg, Van den Berg Interieurs BV, 06 0000 1234');
    await page.waitForTimeout(600);
  });
  await sheet('add-paste', async () => {
    await page.keyboard.press('n');
    await page.getByRole('dialog').waitFor();
    await page.getByRole('radio', { name: /Meer namen|More names|Several/ }).check({ force: true });
    await page
      .locator('textarea')
      .first()
      .fill('Jan de Vries, Bakker bv, 06 00001234\nMarieke van den Berg, marieke@voorbeeld.example\nYasmin El Amrani');
    await page.waitForTimeout(400);
  });
  await sheet('pace', () => page.locator('.pace__choose').last().click());
  await part('time', async () => {
    await go('/mirror/time');
    await page.locator('.chart__tick').last().click();
    await shot('time', { whole: true });
  });
  await part('stories', async () => {
    await go('/mirror/stories');
    await page.locator('.story').first().waitFor();
    await page.locator('.story__road summary').first().click();
    await shot('stories', { whole: false });
  });
  await sheet('stop', async () => {
    await page.locator('.focus .menu__button').click();
    await page.getByRole('menuitem').last().click();
    await page.getByRole('dialog').waitFor();
  });
  await sheet('stop-silence', async () => {
    await page.locator('.focus .menu__button').click();
    await page.getByRole('menuitem').last().click();
    await page.getByRole('radio', { name: /Nee, niet|No, not/ }).check({ force: true });
  });
  await part('today-prospecting', async () => {
    const { prospecting } = await api('POST', '/prospecting', {});
    await go('/');
    await page.locator('.prospecting').waitFor();
    await shot('today-prospecting');
    await page.locator('.prospecting button').click();
    await page.getByRole('dialog').waitFor();
    await shot('today-prospecting-stop');
    await api('DELETE', `/prospecting/${prospecting.id}`);
  });
  await part('today-menu', async () => {
    await go('/');
    await page.locator('.focus .menu__button').click();
    await shot('today-menu');
  });
  await go('/persons');
  await shot('persons');
  await part('board', async () => {
    await go('/board');
    await shot('board');
    await go('/board?by=stage');
    await shot('board-stage');
    await page.locator('[data-card] .menu__button').first().click();
    await shot('board-move');
  });
  await part('list', async () => {
    await go('/persons?columns=trail,next,value,stage,assignee');
    await page.locator('.listing__pick input').nth(1).check({ force: true });
    await page.locator('.listing__pick input').nth(2).check({ force: true });
    await shot('list-chosen');
    await page.locator('.listing__bar .button--primary').click();
    await page.getByRole('dialog').locator('.sheet__foot .button--primary').click();
    await page.locator('.sheet [role=status]').waitFor();
    await shot('list-preview');
    await go('/persons');
    await page.locator('.find__more .button').first().click();
    await page.getByRole('dialog').waitFor();
    await shot('list-filter');
  });
  await part('duplicates', async () => {
    await go('/duplicates');
    await shot('duplicates', { whole: true });
  });
  await sheet('palette', () => page.keyboard.press('Control+k'));
  await sheet('palette-found', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('offerte');
    await page.waitForTimeout(900);
  });
  await part('persons', async () => {
    await go('/persons?search=1');
    await page.getByRole('searchbox').fill('vries');
    await page.waitForTimeout(900);
    await shot('persons-search');
    await page.getByRole('searchbox').fill('xqzzy');
    await page.waitForTimeout(900);
    await shot('persons-none');
  });
  await part('relationship', async () => {
    const { items: tags } = await api('GET', '/tags');
    const { items } = await api('GET', `/persons?tagId=${tags.find((tag) => tag.persons > 0).id}`);
    await go(`/persons/${items[0].id}`);
    await page.locator('.relation').first().waitFor();
    await page.locator('.strength summary').click();
    await shot('relationship-page', { whole: true });
    for (const [name, words] of Object.entries({
      day: /^(Dag erbij|Add a day)$/,
      tags: /^(Labels wijzigen|Change tags)$/,
      rhythm: /^(Ritme|Rhythm)$/,
      care: /^(Leg contact vast|Log contact)$/,
    })) {
      await page.getByRole('button', { name: words }).click();
      await page.getByRole('dialog').waitFor();
      await shot(`relationship-${name}`);
      await page.keyboard.press('Escape');
    }
    await page.locator('[aria-labelledby=connections] button').first().click();
    await page.getByRole('dialog').waitFor();
    await shot('relationship-connection');
    await page.keyboard.press('Escape');
    await go('/settings#tags');
    await page.locator('.tags-settings').scrollIntoViewIfNeeded();
    await shot('relationship-settings');
    await go('/persons?filter=everyone');
    await shot('relationship-filter');
  });
  await go(`/persons/${best.opportunity.person.id}`);
  await shot('person');
  await shot('person-whole', { whole: true });
  await go(`/opportunities/${best.opportunity.id}`);
  await shot('opportunity');
  await menuActs(
    'person',
    `/persons/${best.opportunity.person.id}`,
    'main .page__head .menu__button, main .menu__button',
  );
  await menuActs('opportunity', `/opportunities/${best.opportunity.id}`, 'main .menu__button');
  if (best.opportunity.organisation) {
    await go(`/organisations/${best.opportunity.organisation.id}`);
    await shot('organisation', { whole: true });
  }
  await sheet('lesson', () =>
    page
      .locator('.lesson-link, main button, aside button')
      .filter({ hasText: /^(De les|The lesson)/ })
      .click(),
  );
  const won = (await api('GET', '/opportunities?state=won&limit=1')).items[0];
  await go(`/persons/${won.person.id}`);
  await shot('person-won', { whole: true });
  await part('outlook', async () => {
    if ((await api('GET', '/needs')).items.length === 0) {
      await api('POST', '/needs', { kind: 'wages', amount: 1_800_000 });
      await api('POST', '/needs', { kind: 'rent', amount: 250_000 });
      const { version } = await api('GET', '/settings');
      await api('PATCH', '/settings', { version, cashAtHand: 4_000_000 });
    }
    await go('/outlook');
    for (const unfold of await page.locator('main summary').all()) await unfold.click();
    await shot('outlook', { whole: true });
  });
  await part('calendar', async () => {
    await go('/settings/calendar');
    await api('PUT', '/calendar/connection', { kind: 'ics', address: 'https://127.0.0.1/mine.ics' });
    await page.reload();
    await page.locator('.steps-read').waitFor();
    await page.getByRole('button', { name: /^(Maak een|Make an)/ }).click();
    await page.locator('.once').waitFor();
    await shot('calendar', { whole: true });
    await api('DELETE', '/calendar/feed');
    await api('DELETE', '/calendar/connection');
    await go('/phone');
    await shot('calendar-phone', { whole: true });
  });
  for (const path of [
    'mirror',
    'still-to-gain',
    'revive',
    'revive/let-lie',
    'what-if',
    'settings',
    'later',
    'done',
    'import',
    'outbox',
    'practice',
    'phone',
    'three-names/nothing',
    ...(size === 'phone' ? ['more'] : []),
  ]) {
    const name = path.replace('/', '-');
    await go(`/${path}`);
    await shot(name);
    if (['mirror', 'still-to-gain', 'revive', 'what-if', 'settings', 'practice', 'outbox'].includes(path))
      await shot(`${name}-whole`, { whole: true });
  }
  for (const tab of ['', '/lessons', '/tips', '/people']) {
    await go(`/settings/public-page${tab}`);
    await shot(`public-page${tab.replace('/', '-')}`, { whole: true });
  }
}

/** What visitors see: pages of the server, without the app. */
async function publicPages({ page, shot, lang }) {
  for (const part of ['', '/contact', '/tips']) {
    await page.goto(`/p/verbeek/${lang}${part}`);
    await shot(`visitor${part.replace('/', '-') || '-page'}`, { whole: true });
  }
}

/** May I contact them, what they may ask, and what an owner answers for. Somebody is made anew for each look, as most of it changes them. */
async function rightsScreens({ page, api, go, shot, lang, size }) {
  const mark = `${lang === 'nl' ? 'Neeltje' : 'Nelly'} ${size === 'phone' ? 'Telder' : 'Dekker'}`;
  const person = {
    name: mark,
    // Whoever objected in an earlier run cannot be put in again.
    email: `${mark.toLowerCase().replace(' ', '.')}.${Date.now()}@example.nl`,
    basis: 'event',
    legalForm: 'consumer',
  };
  const phone = `+316${String(Date.now()).slice(-8)}`;
  const note = lang === 'nl' ? `Kent ${mark} van de tennisclub.` : `Knows ${mark} from the tennis club.`;
  const made = await api('POST', '/opportunities', { person: { ...person, phone }, title: 'Serre', value: 850_000 });
  const other = (await api('GET', '/opportunities?state=open&limit=20')).items.find(
    (one) => one.person !== null && one.id !== made.id && !one.person.restricted,
  );
  await api('POST', `/opportunities/${other.id}/moments`, { channel: 'call', outcome: 'spoke', note });
  const path = `/persons/${made.person.id}`;
  const opened = async (name, open, { whole = false } = {}) => {
    await open();
    await page.getByRole('dialog').waitFor();
    await shot(name, { whole });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  const press = (words) => page.getByRole('button', { name: words }).first().click();
  await go(path);
  await shot('permission-blocked', { whole: true });
  await opened('permission-why-blocked', () => press(/^(Bellen|Call)/));
  await opened('permission-log-asks', () => press(/^(Leg vast|Log)/));
  await page.locator('.permission details > summary').click();
  await opened('permission-consent', () => press(/^(Leg toestemming vast|Toestemming vastleggen|Record a consent)/));
  await api('POST', `${path}/consents`, {
    channels: ['call', 'email'],
    wording: lang === 'nl' ? 'Mag ik je blijven bellen?' : 'May I keep calling you?',
    wordingVersion: '1',
    language: lang,
    how: 'phone',
  });
  await api('POST', `/opportunities/${made.id}/moments`, { channel: 'call', outcome: 'spoke' });
  await go(path);
  await shot('permission-allowed', { whole: true });
  await opened('permission-why-allowed', () => press(/^(Bellen|Call)/));
  const menu = async () => {
    await page
      .getByRole('button', { name: new RegExp(`(Meer|More).*${mark.split(' ')[0]}`) })
      .first()
      .click();
    await page.getByRole('menuitem', { name: /^(Rechten|Rights)/ }).click();
  };
  await opened('rights-sheet', menu);
  await menu();
  await page.getByRole('dialog').waitFor();
  await page.getByRole('dialog').getByText(note).first().scrollIntoViewIfNeeded();
  await shot('rights-sheet-erase');
  await page.keyboard.press('Escape');
  await api('POST', '/privacy/requests', { personId: made.person.id, kind: 'erase', receivedBy: 'email' });
  await api('POST', `${path}/erase`, { objects: true });
  await go(path);
  await shot('rights-erasing', { whole: true });
  await menu();
  await page.getByRole('dialog').getByText(note).first().scrollIntoViewIfNeeded();
  await shot('rights-mentions');
  await page.keyboard.press('Escape');
  await go('/settings/privacy');
  await shot('rights-privacy', { whole: true });
  await press(/^(Antwoord|Answer)/);
  await page.getByRole('dialog').waitFor();
  await shot('rights-answer');
  await go('/');
  await shot('rights-today', { whole: true });
  await go('/settings#permission');
  await page.locator('#permission').scrollIntoViewIfNeeded();
  await shot('permission-settings');
  await page.locator('#export').scrollIntoViewIfNeeded();
  await shot('rights-export');
  await api('POST', `${path}/erase/undo`);
  await api('POST', `${path}/restriction/end`).catch(() => null);
  await go('/');
  await page.keyboard.press('n');
  await page.getByRole('dialog').waitFor();
  await page.getByRole('radio', { name: /^(Nog niet gesproken|Not spoken yet)/ }).check({ force: true });
  await shot('permission-quick-add');
  for (const which of ['register', 'assessment']) {
    await page.goto('about:blank');
    const html = await page.context().request.get(`/api/v1/privacy/${which}?format=html&language=${lang}`);
    await page.setContent(await html.text());
    await shot(`rights-${which}`, { whole: true });
  }
  const handed = await page.context().request.post(`/api/v1${path}/export?format=html&language=${lang}`, {
    data: {},
    headers: { 'x-aanhouder': '1', 'idempotency-key': crypto.randomUUID() },
  });
  await page.setContent(await handed.text());
  await shot('rights-page-to-read', { whole: true });
}

async function whatGoesWrong({ page, shot, go, context }) {
  if (!wanted('error')) return;
  await go('/nergens');
  await shot('error-no-page');
  await go('/persons/01900000-0000-7000-8000-000000000000');
  await shot('error-no-person');
  const refusal = { type: 'about:blank', title: 'Error', status: 500, code: 'internal', detail: 'made for a picture' };
  await page.route('**/api/v1/today*', (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', json: refusal }),
  );
  await go('/');
  await page.waitForTimeout(5000);
  await shot('error-server');
  await page.unroute('**/api/v1/today*');
  await page.route('**/moments', (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', json: refusal }),
  );
  await go('/');
  await page.keyboard.press('l');
  await page.locator('.outcomes').waitFor();
  await page.keyboard.press('1');
  await page.waitForTimeout(4000);
  await shot('error-not-saved');
  await page.unroute('**/moments');
  await go('/');
  await context.setOffline(true);
  await page.keyboard.press('l');
  await page.locator('.outcomes').waitFor();
  await page.keyboard.press('1');
  await page.waitForTimeout(4000);
  await shot('error-offline');
  await context.setOffline(false);
}

async function forReadme(url) {
  const look = { viewport: { width: 1366, height: 820 }, deviceScaleFactor: 1.4, locale: 'nl-NL', baseURL: url };
  const context = await browsers.get(langs[0]).newContext(look);
  await context.request.fetch('/api/v1/sign-in', {
    method: 'POST',
    data: account,
    headers: { origin: url, 'x-aanhouder': '1' },
  });
  const page = await context.newPage();
  await page.goto('/');
  await settled(page);
  await page.screenshot({ path: join(root, 'docs/images/today.png') });
  taken += 1;
}

/** Walks a journey in every language and size. */
async function each(url, signIn, journey) {
  for (const lang of langs) {
    for (const [size, look] of sizes) {
      const context = await browsers.get(lang).newContext({
        ...look,
        baseURL: url,
        locale: lang === 'nl' ? 'nl-NL' : 'en-GB',
        reducedMotion: 'reduce',
      });
      const api = async (method, path, body) => {
        const answer = await context.request.fetch(`/api/v1${path}`, {
          method,
          ...(body && { data: body }),
          headers: { origin: url, 'x-aanhouder': '1' },
        });
        if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
        return answer.status() === 204 ? null : answer.json();
      };
      if (signIn) {
        const me = await api('POST', '/sign-in', signIn);
        if (me.member.language !== lang) await api('PATCH', '/me', { version: me.member.version, language: lang });
      }
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error' && message.text().startsWith('No words'))
          trouble.push(`${lang} ${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => trouble.push(`${lang} ${size} ${page.url()}: ${error.message}`));
      const go = async (path) => {
        await page.goto(path);
        await settled(page);
      };
      const shot = async (name, { whole = false } = {}) => {
        if (!wanted(name)) return;
        await settled(page);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (over > 0) trouble.push(`${lang} ${size} ${name}: ${over} px too wide`);
        for (const theme of themes) {
          await page.emulateMedia({ colorScheme: theme });
          await page.screenshot({ path: join(out, `${name}.${size}.${lang}.${theme}.png`), fullPage: whole });
          taken += 1;
        }
        await page.emulateMedia({ colorScheme: themes[0] });
      };
      /** A part of a journey: where it gets stuck is told, and the rest goes on. */
      const part = async (name, work) => {
        if (!wanted(name)) return;
        try {
          await work();
        } catch (error) {
          trouble.push(`${name} ${lang} ${size}: ${error.message.split('\n').slice(0, 3).join(' ')}`);
          await page.screenshot({ path: join(out, `stuck-${name}.${size}.${lang}.png`) }).catch(() => {});
          // A sheet that lies open must not cover what comes.
          await page.goto('about:blank').catch(() => {});
        }
      };
      const all = { page, context, api, go, shot, part, lang, size };
      try {
        await journey(all);
      } catch (error) {
        trouble.push(`${journey.name} ${lang} ${size}: ${error.message.split('\n').slice(0, 3).join(' ')}`);
        await page.screenshot({ path: join(out, `stuck-${journey.name}.${size}.${lang}.png`) }).catch(() => {});
      }
      await context.close();
    }
  }
}

/** Nothing is being fetched, and the fonts are there. */
async function settled(page) {
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(150);
}

function flags(values) {
  return Object.entries(values).flatMap(([name, value]) => [`--${name}`, value]);
}

function environment(name, more = {}) {
  return { ...process.env, AANHOUDER_DATA: join(data, name), AANHOUDER_HOST: '127.0.0.1', ...more };
}

function run(name, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/run.mjs', ...args], {
      cwd: root,
      env: environment(name),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args[0]} ended with ${code}`))));
  });
}

async function withServer(name, work) {
  const fresh = !existsSync(join(data, name));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = environment(name, { AANHOUDER_PORT: String(port), APP_URL: url });
  const child = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => void child.once('exit', resolve));
  try {
    for (let tries = 0; ; tries++) {
      const ready = await fetch(`${url}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (ready) break;
      if (tries > 240 || child.exitCode !== null) throw new Error('the server did not start');
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    await work(url, fresh);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
