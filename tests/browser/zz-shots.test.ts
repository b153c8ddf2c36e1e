import { mkdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, test } from 'vitest';
import type { Page } from 'playwright-core';
import { siteWord, type SiteKey } from '#i18n/site/words';
import { watchMailboxes } from '#jobs/watch-mailboxes';
import { openEgress } from '#mail/egress/egress';
import { openVault } from '#usecases/secret/vault';
import type { MailTransport } from '#usecases/outbox/mail-transport';
import { tendPage } from '#usecases/public-page/tend-page';
import { aMail } from '#tests/support/mail/a-mail';
import { type Dovecot, startDovecot } from '#tests/support/mail/dovecot';
import { type FakeSmtp, fakeSmtp } from '#tests/support/mail/fake-smtp';
import { aPostOffice, transportTo } from '#tests/support/mail/post';
import { aWorkspaceIn, openStage, type Stage, useBrowser, visit, webFolder } from '#tests/support/browser/stage';
import { aPublicPage, aSubscriber, aSignUp, confirmToken, postFor, visitorOf } from '#tests/support/public-page';

const out = '/tmp/w-mail-shots';
const browser = useBrowser();
const password = 'geheim-7c1d';
const outside = { egress: openEgress(['127.0.0.1']), vault: openVault(['k'.repeat(32)]) };
let dovecot: Dovecot;
let stage: Stage;
let smtp: FakeSmtp;
let sending: MailTransport;
beforeAll(async () => {
  await mkdir(out, { recursive: true });
  smtp = await fakeSmtp();
  sending = transportTo(smtp);
  [dovecot, stage] = await Promise.all([
    startDovecot(password),
    openStage(browser(), webFolder, { outside, transport: { senderFor: (lane) => sending.senderFor(lane), close() {} } }),
  ]);
});
afterAll(async () => {
  await stage.close();
  await smtp.close();
  await dovecot.close();
});

