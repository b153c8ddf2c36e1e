import { expect, test } from 'vitest';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each(everywhere)(
  'what fits the minutes is said on Today, and other minutes are one tap, with a way back ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { api, anOpportunity } = workspace;
    for (let i = 0; i < 14; i++) await anOpportunity({ value: 100_000 + i });
    const me = (await api.get('/me')).body.member;
    await api.patch('/me', { version: me.version, minutesADay: 60 });
    await visit(stage(), walk, workspace, async ({ page, t, press, isAccessible }) => {
      const minutes = (count: number) => t('time:minutesLong', { count });
      const room = (await api.get('/pace')).body.fits - 14;
      await page
        .getByText(t('pace:allFit', { count: 14, n: '14', minutes: minutes(60), room: String(room) }))
        .waitFor();
      await press(page.getByRole('button', { name: t('pace:choose') }));
      const sheet = page.getByRole('dialog');
      await sheet.getByRole('heading', { name: t('pace:sheetTitle') }).waitFor();
      await isAccessible();
      // All 14 fit 30 minutes; more than that is not offered, but for what one has.
      expect(await sheet.getByRole('listitem').count()).toBeLessThanOrEqual(4);
      await press(sheet.getByRole('button', { name: new RegExp(`^${t('pace:choice', { minutes: minutes(15) })}`) }));
      await sheet.waitFor({ state: 'detached' });
      const { body: pace } = await api.get('/pace');
      expect(pace).toMatchObject({ minutesADay: 15, open: 14 });
      await page.getByText(new RegExp(t('pace:title'))).waitFor();
      expect((await api.get('/me')).body.member.minutesADay).toBe(15);
    });
  },
);

test.each(everywhere)(
  'time stands beside the Mirror, with its table, and on a person’s page ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { anOpportunity, aMoment } = workspace;
    await visit(stage(), walk, workspace, async ({ main, page, t, press, goTo, isAccessible }) => {
      await goTo('mirror');
      await press(main.getByRole('link', { name: t('spent:tabTime'), exact: true }));
      await main.getByRole('heading', { name: t('spent:emptyTitle') }).waitFor();
      await isAccessible();

      const opportunity = await anOpportunity({ value: 300_000 });
      await aMoment(opportunity.id, { outcome: 'spoke', minutes: 70 });
      await aMoment(opportunity.id, { outcome: 'interested', minutes: 120 });
      await page.reload();
      await main.getByRole('heading', { name: t('spent:chartTitle') }).waitFor();
      await press(main.getByRole('radio').last());
      const hours = t('time:hoursMinutes', { hours: '3', minutes: '10' });
      await main.getByText(new RegExp(`: ${hours}$`)).waitFor();
      await press(main.getByText(t('spent:table')));
      const table = main.getByRole('region', { name: t('spent:table') }).getByRole('table');
      expect(await table.getByRole('row').nth(1).innerText()).toContain(hours);
      // Under 20 sales nothing is said of an hour.
      expect(await main.getByText(t('spent:broughtHour'), { exact: true }).count()).toBe(0);
      await isAccessible();

      await page.goto(`/persons/${opportunity.person?.id}`);
      await page.getByText(t('spent:personSpent', { time: hours })).waitFor();
      const [expected] = t('spent:personExpected', { amount: '', low: '', high: '' }).split(':');
      await page.getByText(new RegExp(`${expected}: €.+€.+€`)).waitFor();
    });
  },
);
