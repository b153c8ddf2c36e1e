import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { axeFindingsInBoth } from '#tests/support/browser/axe';
import { cutOff, smallTargets } from '#tests/support/browser/look-over';
import { everywhere, onDesktop, useStage, visit } from '#tests/support/browser/stage';
import type { Api } from '#tests/support/client';
import { tabThrough } from '#tests/support/browser/tab-through';
import { runOn } from '#tests/support/command-line';
import { password } from '#tests/support/house';
import { theOwner } from '#cli/the-owner';
import { createToken } from '#usecases/identity/token';

const stage = useStage();
const email = 'demo@example.com';

/** Each address of the app, with somebody in it: a company of eighteen months, so that there is something on every screen. */
let paths: readonly string[] = [];
let owner: Api;

beforeAll(async () => {
  const { house } = stage();
  const made = await runOn(house, ['demo', '--email', email, '--password', password]);
  expect(made.code, made.said).toBe(0);
  const actor = await theOwner(house.identity, '');
  const { token } = await createToken({ ...house.identity, actor }, 'tests');
  const api = (owner = house.api(token));
  const { items } = (await api.get('/opportunities?state=open&limit=100')).body;
  const one = items.find((item: { person: unknown; organisation: unknown }) => item.person && item.organisation);
  const list = 'Naam\tMail\tNotitie\nFenna Smit\tfenna@example.nl\tbelt terug\nTeun\tteun@example.nl\t';
  const { id } = (await api.post('/imports', { text: list })).body;
  const filled: Readonly<Record<string, string>> = {
    '/persons/:id': `/persons/${one.person.id}`,
    '/opportunities/:id': `/opportunities/${one.id}`,
    '/organisations/:id': `/organisations/${one.organisation.id}`,
    '/import/:id': `/import/${id}`,
    '/three-names/:link': '/three-names/nothing',
  };
  // As the app itself has them: a new screen is looked at without anybody thinking of it.
  const routes = await readFile(new URL('../../src/web/start/screens.tsx', import.meta.url), 'utf8');
  const known = new Set([...routes.matchAll(/<Route path="([^"]+)"/g)].map(([, path = '']) => filled[path] ?? path));
  expect([...known].filter((path) => path.includes(':'))).toEqual([]);
  paths = [...known, '/board?by=stage', '/persons?filter=everyone', '/nothing-here'];
});

/** As a link of the app leads. Ends when the other screen is drawn. */
async function goWithin(path: string): Promise<void> {
  history.pushState(null, '', path);
  for (let frame = 0; frame < 2; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
}

test.each(everywhere)(
  'every screen of a full company: axe, sizes for a finger or the way by Tab, and nothing cut off at 400% ($language, $screen)',
  { timeout: 400_000 },
  async (walk) => {
    const found: string[] = [];
    const { version } = (await owner.get('/me')).body.member;
    await owner.patch('/me', { version, language: walk.language });
    await visit(stage(), walk, { email }, async ({ page, main }) => {
      for (const [i, path] of paths.entries()) {
        // By a link on one, by its address on the other.
        await (walk.screen === 'phone' ? page.evaluate(goWithin, path) : page.goto(path));
        await main.getByRole('heading').first().waitFor();
        await page.waitForFunction(() => document.querySelector('.skeleton') === null);
        const note = (lines: readonly string[], where = '') =>
          void found.push(...lines.map((line) => `${path}${where}: ${line}`));
        note(await axeFindingsInBoth(page));
        // The menu is the same everywhere.
        const byTab = () => tabThrough(page, i === 0 ? 'top' : 'content');
        note(await (walk.screen === 'phone' ? smallTargets(page) : byTab()));
        note(await cutOff(page));
        // 1280 px at 400% (WCAG 1.4.10), and 200% on a laptop.
        const before = page.viewportSize();
        await page.setViewportSize(walk.screen === 'phone' ? { width: 320, height: 640 } : { width: 720, height: 450 });
        note(await cutOff(page), ' narrow');
        if (before) await page.setViewportSize(before);
      }
    });
    // Not by expect: its message cuts them off.
    if (found.length > 0) throw new Error(`${found.length} findings\n${found.join('\n')}`);
  },
);

test.each(onDesktop)(
  'every sheet and menu of Today and of a person: the keyboard opens it, stays in it, and comes back ($language)',
  async (walk) => {
    await visit(stage(), walk, { email }, async ({ page, main }) => {
      const { keyboard } = page;
      const at = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160));
      const inside = () => page.evaluate(() => document.activeElement?.closest('dialog, [popover]') !== null);
      // After the last stop the browser's own controls have their turn.
      const outside = () => page.evaluate(() => document.activeElement?.closest('main, nav, aside') !== null);
      const dialog = page.getByRole('dialog');
      await main.getByRole('article').first().waitFor();
      await page.waitForLoadState('networkidle');
      await main.getByRole('article').first().getByRole('button').first().focus();
      for (const key of ['l', 's', 'i', '.', 'n', '?', 'Control+k']) {
        const before = await at();
        await keyboard.press(key);
        await dialog.waitFor();
        await page.waitForLoadState('networkidle');
        for (let n = 0; n < 4; n += 1) {
          expect(await outside(), `${key}, ${n} times Tab`).toBe(false);
          await keyboard.press('Tab');
        }
        await keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
        expect(await at(), key).toBe(before);
      }
      const one = paths.find((path) => path.startsWith('/persons/')) ?? '';
      for (const path of ['/', one]) {
        await page.goto(path);
        const button = main.locator('[aria-haspopup=menu]').first();
        await button.focus();
        const before = await at();
        await keyboard.press('Enter');
        const items = page.getByRole('menuitem');
        await items.first().waitFor();
        await expect.poll(inside).toBe(true);
        await keyboard.press('End');
        await expect.poll(() => items.last().evaluate((item) => item === document.activeElement)).toBe(true);
        await keyboard.press('Escape');
        await items.first().waitFor({ state: 'hidden' });
        expect((await at())?.slice(0, 60), path).toBe(before?.slice(0, 60));
        // Going on closes it as well.
        await keyboard.press('Enter');
        await expect.poll(inside).toBe(true);
        await keyboard.press('Tab');
        await items.first().waitFor({ state: 'hidden' });
      }
    });
  },
);
