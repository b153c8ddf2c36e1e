import type { BrowserContext, Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { isInstalled, soon } from '#tests/support/browser/is-installed';
import {
  aWorkspaceIn,
  everywhere,
  onDesktop,
  onPhone,
  useStage,
  visit,
  type Visit,
  type Walk,
} from '#tests/support/browser/stage';
import { startOfTests, type Workspace } from '#tests/support/house';

const stage = useStage();

/** A workspace with so many people to contact today, by name; `more` comes to it before the app is opened. */
async function away(
  { language, screen }: Walk,
  people: number,
  walk: (visit: Visit & { context: BrowserContext }, workspace: Workspace, names: readonly string[]) => Promise<void>,
  { fixedAt, more }: { fixedAt?: string; more?: (workspace: Workspace) => Promise<unknown> } = {},
): Promise<void> {
  stage().house.setNow(startOfTests);
  const workspace = await aWorkspaceIn(stage(), language);
  await more?.(workspace);
  const names = await aDay(workspace, people);
  await visit(
    stage(),
    { language, screen },
    workspace,
    async (at) => {
      await isInstalled(at.page);
      await expect.poll(() => at.page.evaluate(keptPaths)).toContain('/today');
      await walk({ ...at, context: at.page.context() }, workspace, names);
    },
    { installed: true, ...(fixedAt && { fixedAt }) },
  );
}

/** So many people to contact today, by name. */
async function aDay(workspace: Workspace, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, index) => `Hidde${index} Vos`);
  for (const [index, name] of names.entries()) {
    await workspace.anOpportunity({
      person: { name, email: `hidde${index}@example.nl`, phone: `+3161234560${index}` },
    });
  }
  return names;
}

/** Waits until this is so, while the clock of the page goes on. */
async function soonIs<T>(page: Page, what: () => T | Promise<T>, wished: T): Promise<void> {
  const look = async () => {
    await soon(page);
    return what();
  };
  await expect.poll(look, { interval: 200 }).toBe(wished);
}

function keptPaths(): Promise<unknown[]> {
  return new Promise((resolve) => {
    const asked = indexedDB.open('aanhouder');
    asked.addEventListener('success', () => {
      const keys = asked.result.transaction('answer').objectStore('answer').getAllKeys();
      keys.addEventListener('success', () => {
        asked.result.close();
        resolve(keys.result.map((key) => (Array.isArray(key) ? key[1] : key)));
      });
    });
  });
}

/** Logs as a user does; ends when it says that it is kept. */
async function logKept({ page, main, t, press, isSaid }: Visit, name: string): Promise<void> {
  const log = main.getByRole('button', { name: t('today:logFor', { name }) });
  const focus = main.getByRole('article', { name }).getByRole('button', { name: t('today:log') });
  await press(log.or(focus).first());
  const sheet = page.getByRole('dialog');
  await press(sheet.getByRole('button', { name: t('words:outcome.spoke'), exact: true }));
  await sheet.waitFor({ state: 'detached' });
  await isSaid(t('offline:keptToast'));
  await page
    .getByRole('button', { name: t('ui:close') })
    .first()
    .click();
}

const done = async (workspace: Workspace) => (await workspace.api.get('/today/done')).body.items;

