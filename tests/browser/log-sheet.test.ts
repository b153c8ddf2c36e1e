import { expect, test } from 'vitest';
import type { Outcome } from '#core/opportunity/vocabulary';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

/** In the order of the sheet; what each leaves behind. */
const saved: readonly [Outcome, 'open' | 'won' | 'stopped'][] = [
  ['no_answer', 'open'],
  ['message_left', 'open'],
  ['spoke', 'open'],
  ['interested', 'open'],
  ['appointment', 'open'],
  ['not_now', 'open'],
  ['bought', 'won'],
  ['declined', 'stopped'],
  ['do_not_contact', 'stopped'],
];

test.each(everywhere)(
  'one tap on how it went saves it, and the toast takes it back ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const opportunity = await workspace.anOpportunity({
      person: { name: 'Carla Smit', email: 'carla@example.nl', phone: '+31612345678' },
      title: 'Dakramen',
    });
    const now = async () => (await workspace.api.get(`/opportunities/${opportunity.id}`)).body;

    await visit(stage(), walk, workspace, async ({ page, main, t, press, isSaid, isAccessible }) => {
      const card = main.getByRole('article', { name: 'Carla Smit' });
      await card.getByText(t('ui:trail', { held: 0, next: 1 })).waitFor();
      await card.getByRole('link', { name: `${t('words:act.call')} Carla` }).waitFor();
      await isAccessible();
      const sheet = page.getByRole('dialog', { name: t('log:title', { name: 'Carla Smit' }) });
      const open = async () => {
        await press(card.getByRole('button', { name: t('today:log') }));
        await sheet.waitFor();
      };

      for (const [outcome, state] of saved) {
        await open();
        const how = sheet.getByRole('region', { name: t('log:how') });
        await press(how.getByRole('button', { name: t(`words:outcome.${outcome}`), exact: true }));
        const step = sheet.getByRole('form', { name: t(`words:outcome.${outcome}`) });
        if (outcome === 'appointment' || outcome === 'not_now') {
          const when = step.getByRole('group', { name: t(`log:until.${outcome}`) });
          // A day is one line, also where they are more than the screen is wide.
          const heights = await when
            .getByRole('radio')
            .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
          expect(Math.max(...heights)).toBeLessThan(60);
          // Without a day it asks, and saves nothing.
          await press(step.getByRole('button', { name: t('ui:save') }));
          await step.getByRole('alert').waitFor();
          const [first] = await when.getByRole('radio').all();
          if (first) await press(first);
          if (outcome === 'appointment') await step.getByLabel(t('log:untilTime')).fill('14:30');
          await isAccessible();
          await press(step.getByRole('button', { name: t('ui:save') }));
        }
        if (outcome === 'bought') {
          expect(await step.getByRole('textbox', { name: t('log:amount') }).inputValue()).toContain('2');
          await press(step.getByRole('button', { name: t('ui:save') }));
        }
        if (outcome === 'do_not_contact') await press(step.getByRole('button', { name: t('log:confirmNoContactAct') }));
        const toast = page.getByRole('status').filter({ has: page.getByRole('button', { name: t('ui:undo') }) });
        await toast.waitFor();
        const { state: become, held, nextMoment } = await now();
        expect([outcome, become, held, nextMoment !== null]).toEqual([outcome, state, 1, state === 'open']);
        await press(toast.getByRole('button', { name: t('ui:undo') }));
        await isSaid(t('ui:undone'));
        await card.getByText(t('ui:trail', { held: 0, next: 1 })).waitFor();
        expect((await now()).held).toBe(0);
      }
      expect(saved).toHaveLength(9);

      // The rhythm fills in the next day; another may be chosen, with a note.
      await open();
      const when = sheet.getByRole('group', { name: t('plan:when') });
      expect(await when.getByRole('radio', { name: t('plan:rhythm') }).isChecked()).toBe(true);
      await press(when.getByRole('radio', { name: t('plan:next_week') }));
      await sheet.getByRole('textbox', { name: t('log:note') }).fill('Wil eerst met haar man overleggen');
      await isAccessible();
      await press(sheet.getByRole('button', { name: t('words:outcome.spoke'), exact: true }));
      await isSaid(t('log:logged', { number: 1, outcome: t('words:outcome.spoke').toLowerCase(), next: '' }).trim());
      await main.getByRole('heading', { name: t('today:readyCounts', { list: '' }).split(':')[0] ?? '' }).waitFor();
      const after = await now();
      expect(after.nextMoment).toMatchObject({ on: '2026-12-01', number: 2 });
      expect(after.last).toMatchObject({ outcome: 'spoke', note: 'Wil eerst met haar man overleggen' });

      // What was done stands there, with a way back.
      const tabs = main.getByRole('navigation', { name: t('today:tabs') });
      await press(tabs.getByRole('link', { name: t('today:tabDone') }));
      await main.getByRole('listitem').filter({ hasText: 'Carla Smit' }).waitFor();
      await isAccessible();
      await press(main.getByRole('button', { name: t('today:undoFor', { name: 'Carla Smit' }) }));
      await main.getByRole('heading', { name: t('today:doneEmpty') }).waitFor();
    });
  },
);
