import { expect, test } from 'vitest';
import { everywhere, openStage, useBrowser, visit } from '#tests/support/browser/stage';

const browser = useBrowser();

test.each(everywhere)(
  'the first visit teaches, and who was just spoken to stands in it ($language, $screen)',
  async (walk) => {
    // Of its own: a first visit is there once a database.
    const stage = await openStage(browser());
    try {
      await visit(stage, walk, null, async ({ page, main, t, press, isAccessible, isSaid, goTo, screen }) => {
        await page.getByRole('heading', { name: t('entrance:setup') }).waitFor();
        await isAccessible();
        await page.getByRole('textbox', { name: t('entrance:name') }).fill('Anna Bakker');
        await page.getByRole('textbox', { name: t('entrance:workspace') }).fill('Bakker Keukens');
        await page.getByRole('textbox', { name: t('entrance:email') }).fill('anna@example.nl');
        await page.getByLabel(t('entrance:password')).first().fill('kort');
        await press(page.getByRole('button', { name: t('entrance:make') }));
        await page
          .getByRole('alert')
          .filter({ hasText: t('entrance:passwordShort') })
          .waitFor();
        await page.getByLabel(t('entrance:password')).first().fill('drie gewone woorden');
        await press(page.getByRole('button', { name: t('entrance:make') }));

        await page.getByRole('heading', { name: t('today:title'), level: 1 }).waitFor();
        await page.getByRole('heading', { name: t('today:emptyTitle') }).waitFor();
        await page.getByRole('button', { name: t('today:emptyPaste') }).waitFor();
        await page.getByRole('link', { name: t('today:emptyList') }).waitFor();
        await isAccessible();

        const began = performance.now();
        await press(main.getByRole('button', { name: t('today:emptySpoke') }));
        const sheet = page.getByRole('dialog', { name: t('quickAdd:title') });
        await sheet.getByRole('textbox', { name: t('quickAdd:who') }).fill('Jan de Vries, Bakkerij Korst, 06 12345678');
        await sheet.getByText('+31612345678').or(sheet.getByText('06 12345678')).first().waitFor();
        await sheet.getByRole('textbox', { name: t('quickAdd:about') }).fill('oven');
        await sheet.getByRole('textbox', { name: t('quickAdd:keen') }).fill('minder stroom');
        await press(sheet.getByRole('radio', { name: t('plan:tomorrow') }));
        await isAccessible();
        await press(sheet.getByRole('button', { name: t('quickAdd:save'), exact: true }));
        await isSaid(t('quickAdd:savedSpoke', { name: 'Jan de Vries', day: t('time:tomorrow') }));
        expect(performance.now() - began).toBeLessThan(10_000);

        const tabs = page.getByRole('navigation', { name: t('today:tabs') });
        await press(tabs.getByRole('link', { name: t('today:tabLater') }));
        const tomorrow = page.getByRole('region', { name: t('time:tomorrow') });
        const line = tomorrow.getByRole('listitem').filter({ hasText: 'Jan de Vries' });
        await line.getByText(t('ui:trail', { held: 1, next: 2 })).waitFor();
        await isAccessible();
        await press(line.getByRole('link', { name: 'Jan de Vries' }));
        await page.getByRole('heading', { name: 'Jan de Vries', level: 1 }).waitFor();
        await page.getByText('minder stroom').waitFor();

        await goTo('today');
        await page.getByRole('heading', { name: t('today:readyCounts', { list: '' }).split(':')[0] ?? '' }).waitFor();
        // Out and in again: the account is there.
        if (screen === 'phone') {
          await press(page.getByRole('link', { name: t('shell:more') }));
          await press(page.getByRole('button', { name: t('shell:signOut') }));
          await page.getByRole('heading', { name: t('entrance:signIn') }).waitFor();
          await isAccessible();
          await page.getByRole('textbox', { name: t('entrance:email') }).fill('anna@example.nl');
          await page.getByLabel(t('entrance:password')).first().fill('drie gewone woorden');
          await press(page.getByRole('button', { name: t('entrance:enter') }));
          await page.getByRole('heading', { name: t('today:title'), level: 1 }).waitFor();
        }
      });
    } finally {
      await stage.close();
    }
  },
);
