import type { Request } from 'playwright-core';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailDocument, mailSandbox } from '#core/mail/mail-document';
import { watchMailboxes } from '#jobs/watch-mailboxes';
import { openEgress } from '#mail/egress/egress';
import { sanitiseHtml } from '#mail/sanitise-html';
import { openVault } from '#usecases/secret/vault';
import { aMail } from '#tests/support/mail/a-mail';
import { type Dovecot, startDovecot } from '#tests/support/mail/dovecot';
import { hostileBodies } from '#tests/support/mail/hostile-bodies';
import {
  aWorkspaceIn,
  everywhere,
  openStage,
  type Stage,
  useBrowser,
  visit,
  webFolder,
} from '#tests/support/browser/stage';

const browser = useBrowser();
const password = 'geheim-7c1d';
const outside = { egress: openEgress(['127.0.0.1']), vault: openVault(['k'.repeat(32)]) };
let dovecot: Dovecot;
let stage: Stage;
beforeAll(async () => {
  [dovecot, stage] = await Promise.all([startDovecot(password), openStage(browser(), webFolder, { outside })]);
});
afterAll(async () => {
  await stage.close();
  await dovecot.close();
});

test.each(everywhere)(
  'a mailbox is connected; who answers in it waits on Today, and the mail stands on their page ($language, $screen)',
  async (walk) => {
    const { house } = stage;
    const workspace = await aWorkspaceIn(stage, walk.language);
    const user = `anna-${walk.language}`;
    const address = `${user}@bedrijf.example`;
    const opportunity = await workspace.anOpportunity({ person: { name: 'Bram Kok', email: 'bram@klant.example' } });
    await workspace.api.post(`/opportunities/${opportunity.id}/plan`, {
      on: '2026-12-10',
      channel: 'meeting',
      at: '2026-12-10T13:30:00Z',
    });
    const { databases, now, identity } = house;
    const failed: unknown[] = [];
    const watching = watchMailboxes(
      { databases, now, newId: identity.newId, failed: (_, error) => void failed.push(error) },
      outside,
      {
        lookEveryMs: 300,
        firstAfterMs: 0,
      },
    );
    try {
      await visit(stage, walk, workspace, async ({ page, main, t, press, goTo, isAccessible }) => {
        await goTo('settings');
        const section = main.getByRole('region', { name: t('mail:title'), exact: true });
        await section.getByLabel(t('mail:address')).fill(address);
        await press(section.getByRole('button', { name: t('mail:find') }));
        await section.getByLabel(t('mail:userName')).fill(user);
        await section.getByLabel(t('mail:password')).fill(password);
        for (const [title, port] of [
          [t('mail:incoming'), dovecot.imapPort],
          [t('mail:outgoing'), 25],
        ] as const) {
          const server = section.getByRole('group', { name: title });
          await server.getByLabel('Server').fill('127.0.0.1');
          await server.getByLabel(t('mail:port')).fill(String(port));
          await server.getByLabel(t('mail:security')).selectOption('none');
        }
        await isAccessible();
        await press(section.getByRole('button', { name: t('mail:connect') }));
        await section.getByText(t('mail:ready'), { exact: true }).waitFor();
        await section.getByText(t('mail:watchIdle')).waitFor();
        await isAccessible();

        const html = '<p>Dinsdag past <b>goed</b>.</p><img src="https://volg.example/pixel.gif">';
        await dovecot.deliver(
          user,
          aMail({
            from: 'Bram Kok <bram@klant.example>',
            to: address,
            subject: 'Re: Oven',
            date: house.now(),
            body: { type: 'text/html; charset=utf-8', content: html },
          }),
        );
        await expect
          .poll(async () => (await workspace.api.get(`/opportunities/${opportunity.id}`)).body.waitingSince, {
            timeout: 15_000,
          })
          .not.toBeNull();
        await page.goto(stage.origin);
        // Who waits may have an appointment as well: its time stands on the card.
        await main.getByText(t('today:appointmentOn'), { exact: true }).waitFor();
        await press(main.getByRole('link', { name: 'Bram Kok' }).first());
        const mails = main.getByRole('region', { name: t('mail:ofPerson') });
        await mails.getByText('Dinsdag past goed.').waitFor();
        await isAccessible();
        await press(mails.getByRole('button', { name: t('mail:open', { subject: 'Re: Oven' }) }));
        const sheet = page.getByRole('dialog');
        await sheet.frameLocator('iframe').getByText('goed').waitFor();
        await sheet.getByText(t('mail:imagesOff', { count: 1 })).waitFor();
        await isAccessible();
      });
      expect(failed).toEqual([]);
    } finally {
      await watching.stop();
    }
  },
);

test('hostile mail runs nothing and fetches nothing, made harmless or not', async () => {
  const came: string[] = [];
  const there = createServer((request, answer) => {
    came.push(request.url ?? '');
    answer.end();
  });
  await new Promise<void>((done) => there.listen(0, '127.0.0.1', done));
  const address = there.address();
  const bodies = hostileBodies(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
  expect(bodies.length).toBeGreaterThanOrEqual(40);
  const context = await browser().newContext();
  try {
    const page = await context.newPage();
    const [dialogs, asked]: [string[], Request[]] = [[], []];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(stage.origin);
    await page.getByRole('heading').first().waitFor();
    context.on('request', (request) => void asked.push(request));
    // Without the first wall, as it came in; and behind both.
    const documents = bodies.flatMap((body) => [mailDocument(body), mailDocument(sanitiseHtml(body, []).html)]);
    const shown = await page.evaluate(
      async ({ documents: all, sandbox }) => {
        const frames = all.map((text) => {
          const frame = document.createElement('iframe');
          frame.setAttribute('sandbox', sandbox);
          frame.referrerPolicy = 'no-referrer';
          const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
          frame.srcdoc = text;
          document.body.append(frame);
          return loaded;
        });
        await Promise.all(frames);
        // What would run or fetch gets the time for it: a second of frames.
        for (let turn = 0; turn < 60; turn += 1) await new Promise(requestAnimationFrame);
        return frames.length;
      },
      { documents, sandbox: mailSandbox },
    );
    expect(shown).toBe(documents.length);
    expect(came, 'nobody comes by').toEqual([]);
    // What the policy of the frame refused is told as a request that failed by it, and has not left the browser.
    const left = asked.filter((request) => request.failure()?.errorText !== 'csp').map((request) => request.url());
    expect(
      left.filter((url) => /^https?:/.test(url) && !url.startsWith(stage.origin)),
      'nothing is asked for',
    ).toEqual([]);
    expect(dialogs).toEqual([]);
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);
    expect(page.url().startsWith(stage.origin)).toBe(true);
    expect(context.pages()).toHaveLength(1);
    // A frame within a frame is refused, which Chromium shows as an error page of its own (150 calls it “:”).
    const elsewhere = page.frames().filter((frame) => !/^about:|^chrome-error:|^:?$/.test(frame.url()));
    expect(elsewhere).toEqual([page.mainFrame()]);
  } finally {
    await context.close();
    there.close();
  }
});
