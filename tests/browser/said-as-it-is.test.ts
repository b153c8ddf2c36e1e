import { expect, test } from 'vitest';
import { brought } from '#tests/support/bring-file';
import { aWorkspaceIn, everywhere, onDesktop, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each(everywhere)(
  'stops, amounts and counts are said as they are; one message at a time ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { anOpportunity, api } = workspace;
    const fresh = await anOpportunity({ person: { name: 'Nel Nieuw', email: 'nel@example.nl' }, value: 340_050 });
    const without = await anOpportunity({
      held: 2,
      person: { name: 'Zeki Zonder', email: 'zeki@example.nl' },
      title: '',
      value: null,
    });
    await api.post(`/opportunities/${without.id}/stop`, { saidNo: false, reason: 'no_budget' });
    const cents = walk.language === 'nl' ? /€\s3\.400,50/ : /€3,400\.50/;

    await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isSaid, isAccessible }) => {
      const toasts = page.locator('.toast');
      const nel = main.getByRole('article', { name: 'Nel Nieuw' });
      // Cents where there are any: on the card, in the list, with the person.
      await nel.getByText(cents).waitFor();
      await goTo('persons');
      await main.getByText(cents).first().waitFor();
      await goTo('today');

      // Not to stop is called so; and before the first contact there was none.
      await press(nel.getByRole('button', { name: t('today:moreFor', { name: 'Nel Nieuw' }) }));
      await press(page.getByRole('menuitem', { name: t('today:stop') }));
      const gate = page.getByRole('dialog');
      await gate.getByRole('button', { name: walk.language === 'nl' ? 'Niet stoppen' : 'Do not stop' }).waitFor();
      await press(gate.getByRole('radio', { name: t('stop:no') }));
      await press(gate.getByRole('radio', { name: t('words:stopReason.no_response') }));
      await press(gate.getByRole('button', { name: t('stop:actNone') }));
      await isSaid(t('stop:doneNone'));
      // A second later, on the next page the way back alone, small; picked up again, it is gone.
      await page.clock.setSystemTime(Date.now() + 1100);
      await goTo('revive');
      expect(await page.locator('.toast--small').count()).toBe(await toasts.count());
      const row = main.getByRole('listitem').filter({ hasText: 'Nel Nieuw' });
      await row.waitFor();
      expect(await main.getByText(/·\s*$/).count()).toBe(0);
      await isAccessible();
      await press(row.getByRole('button', { name: t('revive:nowFor', { name: 'Nel Nieuw' }) }));
      await isSaid(t('revive:nowDone', { name: 'Nel' }));
      expect(await toasts.count()).toBe(1);
      await goTo('today');
      await nel.getByText(t('why:picked_up')).waitFor();

      await page.goto(`/persons/${fresh.person?.id}`);
      await main.getByText(t('timeline:stoppedNone')).waitFor();
      await main.getByText(cents).first().waitFor();

      // Who has no amount counts with the average, and that is said.
      await goTo('stillToGain');
      await main.getByText(t('missed:withoutValue', { count: 1, n: '1', average: '' }).split('.')[0] ?? '').waitFor();
      await isAccessible();

      // Nobody left but those who said no.
      const { id } = await anOpportunity({ held: 1 });
      await api.post(`/opportunities/${id}/stop`, { saidNo: true, reason: 'no_need' });
      await api.post(`/opportunities/${without.id}/revive`, {});
      await page.goto('/revive');
      await main.getByText(t('revive:leadRefused', { count: 1, n: '1' })).waitFor();
      await main.getByRole('heading', { name: t('revive:emptyTitle') }).waitFor();
    });
  },
);

test.each(everywhere)(
  'what an import knew, a number that cannot be read, and more than the minutes hold ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { anOpportunity, api } = workspace;
    await brought(api, 'list.csv', 'Naam;Mail;Status\nFenna;fenna@example.nl;verloren\n', {
      basis: 'conversation',
      legalForm: 'unknown',
      notWon: 'stopped',
    });
    const found = (await api.get('/persons?q=Fenna')).body.items[0];
    for (const title of ['Een', 'Twee', 'Drie', 'Vier']) {
      const one = await anOpportunity({ title, person: { name: `Pin ${title}`, email: `${title}@example.nl` } });
      await api.post(`/opportunities/${one.id}/pin`, { choice: 'yes' });
    }

    await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isSaid, isAccessible }) => {
      await press(main.getByRole('radio', { name: t('time:minutes', { count: 15 }) }));
      await main.getByText(t('today:moreThanMinutes', { minutes: t('time:minutes', { count: 20 }) })).waitFor();
      await isAccessible();

      await page.goto(`/persons/${found.id}`);
      const line = main.getByRole('listitem').filter({ hasText: t('timeline:kind.imported') });
      await line.getByText(t('words:state.stopped')).waitFor();
      if (walk.language === 'nl') expect(await line.innerText()).not.toContain('stopped');

      await page.keyboard.press('n');
      const sheet = page.getByRole('dialog', { name: t('quickAdd:title') });
      await sheet.getByRole('textbox', { name: t('quickAdd:who') }).fill('Jan 06-abc');
      await sheet.getByText(t('quickAdd:unreadable', { text: '06-abc' })).waitFor();
      await isAccessible();
      await page.keyboard.press('Escape');

      // In the language that was chosen, that it was saved.
      await goTo('settings');
      const other = walk.language === 'nl' ? 'en' : 'nl';
      await press(main.getByRole('radio', { name: t(`settings:${other}`) }));
      await isSaid(other === 'en' ? 'Saved.' : 'Opgeslagen.');
    });
  },
);

test.each(onDesktop)('the page of the API asks for nothing that is not there', async (walk) => {
  await visit(stage(), walk, null, async ({ page }) => {
    const missing: string[] = [];
    page.on('response', (answer) => answer.status() >= 400 && missing.push(answer.url()));
    await page.goto('/api/docs');
    await page.getByRole('heading', { name: /^Aanhouder/ }).waitFor();
    // Without one a browser asks for /favicon.ico.
    expect(await page.locator('link[rel=icon]').count()).toBe(1);
    expect(missing).toEqual([]);
  });
});
