import { test } from 'vitest';
import { lessons as english } from '#i18n/lessons/en';
import { lessons as dutch } from '#i18n/lessons/nl';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each(everywhere)(
  'the lesson of the next contact is one tap from Today, and the next one beside it ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    await workspace.anOpportunity();
    const lessons = walk.language === 'nl' ? dutch : english;
    await visit(stage(), walk, workspace, async ({ main, page, t, press, isAccessible }) => {
      await press(main.getByRole('button', { name: t('lesson:link', { number: 1 }) }));
      const sheet = page.getByRole('dialog');
      await sheet.getByRole('heading', { name: t('lesson:heading', { number: 1, title: lessons[0].title }) }).waitFor();
      await sheet.getByText(lessons[0].act).waitFor();
      await isAccessible();
      await press(sheet.getByRole('button', { name: t('lesson:after', { number: 2 }) }));
      await sheet.getByText(lessons[1].act).waitFor();
    });
  },
);
