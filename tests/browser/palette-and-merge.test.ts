import { expect, test } from 'vitest';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each([
  { language: 'nl', screen: 'desktop' },
  { language: 'en', screen: 'desktop' },
] as const)('the palette by keyboard alone: go, do, and find with a typing error ($language)', async (walk) => {
  const workspace = await aWorkspaceIn(stage(), walk.language);
  const one = await workspace.anOpportunity({ person: { name: 'Anouk Korenaar', email: 'anouk@example.nl' } });
  await workspace.aMoment(one.id, { outcome: 'spoke', note: 'Wil een steenoven voor de zomer' });
  await visit(stage(), walk, workspace, async ({ page, main, t, isAccessible }) => {
    const { keyboard } = page;
    await main.getByRole('heading', { level: 1 }).waitFor();
    const box = page.getByRole('combobox', { name: t('palette:label') });
    const open = async () => {
      await keyboard.press('Control+k');
      await box.waitFor();
    };
    const chosen = () => page.getByRole('option', { selected: true }).innerText();

    await open();
    await isAccessible();
    await keyboard.type(t('shell:board'));
    await expect.poll(chosen).toContain(t('shell:board'));
    expect(await chosen()).toContain('g b');
    await keyboard.press('Enter');
    await main.getByRole('heading', { name: t('board:title'), level: 1 }).waitFor();

    // A person and a note, each with a letter wrong.
    await open();
    await keyboard.type('korenar');
    await page
      .getByRole('option', { name: /Anouk Korenaar/ })
      .first()
      .waitFor();
    await isAccessible();
    await box.fill('stenoven');
    const note = page.getByRole('group', { name: t('palette:notes') }).getByRole('option');
    await note.filter({ hasText: 'steenoven' }).waitFor();
    while (!(await chosen()).includes('steenoven')) await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await main.getByRole('heading', { name: 'Anouk Korenaar', level: 1 }).waitFor();

    // Also while typing, and with single keys switched off (WCAG 2.1.4).
    await open();
    await keyboard.type(t('palette:keysOff'));
    await keyboard.press('Enter');
    await keyboard.press('?');
    await open();
    expect(await page.getByRole('dialog').count()).toBe(1);
    await keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
  });
});

test.each(everywhere)(
  'two who are one are merged side by side, and come apart again ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { api, aPerson } = workspace;
    const piet = await aPerson({ name: 'Piet Bakker', phone: '0612345678' });
    const pieter = await aPerson({ name: 'Pieter Bakker' });
    await api.patch(`/persons/${pieter.id}`, { version: 1, phone: '06 12345678' });
    const theirs = await workspace.anOpportunity({ personId: pieter.id, title: 'Oven' });
    await workspace.aMoment(theirs.id, { outcome: 'spoke' });

    await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isAccessible, isSaid }) => {
      await goTo('persons');
      await press(main.getByRole('link', { name: t('duplicates:link') }));
      const pair = main.getByRole('article', { name: 'Piet Bakker · Pieter Bakker' });
      await pair.getByText(t('duplicates:why_phone')).waitFor();
      await isAccessible();
      await press(
        pair
          .getByRole('row', { name: new RegExp(t('duplicates:name')) })
          .getByRole('radio')
          .nth(1),
      );
      await press(
        pair.getByRole('button', { name: t('duplicates:mergeOf', { one: 'Piet Bakker', other: 'Pieter Bakker' }) }),
      );
      await isSaid(t('duplicates:merged', { one: 'Piet Bakker', other: 'Pieter Bakker' }));
      await main.getByRole('heading', { name: t('duplicates:none') }).waitFor();
      const { body } = await api.get(`/persons/${piet.id}`);
      expect(body).toMatchObject({ person: { name: 'Pieter Bakker' }, opportunities: [{ id: theirs.id, held: 1 }] });
      await press(page.getByRole('status').getByRole('button', { name: new RegExp(t('ui:undo')) }));
      await pair.waitFor();
      expect((await api.get(`/persons/${pieter.id}`)).body.opportunities).toMatchObject([{ id: theirs.id, held: 1 }]);
    });
  },
);
