import { expect, test } from 'vitest';
import { isExperiment } from '#core/persistence/experiment';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';
import { sellsAtOnce } from '#tests/support/sells-at-once';

const stage = useStage();

test.each(everywhere)(
  'own figures that say stop say it kindly, show the whole sum, and ask for an experiment ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { anOpportunity, api } = workspace;
    await sellsAtOnce(workspace);
    const person = (name: string) => ({
      person: { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.nl`, phone: null },
    });
    // On top, so that the others are lines.
    await anOpportunity(person('Nieuwe Naam'));
    const late = await anOpportunity({ held: 6, title: 'Terras', ...person('Wietse Waterval') });
    // Which of them are experiments hangs on their ids, so as many as it takes to have both.
    const several: Awaited<ReturnType<typeof anOpportunity>>[] = [];
    while (new Set(several.map(({ id }) => isExperiment(id, 5, 0.5))).size < 2)
      several.push(
        await anOpportunity({ held: 4, ...person(`Tineke Test ${String(several.length).padStart(2, '0')}`) }),
      );

    await visit(stage(), walk, workspace, async (at) => {
      const { page, main, t, press, goTo, isSaid, isAccessible } = at;
      const name = 'Wietse Waterval';
      const row = main.getByRole('listitem').filter({ hasText: name });

      // Today: below what to do instead, and the reason in one sentence.
      await row.getByText(t('why:let_rest')).waitFor();
      await main.getByText(t('today:fresh')).waitFor();
      await isAccessible();

      // The whole sum in one tap.
      await press(row.getByRole('button', { name: t('today:sumFor', { name, rate: '' }) }));
      const sum = page.getByRole('dialog', { name: t('worth:title', { name: 'Wietse' }) });
      await sum.getByText(t('worth:advice.stop')).waitFor();
      const moments = sum.getByRole('table').getByRole('row');
      await expect.poll(() => moments.count()).toBe(7);
      await sum.getByText(t('worth:alternative')).waitFor();
      await sum.getByText(t('worth:breakEven', { minutes: '@', finding: '@' }).split('@')[0] ?? '').waitFor();
      await isAccessible();

      // Where the figures come from, and back to the sum.
      await press(sum.getByRole('button', { name: t('worth:sources') }));
      const figures = page.getByRole('dialog', { name: /Aanhouder/ });
      await figures
        .getByRole('heading', { name: walk.language === 'nl' ? 'Het experiment' : 'The experiment' })
        .waitFor();
      await isAccessible();
      await press(figures.getByRole('button', { name: t('ui:close') }));
      await sum.waitFor();
      await press(sum.getByRole('button', { name: t('ui:close') }));

      // The gate says it kindly, and the slow pace is one tap.
      const gate = page.getByRole('dialog', { name: t('stop:title', { name }) });
      await press(row.getByRole('button', { name: t('today:moreFor', { name }) }));
      await press(page.getByRole('menuitem', { name: t('today:stop') }));
      await press(gate.getByRole('radio', { name: t('stop:no') }));
      const kind = gate.getByRole('region', { name: t('stop:restTitle') });
      await kind.getByText(t('stop:restBody')).waitFor();
      await isAccessible();
      await press(gate.getByRole('button', { name: t('stop:slow') }));
      await isSaid(t('stop:slowDone'));
      expect((await api.get(`/opportunities/${late.id}`)).body).toMatchObject({ state: 'open', pace: 'slow' });

      // Revive leaves those it says it of apart.
      await goTo('revive');
      const resting = main.getByRole('list', { name: t('revive:rest') });
      await expect.poll(() => resting.getByRole('listitem').count()).toBe(4);
      await isAccessible();

      // More experiments, in the settings; then some of the others are asked for once more, and it is said that this is why.
      await goTo('settings');
      const numbers = main.getByRole('region', { name: t('settings:numbers') });
      await numbers.getByLabel(t('settings:experiment')).fill('50');
      await press(numbers.getByRole('button', { name: t('ui:save') }));
      await isSaid(t('ui:saved'));
      const advised = await Promise.all(
        several.map(async ({ id, person: who }) => ({
          name: who?.name ?? '',
          advice: (await api.get(`/opportunities/${id}/worth`)).body.advice,
        })),
      );
      expect(new Set(advised.map((one) => one.advice))).toEqual(new Set(['experiment', 'stop']));
      const tried = advised.find((one) => one.advice === 'experiment')?.name ?? '';
      await goTo('today');
      const line = main.getByRole('listitem').filter({ hasText: tried });
      await line.getByText(t('why:experiment')).waitFor();
      await press(line.getByRole('button', { name: t('today:moreFor', { name: tried }) }));
      await press(page.getByRole('menuitem', { name: t('today:stop') }));
      const again = page.getByRole('dialog', { name: t('stop:title', { name: tried }) });
      await press(again.getByRole('radio', { name: t('stop:no') }));
      await again.getByRole('region', { name: t('stop:experimentTitle') }).waitFor();
      await again.getByRole('button', { name: t('stop:once') }).waitFor();
      await isAccessible();
    });
  },
);
