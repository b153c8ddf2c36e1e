import { expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

/** With a mouse, or with a finger that stays until the card comes along. */
async function drag(
  page: Page,
  screen: 'phone' | 'desktop',
  card: Locator,
  to: () => Promise<{ x: number; y: number }>,
) {
  const box = await card.boundingBox();
  if (!box) throw new Error('the card is not to be seen');
  const from = { x: box.x + 60, y: box.y + box.height - 24 };
  if (screen === 'desktop') {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, from.y + 4, { steps: 4 });
    const at = await to();
    await page.mouse.move(at.x, at.y, { steps: 8 });
    await page.mouse.up();
    return;
  }
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: { x: number; y: number } | null) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  await touch('touchStart', from);
  // The finger stays: what can be dropped on appears once the card comes along.
  await page.locator('.board-ghost').waitFor();
  const at = await to();
  await touch('touchMove', at);
  await page.locator('[class*="--over"]').first().waitFor();
  await touch('touchEnd', null);
}

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('the target is not to be seen');
  // Near its beginning: on a phone the next column shows only that.
  return { x: box.x + 40, y: box.y + Math.min(box.height / 2, 120) };
}

test.each(everywhere)(
  'a card moves by dragging and by its menu, and never lands without a next moment ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { anOpportunity, api } = workspace;
    const people = { anouk: 'Anouk de Korenaar', bram: 'Bram Wijnrank' };
    const one = await anOpportunity({ person: { name: people.anouk, email: 'anouk@example.nl' }, value: 250_000 });
    await anOpportunity({ person: { name: people.bram, email: 'bram@example.nl' }, value: null });
    const stateOf = async () => (await api.get(`/opportunities/${one.id}`)).body;

    await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isSaid, isAccessible, screen }) => {
      await goTo('board');
      const column = (name: string) => main.getByRole('region', { name, exact: true });
      const first = column(t('board:contact', { number: 1 }));
      await first.getByText(t('board:withoutValue', { number: '1' })).waitFor();
      await column(t('board:contact', { number: 2 }))
        .getByText(t('board:emptyNumber', { held: 1 }))
        .waitFor();
      await isAccessible();

      // By number: on the next column the log sheet opens; closed again, nothing has changed.
      const card = (name: string) => main.getByRole('article', { name });
      await drag(page, screen, card(people.anouk), () => middleOf(column(t('board:contact', { number: 2 }))));
      const log = page.getByRole('dialog', { name: t('log:title', { name: people.anouk }) });
      await log.waitFor();
      await press(log.getByRole('button', { name: t('ui:close') }));
      expect(await stateOf()).toMatchObject({ held: 0, state: 'open' });

      // By stage: dragged, and taken back.
      await press(main.getByRole('radio', { name: t('board:byStage') }));
      const talking = column(t('board:stage_talking'));
      await talking.waitFor();
      await drag(page, screen, card(people.anouk), () => middleOf(talking));
      await isSaid(t('board:moved', { name: people.anouk, stage: t('board:stage_talking') }));
      await talking.getByRole('link', { name: people.anouk }).waitFor();
      expect(await stateOf()).toMatchObject({ stage: 'talking', state: 'open', nextMoment: one.nextMoment });
      await press(page.getByRole('status').getByRole('button', { name: new RegExp(t('ui:undo')) }));
      await column(t('board:stage_new')).getByRole('link', { name: people.anouk }).waitFor();
      await isAccessible();

      // The menu does the same; no and stop pass the stop gate, sold the log sheet.
      const menu = main.getByRole('button', { name: t('board:moveOf', { name: people.anouk }) });
      await press(menu);
      await press(page.getByRole('menuitem', { name: t('board:stage_quote') }));
      await column(t('board:stage_quote')).getByRole('link', { name: people.anouk }).waitFor();
      await press(main.getByRole('button', { name: t('board:moveOf', { name: people.anouk }) }));
      await press(page.getByRole('menuitem', { name: t('board:toNo') }));
      const gate = page.getByRole('dialog', { name: t('stop:title', { name: people.anouk }) });
      await gate.waitFor();
      await page.keyboard.press('Escape');
      await gate.waitFor({ state: 'detached' });
      expect(await stateOf()).toMatchObject({ stage: 'quote', state: 'open' });
      await press(main.getByRole('button', { name: t('board:moveOf', { name: people.anouk }) }));
      await press(page.getByRole('menuitem', { name: t('board:toSold') }));
      await log.getByRole('heading', { name: t('words:outcome.bought') }).waitFor();
      await page.keyboard.press('Escape');
      expect(await stateOf()).toMatchObject({ state: 'open' });
    });
  },
);

test.each([{ language: 'nl', screen: 'desktop' }] as const)('the board by keyboard alone ($language)', async (walk) => {
  const workspace = await aWorkspaceIn(stage(), walk.language);
  await workspace.anOpportunity({ person: { name: 'Anouk', email: 'anouk@example.nl' } });
  await visit(stage(), walk, workspace, async ({ page, main, t }) => {
    const { keyboard } = page;
    await main.getByRole('heading', { level: 1 }).waitFor();
    await keyboard.press('g');
    await keyboard.press('b');
    await main.getByRole('article', { name: 'Anouk' }).waitFor();
    await keyboard.press('j');
    await keyboard.press('v');
    const item = page.getByRole('menuitem', { name: t('board:toNext', { number: 1 }) });
    await expect.poll(() => item.evaluate((one) => one === document.activeElement)).toBe(true);
    await keyboard.press('Enter');
    await page.getByRole('dialog', { name: t('log:title', { name: 'Anouk' }) }).waitFor();
    await keyboard.press('3');
    await main
      .getByRole('region', { name: t('board:contact', { number: 2 }), exact: true })
      .getByRole('link', { name: 'Anouk' })
      .waitFor();
  });
});