test.each(everywhere)(
  'ten logs without a connection, the tab killed, answers lost and sent twice: ten moments ($language, $screen)',
  (walk) =>
    away(
      walk,
      10,
      async (first, workspace, names) => {
        const { t, isAccessible, context } = first;
        await context.setOffline(true);
        await first.page.reload();
        const bar = first.page.getByRole('status', { name: t('offline:bar') });
        await bar.getByText(t('offline:awaySeen', { when: '16:40' })).waitFor();
        await isAccessible();
        for (const name of names.slice(0, 4)) await logKept(first, name);
        await bar.getByText(t('offline:waiting', { count: 4 })).waitFor();

        // Killed, and opened again: nothing was only in the page.
        const page = await reopened(context, first.page);
        const again: Visit = { ...first, page, main: page.getByRole('main'), isSaid: (words) => said(page, words) };
        const barAgain = page.getByRole('status', { name: t('offline:bar') });
        await barAgain.getByText(t('offline:waiting', { count: 4 })).waitFor();
        for (const name of names.slice(4)) await logKept(again, name);
        await barAgain.getByText(t('offline:waiting', { count: 10 })).waitFor();
        expect(await done(workspace)).toEqual([]);

        // What was done stands there, and one is taken back before it left; it is logged once more.
        await page.goto('/done');
        const lines = page.getByRole('list', { name: t('offline:title') });
        await expect.poll(() => lines.getByRole('listitem').count()).toBe(10);
        await again.press(lines.getByRole('button', { name: t('offline:takeOutFor', { name: names[9] ?? '' }) }));
        await barAgain.getByText(t('offline:waiting', { count: 9 })).waitFor();
        await page.goto('/');
        await logKept(again, names[9] ?? '');

        const lostAnswers = await unreliable(context);
        await context.setOffline(false);
        await soonIs(page, async () => (await done(workspace)).length, 10);
        await expect.poll(() => barAgain.textContent()).toBe('');
        // The network was as bad as meant.
        expect(lostAnswers()).toBeGreaterThanOrEqual(10);
        const moments: { personName: string; number: number }[] = await done(workspace);
        expect(moments.map((one) => one.personName).toSorted()).toEqual(names.toSorted());
        expect(moments.every((one) => one.number === 1)).toBe(true);
      },
      {
        fixedAt: '2026-11-24T15:40:00Z',
        async more({ api }) {
          const { version } = (await api.get('/me')).body.member;
          await api.patch('/me', { version, minutesADay: 240 });
        },
      },
    ),
);

async function reopened(context: BrowserContext, page: Page): Promise<Page> {
  await page.close();
  const fresh = await context.newPage();
  await fresh.goto('/');
  return fresh;
}

const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();

/**
 * The first time each moment is sent its answer is lost: before it arrived, after it was written, or it arrives twice and then the answer
 * is lost. Answers how many were.
 */
async function unreliable(context: BrowserContext): Promise<() => number> {
  const seen = new Set<string>();
  await context.route('**/moments', async (route: Route) => {
    const id = String(route.request().postDataJSON().clientId);
    if (seen.has(id)) return route.continue();
    seen.add(id);
    const way = seen.size % 4;
    if (way === 1) return route.abort('connectionreset');
    if (way === 2) return route.fulfill({ status: 502, body: 'Bad gateway' });
    await route.fetch();
    if (way === 3) await route.fetch();
    return route.abort('connectionreset');
  });
  return () => seen.size;
}

