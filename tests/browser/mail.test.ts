import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MailTransport } from '#usecases/outbox/mail-transport';
import type { PostOffice } from '#usecases/outbox/post-office';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';
import { type FakeSmtp, fakeSmtp } from '#tests/support/mail/fake-smtp';
import { aPostOffice, transportTo } from '#tests/support/mail/post';

let smtp: FakeSmtp;
let sending: MailTransport;
let office: PostOffice;
// The server begins before the mail server has a port.
const stage = useStage({ transport: { senderFor: (lane) => sending.senderFor(lane), close() {} } });

beforeAll(async () => {
  smtp = await fakeSmtp();
  sending = transportTo(smtp);
  office = aPostOffice(stage().house, sending, [], { hears: false });
});
afterAll(async () => {
  await office.close();
  await smtp.close();
});

test.each(everywhere)(
  'a mail is written from the template of this contact, waits in the outbox, is stopped, and goes ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { anOpportunity, aMoment, api } = workspace;
    const email = `noor.${walk.language}@example.com`;
    const { id, person } = await anOpportunity({
      person: { name: 'Noor Sterrenburg', email, phone: '+31612345678' },
      title: 'de verbouwing',
    });
    await aMoment(id, { outcome: 'spoke', next: { on: '2026-11-24', channel: 'email' } });

    await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isSaid, isAccessible }) => {
      await press(main.getByRole('button', { name: t('words:act.email') }).first());
      const sheet = page.getByRole('dialog', { name: t('composer:title', { name: 'Noor' }) });
      const text = sheet.getByRole('textbox', { name: t('composer:text') });
      await expect.poll(() => text.inputValue()).toContain('Noor,');
      await expect.poll(() => text.inputValue()).toContain('de verbouwing');
      await isAccessible();

      // What is empty is named with its cure, and nothing is sent.
      await text.fill('');
      await sheet.getByText(t('composer:noText')).waitFor();
      const field = walk.language === 'nl' ? 'voornaam' : 'first';
      await text.fill(`Dag {{${field}}}, {{enthousiast}}`);
      await sheet
        .getByText(t('composer:missing.keen', { field: 'enthousiast' }).slice(0, 12))
        .first()
        .waitFor();
      await text.fill(`Dag {{${field}}}, hier is de tekening.`);
      // What was typed is there again when the sheet was closed without sending.
      await page.keyboard.press('Escape');
      await press(main.getByRole('button', { name: t('words:act.email') }).first());
      await sheet.getByRole('button', { name: t('ui:beginAnew') }).waitFor();
      expect(await text.inputValue()).toContain('hier is de tekening.');
      await press(sheet.getByRole('button', { name: t('composer:preview') }));
      await sheet.getByText('Dag Noor, hier is de tekening.').waitFor();
      await press(sheet.getByRole('button', { name: t('composer:send'), exact: true }));
      await isSaid('Noor');

      // It waits, is stopped, and goes after all.
      await goTo('outbox');
      await main.getByText(t('outbox:state.queued'), { exact: true }).waitFor();
      await isAccessible();
      await press(main.getByRole('button', { name: t('outbox:stop') }));
      await press(main.getByRole('radio', { name: t('outbox:shelf.cancelled') }));
      await press(main.getByRole('button', { name: t('outbox:back') }));
      // It waits again once the server says so: the shelf of what waits still shows it as it was.
      await main.getByRole('button', { name: t('outbox:back') }).waitFor({ state: 'detached' });
      await press(main.getByRole('radio', { name: t('outbox:shelf.waiting') }));
      await main.getByText(t('outbox:state.queued'), { exact: true }).waitFor();
      expect(smtp.to(email)).toEqual([]);
      await office.pass();
      await press(main.getByRole('radio', { name: t('outbox:shelf.sent') }));
      await main.getByText(t('outbox:state.sent'), { exact: true }).waitFor();
      await press(main.getByText(t('outbox:read')));
      await main.getByText('Dag Noor, hier is de tekening.').waitFor();

      // From the page of a person too.
      await page.goto(`/persons/${person?.id}`);
      await press(main.getByRole('button', { name: t('words:act.email'), exact: true }));
      await expect.poll(() => text.inputValue()).toContain('Noor,');
      await press(sheet.getByRole('button', { name: t('composer:test') }));
      await sheet.getByText(t('composer:tested', { to: workspace.email })).waitFor();
    });
    expect(smtp.to(email)).toHaveLength(1);
    expect((await api.get(`/opportunities/${id}`)).body).toMatchObject({ held: 2, last: { channel: 'email' } });
  },
);

test.each(everywhere)(
  'one changes the mail of a contact and one’s signature, and puts the mail back ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isSaid, isAccessible }) => {
      await goTo('settings');
      const mail = main.getByRole('region', { name: t('outbox:settings'), exact: true });
      await mail.getByRole('textbox', { name: t('outbox:signature') }).fill('Noor van de Bakkerij');
      await press(mail.getByRole('button', { name: t('ui:save') }));
      await isSaid(t('ui:saved'));

      const templates = main.getByRole('region', { name: t('outbox:templates') });
      const subject = templates.getByRole('textbox', { name: t('composer:subject') });
      const begun = await subject.inputValue();
      await subject.fill('Iets van mezelf');
      await press(templates.getByRole('button', { name: t('ui:save') }));
      await templates.getByRole('button', { name: t('outbox:dropTemplate') }).waitFor();
      await isAccessible();
      await press(templates.getByRole('button', { name: t('outbox:dropTemplate') }));
      await expect.poll(() => subject.inputValue()).toBe(begun);
      await page.waitForLoadState('networkidle');
    });
    const { body } = await workspace.api.get('/mail');
    expect(body.mine.signature).toBe('Noor van de Bakkerij');
  },
);
