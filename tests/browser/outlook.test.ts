import { expect, test } from 'vitest';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each(everywhere)(
  'the Outlook begins with one need, says until when it is covered, and opens every figure ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { anOpportunity } = workspace;
    for (let n = 0; n < 4; n += 1) await anOpportunity({ value: 1_000_000 });
    await visit(stage(), walk, workspace, async ({ main, page, t, press, goTo, isAccessible }) => {
      await goTo('outlook');
      await main.getByRole('heading', { name: t('outlook:emptyTitle') }).waitFor();
      await isAccessible();

      // Without an amount it says what is missing; with one the first need stands.
      await press(main.getByRole('button', { name: t('ui:save'), exact: true }).first());
      await main.getByText(t('outlook:amountWrong')).waitFor();
      await main.getByLabel(`${t('outlook:fieldAmount')} ${t('outlook:perMonth')}`).fill('9000');
      await press(main.getByRole('button', { name: t('ui:save'), exact: true }).first());
      await main
        .getByText(t('outlook:saysShort', { week: 49 }).split('49')[0] ?? '', { exact: false })
        .first()
        .waitFor();
      await main.getByText(t('outlook:few', { count: 0, n: '0' })).waitFor();
      await isAccessible();

      // A customer one has already, who covers it.
      await press(main.getByRole('button', { name: t('outlook:contractAdd') }));
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel(t('outlook:customer')).fill('De Molen');
      await sheet.getByLabel(t('outlook:contractAmount')).fill('9500');
      await isAccessible();
      await press(sheet.getByRole('button', { name: t('ui:save'), exact: true }));
      await sheet.waitFor({ state: 'detached' });
      await main.getByText(t('outlook:coveredAll')).first().waitFor();
      await main
        .getByText(t('outlook:largest', { share: '100%', customer: 'De Molen' }))
        .first()
        .waitFor();

      // The figures of a month, of a week, in a table, and how they come about.
      const axis = main.getByRole('group', { name: t('outlook:readHint') });
      await axis.getByRole('radio').nth(2).press('Space');
      await main
        .getByText(t('outlook:readNeed', { need: '' }).trim().split(':')[0] ?? '', { exact: false })
        .first()
        .waitFor();
      await press(main.getByRole('radio', { name: t('outlook:chartWeeks') }));
      expect(await axis.getByRole('radio').count()).toBe(13);
      await press(main.getByText(t('outlook:table')));
      expect(await main.getByRole('table').getByRole('row').count()).toBe(13);
      await press(main.getByText(t('outlook:sumTitle')));
      await main.getByText(t('outlook:sumDry'), { exact: false }).waitFor();
      await isAccessible();
    });
  },
);

test.each(everywhere)(
  'a sale is one tap; when it is paid is said from the toast, and stands on the page ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const made = await workspace.anOpportunity({ value: 1_000_000 });
    await visit(stage(), walk, workspace, async ({ main, page, t, press, isAccessible }) => {
      await page.goto(`/persons/${made.person?.id}`);
      await press(main.getByRole('button', { name: t('opportunity:log'), exact: true }));
      const sheet = page.getByRole('dialog');
      await press(sheet.getByRole('button', { name: t('words:outcome.bought') }));
      await press(sheet.getByRole('button', { name: t('ui:save'), exact: true }));
      await press(page.getByRole('button', { name: t('log:payment'), exact: true }));
      await press(sheet.getByRole('radio', { name: t('opportunity:paysMonthly') }));
      await sheet.getByLabel(t('opportunity:monthly')).fill('250');
      await isAccessible();
      await press(sheet.getByRole('button', { name: t('ui:save'), exact: true }));
      await sheet.waitFor({ state: 'detached' });
      const { body } = await workspace.api.get(`/opportunities/${made.id}`);
      expect(body).toMatchObject({ state: 'won', value: 300_000, recurring: { amount: 25_000, months: 12 } });
      await main.getByText(t('opportunity:monthlyLine', { amount: '', count: 12 }).trim(), { exact: false }).waitFor();
    });
  },
);

test.each(everywhere)(
  'what is overdue is ticked off, or expected on another day, and either is taken back ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    for (const organisation of ['De Molen', 'Bakker Bol']) {
      const { id } = await workspace.anOpportunity({ value: 300_000, organisation });
      const { opportunity } = await workspace.aMoment(id, { outcome: 'bought' });
      const { version } = opportunity;
      await workspace.api.patch(`/opportunities/${id}`, { version, payment: { expectedOn: '2026-11-20' } });
    }
    await visit(stage(), walk, workspace, async ({ main, page, t, press, goTo, isAccessible }) => {
      await goTo('outlook');
      const list = main.getByRole('region', { name: t('outlook:overdueTitle') });
      await list.getByText('Bakker Bol').waitFor();
      expect(await list.getByRole('listitem').count()).toBe(2);
      await isAccessible();

      await press(list.getByRole('button', { name: t('outlook:laterFor', { customer: 'De Molen' }) }));
      await list.getByLabel(t('outlook:expectedOn'), { exact: true }).fill('2026-12-10');
      await isAccessible();
      await press(list.getByRole('button', { name: t('ui:save') }));
      await list.getByText('De Molen').waitFor({ state: 'detached' });

      await press(list.getByRole('button', { name: t('outlook:paidFor', { customer: 'Bakker Bol' }) }));
      await list.waitFor({ state: 'detached' });
      await press(page.getByRole('button', { name: t('ui:undo') }));
      await list.getByText('Bakker Bol').waitFor();
    });
  },
);
