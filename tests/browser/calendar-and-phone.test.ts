import { expect, test } from 'vitest';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

const signature =
  'Groeten,\nMarieke van den Berg\nDirecteur\nBakkerij Smit B.V.\nM 06 - 87 65 43 21\nmarieke@bakkerijsmit.nl';

test.each(everywhere)(
  'on the phone: the page, and a signature that is pasted becomes a person ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    await workspace.anOpportunity();
    await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isAccessible }) => {
      await goTo('settings');
      await press(main.getByRole('link', { name: t('phone:link') }));
      await main.getByRole('heading', { name: t('phone:title'), level: 1 }).waitFor();
      await main.getByText(t('phone:startAgain')).waitFor();
      await isAccessible();
      await goTo('today');
      await press(page.getByRole('button', { name: t('shell:add') }).first());
      const sheet = page.getByRole('dialog');
      const who = sheet.getByLabel(t('quickAdd:who'));
      await who.evaluate((field, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text', text);
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, signature);
      await sheet.getByText(`${t('quickAdd:more')}: Directeur`).waitFor();
      await press(sheet.getByRole('button', { name: t('quickAdd:save') }));
      await sheet.waitFor({ state: 'detached' });
      const [found] = (await workspace.api.get('/persons?q=marieke')).body.items;
      expect(found).toMatchObject({
        name: 'Marieke van den Berg',
        phone: '+31687654321',
        organisation: 'Bakkerij Smit B.V.',
      });
      expect((await workspace.api.get(`/persons/${found.id}`)).body.person.goodToKnow).toBe('Directeur');
    });
  },
);

test('on the phone: a contact that another app shares opens the sheet, filled in, and never goes to the server as such', async () => {
  const workspace = await aWorkspaceIn(stage(), 'nl');
  await workspace.anOpportunity();
  const walk = { language: 'nl', screen: 'phone' } as const;
  await visit(
    stage(),
    walk,
    workspace,
    async ({ page, t, press }) => {
      await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
      const where = await page.evaluate(async () => {
        const form = new FormData();
        const card =
          'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jörg Müller\r\nTEL;TYPE=CELL:0612345679\r\nTITLE:Chef\r\nEND:VCARD\r\n';
        form.append('cards', new File([card], 'joerg.vcf', { type: 'text/vcard' }));
        return (await fetch('/share', { method: 'POST', body: form })).url;
      });
      // The page that it opens, out of what is kept of the app.
      expect(new URL(where).pathname).toBe('/');
      await page.goto('/?add=shared');
      const sheet = page.getByRole('dialog');
      await expect.poll(() => sheet.getByLabel(t('quickAdd:who')).inputValue()).toBe('Jörg Müller, 0612345679');
      await press(sheet.getByRole('button', { name: t('quickAdd:save') }));
      await sheet.waitFor({ state: 'detached' });
      expect((await workspace.api.get('/persons?q=muller')).body.items).toMatchObject([{ name: 'Jörg Müller' }]);
    },
    { installed: true },
  );
});
