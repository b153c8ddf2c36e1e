import { expect, test } from 'vitest';
import { aWorkspaceIn, everywhere, onPhone, useStage, visit } from '#tests/support/browser/stage';
import { startOfTests } from '#tests/support/house';

const stage = useStage();

test.each(everywhere)(
  'what waited is spread in one step, and who else was spoken to closes the day ($language, $screen)',
  async (walk) => {
    const { house } = stage();
    house.setNow(startOfTests);
    const workspace = await aWorkspaceIn(stage(), walk.language);
    for (let index = 0; index < 14; index += 1) {
      await workspace.anOpportunity({ person: { name: `Hidde ${index}`, email: `hidde${index}@example.nl` } });
    }
    // A week later: back from holiday.
    house.setNow('2026-12-01T09:00:00Z');
    const planned = async () => {
      const { body } = await workspace.api.get('/opportunities?state=open&limit=50');
      return body.items.map((item: { nextMoment: { on: string } }) => item.nextMoment.on).toSorted();
    };
    const before = await planned();

    await visit(stage(), walk, workspace, async ({ page, main, t, press, isSaid, isAccessible }) => {
      const leftovers = main.getByRole('region', { name: t('today:earlier') });
      await leftovers.waitFor();
      // Rows take their true height when they come into sight.
      await leftovers.scrollIntoViewIfNeeded();
      await press(leftovers.getByText(/\d+/).first());
      await expect.poll(() => leftovers.getByRole('listitem').count()).toBeGreaterThan(0);
      await isAccessible();
      await press(leftovers.getByRole('button', { name: t('today:spread') }));
      await leftovers.waitFor({ state: 'detached' });
      const after = await planned();
      expect(after).toHaveLength(14);
      expect(after.every((day: string) => day >= '2026-12-01' && day <= '2026-12-08')).toBe(true);
      expect(new Set(after).size).toBeGreaterThan(1);

      await press(page.getByRole('status').getByRole('button', { name: t('ui:undo') }));
      await isSaid(t('ui:undone'));
      await leftovers.waitFor();
      expect(await planned()).toEqual(before);
      await press(leftovers.getByRole('button', { name: t('today:spread') }));
      await leftovers.waitFor({ state: 'detached' });

      const whoElse = main.getByRole('region', { name: t('today:whoElse') });
      await press(whoElse.getByRole('button', { name: t('today:readyAdd') }));
      const sheet = page.getByRole('dialog', { name: t('quickAdd:title') });
      const who = sheet.getByRole('textbox', { name: t('quickAdd:who') });
      await who.fill('Tjitske Maanzaad, 06 12345600');
      await press(sheet.getByRole('button', { name: t('quickAdd:another') }));
      await isSaid('Tjitske Maanzaad');
      await expect.poll(() => who.inputValue()).toBe('');
      // Not met before: pasted, a few at once.
      await press(sheet.getByRole('radio', { name: t('quickAdd:tabPaste') }));
      const paste = page.getByRole('dialog', { name: t('quickAdd:titlePaste') });
      await paste
        .getByRole('textbox', { name: t('quickAdd:paste') })
        .fill('Jelle Vuursteen\nFloor Bosrand, floor@example.nl');
      await isAccessible();
      await press(paste.getByRole('button', { name: t('quickAdd:pasteSave', { count: 2 }) }));
      await isSaid(t('quickAdd:pasted', { count: 2 }));
      await paste.waitFor({ state: 'detached' });
      expect(await planned()).toHaveLength(17);
    });
  },
);

test.each(onPhone)(
  'below the plan stand the best, and it says where the others are ($language, $screen)',
  async (walk) => {
    stage().house.setNow(startOfTests);
    const workspace = await aWorkspaceIn(stage(), walk.language);
    for (let n = 0; n < 40; n += 1) {
      const { id } = await workspace.anOpportunity({ person: { name: `Bram ${n}` } });
      await workspace.api.post(`/opportunities/${id}/plan`, { on: '2026-11-24', channel: 'call' });
    }
    await visit(stage(), walk, workspace, async ({ main, t, press, isAccessible }) => {
      const { rest, restCount } = (await workspace.api.get('/today')).body;
      expect(restCount).toBeGreaterThan(rest.length);
      await press(main.getByText(t('today:rest', { count: restCount })));
      await main.getByText(t('today:restBest')).waitFor();
      await isAccessible();
    });
  },
);
