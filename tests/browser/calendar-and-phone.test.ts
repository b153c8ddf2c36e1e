import { expect, test } from 'vitest';
import { isInstalled } from '#tests/support/browser/is-installed';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each(everywhere)(
  'calendar and phone: the feed, one’s own calendar with its steps, a telephone, days that never suit, away ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    await workspace.anOpportunity({
      person: { name: 'Noor Sterrenburg', email: 'noor@example.nl', phone: '+31612345678' },
    });
    await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isSaid, isAccessible }) => {
      await goTo('settings');
      await press(main.getByRole('link', { name: t('calendar:link') }));
      await main.getByRole('heading', { name: t('calendar:title'), level: 1 }).waitFor();

      await press(main.getByRole('button', { name: t('calendar:feedMake') }));
      const address = await main.getByText(/\/calendar\/aan_.*\.ics$/).textContent();
      await isAccessible();
      // The house calls itself by another port than it listens on.
      const feed = await fetch(`${stage().origin}${new URL(address ?? '').pathname}`);
      expect(await feed.text()).toContain('Noor Sterrenburg');
      await press(main.getByRole('button', { name: t('calendar:done') }));

      const own = main.getByRole('region', { name: t('calendar:own') });
      await press(own.getByRole('radio', { name: t('calendar:ownIcs') }));
      await own.getByLabel(t('calendar:ownIcsAddress')).fill('https://127.0.0.1/mine.ics');
      await press(own.getByRole('button', { name: t('calendar:ownConnect') }));
      await own.getByText(t('calendar:readError.host_inside')).waitFor();
      await isAccessible();
      await press(own.getByRole('button', { name: t('calendar:ownStop') }));
      await press(page.getByRole('dialog').getByRole('button', { name: t('calendar:ownStop') }));
      await isSaid(t('calendar:ownStopped'));

      const phones = main.getByRole('region', { name: t('calendar:phone') });
      await phones.getByLabel(t('calendar:phoneName')).fill('Mijn toestel');
      await press(phones.getByRole('button', { name: t('calendar:phoneMake') }));
      await phones.getByText(t('calendar:phoneAndroidSteps')).waitFor();
      const password = (await phones.getByText(/^aan_/).textContent()) ?? '';
      const key = Buffer.from(`x:${password}`).toString('base64');
      const people = await fetch(`${stage().origin}/carddav/books/people/`, {
        method: 'PROPFIND',
        headers: { authorization: `Basic ${key}`, depth: '1' },
      });
      expect((await people.text()).match(/\.vcf/g)).toHaveLength(1);
      await isAccessible();
      await press(phones.getByRole('button', { name: t('calendar:done') }));
      await press(phones.getByRole('button', { name: t('calendar:phoneRevokeFor', { name: 'Mijn toestel' }) }));
      await press(page.getByRole('dialog').getByRole('button', { name: t('calendar:phoneRevoke'), exact: true }));
      await isSaid(t('calendar:phoneRevoked'));

      // Away today: what is planned is asked about, moved, and taken back.
      await press(main.getByRole('link', { name: t('calendar:back') }));
      const daysOff = main.getByRole('region', { name: t('settings:daysOff') });
      await daysOff.getByLabel(t('settings:from')).fill('2026-11-24');
      await daysOff.getByLabel(t('settings:until')).fill('2026-11-27');
      await press(daysOff.getByRole('button', { name: t('settings:addDaysOff') }));
      const sheet = page.getByRole('dialog', { name: t('calendar:absenceTitle') });
      await sheet.getByText(t('calendar:absenceMove')).waitFor();
      await isAccessible();
      await press(sheet.getByRole('button', { name: t('calendar:absenceAct') }));
      await isSaid(t('calendar:absenceDone', { count: 1 }));
      await goTo('today');
      await main
        .getByText(/27 nov/i)
        .first()
        .waitFor();
      await goTo('persons');
      await press(main.getByRole('link', { name: 'Noor Sterrenburg' }).first());
      const never = main.getByRole('group', { name: t('person:never') });
      await press(never.getByRole('checkbox').first());
      await expect.poll(() => never.getByRole('checkbox').first().isChecked()).toBe(true);
      await isAccessible();
    });
  },
);

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
      await isInstalled(page);
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
