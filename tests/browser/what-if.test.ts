import { expect, test } from 'vitest';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each(everywhere)(
  'what if: another way of following up, and what a year of it brings ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    await visit(stage(), walk, workspace, async ({ main, page, t, press, goTo, isAccessible }) => {
      await goTo('whatIf');
      // Nothing of one's own yet: the article's figures, and it says so.
      await main.getByText(t('whatIf:basisArticle', { p: '2' })).waitFor();
      await main.getByText(t('whatIf:paysToEnd')).waitFor();
      await main.getByText(t('whatIf:lead', { number: 12 })).waitFor();
      await isAccessible();

      const result = main.getByRole('region', { name: t('whatIf:resultTitle') });
      const brings = (line: string) => result.getByRole('listitem').filter({ hasText: line }).innerText();
      const persisting = await brings(t('whatIf:policyOwn', { number: 12 }));
      const stopping = await brings(t('whatIf:policyStop', { number: 2 }));
      expect(stopping).not.toBe(persisting);

      // By the keyboard; what is tried stands beside the others, and going back gives the same figures again.
      const slider = main.getByRole('slider', { name: t('whatIf:keepTo') });
      await slider.focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      expect(await slider.getAttribute('aria-valuetext')).toBe(t('whatIf:contact', { number: 2 }));
      await main.getByText(t('whatIf:lead', { number: 2 })).waitFor();
      const two = await brings(t('whatIf:policyOwn', { number: 2 }));
      expect(two.split('\n').slice(1)).toEqual(stopping.split('\n').slice(1));
      await page.keyboard.press('End');
      await main.getByText(t('whatIf:lead', { number: 12 })).waitFor();
      expect(await brings(t('whatIf:policyOwn', { number: 12 }))).toBe(persisting);

      // Fewer prospects a week, less revenue; the table has what went into it.
      await main.getByRole('slider', { name: t('whatIf:perWeek') }).focus();
      await page.keyboard.press('Home');
      await expect.poll(() => brings(t('whatIf:policyOwn', { number: 12 }))).not.toBe(persisting);
      await press(main.getByText(t('whatIf:table')));
      const table = main.getByRole('table');
      expect(await table.getByRole('row').count()).toBe(7);
      await table.getByRole('columnheader', { name: t('whatIf:tableRange') }).waitFor();
      await isAccessible();

      // One outcome of one's own is counted, with its small weight.
      const { id } = await workspace.anOpportunity({ held: 4 });
      await workspace.aMoment(id, { outcome: 'bought' });
      await page.reload();
      await main.getByText(/(1 ended opportunity|1 afgesloten kans)\./).waitFor();
    });
  },
);

test('the page answers while years are worked out, and a newer wish ends the older', async () => {
  const workspace = await aWorkspaceIn(stage(), 'en');
  await visit(stage(), { language: 'en', screen: 'desktop' }, workspace, async ({ main, page, t, goTo }) => {
    await goTo('whatIf');
    const slider = main.getByRole('slider', { name: t('whatIf:keepTo') });
    await slider.focus();
    await page.keyboard.press('Home');
    for (let step = 2; step <= 7; step += 1) {
      await page.keyboard.press('ArrowRight');
      expect(await slider.inputValue()).toBe(String(step));
    }
    await main.getByText(t('whatIf:lead', { number: 7 })).waitFor();
    expect(page.workers().length).toBeLessThanOrEqual(1);
  });
});
