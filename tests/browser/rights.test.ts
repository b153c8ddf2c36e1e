import { expect, test } from 'vitest';
import { proposeClearing } from '#db/clearing';
import { inWorkspace } from '#db/transaction';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each(everywhere)(
  'rights: a request on Today, handed over, restricted, erased and taken back, cleared up ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { anOpportunity, aPerson, aMoment, api } = workspace;
    const { person } = await anOpportunity({
      person: { name: 'Noor Sterrenburg', email: 'noor@example.nl', phone: '+31612345678' },
      title: 'Verbouwing',
    });
    await aPerson({ name: 'Stille Sam' });
    const neighbour = await anOpportunity({
      person: { name: 'Bram Buurman', email: 'bram@example.nl', phone: '+31687654321' },
      title: 'Dakkapel',
    });
    await aMoment(neighbour.id, { outcome: 'spoke', note: 'Woont naast Noor Sterrenburg.' });
    await inWorkspace(stage().house.databases, workspace.id, (tx) =>
      proposeClearing(tx, '2027-01-01', '2026-11-24', 10),
    );
    const asked = await api.post('/privacy/requests', {
      personId: person?.id,
      kind: 'erase',
      receivedBy: 'email',
      receivedOn: '2026-11-20',
    });
    expect(asked.status).toBe(201);

    await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isSaid, isAccessible }) => {
      // A quiet line, with what to do and the way there.
      await main.getByText(t('rights:todo.erase')).waitFor();
      await press(main.getByRole('link', { name: 'Noor Sterrenburg' }).first());
      await main.getByRole('heading', { name: 'Noor Sterrenburg', level: 1 }).waitFor();
      const openRights = async () => {
        await press(main.getByRole('button', { name: t('person:more', { name: 'Noor Sterrenburg' }) }));
        await press(page.getByRole('menuitem', { name: t('rights:menu') }));
      };
      const sheet = page.getByRole('dialog', { name: t('rights:sheetTitle', { name: 'Noor Sterrenburg' }) });

      await openRights();
      const download = page.waitForEvent('download');
      await press(sheet.getByRole('button', { name: t('rights:page') }));
      expect((await download).suggestedFilename()).toBe('noor-sterrenburg.html');
      await sheet.getByText(t('rights:eraseOpen', { count: 1 })).waitFor();
      await isAccessible();
      await press(sheet.getByRole('button', { name: t('rights:restrictAct') }));
      await isSaid(t('rights:restrictDone', { name: 'Noor' }));
      await main.getByRole('article').getByText(t('rights:restricted')).waitFor();
      await main.getByRole('link', { name: t('words:act.call') }).waitFor({ state: 'detached' });
      await isAccessible();
      await press(main.getByRole('button', { name: t('rights:endRestriction') }));
      await isSaid(t('rights:endDone', { name: 'Noor' }));
      await main.getByRole('link', { name: t('words:act.call') }).waitFor();

      await openRights();
      await press(sheet.getByRole('checkbox', { name: t('rights:eraseObjects') }));
      const erase = sheet.getByRole('button').filter({ hasText: /^(Erase on|Wis op)/ });
      await press(erase);
      await erase.waitFor({ state: 'detached' });
      // Where she is named on somebody else's page: shown before, taken out once the erasure was asked.
      await sheet.getByText('Woont naast').waitFor();
      await isAccessible();
      await press(sheet.getByRole('button').filter({ hasText: new RegExp(`^${t('rights:mentionClear')}$`) }));
      await isSaid(t('rights:mentionsCleared', { count: 1 }));
      await sheet.getByText(t('rights:mentionsNone', { name: 'Noor Sterrenburg' })).waitFor();
      await press(sheet.getByRole('button', { name: t('ui:close') }).last());
      await main.getByRole('button', { name: t('rights:undoErase') }).waitFor();

      await goTo('settings');
      await press(main.getByRole('link', { name: t('rights:link') }));
      await main.getByRole('heading', { name: t('rights:title'), level: 1 }).waitFor();
      await main.getByText(t('rights:suppressedCount', { count: 1 })).waitFor();
      await isAccessible();
      await press(main.getByRole('button', { name: t('rights:undoEraseOf', { name: 'Noor Sterrenburg' }) }));
      await isSaid(t('rights:undone', { name: 'Noor Sterrenburg' }));

      const requests = main.getByRole('region', { name: t('rights:requests') });
      await requests.getByText(t('rights:todo.erase')).waitFor();
      await press(requests.getByRole('button', { name: t('rights:answer') }));
      const answer = page.getByRole('dialog', {
        name: t('rights:answerTitle', { who: 'Noor Sterrenburg' }),
      });
      await isAccessible();
      await press(answer.getByRole('button', { name: t('rights:done') }));
      await isSaid(t('rights:answered'));
      await requests.getByText(t('rights:requestsNone')).waitFor();

      const clearing = main.getByRole('region', { name: t('rights:clearing') });
      await press(clearing.getByRole('checkbox', { name: t('rights:choose', { name: 'Stille Sam' }) }));
      await press(clearing.getByRole('button', { name: t('rights:keepChosen', { count: 1 }) }));
      const keep = page.getByRole('dialog', { name: t('rights:keepTitle', { count: 1 }) });
      await keep.getByRole('textbox', { name: t('rights:keepReason') }).fill('oude bekende');
      await press(keep.getByRole('button', { name: t('rights:keepChosen', { count: 1 }) }));
      await isSaid(t('rights:decided', { count: 1 }));
      await clearing.getByText(t('rights:clearingNone')).waitFor();

      const register = page.waitForEvent('download');
      await press(
        main.getByRole('link', {
          name: t('rights:download', { what: t('rights:register'), format: t('rights:asPage') }),
        }),
      );
      expect((await register).suggestedFilename()).toMatch(/\.html$/);
    });
  },
);
