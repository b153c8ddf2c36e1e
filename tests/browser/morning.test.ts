import { expect, test } from 'vitest';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each([
  { language: 'nl', screen: 'desktop', by: 'keys', count: 10 },
  { language: 'en', screen: 'desktop', by: 'keys', count: 10 },
  // A narrow window, or a keyboard before a phone.
  { language: 'nl', screen: 'phone', by: 'keys', count: 10 },
  { language: 'en', screen: 'phone', by: 'keys', count: 10 },
  { language: 'nl', screen: 'phone', by: 'taps', count: 2 },
] as const)(
  'a block of work: the next card opens itself, and it ends on what was done ($language, $screen, $count logs by $by)',
  async ({ count, by, ...walk }) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { version } = (await workspace.api.get('/me')).body.member;
    await workspace.api.patch('/me', { version, minutesADay: 240 });
    for (let n = 0; n <= count; n += 1) {
      await workspace.anOpportunity({
        person: { name: `Ochtend ${String.fromCodePoint(65 + n)}`, email: `ochtend${n}@example.nl` },
      });
    }

    await visit(stage(), walk, workspace, async ({ page, main, t, press, isAccessible }) => {
      const byKeys = by === 'keys';
      const { keyboard } = page;
      const begin = main.getByRole('button', { name: t('focus:start', { minutes: 30 }) });
      await begin.waitFor();
      if (byKeys) await keyboard.press('f');
      else await press(begin);
      await main.getByRole('heading', { name: t('focus:title', { minutes: 30 }), level: 1 }).waitFor();
      await isAccessible();

      const card = main.getByRole('article');
      const who = async () => String(await card.getAttribute('aria-label'));
      // The first is put aside for this block, and does not come back in it.
      const aside = await who();
      if (byKeys) await keyboard.press('j');
      else await press(main.getByRole('button', { name: t('focus:passFor', { name: aside }) }));
      await main.getByRole('article', { name: aside }).waitFor({ state: 'detached' });

      const done: string[] = [];
      for (let n = 0; n < count; n += 1) {
        const name = await who();
        done.push(name);
        const sheet = page.getByRole('dialog', { name: t('log:title', { name }) });
        if (byKeys) {
          await keyboard.press('l');
          await sheet.waitFor();
          await keyboard.press('1');
        } else {
          await press(card.getByRole('button', { name: t('today:log') }));
          await press(sheet.getByRole('button', { name: t('words:outcome.no_answer') }));
        }
        await main.getByRole('article', { name }).waitFor({ state: 'detached' });
      }
      await main.getByText(t('focus:nobodyLeft')).last().waitFor();
      await main.getByText(t('focus:doneSoFar', { count })).waitFor();
      expect(new Set(done).size).toBe(count);
      expect(done).not.toContain(aside);

      if (byKeys) await keyboard.press('Escape');
      else await press(main.getByRole('button', { name: t('focus:end') }).first());
      await main.getByRole('heading', { name: t('focus:endTitle'), level: 1 }).waitFor();
      for (const name of done) await main.getByRole('listitem').filter({ hasText: name }).waitFor();
      await isAccessible();
      const { body } = await workspace.api.get('/today/done');
      expect(body.items.map((one: { personName: string }) => one.personName).toSorted()).toEqual(done.toSorted());

      // Whoever was put aside waits on Today.
      if (byKeys) await keyboard.type('gt');
      else await press(main.getByRole('button', { name: t('focus:toToday') }));
      await main.getByRole('article', { name: aside }).waitFor();
    });
  },
);

