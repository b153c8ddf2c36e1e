import { expect, test } from 'vitest';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each(everywhere)(
  'the timer of looking for new customers: two taps, over a reload, corrected, and learned from ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    await workspace.anOpportunity();
    const { house } = stage();
    house.setNow(new Date(house.now().getTime() + 60_000));
    await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isAccessible }) => {
      await goTo('today');
      await press(main.getByRole('button', { name: t('prospecting:start') }));
      const running = main.getByRole('region', { name: t('prospecting:running') });
      await running.waitFor();
      expect(await main.getByRole('button', { name: t('prospecting:start') }).count()).toBe(0);
      await isAccessible();
      await workspace.anOpportunity();
      await page.reload();
      await running.getByText(t('prospecting:found', { count: 1 })).waitFor();
      await press(running.getByRole('button', { name: t('prospecting:stop') }));

      const sheet = page.getByRole('dialog');
      // Closed without an answer it counts, says so, and runs again when that is taken back.
      await sheet.waitFor();
      await page.keyboard.press('Escape');
      await page.getByText(t('prospecting:saved', { minutes: '', found: '' }).split(':')[0] ?? '').waitFor();
      await press(page.getByRole('button', { name: t('ui:undo'), exact: true }));
      await press(running.getByRole('button', { name: t('prospecting:stop') }));

      const found = sheet.getByLabel(t('prospecting:foundLabel'));
      await expect.poll(() => found.inputValue()).toBe('1');
      await isAccessible();
      await sheet.getByLabel(t('prospecting:minutes')).fill('90');
      await found.fill('2');
      await press(sheet.getByRole('button', { name: t('prospecting:right') }));
      await expect.poll(() => running.count()).toBe(0);
      await expect
        .poll(async () => (await workspace.api.get('/figures')).body.acquisition)
        .toMatchObject({ spent: 90, own: 2, minutes: 45 });

      await goTo('settings');
      const figures = main.getByRole('region', { name: t('figures:title') });
      await figures.getByRole('row', { name: new RegExp(t('figures:finding')) }).waitFor();
      await isAccessible();
    });
  },
);

test('a timer that was forgotten is asked about (nl, phone)', async () => {
  const walk = everywhere.find(({ language, screen }) => language === 'nl' && screen === 'phone');
  if (!walk) throw new Error('there is no Dutch phone');
  const workspace = await aWorkspaceIn(stage(), walk.language);
  await workspace.anOpportunity();
  const { body } = await workspace.api.post('/prospecting');
  const began = stage().house.now();
  stage().house.setNow(new Date(began.getTime() + 6 * 3_600_000));
  await workspace.api.post(`/prospecting/${body.prospecting.id}/stop`);
  await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo }) => {
    await goTo('today');
    await press(main.getByRole('button', { name: t('prospecting:askAct') }));
    const sheet = page.getByRole('dialog');
    await sheet.getByText(t('prospecting:capped')).waitFor();
    await sheet.getByLabel(t('prospecting:minutes')).fill('30');
    await press(sheet.getByRole('button', { name: t('prospecting:right') }));
    await expect.poll(() => main.getByRole('button', { name: t('prospecting:askAct') }).count()).toBe(0);
  });
  stage().house.setNow(began);
});
