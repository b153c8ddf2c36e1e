import { expect, test } from 'vitest';
import { aWorkspaceIn, onPhone, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

const letters = 'W'.repeat(200);
const long = 'Zeer '.repeat(20_000).trim();

test.each(onPhone)(
  'names of two hundred letters without a space and texts of a hundred thousand signs break no screen ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { anOpportunity, aMoment, api } = workspace;
    const contact = { email: 'w@example.nl', phone: '+31612345678' };
    const made = await anOpportunity({
      person: { name: letters, street: 'S'.repeat(200), city: letters.slice(0, 100), ...contact },
      organisation: letters,
      title: 'T'.repeat(1000),
      keen: long,
    });
    const personId = made.person?.id ?? '';
    const sold = await anOpportunity({ personId, title: 'V'.repeat(1000) });
    await aMoment(sold.id, { outcome: 'bought', value: 1_000 });
    await aMoment(made.id, { outcome: 'spoke', note: long, next: { on: '2026-11-24' } });
    await anOpportunity({ person: { name: 'X', phone: '+31612345679' }, title: '' });
    await api.post(`/persons/${personId}/promises`, { by: 'me', text: letters, dueOn: '2026-11-24' });
    await api.post(`/persons/${personId}/files?name=${letters}.pdf`, { content: '' });

    await visit(stage(), walk, workspace, async ({ page, main, t, press, isAccessible }) => {
      const card = main.getByRole('article', { name: letters });
      await card.waitFor();
      // Folded: the plan below it is still near.
      expect((await card.boundingBox())?.height).toBeLessThan(3000);
      await isAccessible();
      await press(card.getByRole('button', { name: t('today:log') }));
      await page
        .getByRole('dialog')
        .getByRole('textbox', { name: t('log:note') })
        .waitFor();
      await isAccessible();
      await page.keyboard.press('Escape');

      await page.goto(`/persons/${personId}`);
      await main.getByRole('heading', { name: letters, level: 1 }).waitFor();
      await isAccessible();
      const timeline = main.getByRole('region', { name: t('timeline:heading') });
      const height = async () => (await timeline.boundingBox())?.height ?? 0;
      const folded = await height();
      await press(timeline.getByRole('button', { name: t('ui:readAll') }));
      expect(await height()).toBeGreaterThan(folded * 3);
      await press(timeline.getByRole('button', { name: t('ui:readLess') }));
      await expect.poll(height).toBe(folded);

      for (const place of ['/persons', '/board', '/mirror/stories', '/done']) {
        await page.goto(place);
        await main.getByRole('heading', { level: 1 }).waitFor();
        await isAccessible();
      }
      await page.goto('/');
      await main.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('Control+k');
      const box = page.getByRole('combobox', { name: t('palette:label') });
      await box.fill('www');
      await page
        .getByRole('option', { name: new RegExp(letters) })
        .first()
        .waitFor();
      await isAccessible();
    });
  },
);
