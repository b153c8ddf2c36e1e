import { expect, test } from 'vitest';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each(everywhere)('the list finds, filters and sorts ($language, $screen)', async (walk) => {
  const workspace = await aWorkspaceIn(stage(), walk.language);
  const { anOpportunity, aMoment, api } = workspace;
  await anOpportunity({
    person: { name: 'Esmée Houtwijk', email: 'esmee@example.nl' },
    title: 'Bloemen',
    value: 10_000,
  });
  await anOpportunity({ person: { name: 'Koen Duinzicht', email: 'koen@example.nl' }, title: 'Akte', value: 900_000 });
  const won = await anOpportunity({ person: { name: 'Ilse van Zilverschoon', email: 'ilse@example.nl' } });
  await aMoment(won.id, { outcome: 'bought' });
  const stopped = await anOpportunity({ person: { name: 'Rik Kapelhof', email: 'rik@example.nl' }, held: 2 });
  await api.post(`/opportunities/${stopped.id}/stop`, { saidNo: false, reason: 'timing' });

  await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isAccessible }) => {
    await goTo('persons');
    const list = main.getByRole('region', { name: t('persons:list') });
    const shown = () => list.getByRole('link').allInnerTexts();
    await expect.poll(async () => (await shown()).toSorted()).toEqual(['Esmée Houtwijk', 'Koen Duinzicht']);
    await isAccessible();
    const filter = main.getByRole('group', { name: t('persons:filter') });
    await press(filter.getByRole('radio', { name: t('persons:filterWon') }));
    await expect.poll(shown).toEqual(['Ilse van Zilverschoon']);
    await list.getByText(t('persons:wonAt', { number: 1 })).waitFor();
    await press(filter.getByRole('radio', { name: t('persons:filterStopped') }));
    await expect.poll(shown).toEqual(['Rik Kapelhof']);
    await list.getByText(t('persons:stoppedAt', { number: 2 })).waitFor();
    await press(filter.getByRole('radio', { name: t('persons:filterToComplete') }));
    await main.getByRole('heading', { name: t('persons:noneToComplete') }).waitFor();
    await isAccessible();
    await press(filter.getByRole('radio', { name: t('persons:filterOpen') }));
    await main.getByRole('combobox', { name: t('persons:sort') }).selectOption({ label: t('persons:sortValue') });
    await expect.poll(shown).toEqual(['Koen Duinzicht', 'Esmée Houtwijk']);
    await main.getByRole('combobox', { name: t('persons:sort') }).selectOption({ label: t('persons:sortName') });
    await expect.poll(async () => (await shown()).length).toBe(2);

    // A part of a word, and a word with a typing error.
    const search = main.getByRole('searchbox', { name: t('persons:search') });
    await search.fill('zilver');
    await press(filter.getByRole('radio', { name: t('persons:filterEveryone') }));
    await expect.poll(shown).toEqual(['Ilse van Zilverschoon']);
    await search.fill('Duinzigt');
    await main.getByText(t('persons:typing')).waitFor();
    await expect.poll(shown).toContain('Koen Duinzicht');
    await search.fill('qqqqqq');
    await main.getByRole('heading', { name: t('persons:none', { q: 'qqqqqq' }) }).waitFor();
    await isAccessible();
    await press(main.getByRole('button', { name: t('persons:clear') }));
    await expect.poll(async () => (await shown()).length).toBe(4);

    // Back comes back to the same search.
    await search.fill('esm');
    await press(list.getByRole('link', { name: 'Esmée Houtwijk' }));
    await main.getByRole('heading', { name: 'Esmée Houtwijk', level: 1 }).waitFor();
    await page.goBack();
    await expect.poll(() => search.inputValue()).toBe('esm');
    await expect.poll(shown).toEqual(['Esmée Houtwijk']);
  });
});

test.each(everywhere)('the settings hold, and another language is there at once ($language, $screen)', async (walk) => {
  const workspace = await aWorkspaceIn(stage(), walk.language);
  const other = walk.language === 'nl' ? 'en' : 'nl';
  await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isAccessible, isSaid }) => {
    await goTo('settings');
    await main.getByRole('heading', { name: t('settings:title'), level: 1 }).waitFor();
    await main.getByRole('region', { name: t('settings:numbers') }).waitFor();
    await isAccessible();

    const days = main.getByRole('region', { name: t('settings:days'), exact: true });
    await days.getByRole('spinbutton', { name: t('settings:minutesADay') }).fill('45');
    await press(days.getByRole('button', { name: t('ui:save') }));
    await days.getByRole('button', { name: t('ui:save') }).waitFor({ state: 'detached' });
    const friday = days.getByRole('checkbox', { name: walk.language === 'nl' ? 'vrijdag' : 'Friday' });
    expect(await friday.isChecked()).toBe(true);
    await press(friday);
    await expect.poll(() => friday.isChecked()).toBe(false);
    await expect
      .poll(async () => (await workspace.api.get('/me')).body.member)
      .toMatchObject({
        minutesADay: 45,
        workingDays: [1, 2, 3, 4],
      });

    const minutes = main.getByRole('region', { name: t('settings:minutes') });
    await minutes.getByRole('spinbutton', { name: t('words:channel.call'), exact: true }).fill('7');
    await press(minutes.getByRole('button', { name: t('ui:save') }));
    await minutes.getByRole('button', { name: t('ui:save') }).waitFor({ state: 'detached' });
    await isSaid(t('ui:saved'));

    const figures = main.getByRole('region', { name: t('settings:numbers') });
    const p = figures.getByRole('textbox', { name: t('settings:p') });
    await p.fill('11');
    await figures.getByText(t('settings:pWrong')).waitFor();
    await p.fill(walk.language === 'nl' ? '2,5' : '2.5');
    await figures.getByRole('textbox', { name: t('settings:average') }).fill('1.850');
    await press(figures.getByRole('button', { name: t('ui:save') }));
    await figures.getByRole('button', { name: t('ui:save') }).waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await workspace.api.get('/settings')).body)
      .toMatchObject({
        p: 0.25,
        averageValue: 185_000,
        minutesByChannel: { call: 7 },
      });

    // The other language, without a reload; and it stays.
    const titleIn = { nl: 'Instellingen', en: 'Settings' };
    await press(main.getByRole('radio', { name: t(`settings:${other}`) }));
    await main.getByRole('heading', { name: titleIn[other], level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(other);
    await page.reload();
    await main.getByRole('heading', { name: titleIn[other], level: 1 }).waitFor();
    await isAccessible();
    await press(main.getByRole('radio', { name: t(`settings:${walk.language}`) }));
    await main.getByRole('heading', { name: titleIn[walk.language], level: 1 }).waitFor();
  });
});
