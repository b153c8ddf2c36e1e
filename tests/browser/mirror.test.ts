import { expect, test } from 'vitest';
import type { Verbs } from '#tests/support/verbs';
import type { Workspace } from '#tests/support/house';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

/** Sold in contact `held + 1`. */
async function sold({ anOpportunity, aMoment }: Verbs, held: number): Promise<void> {
  const { id } = await anOpportunity({ held });
  await aMoment(id, { outcome: 'bought' });
}

async function letGo({ anOpportunity, api }: Workspace, held: number): Promise<void> {
  const { id } = await anOpportunity({ held });
  expect((await api.post(`/opportunities/${id}/stop`, { saidNo: false, reason: 'no_response' })).status).toBe(200);
}

test.each(everywhere)(
  'the mirror asks first, and with few outcomes shows only counts ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    await visit(stage(), walk, workspace, async ({ main, page, t, press, goTo, isAccessible }) => {
      await goTo('mirror');
      await main.getByRole('heading', { name: t('mirror:emptyTitle') }).waitFor();
      await isAccessible();
      await sold(workspace, 4);
      await letGo(workspace, 2);
      await page.reload();

      await main.getByRole('heading', { name: t('mirror:askTitle') }).waitFor();
      expect(await main.getByRole('table').count()).toBe(0);
      await isAccessible();
      const stops = main.getByRole('group', { name: t('mirror:askStops') });
      await press(stops.getByRole('radio', { name: t('mirror:askSpoken', { number: 5 }), exact: true }));
      const sales = main.getByRole('group', { name: t('mirror:askSales') });
      await press(sales.getByRole('radio', { name: t('mirror:askSpoken', { number: 2 }), exact: true }));
      await press(main.getByRole('button', { name: t('mirror:askAct') }));

      await main.getByText(t('mirror:few', { count: 2, n: '2' })).waitFor();
      await main.getByRole('img', { name: t('mirror:sold', { count: 1, n: '1' }) }).waitFor();
      await press(main.getByText(t('mirror:table')));
      const table = main.getByRole('table');
      expect(await table.getByRole('row', { name: /^5 / }).innerText()).toMatch(/^5\s+1\s+0\s+0$/);
      expect(await table.innerText()).not.toContain('%');
      expect(await main.getByText(t('mirror:article')).count()).toBe(0);
      // No conclusion: what one thought stands there alone, and no advice.
      const all = page.getByRole('main').or(page.getByRole('complementary'));
      await all
        .getByText(t('mirror:guessStops', { guess: '5' }))
        .first()
        .waitFor();
      await all.getByText(t('mirror:guessLater')).first().waitFor();
      const words = await page.locator('body').innerText();
      for (const conclusion of [
        t('mirror:summaryPeakSales', { number: '5' }),
        t('mirror:summaryPeakStops', { number: '2' }),
        t('mirror:guessStopsReal', { real: '2' }),
        t('mirror:guessSalesReal', { real: '5' }),
        t('mirror:tryTitle'),
        t('mirror:capturedBody'),
        '%',
      ])
        expect(words).not.toContain(conclusion);
      await isAccessible();
    });
  },
);

test.each(everywhere)(
  'with twenty outcomes it gives shares with their range, beside the article ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    for (let index = 0; index < 5; index += 1) await sold(workspace, 5);
    for (let index = 0; index < 15; index += 1) await letGo(workspace, 3);
    await visit(stage(), walk, workspace, async ({ main, t, press, goTo, isAccessible }) => {
      await goTo('mirror');
      await press(main.getByRole('button', { name: t('mirror:askSkip') }));
      await main.getByText(t('mirror:chartAboutContact', { count: 20, n: '20', won: '5' })).waitFor();
      await main.getByText(t('mirror:neverNo', { count: 15, n: '15', never: '15' })).waitFor();
      const article = main.getByRole('checkbox', { name: t('mirror:article') });
      expect(await article.isChecked()).toBe(true);
      await press(main.getByText(t('mirror:table')));
      const row = main.getByRole('table').getByRole('row', { name: /^6 / });
      expect(await row.innerText()).toMatch(/5 100% \(\d+%–100%\)/);
      await main.getByText(t('mirror:tableInterval')).waitFor();
      await isAccessible();
      // The figures of one number, read out.
      await main.getByRole('radio', { name: t('mirror:readContact', { number: 6 }) }).focus();
      await main.getByRole('radio', { name: t('mirror:readContact', { number: 6 }) }).press('Space');
      await main
        .getByText(
          t('mirror:readSold', { made: '5', total: '5', share: '100%', low: '', high: '' }).split(',')[0] ?? '',
        )
        .waitFor();
      // By conversation the article has nothing to say.
      await press(main.getByRole('radio', { name: t('mirror:byConversation') }));
      await main.getByText(t('mirror:chartAboutConversation', { count: 20, n: '20', won: '5' })).waitFor();
      await article.waitFor({ state: 'detached' });
      await isAccessible();

      await goTo('stillToGain');
      await main.getByRole('heading', { level: 1, name: t('shell:stillToGain') }).waitFor();
      await main
        .getByRole('table')
        .or(main.getByRole('definition'))
        .or(main.getByRole('heading', { level: 2 }))
        .first()
        .waitFor();
      await isAccessible();
    });
  },
);