test.each(everywhere)(
  'what one knows moves somebody to the top with its reason, and the card tells what was before ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const big = await workspace.anOpportunity({
      person: { name: 'Grote Klus', email: 'groot@example.nl' },
      value: 900_000,
    });
    const small = await workspace.anOpportunity({
      person: { name: 'Kleine Klus', email: 'klein@example.nl' },
      value: 10_000,
    });
    for (const { id } of [big, small])
      await workspace.aMoment(id, { outcome: 'spoke', note: 'Belde vanuit de auto', next: { on: '2026-11-24' } });

    await visit(stage(), walk, workspace, async ({ page, main, t, press, isSaid, isAccessible }) => {
      const row = main.getByRole('listitem').filter({ hasText: 'Kleine Klus' });
      await press(row.getByRole('button', { name: t('today:moreFor', { name: 'Kleine Klus' }) }));
      await press(page.getByRole('menuitem', { name: t('today:know') }));
      const sheet = page.getByRole('dialog', { name: t('today:know') });
      // Without a reason it asks, and saves nothing.
      await press(sheet.getByRole('button', { name: t('ui:save') }));
      await sheet.getByText(t('today:knowMissing')).waitFor();
      await isAccessible();
      await sheet.getByLabel(t('today:knowWhat')).fill('hun budget is goedgekeurd');
      await press(sheet.getByRole('button', { name: t('ui:save') }));
      await isSaid(t('today:pinnedYes'));
      const card = main.getByRole('article', { name: 'Kleine Klus' });
      await card.getByText(t('why:pinnedReason', { reason: 'hun budget is goedgekeurd' })).waitFor();

      await press(card.getByText(t('today:past')));
      await card.getByText(t('today:pastMoments')).waitFor();
      await card.getByText('Belde vanuit de auto').last().waitFor();
      await isAccessible();
    });
  },
);

test.each(everywhere)(
  'practising touches nothing; three pasted names, a sale, its story ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    await visit(stage(), walk, workspace, async ({ page, main, t, press, isSaid, isAccessible }) => {
      await press(main.getByRole('link', { name: t('today:emptyPractice') }));
      await main.getByRole('heading', { name: t('practice:title'), level: 1 }).waitFor();
      await isAccessible();
      const names = (['anna', 'bas', 'carla', 'dirk', 'elif'] as const).map((one) => t(`practice:who.${one}`));
      for (const name of names) {
        await press(main.getByRole('button', { name: t('practice:logFor', { name }) }));
        await press(page.getByRole('dialog').getByRole('button', { name: t('words:outcome.spoke'), exact: true }));
        await main.getByRole('article', { name }).waitFor({ state: 'detached' });
      }
      await isSaid(t('log:logged', { number: 11, outcome: t('words:outcome.spoke').toLowerCase(), next: '' }).trim());
      await main.getByRole('heading', { name: t('practice:ready') }).waitFor();
      await isAccessible();

      // Cleared, and on with one's own: three names are three people, and nobody of the practice.
      await press(main.getByRole('button', { name: t('practice:begin') }));
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel(t('quickAdd:paste')).fill('Gijs Vliert\nMarte Zandstra\nOlaf Brink');
      expect(await page.evaluate(() => localStorage.getItem('aanhouder.practice'))).toBeNull();
      expect((await workspace.api.get('/persons')).body.items).toEqual([]);
      expect((await workspace.api.get('/today')).body).toMatchObject({ empty: true, done: { moments: 0 } });
      await press(sheet.getByRole('button', { name: t('quickAdd:pasteSave', { count: 3 }) }));
      const card = main.getByRole('article');
      await card.waitFor();
      expect((await workspace.api.get('/persons')).body.items).toHaveLength(3);

      // The first of them buys at once: it stands among the stories, and in what went well this month.
      const name = String(await card.getAttribute('aria-label'));
      await press(card.getByRole('button', { name: t('today:log') }));
      await press(sheet.getByRole('button', { name: t('words:outcome.bought') }));
      await press(sheet.getByRole('form').getByRole('button', { name: t('ui:save') }));
      await isSaid(t('log:won', { number: 1 }));
      const month = page.getByRole('region', { name: t('today:goodMonth') });
      await month.getByRole('link', { name: t('today:doneSales', { count: 1 }) }).waitFor();
      await isAccessible();
      await press(month.getByRole('link', { name: t('today:doneSales', { count: 1 }) }));
      await main
        .getByRole('article', { name })
        // Pasted without a number: how many contacts came before is not known, and is not made up.
        .getByText(t('stories:unknownNumber'))
        .waitFor();
    });
  },
);
