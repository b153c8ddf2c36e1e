import { expect, test } from 'vitest';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each(everywhere)(
  'many at once: looked at first, done, and taken back as one ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { anOpportunity, api } = workspace;
    for (const name of ['Anouk', 'Bram', 'Cor'])
      await anOpportunity({ person: { name, email: `${name}@example.nl` }, next: { on: '2026-12-01' } });
    const agreed = await anOpportunity({ person: { name: 'Dirk', email: 'dirk@example.nl' } });
    await api.post(`/opportunities/${agreed.id}/plan`, { on: '2026-12-01', at: '2026-12-01T10:00:00Z' });
    const days = async () =>
      (await api.get('/opportunities?state=open')).body.items.map(
        (one: { nextMoment: { on: string } }) => one.nextMoment.on,
      );

    await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isSaid, isAccessible }) => {
      await goTo('persons');
      const list = main.getByRole('region', { name: t('persons:list') });
      await list.getByRole('link', { name: 'Anouk' }).waitFor();
      await press(list.getByRole('checkbox', { name: t('list:selectAll') }));
      await list.getByText(t('list:selected', { count: 4 })).waitFor();
      await isAccessible();
      await press(list.getByRole('button', { name: t('list:bulk') }));
      const sheet = page.getByRole('dialog', { name: t('list:bulkTitle', { count: 4 }) });
      await press(sheet.getByRole('radio', { name: '30' }));
      await isAccessible();
      await press(sheet.getByRole('button', { name: t('list:preview') }));
      await sheet.getByText(t('list:previewDone', { count: 3 })).waitFor();
      await sheet.getByText(t('list:refused_agreed_time', { number: '1' })).waitFor();
      await isAccessible();
      expect(new Set(await days())).toEqual(new Set(['2026-12-01']));
      await press(sheet.getByRole('button', { name: t('list:carryOut', { count: 3 }) }));
      await isSaid(t('list:done', { count: 3 }));
      await expect
        .poll(async () => (await days()).toSorted())
        .toEqual(['2026-12-01', '2026-12-31', '2026-12-31', '2026-12-31']);
      await press(page.getByRole('status').getByRole('button', { name: new RegExp(t('ui:undo')) }));
      await expect.poll(async () => new Set(await days())).toEqual(new Set(['2026-12-01']));
    });
  },
);

test.each(everywhere)('a filter with columns is saved as a view and comes back ($language, $screen)', async (walk) => {
  const workspace = await aWorkspaceIn(stage(), walk.language);
  const { anOpportunity, api } = workspace;
  const quoted = await anOpportunity({ person: { name: 'Anouk', email: 'anouk@example.nl' } });
  await anOpportunity({ person: { name: 'Bram', email: 'bram@example.nl' } });
  await api.post(`/opportunities/${quoted.id}/stage`, { stage: 'quote' });

  await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isAccessible, isSaid }) => {
    await goTo('persons');
    const list = main.getByRole('region', { name: t('persons:list') });
    const shown = () => list.getByRole('link').allInnerTexts();
    await list.getByRole('link', { name: 'Bram' }).waitFor();
    await press(main.getByRole('button', { name: t('list:filters'), exact: true }));
    const filter = page.getByRole('dialog', { name: t('list:filters') });
    await filter.getByRole('combobox', { name: t('list:stage') }).selectOption({ label: t('board:stage_quote') });
    await isAccessible();
    await press(filter.getByRole('button', { name: t('list:filtersDone') }));
    await expect.poll(shown).toEqual(['Anouk']);
    await press(main.getByRole('button', { name: t('list:columns'), exact: true }));
    const columns = page.getByRole('dialog', { name: t('list:columns') });
    await press(columns.getByRole('checkbox', { name: t('list:columnStage') }));
    await isAccessible();
    await press(columns.getByRole('button', { name: t('ui:close') }));
    await press(main.getByRole('button', { name: t('list:saveView') }));
    const save = page.getByRole('dialog', { name: t('list:saveView') });
    await save.getByRole('textbox', { name: t('list:viewName') }).fill('Offertes');
    await press(save.getByRole('button', { name: t('ui:save') }));
    await isSaid(t('list:viewSaved'));
    const views = main.getByRole('combobox', { name: t('list:view') });
    await views.selectOption({ label: t('list:noView') });
    await expect.poll(async () => (await shown()).length).toBe(2);
    await views.selectOption({ label: 'Offertes' });
    await expect.poll(shown).toEqual(['Anouk']);
    await isAccessible();
  });
});

test.each(everywhere)(
  'fields and stages of one’s own are made in Settings and filled in on the page ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const one = await workspace.anOpportunity({ person: { name: 'Anouk', email: 'anouk@example.nl' }, title: 'Oven' });
    await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isAccessible, isSaid }) => {
      await goTo('settings');
      const fields = main.getByRole('region', { name: t('fields:title') });
      await press(fields.getByRole('button', { name: t('fields:add') }));
      await fields.getByRole('textbox', { name: t('fields:nameOf', { number: 1 }) }).fill('Stoelen');
      await fields.getByRole('combobox', { name: t('fields:kind') }).selectOption({ label: t('fields:kindNumber') });
      await isAccessible();
      await press(fields.getByRole('button', { name: t('fields:save') }));
      await isSaid(t('ui:saved'));
      const stages = main.getByRole('region', { name: t('board:stages') });
      await press(stages.getByRole('button', { name: t('board:stageRemove', { name: t('board:stage_quote') }) }));
      await stages
        .getByRole('combobox', { name: t('board:stageTo', { name: t('board:stage_quote') }) })
        .selectOption({ label: t('board:stage_talking') });
      await press(stages.getByRole('button', { name: t('board:stagesSave') }));
      await stages.getByRole('button', { name: t('board:stagesSave') }).waitFor({ state: 'detached' });
      expect((await workspace.api.get('/stages')).body.items).toHaveLength(3);

      await page.goto(`/persons/${one.person?.id}`);
      await press(main.getByRole('button', { name: t('fields:editOf', { name: 'Oven' }) }));
      const sheet = page.getByRole('dialog', { name: t('fields:title') });
      await sheet.getByRole('spinbutton', { name: 'Stoelen' }).fill('12');
      await isAccessible();
      await press(sheet.getByRole('button', { name: t('ui:save') }));
      await main.getByRole('article', { name: 'Oven' }).getByRole('definition').filter({ hasText: '12' }).waitFor();
      await isAccessible();
    });
  },
);
