import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isInstalled } from '#tests/support/browser/is-installed';
import {
  aWorkspaceIn,
  everywhere,
  onPhone,
  openStage,
  useBrowser,
  visit,
  webFolder,
  type Stage,
} from '#tests/support/browser/stage';

const browser = useBrowser();
let folder = '';
let stage: Stage;

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'aanhouder-update-')), 'web');
  await cp(webFolder, folder, { recursive: true });
  stage = await openStage(browser(), folder);
});
afterAll(async () => {
  await stage.close();
  await rm(join(folder, '..'), { recursive: true, force: true });
});

let builds = 0;
/** Another build of the app in the place of this one, as an update of the server has it. */
async function renew(): Promise<string> {
  builds += 1;
  const name = `build ${builds}`;
  await change('index.html', (text) => text.replace(/<title>[^<]*<\/title>/, `<title>${name}</title>`));
  await change('service-worker.js', (text) => text.replace(/mark:(["'`])[^"'`]*\1/, `mark:"${name}"`));
  return name;
}

async function change(file: string, by: (text: string) => string): Promise<void> {
  const path = join(folder, file);
  const before = await readFile(path, 'utf8');
  const after = by(before);
  expect(after).not.toBe(before);
  await writeFile(path, after);
  for (const zipped of ['br', 'gz']) await rm(`${path}.${zipped}`, { force: true });
}

/** What the browser does by itself every hour, and when the page comes back into sight. */
const look = (page: Page) => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
const shelves = (page: Page) => page.evaluate(() => caches.keys());
const served = (page: Page) => page.evaluate(async () => (await fetch('/')).text());

test.each(everywhere)(
  'a new version is offered, loaded at a tap, and nothing of the old one stays ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage, walk.language);
    await workspace.anOpportunity();
    await visit(
      stage,
      walk,
      workspace,
      async ({ page, t, press, isAccessible }) => {
        await isInstalled(page);
        const [before] = await shelves(page);
        const name = await renew();
        await look(page);
        const bar = page.getByRole('status', { name: t('offline:bar') });
        await bar.getByText(t('offline:updateReady')).waitFor();
        await isAccessible();
        await press(bar.getByRole('button', { name: t('offline:updateLoad') }));
        await expect.poll(() => shelves(page).catch(() => [])).toEqual([`aanhouder ${name}`]);
        expect(before).not.toBe(`aanhouder ${name}`);
        await page.getByRole('heading', { name: t('today:title'), level: 1 }).waitFor();
        await expect.poll(() => bar.textContent()).toBe('');
        // It is that page, also without a connection.
        await page.context().setOffline(true);
        expect(await served(page)).toContain(`<title>${name}</title>`);
      },
      { installed: true },
    );
  },
);

test.each(onPhone)(
  'a new version is loaded at a tap, also while the worker of the one before has work',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage, walk.language);
    await workspace.anOpportunity();
    await renew();
    const neverDone = 'self.addEventListener("fetch", (event) => event.waitUntil(new Promise(() => {})));';
    await change('service-worker.js', (text) => `${text}\n${neverDone}`);
    await visit(
      stage,
      walk,
      workspace,
      async ({ page, t, press }) => {
        await isInstalled(page);
        // A page that its worker has brought.
        await page.reload();
        await isInstalled(page);
        await change('service-worker.js', (text) => text.replace(neverDone, ''));
        const name = await renew();
        await look(page);
        const bar = page.getByRole('status', { name: t('offline:bar') });
        await press(bar.getByRole('button', { name: t('offline:updateLoad') }));
        await expect.poll(() => shelves(page)).toEqual([`aanhouder ${name}`]);
        const again = page.waitForEvent('load');
        await page.clock.fastForward(3000);
        await again;
        await isInstalled(page);
        await look(page);
        expect(await bar.textContent()).toBe('');
        await page.context().setOffline(true);
        await page.reload();
        await page.getByRole('heading', { name: t('today:title'), level: 1 }).waitFor();
        expect(await served(page)).toContain(`<title>${name}</title>`);
      },
      { installed: true },
    );
  },
);

test.each(everywhere)(
  'a server of another time: nothing is shown of it or sent to it before the page is loaded anew ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage, walk.language);
    const { id } = await workspace.anOpportunity({ person: { name: 'Carla Smit', phone: '+31612345678' } });
    await visit(
      stage,
      walk,
      workspace,
      async ({ page, main, t, press, isSaid, isAccessible }) => {
        await main.getByRole('article', { name: 'Carla Smit' }).waitFor();
        const context = page.context();
        await context.route('**/api/v1/**', async (route) => {
          if (route.request().method() !== 'GET') return route.abort();
          const answer = await route.fetch();
          await route.fulfill({ response: answer, headers: { ...answer.headers(), 'aanhouder-api': '2' } });
        });
        await page.reload();
        await page.getByText(t('problem:outdated')).waitFor();
        await context.unroute('**/api/v1/**');
        await page.reload();
        await main.getByRole('article', { name: 'Carla Smit' }).waitFor();
        await context.route('**/opportunities/*/moments', async (route) => {
          await route.fulfill({ status: 409, headers: { 'aanhouder-api': '2' }, body: '' });
        });
        await press(main.getByRole('article', { name: 'Carla Smit' }).getByRole('button', { name: t('today:log') }));
        await press(page.getByRole('dialog').getByRole('button', { name: t('words:outcome.spoke'), exact: true }));
        await isSaid(t('offline:keptToast'));
        const bar = page.getByRole('status', { name: t('offline:bar') });
        await bar.getByText(t('offline:outdated')).waitFor();
        await isAccessible();
        expect((await workspace.api.get(`/opportunities/${id}`)).body.held).toBe(0);
        await context.unroute('**/opportunities/*/moments');
        await press(bar.getByRole('button', { name: t('offline:updateLoad') }));
        await expect.poll(async () => (await workspace.api.get(`/opportunities/${id}`)).body.held).toBe(1);
      },
      { installed: true },
    );
  },
);