test.each(everywhere)('two devices at once: both stand there, and the user decides ($language, $screen)', (walk) =>
  away(
    walk,
    2,
    async (walker, workspace, [first = '', second = '']) => {
      const { page, main, t, press, isAccessible, context } = walker;
      const { body: list } = await workspace.api.get('/opportunities?state=open');
      const of = (name: string) => list.items.find((one: { person: { name: string } }) => one.person.name === name);
      await context.setOffline(true);
      await logKept(walker, first);
      // The other is moved, three months on.
      const card = main.getByRole('article', { name: second });
      await press(card.getByRole('button', { name: t('today:later') }));
      await press(page.getByRole('dialog').getByRole('button', { name: t('plan:quarter') }));
      await walker.isSaid(t('offline:keptToast'));

      // Meanwhile, on another device.
      await workspace.aMoment(of(first).id, { outcome: 'no_answer' });
      await workspace.api.post(`/opportunities/${of(second).id}/plan`, { on: '2026-12-09', channel: 'email' });
      await context.setOffline(false);
      const bar = page.getByRole('status', { name: t('offline:bar') });
      await bar.getByText(t('offline:choose', { count: 2 })).waitFor();
      await press(bar.getByRole('button', { name: t('offline:show') }));
      const sheet = page.getByRole('dialog', { name: t('offline:title') });
      const logged = sheet.getByRole('region', { name: t('offline:conflict.held', { name: first }) });
      await logged.getByRole('button', { name: t('offline:logAs', { number: 2 }) }).waitFor();
      await isAccessible();
      await press(logged.getByRole('button', { name: t('offline:logAs', { number: 2 }) }));
      await logged.waitFor({ state: 'detached' });
      const moved = sheet.getByRole('region', { name: t('offline:conflict.plan', { name: second }) });
      await press(moved.getByRole('button', { name: t('offline:throwAway') }));
      await sheet.getByText(t('offline:none')).waitFor();
      await press(sheet.getByRole('button', { name: t('ui:close') }).last());

      const stands = async () => {
        const { held, last } = (await workspace.api.get(`/opportunities/${of(first).id}`)).body;
        return [held, last?.outcome];
      };
      await expect.poll(stands).toEqual([2, 'spoke']);
      expect(await done(workspace)).toHaveLength(2);
      const stays = await workspace.api.get(`/opportunities/${of(second).id}`);
      expect(stays.body.nextMoment).toMatchObject({ on: '2026-12-09', channel: 'email' });
      await expect.poll(() => bar.textContent()).toBe('');
    },
    { fixedAt: '2026-11-24T15:40:00Z' },
  ),
);

test.each(onDesktop)(
  'the session ended while away: after signing in it goes on, for the same member only ($language, $screen)',
  (walk) =>
    away(walk, 1, async (walker, workspace, [name = '']) => {
      const { page, t, press, isAccessible, context } = walker;
      const stranger = await aWorkspaceIn(stage(), walk.language);
      await context.setOffline(true);
      await logKept(walker, name);
      await context.clearCookies();
      await context.setOffline(false);
      const enter = async ({ email }: Workspace) => {
        await page.getByText(t('offline:signInWaiting', { count: 1 })).waitFor();
        await page.getByRole('textbox', { name: t('entrance:email') }).fill(email);
        await page.getByLabel(t('entrance:password'), { exact: true }).fill('een lange zin om in te komen');
        await press(page.getByRole('button', { name: t('entrance:enter') }));
        await page.getByRole('heading', { name: t('today:title'), level: 1 }).waitFor();
      };
      await page.getByText(t('offline:signInWaiting', { count: 1 })).waitFor();
      await isAccessible();

      // Somebody else on this device: nothing of it is sent or shown.
      await enter(stranger);
      await page.goto('/done');
      await page.getByRole('heading', { name: t('today:doneEmpty') }).waitFor();
      expect(await done(stranger)).toEqual([]);
      expect(await done(workspace)).toEqual([]);
      await page.goto('/settings');
      await press(page.getByRole('button', { name: t('shell:signOut') }));

      await enter(workspace);
      await expect.poll(async () => (await done(workspace)).length).toBe(1);
    }),
);

test.each(onPhone)('no room on the device: it is said, and what was filled in stays ($language, $screen)', (walk) =>
  away(walk, 1, async ({ page, main, t, press, isAccessible, context }, workspace, [name = '']) => {
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('No room.', 'QuotaExceededError');
      };
    });
    await context.setOffline(true);
    await press(main.getByRole('article', { name }).getByRole('button', { name: t('today:log') }));
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('textbox', { name: t('log:note') }).fill('Wil na de kerst verder praten');
    await press(sheet.getByRole('button', { name: t('words:outcome.spoke'), exact: true }));
    await sheet
      .getByRole('alert')
      .filter({ hasText: t('problem:not_kept') })
      .waitFor();
    expect(await sheet.getByRole('textbox', { name: t('log:note') }).inputValue()).toBe(
      'Wil na de kerst verder praten',
    );
    await isAccessible();
    // With a connection it needs no room.
    await context.setOffline(false);
    await press(sheet.getByRole('button', { name: t('words:outcome.spoke'), exact: true }));
    await expect.poll(async () => (await done(workspace)).length).toBe(1);
  }),
);

