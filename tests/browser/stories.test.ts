import { expect, test } from 'vitest';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each(everywhere)(
  'a sale becomes a story with its number, days and road, and stands in its week ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { anOpportunity, aMoment } = workspace;
    await visit(stage(), walk, workspace, async ({ main, page, t, press, goTo, isAccessible }) => {
      await goTo('mirror');
      await press(main.getByRole('link', { name: t('spent:tabStories'), exact: true }));
      await main.getByRole('heading', { name: t('stories:emptyTitle') }).waitFor();
      await main.getByText(t('stories:weekNone')).waitFor();
      await isAccessible();

      const { id, person } = await anOpportunity({ value: 240_000, createdOn: '2026-09-01' });
      await aMoment(id, { outcome: 'spoke', happenedOn: '2026-09-02' });
      await aMoment(id, { outcome: 'no_answer', happenedOn: '2026-10-20' });
      await aMoment(id, { outcome: 'bought' });
      await page.reload();
      const name = person?.name ?? '';
      const story = main.getByRole('article', { name });
      await story.getByText(t('stories:sold', { number: 3 })).waitFor();
      await story.getByText(t('stories:pause', { count: 48, after: 1 })).waitFor();
      await main.getByText(t('stories:soldOne', { name, number: 3 })).waitFor();
      await press(story.getByText(t('stories:road'), { exact: true }));
      expect(await story.getByRole('listitem').count()).toBe(3);
      await isAccessible();

      await press(main.getByRole('button', { name: t('stories:before') }));
      await main.getByText(t('stories:weekNone')).waitFor();
      await press(main.getByRole('button', { name: t('stories:after') }));
      await main.getByText(t('stories:soldOne', { name, number: 3 })).waitFor();
      await press(story.getByRole('link', { name }));
      await page.waitForURL(`**/persons/${person?.id}`);
    });
  },
);
