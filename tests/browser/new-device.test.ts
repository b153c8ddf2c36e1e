import { expect, test } from 'vitest';
import { aWorkspaceIn, onPhone, useStage, visit } from '#tests/support/browser/stage';
import { wordsOf } from '#tests/support/browser/words';
import { password } from '#tests/support/house';

const stage = useStage();

declare global {
  interface Window {
    shifted: number;
  }
}

/** What jumps on the screen, from the first moment on; also right after a key, which browsers do not count. */
function watchShifts(): void {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if ('value' in entry) window.shifted += Number(entry.value);
  }).observe({ type: 'layout-shift', buffered: true });
}

test.each([
  { member: 'nl', language: 'en', screen: 'phone', by: 'the session that it has' },
  { member: 'en', language: 'nl', screen: 'desktop', by: 'the session that it has' },
  { member: 'nl', language: 'en', screen: 'phone', by: 'signing in' },
] as const)(
  'a new device whose browser speaks $language begins in the member’s own language ($member), by $by, and nothing jumps',
  async ({ member, by, ...walk }) => {
    const workspace = await aWorkspaceIn(stage(), member);
    for (const name of ['Anouk de Korenaar', 'Bram Wijnrank', 'Fenna van der Appel'])
      await workspace.anOpportunity({ person: { name, email: `${name.split(' ')[0]}@example.nl` } });
    const t = wordsOf(member);
    const signsIn = by === 'signing in';

    await visit(stage(), walk, signsIn ? null : workspace, async ({ page, main, t: atTheDoor }) => {
      await page.addInitScript(watchShifts);
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      if (signsIn) {
        await page.getByRole('textbox', { name: atTheDoor('entrance:email') }).fill(workspace.email);
        await page.getByLabel(atTheDoor('entrance:password')).first().fill(password);
        await page.keyboard.press('Enter');
      }
      await main.getByRole('heading', { name: t('today:title'), level: 1 }).waitFor();
      await main.getByRole('article').waitFor();
      await main.getByRole('heading', { name: t('today:whoElse') }).waitFor();
      await page.getByRole('heading', { name: t('today:legend') }).waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(member);
      expect(await page.evaluate(() => window.shifted)).toBeLessThan(0.02);
      // And from now on before anybody is known.
      expect(await page.evaluate(() => localStorage.getItem('aanhouder.language'))).toBe(member);
    });
  },
);

test.each(onPhone)(
  'a device whose clock is wrong is told so once, until it is right ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    await workspace.anOpportunity({ person: { name: 'Anouk de Korenaar', email: 'anouk@example.nl' } });
    await visit(stage(), walk, workspace, async ({ page, main, t, isAccessible }) => {
      const card = main.getByRole('article', { name: 'Anouk de Korenaar' });
      await card.waitFor();
      const ahead = main.getByText(t('today:clockAhead', { time: t('time:minutesLong', { count: 20 }) }));
      expect(await ahead.count()).toBe(0);

      await page.clock.setFixedTime(Date.now() + 20 * 60_000);
      await page.reload();
      await ahead.waitFor();
      await isAccessible();
      await page.clock.setFixedTime(Date.now() - 3 * 24 * 3_600_000);
      await page.reload();
      await main.getByText(t('today:clockBehind', { time: t('time:days', { count: 3 }) })).waitFor();

      // Put right, it goes with the next answer.
      await page.clock.setFixedTime(Date.now());
      await page.reload();
      await card.waitFor();
      expect(await main.getByText(t('today:clockBehind', { time: '' }).split('  ')[0] ?? '').count()).toBe(0);
    });
  },
);
