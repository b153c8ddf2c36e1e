import { expect, test } from 'vitest';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each(everywhere)(
  'letting go asks first, counts at its number, and ten of them go in this week ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { anOpportunity, api } = workspace;
    for (let index = 0; index < 11; index += 1) {
      const one = await anOpportunity({
        held: index % 4,
        person: { name: `Stefan ${index}`, email: `stefan${index}@example.nl` },
      });
      await api.post(`/opportunities/${one.id}/stop`, { saidNo: false, reason: 'no_response' });
    }
    const opportunity = await anOpportunity({
      held: 3,
      person: { name: 'Wietse de Waterval', email: 'wietse@example.nl', phone: '+31612345678' },
      title: 'Terras',
      keen: 'het terras voor de zomer',
      value: 400_000,
    });

    await visit(stage(), walk, workspace, async (at) => {
      const { page, main, t, press, goTo, isSaid, isAccessible } = at;
      const name = 'Wietse de Waterval';
      const card = main.getByRole('article', { name });
      const gate = page.getByRole('dialog', { name: t('stop:title', { name }) });
      const act = gate.getByRole('button', { name: t('stop:act', { number: 3 }) });
      const knock = async () => {
        await press(card.getByRole('button', { name: t('today:moreFor', { name }) }));
        await press(page.getByRole('menuitem', { name: t('today:stop') }));
        await gate.getByText(t('stop:saidNo')).waitFor();
      };

      // First the question; nothing to stop with before it is answered.
      await knock();
      expect(await act.count()).toBe(0);
      await isAccessible();
      await press(gate.getByRole('radio', { name: t('stop:no') }));
      const gain = gate.getByRole('region', { name: t('stop:stillToGain') });
      await gain.getByText('het terras voor de zomer').waitFor();
      await gain.getByText(t('stop:sum')).waitFor();
      await isAccessible();

      // A later date instead.
      await press(gate.getByRole('button', { name: t('stop:later') }));
      const plan = page.getByRole('dialog', { name: t('plan:title', { name }) });
      await isAccessible();
      await press(plan.getByRole('button', { name: t('plan:month') }));
      await isSaid(t('plan:planned', { day: '', channel: '' }).split(':')[0] ?? '');
      await card.waitFor({ state: 'detached' });
      await press(page.getByRole('status').getByRole('button', { name: t('ui:undo') }));
      await card.waitFor();

      // The stop itself: a reason is wanted, and it counts at contact 3.
      await knock();
      await press(gate.getByRole('radio', { name: t('stop:no') }));
      expect(await act.isDisabled()).toBe(true);
      await press(gate.getByRole('radio', { name: t('words:stopReason.no_response') }));
      await press(act);
      await isSaid(t('stop:done', { number: 3 }));
      const stopped = (await api.get(`/opportunities/${opportunity.id}`)).body;
      expect(stopped).toMatchObject({
        state: 'stopped',
        nextMoment: null,
        stop: { kind: 'own_stop', reason: 'no_response' },
      });
      const { stops, refused } = (await api.get('/mirror')).body;
      expect(stops.find((row: { number: number }) => row.number === 3)?.count).toBe(3);
      expect(refused).toBe(0);

      // Revive: all twelve are there, one is picked up now, and ten of the rest go in this week.
      await goTo('revive');
      const list = main.getByRole('list', { name: t('revive:list') });
      const row = list.getByRole('listitem').filter({ hasText: name });
      await row.getByText('het terras voor de zomer').first().waitFor();
      await row.getByText(t('revive:sentence')).waitFor();
      await isAccessible();
      await press(row.getByRole('button', { name: t('revive:nowFor', { name }) }));
      await isSaid(t('revive:nowDone', { name: 'Wietse' }));
      await row.waitFor({ state: 'detached' });
      const revived = (await api.get(`/opportunities/${opportunity.id}`)).body;
      expect(revived).toMatchObject({ state: 'open', held: 3, nextMoment: { number: 4, on: '2026-11-24' } });

      await press(
        main.getByRole('button', { name: t('revive:planBest', { count: 10, number: t('revive:number.n10') }) }),
      );
      await isSaid(t('revive:planned', { count: 10, days: '', first: '', last: '' }).split(',')[0] ?? '');
      await expect.poll(() => list.getByRole('article').or(list.getByRole('checkbox')).count()).toBe(1);
      const { body: open } = await api.get('/opportunities?state=open&limit=50');
      expect(open.items).toHaveLength(11);
      for (const { nextMoment } of open.items) expect(nextMoment.on <= '2026-12-04').toBe(true);

      // Yes is a no: the sums are not asked for, and the reason "no answer" is not offered.
      await goTo('today');
      await knock();
      await press(gate.getByRole('radio', { name: t('stop:yes') }));
      expect(await gain.count()).toBe(0);
      await press(gate.getByRole('radio', { name: t('words:stopReason.no_budget') }));
      await press(act);
      await isSaid(t('stop:done', { number: 3 }));
      expect((await api.get('/mirror')).body.refused).toBe(1);
    });
  },
);
