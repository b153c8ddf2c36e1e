import { expect, test } from 'vitest';
import { aWorkspaceIn, onPhone, useStage, visit } from '#tests/support/browser/stage';
import { wordsOf } from '#tests/support/browser/words';

const stage = useStage();

declare global {
  interface Window {
    shifted: number;
  }
}

/** What jumps on the screen without anybody touching it, from the first moment on (as bench/screen.ts measures it). */
function watchShifts(): void {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if ('hadRecentInput' in entry && entry.hadRecentInput === false && 'value' in entry)
        window.shifted += Number(entry.value);
  }).observe({ type: 'layout-shift', buffered: true });
}

test.each([
  { member: 'nl', language: 'en', screen: 'phone' },
  { member: 'en', language: 'nl', screen: 'phone' },
] as const)(
  'a new device whose browser speaks $language begins in the member’s own language ($member), and nothing jumps',
  async ({ member, ...walk }) => {
    const workspace = await aWorkspaceIn(stage(), member);
    for (const name of ['Anouk de Korenaar', 'Bram Wijnrank', 'Fenna van der Appel'])
      await workspace.anOpportunity({ person: { name, email: `${name.split(' ')[0]}@example.nl` } });
    const t = wordsOf(member);

    await visit(stage(), walk, workspace, async ({ page, main }) => {
      await page.addInitScript(watchShifts);
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      await main.getByRole('heading', { name: t('today:title'), level: 1 }).waitFor();
      await main.getByRole('article').waitFor();
      await main.getByRole('heading', { name: t('today:whoElse') }).waitFor();
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
