import { expect, test } from 'vitest';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each(everywhere)(
  'the screens one seldom sees: nothing here, a company, what lay still, an older list ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { api } = workspace;
    const { body: organisation } = await api.post('/organisations', { name: 'Drukkerij Zwart op Wit' });
    await api.post('/opportunities', { title: 'Folders', organisationId: organisation.id });

    await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isSaid, isAccessible }) => {
      await page.goto('/bestaat-niet');
      await main.getByRole('heading', { name: t('shell:nothingHere'), level: 1 }).waitFor();
      await isAccessible();
      await press(main.getByRole('link', { name: t('shell:toToday') }));
      // With a company and no person.
      await press(main.getByRole('link', { name: 'Drukkerij Zwart op Wit' }));
      await main.getByRole('heading', { level: 1 }).waitFor();
      await isAccessible();
      await page.goto(`/organisations/${organisation.id}`);
      await main.getByRole('heading', { name: 'Drukkerij Zwart op Wit', level: 1 }).waitFor();
      await isAccessible();

      await goTo('revive');
      await main.getByRole('heading', { name: t('revive:emptyTitle') }).waitFor();
      const tabs = main.getByRole('navigation', { name: t('revive:tabs') });
      await press(tabs.getByRole('link', { name: t('revive:tabLetLie') }));
      await main.getByRole('heading', { name: t('revive:emptyLetLie') }).waitFor();
      await isAccessible();

      // A list that came in is undone whole, from the page of lists.
      await goTo('import');
      await main
        .getByRole('textbox', { name: t('imports:pasteLabel') })
        .fill('Naam\tMail\nFenna\tfenna@example.nl\nTeun\tteun@example.nl');
      await press(main.getByRole('button', { name: t('imports:pasteAct') }));
      await main.getByRole('heading', { name: t('imports:columnsTitle') }).waitFor();
      const { body: imports } = await api.get('/imports');
      const [{ id }] = imports.items;
      const choices = { basis: 'conversation', legalForm: 'unknown', notWon: 'stopped' };
      expect((await api.post(`/imports/${id}/commit`, choices)).body.counts.created).toBe(2);
      await page.reload();
      await press(main.getByRole('button', { name: t('imports:undoImport') }));
      const sheet = page.getByRole('dialog');
      await sheet.getByText(t('imports:undoAskBody')).waitFor();
      await isAccessible();
      await press(sheet.getByRole('button', { name: t('imports:undoAct') }));
      await isSaid(t('imports:undoDone'));
      await main.getByRole('heading', { name: t('imports:undoneTitle') }).waitFor();
      expect((await api.get('/revive')).body.letGo).toBe(0);
      await goTo('import');
      await main.getByText(t('imports:historyStatus.undone')).first().waitFor();
      await isAccessible();
    });
  },
);