test.each(onPhone)(
  'a server that fails, and then says nothing: what was tapped waits in sight, and counts once ($language, $screen)',
  (walk) =>
    away(walk, 1, async (walked, workspace, [name = '']) => {
      const { page, t, context } = walked;
      let asked = 0;
      await context.route('**/moments', async (route) => {
        asked += 1;
        if (asked === 1) return route.fulfill({ status: 500, body: '<h1>Internal Server Error</h1>' });
        // It is written, and its answer never comes: the tab gives up on it.
        if (asked === 2) return void (await route.fetch());
        return route.continue();
      });
      await logKept(walked, name);
      const bar = page.getByRole('status', { name: t('offline:bar') });
      await bar.getByText(t('offline:sending', { count: 1 })).waitFor();
      await soonIs(page, () => asked, 2);
      // Somebody who does not wait opens it anew.
      await page.reload();
      await expect.poll(() => asked).toBeGreaterThanOrEqual(3);
      await expect.poll(async () => (await done(workspace)).length).toBe(1);
      await expect.poll(() => bar.textContent()).toBe('');
    }),
);

test.each(onDesktop)(
  'the browser threw the store away: what was not sent is told by name ($language, $screen)',
  (walk) =>
    away(walk, 1, async (walker, _, [name = '']) => {
      const { page, t, press, context } = walker;
      await context.setOffline(true);
      await logKept(walker, name);
      await page.close();
      const fresh = await context.newPage();
      await context.setOffline(false);
      // As a browser does that needs the room.
      const storage = await context.newCDPSession(fresh);
      await storage.send('Storage.clearDataForOrigin', { origin: stage().origin, storageTypes: 'indexeddb' });
      await fresh.goto('/');
      const bar = fresh.getByRole('status', { name: t('offline:bar') });
      await bar.getByText(name).waitFor();
      await press(bar.getByRole('button', { name: t('offline:lostOk') }));
      await expect.poll(() => bar.textContent()).toBe('');
    }),
);

test.each(everywhere)(
  'the people of the coming days are read without a connection, and a note is written ($language, $screen)',
  async (walk) => {
    let marieke: { id: string; version: number } = { id: '', version: 0 };
    await away(
      walk,
      1,
      async ({ page, t, press, isSaid, isAccessible, context }, workspace) => {
        await soonIs(page, async () => (await page.evaluate(keptPaths)).includes(`/persons/${marieke.id}`), true);
        await context.setOffline(true);
        await page.goto('/later');
        await press(page.getByRole('link', { name: 'Marieke Bos' }));
        await page.getByText('Houdt van zeilen').waitFor();
        await press(page.getByRole('button', { name: t('person:editOf', { what: t('person:goodToKnow') }) }));
        await page.getByRole('textbox', { name: t('person:goodToKnow') }).fill('Houdt van zeilen, en van taart');
        await press(page.getByRole('button', { name: t('ui:save') }));
        await isSaid(t('offline:keptToast'));
        await page.getByText('en van taart').waitFor();
        await isAccessible();
        // What cannot be without a connection says so kindly.
        await page.goto('/mirror');
        await page.getByRole('heading', { name: t('offline:needs') }).waitFor();
        await isAccessible();

        // Somebody else changed another thing about her: that stands in the way of nothing.
        const { id, version } = marieke;
        await workspace.api.patch(`/persons/${id}`, { version, howMet: 'beurs' });
        await context.setOffline(false);
        await expect
          .poll(async () => (await workspace.api.get(`/persons/${id}`)).body.person)
          .toMatchObject({ goodToKnow: 'Houdt van zeilen, en van taart', howMet: 'beurs' });
      },
      {
        async more(workspace) {
          marieke = await workspace.aPerson({ name: 'Marieke Bos', goodToKnow: 'Houdt van zeilen' });
          const next = { on: '2026-11-27' };
          await workspace.anOpportunity({ personId: marieke.id, next, title: 'Zonnepanelen' });
        },
      },
    );
  },
);