async function shoot(page: Page, name: string, language: string, sheet = false, schemes: ('light' | 'dark')[] = ['light', 'dark']) {
  for (const width of [390, 1440]) {
    for (const scheme of schemes) {
      if (scheme === 'dark' && language === 'en') continue;
      if (process.env['ONLY'] && !new RegExp(process.env['ONLY']).test(name)) continue;
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await page.emulateMedia({ colorScheme: scheme });
      await page.waitForTimeout(120);
      await page.screenshot({ path: `${out}/${name}-${language}-${width}-${scheme}.png`, fullPage: !sheet }).catch((e) => console.log(name, String(e)));
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}
const step = async (name: string, work: () => Promise<void>) => {
  try { await work(); } catch (error) { console.log('STEP FAILED', name, String(error).slice(0, 1200)); }
};

test.each([{ language: 'nl', screen: 'desktop' }, { language: 'en', screen: 'desktop' }] as const)('shots $language', { timeout: 400_000 }, async (walk) => {
  const L = walk.language;
  const { house } = stage;
  const workspace = await aWorkspaceIn(stage, L);
  const slug = `fresh-${L}`;
  const word = (key: SiteKey, facts = {}) => siteWord(L, key, { name: 'Bedrijf', ...facts });
  const { anOpportunity, aMoment, api } = workspace;
  const { databases, now, identity } = house;
  const failed: unknown[] = [];
  const watching = watchMailboxes({ databases, now, newId: identity.newId, failed: (_, error) => void failed.push(error) }, outside, { lookEveryMs: 300, firstAfterMs: 0 });
  const office = aPostOffice(house, sending, [], { hears: false });
  const opportunity = await anOpportunity({ person: { name: 'Noor Sterrenburg', email: 'noor@klant.example', phone: '+31612345678' }, title: 'de verbouwing', value: 450_000 });
  await aMoment(opportunity.id, { outcome: 'spoke', next: { on: '2026-11-24', channel: 'email' } });
  const meeting = await anOpportunity({ person: { name: 'Piet van den Berg', email: 'piet@klant.example' }, title: 'het dak' });
  await api.post(`/opportunities/${meeting.id}/plan`, { on: '2026-11-24', channel: 'meeting', at: '2026-11-24T13:30:00Z' });
  try {
    await visit(stage, walk, workspace, async ({ page, main, t, press }) => {
      await step('composer', async () => {
        await shoot(page, 'today', L);
        await press(main.getByRole('button', { name: t('words:act.email') }).first());
        const sheet = page.getByRole('dialog');
        const text = sheet.getByRole('textbox', { name: t('composer:text') });
        await text.waitFor();
        await page.waitForTimeout(300);
        await shoot(page, 'composer-filled', L, true);
        await press(sheet.getByText(t('composer:more')));
        await sheet.getByRole('radio', { name: t('composer:later') }).check({ force: true });
        await page.waitForTimeout(300);
        await sheet.evaluate((el) => { for (const e of el.querySelectorAll('*')) if (e.scrollHeight > e.clientHeight + 4) e.scrollTop = 9999; });
        await shoot(page, 'composer-choices', L, true, ['light']);
        await sheet.getByRole('radio', { name: t('composer:now') }).check({ force: true });
        await text.fill('Dag {{enthousiast}}, {{voornaam}} {{raar}}');
        await press(sheet.getByRole('button', { name: t('composer:send'), exact: true }));
        await page.waitForTimeout(300);
        await shoot(page, 'composer-error', L, true);
        await text.fill('');
        await sheet.getByRole('textbox', { name: t('composer:subject') }).fill('');
        await press(sheet.getByRole('button', { name: t('composer:send'), exact: true }));
        await page.waitForTimeout(500);
        await shoot(page, 'composer-empty', L, true, ['light']);
        await sheet.getByRole('textbox', { name: t('composer:subject') }).fill('De tekening');
        await text.fill('Dag Noor,\n\nHier is de tekening.\n\nGroet,\nAnna');
        await press(sheet.getByRole('button', { name: t('composer:preview') }));
        await page.waitForTimeout(700);
        await shoot(page, 'composer-preview', L, true);
        await press(sheet.getByRole('button', { name: t('composer:test') }));
        await page.waitForTimeout(700);
        await shoot(page, 'composer-tested', L, true, ['light']);
        await press(sheet.getByRole('button', { name: t('composer:send'), exact: true }));
        await page.waitForTimeout(800);
        await shoot(page, 'after-send', L, true, ['light']);
        await page.goto('/outbox');
        await main.getByText(t('outbox:state.queued'), { exact: true }).first().waitFor();
        await shoot(page, 'outbox', L);
      });
      await step('mailbox', async () => {
        const user = `anna-${L}`;
        const address = `${user}@bedrijf.example`;
        await page.goto('/settings');
        const section = main.getByRole('region', { name: t('mail:title'), exact: true });
        await section.scrollIntoViewIfNeeded();
        await section.screenshot({ path: `${out}/mailbox-0-${L}.png` });
        await section.getByLabel(t('mail:address')).fill(address);
        await press(section.getByRole('button', { name: t('mail:find') }));
        await section.getByLabel(t('mail:userName')).fill(user);
        await section.getByLabel(t('mail:password')).fill('verkeerd');
        for (const [title, port] of [[t('mail:incoming'), dovecot.imapPort], [t('mail:outgoing'), 25]] as const) {
          const server = section.getByRole('group', { name: title });
          await server.getByLabel('Server').fill('127.0.0.1');
          await server.getByLabel(t('mail:port')).fill(String(port));
          await server.getByLabel(t('mail:security')).selectOption('none');
        }
        for (const width of [390, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          await section.screenshot({ path: `${out}/mailbox-1-form-${L}-${width}.png` });
        }
        await press(section.getByRole('button', { name: t('mail:connect') }));
        await page.waitForTimeout(6000);
        await page.reload();
        await section.waitFor();
        await page.waitForTimeout(1000);
        for (const width of [390, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          await section.screenshot({ path: `${out}/mailbox-2-refused-${L}-${width}.png` });
        }
        await api.remove?.('/mailbox');
      });
      await step('mailbox good', async () => {
        const user = `anna-${L}`;
        const { connectMailbox } = await import('#tests/support/mail/connect-mailbox');
        const { inWorkspace } = await import('#db/transaction');
        await inWorkspace(databases, workspace.id, (tx) => tx.db.deleteFrom('mailbox').execute());
        await connectMailbox({ databases, vault: outside.vault, workspaceId: workspace.id, memberId: workspace.memberId, id: workspace.context.newId(), user, password, imapPort: dovecot.imapPort, at: house.now() });
        await page.goto('/settings');
        const section = main.getByRole('region', { name: t('mail:title'), exact: true });
        await section.getByText(t('mail:watchIdle')).waitFor({ timeout: 20_000 });
        for (const width of [390, 1440]) for (const scheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme: scheme });
          await section.screenshot({ path: `${out}/mailbox-3-ready-${L}-${width}-${scheme}.png` });
        }
        await page.emulateMedia({ colorScheme: 'light' });
        const html = '<p>Dag Anna,</p><p>Dinsdag past <b>goed</b>. Neem je de <a href="https://voorbeeld.example/x">tekening</a> mee?</p><ul><li>een</li><li>twee</li></ul><img src="https://volg.example/pixel.gif"><blockquote>Op ma schreef Anna: hoi</blockquote>';
        await dovecot.deliver(user, aMail({ from: 'Piet van den Berg <piet@klant.example>', to: `${user}@bedrijf.example`, subject: 'Re: Oven', date: house.now(), body: { type: 'text/html; charset=utf-8', content: html } }));
        for (let i = 0; i < 60; i += 1) {
          if ((await api.get(`/opportunities/${meeting.id}`)).body.waitingSince !== null) break;
          await page.waitForTimeout(250);
        }
        await page.goto('/');
        await main.getByRole('link', { name: 'Piet van den Berg' }).first().waitFor();
        await shoot(page, 'today-waiting', L, false, ['light']);
        await press(main.getByRole('link', { name: 'Piet van den Berg' }).first());
        const mails = main.getByRole('region', { name: t('mail:ofPerson') });
        await mails.waitFor();
        await page.waitForTimeout(500);
        await shoot(page, 'person-mails', L, false, ['light']);
        await press(mails.getByRole('button', { name: t('mail:open', { subject: 'Re: Oven' }) }));
        await page.getByRole('dialog').frameLocator('iframe').getByText('goed').waitFor();
        await shoot(page, 'mail-open', L, true);
        // Settings for mail as a whole.
        await page.goto('/settings');
        const own = main.getByRole('region', { name: t('outbox:settings'), exact: true });
        await own.waitFor();
        await own.screenshot({ path: `${out}/settings-mail-${L}.png` });
        const templates = main.getByRole('region', { name: t('outbox:templates') });
        await templates.screenshot({ path: `${out}/settings-templates-${L}.png` });
        await page.setViewportSize({ width: 390, height: 844 });
        await templates.screenshot({ path: `${out}/settings-templates-${L}-390.png` });
        await page.setViewportSize({ width: 1440, height: 900 });
      });
      await step('calendar', async () => {
        await page.goto('/settings/calendar');
        await main.getByRole('heading').first().waitFor();
        await page.waitForTimeout(800);
        await shoot(page, 'calendar', L, false, L === 'nl' ? ['light', 'dark'] : ['light']);
        await page.goto('/phone');
        await page.waitForTimeout(800);
        await shoot(page, 'phone', L, false, ['light']);
      });
      await step('public owner', async () => {
        await page.goto('/settings/public-page');
        await page.waitForTimeout(800);
        await shoot(page, 'owner-page-off', L, false, ['light']);
        await aPublicPage(house, workspace, { slug, sender: 'Dorpsstraat 1, 1234 AB Ons Dorp', makesOpportunity: true, intro: '' }).catch(async (e) => { console.log(String(e)); await aPublicPage(house, workspace, { slug, sender: 'Dorpsstraat 1', makesOpportunity: true }); });
        await aSubscriber(house, workspace, { slug, email: `sofie-${L}@example.com`, name: 'Sofie Smit', module: true, tips: true, language: L });
        await aSubscriber(house, workspace, { slug, email: `zonder-${L}@example.com`, module: false, tips: true, language: L });
        await tendPage(house.world, workspace.id);
        await page.goto('/settings/public-page');
        await page.waitForTimeout(800);
        await shoot(page, 'owner-page', L);
        await page.goto('/settings/public-page/lessons');
        await page.waitForTimeout(800);
        await shoot(page, 'owner-lessons', L, false, ['light']);
        await press(main.getByRole('button', { name: t('publicPage:editOf', { number: 1 }), exact: true }));
        const sheet = page.getByRole('dialog');
        await sheet.getByLabel(t('publicPage:textTitle')).fill('Eigen titel');
        await press(sheet.getByRole('button', { name: t('publicPage:saveVersion') }));
        await page.waitForTimeout(800);
        await press(main.getByRole('button', { name: t('publicPage:editOf', { number: 1 }), exact: true }));
        await page.waitForTimeout(500);
        await shoot(page, 'owner-lesson-editor', L, true);
        for (const summary of await sheet.locator('summary').all()) await summary.click();
        await page.waitForTimeout(600);
        await sheet.evaluate((el) => { for (const e of el.querySelectorAll('*')) if (e.scrollHeight > e.clientHeight + 4 && e.tagName !== 'TEXTAREA') e.scrollTop = 9999; });
        await shoot(page, 'owner-lesson-editor-low', L, true);
        await press(sheet.getByRole('button', { name: t('ui:close') }));
        await page.goto('/settings/public-page/tips');
        await page.waitForTimeout(500);
        await shoot(page, 'owner-tips-empty', L, false, ['light']);
        await press(main.getByRole('button', { name: t('publicPage:newTip') }));
        await sheet.getByLabel(t('publicPage:textTitle')).fill('Bel op dinsdag');
        await sheet.getByLabel(t('publicPage:textBody')).fill('Een **korte** tip.\n\n- een\n- twee');
        await press(sheet.getByRole('button', { name: t('publicPage:saveVersion') }));
        await page.waitForTimeout(800);
        await shoot(page, 'owner-tip-editor', L, true, ['light']);
        await sheet.evaluate((el) => { for (const e of el.querySelectorAll('*')) if (e.scrollHeight > e.clientHeight + 4 && e.tagName !== 'TEXTAREA') e.scrollTop = 9999; });
        await shoot(page, 'owner-tip-editor-low', L, true, ['light']);
        await page.goto('/settings/public-page/tips');
        await page.waitForTimeout(500);
        await shoot(page, 'owner-tips', L, false, ['light']);
        await page.goto('/settings/public-page/people');
        await page.waitForTimeout(800);
        await shoot(page, 'owner-people', L);
        await press(main.getByRole('button', { name: t('publicPage:proofOf', { name: 'Sofie Smit' }) }));
        await page.waitForTimeout(600);
        await shoot(page, 'owner-proof', L, true);
      });
      await step('public', async () => {
        await page.goto(`/p/${slug}/${L}`);
        await page.waitForTimeout(400);
        await shoot(page, 'public', L);
        await press(main.getByText(word('formula')));
        await page.goto(`/p/${slug}/${L}?n=0&v=1000&k=12&p=20`);
        await shoot(page, 'public-zero', L, false, ['light']);
        await page.goto(`/p/${slug}/${L}`);
        await main.getByLabel(word('email')).fill(`verkeerd@`);
        await page.evaluate(() => { for (const f of document.querySelectorAll('form')) f.noValidate = true; });
        await press(main.getByRole('button', { name: word('signUpAct') }));
        await page.waitForTimeout(400);
        await shoot(page, 'public-error', L, false, ['light']);
        await page.goto(`/p/${slug}/${L}`);
        await main.getByLabel(word('email')).fill(`nieuw-${L}@example.com`);
        await press(main.getByText(word('tickModule')));
        house.setNow(new Date(house.now().getTime() + 5000));
        await press(main.getByRole('button', { name: word('signUpAct') }));
        await page.waitForTimeout(300);
        await shoot(page, 'public-asked', L, false, ['light']);
        await tendPage(house.world, workspace.id);
        const mail = (await postFor(house, workspace.id, `nieuw-${L}@example.com`)).at(-1);
        await writeFile(`${out}/mail-confirm-${L}.txt`, `${mail?.subject}\n\n${mail?.text}`);
        const [link = ''] = /\/p\/c\/\S+/.exec(mail?.text ?? '') ?? [];
        await page.goto(link);
        await shoot(page, 'public-confirm', L, false, ['light']);
        await press(main.getByRole('button', { name: word('confirmAct') }));
        await page.waitForTimeout(300);
        await shoot(page, 'public-confirmed', L, false, ['light']);
        await page.goto(link);
        await shoot(page, 'public-confirm-again', L, false, ['light']);
        await tendPage(house.world, workspace.id);
        const first = (await postFor(house, workspace.id, `nieuw-${L}@example.com`)).at(-1);
        await writeFile(`${out}/mail-lesson-${L}.txt`, `${first?.subject}\n\n${first?.text}`);
        await writeFile(`${out}/mail-lesson-${L}.html`, first?.html ?? '');
        const [course = ''] = /\/p\/m\/\S+/.exec(first?.text ?? '') ?? [];
        await page.goto(course);
        await shoot(page, 'progress', L);
        await page.locator('summary').first().click();
        await page.waitForTimeout(200);
        await shoot(page, 'progress-lesson', L);
        await main.getByLabel(word('namesName', { number: 1 })).fill('Eva Mulder');
        await press(main.getByRole('button', { name: word('namesAct') }));
        await page.waitForTimeout(300);
        await press(main.getByRole('button', { name: word('done') }).first());
        await page.waitForTimeout(300);
        await shoot(page, 'progress-done', L, false, ['light']);
        const leave = new URL(first?.unsubscribe_url ?? 'http://x/').pathname;
        await page.goto(leave);
        await shoot(page, 'public-leave', L, false, ['light']);
        await press(main.getByRole('button', { name: word('leaveAct'), exact: true }));
        await page.waitForTimeout(300);
        await shoot(page, 'public-left', L, false, ['light']);
        await page.goto(`/p/${slug}/${L}/contact`);
        await shoot(page, 'public-contact', L);
        await page.goto(`/p/${slug}/${L}/tips`);
        await shoot(page, 'public-archive', L, false, ['light']);
        await page.goto(`/p/m/nietgoed`);
        await shoot(page, 'public-badlink', L, false, ['light']);
      });
    });
  } catch (error) {
    console.log('VISIT', String(error).slice(0, 3000));
  } finally {
    await watching.stop();
    await office.close();
  }
});
