import { expect, test } from 'vitest';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each(everywhere)(
  'a birthday and a promise stand on Today on their day; kept, and keeping in touch begins again ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { anOpportunity, aMoment, aPerson, api } = workspace;
    const opportunity = await anOpportunity({
      person: { name: 'Noor Sterrenburg', email: 'noor@example.nl', phone: '+31612345678' },
      title: 'Verbouwing',
      next: { on: '2027-02-01' },
    });
    const id = opportunity.person?.id ?? '';
    for (const intent of ['ask', 'ask'] as const)
      await aMoment(opportunity.id, {
        outcome: 'spoke',
        intent,
        happenedOn: '2026-11-20',
        beforeCreation: true,
        next: { on: '2027-02-01' },
      });
    // A promise of hers that is due, and one of mine.
    await api.post(`/persons/${id}/promises`, { by: 'them', text: 'de tekening', dueOn: '2026-11-24' });
    await api.post(`/persons/${id}/promises`, { by: 'me', text: 'twee referenties', dueOn: '2026-11-24' });
    await aPerson({ name: 'Piet Brenger' });

    await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isSaid, isAccessible }) => {
      await goTo('persons');
      await press(main.getByRole('link', { name: 'Noor Sterrenburg' }));
      await main.getByRole('heading', { name: 'Noor Sterrenburg', level: 1 }).waitFor();

      // Her birthday is today.
      const days = main.getByRole('region', { name: t('relationship:days') });
      await press(days.getByRole('button', { name: t('relationship:dayAdd') }));
      const daySheet = page.getByRole('dialog', { name: t('relationship:dayAddTitle') });
      await daySheet.getByRole('spinbutton', { name: t('relationship:dayOfMonth') }).fill('24');
      await daySheet.getByRole('combobox', { name: t('relationship:month') }).selectOption('11');
      await daySheet.getByRole('spinbutton', { name: t('relationship:year') }).fill('1984');
      await isAccessible();
      await press(daySheet.getByRole('button', { name: t('ui:save') }));
      await isSaid(t('relationship:daySaved'));
      const birthday = `${t('relationship:kind.birthday')}, ${t('relationship:turnsBirthday', { count: 42 })}`;
      await days.getByText(birthday).waitFor();

      // How to address her, and what matters to her.
      await press(main.getByRole('radio', { name: t('relationship:form.u') }));
      await press(main.getByRole('button', { name: t('person:editOf', { what: t('relationship:family') }) }));
      await main.getByRole('textbox', { name: t('relationship:family') }).fill('Twee dochters');
      await press(main.getByRole('button', { name: t('ui:save') }));
      await main.getByText('Twee dochters').waitFor();

      // A tag, a rhythm, and who introduced her.
      await press(main.getByRole('button', { name: t('relationship:tagsEdit') }));
      const tags = page.getByRole('dialog', { name: t('relationship:tagsTitle', { name: 'Noor' }) });
      await tags.getByRole('textbox', { name: t('relationship:tagNew') }).fill('Klant');
      await isAccessible();
      await press(tags.getByRole('button', { name: t('ui:save') }));
      await isSaid(t('relationship:tagsSaved'));
      await main
        .getByRole('region', { name: t('relationship:tags') })
        .getByText('Klant')
        .waitFor();
      await press(main.getByRole('button', { name: t('relationship:rhythmEdit'), exact: true }));
      const rhythm = page.getByRole('dialog', { name: t('relationship:rhythmTitle', { name: 'Noor' }) });
      await rhythm.getByRole('combobox', { name: t('relationship:rhythmEvery') }).selectOption('4');
      await isAccessible();
      await press(rhythm.getByRole('button', { name: t('ui:save') }));
      await isSaid(t('relationship:rhythmSaved'));
      await main.getByText(t('relationship:rhythmOwn', { count: 4 })).waitFor();
      const known = main.getByRole('region', { name: t('relationship:connections') });
      await press(known.getByRole('button', { name: t('relationship:connectionAdd') }));
      const brought = page.getByRole('dialog', { name: t('relationship:connectionTitle', { name: 'Noor' }) });
      await brought.getByRole('searchbox', { name: t('relationship:connectionSearch') }).fill('Piet');
      await press(brought.getByRole('radio', { name: /Piet Brenger/ }));
      await isAccessible();
      await press(brought.getByRole('button', { name: t('ui:save') }));
      await isSaid(t('relationship:connectionSaved'));
      await known.getByRole('link', { name: 'Piet Brenger' }).waitFor();
      await main.getByText(t('relationship:tooLittle', { count: 2 })).waitFor();
      await isAccessible();

      await goTo('today');
      const top = main.getByRole('article', { name: 'Noor Sterrenburg' });
      await top.getByText('de tekening').waitFor();
      await top.getByText('twee referenties').first().waitFor();
      const care = main.getByRole('region', { name: t('today:care'), exact: true });
      await care.getByText(birthday).waitFor();
      await isAccessible();

      // Attention: what was promised stands there to be ticked, and that it is time to give.
      await press(care.getByRole('button', { name: t('today:careFor', { name: 'Noor Sterrenburg' }) }));
      const sheet = page.getByRole('dialog');
      await sheet.getByText(t('relationship:giveFirst')).waitFor();
      await sheet.getByText(t('relationship:theyPromised', { text: 'de tekening' })).waitFor();
      await isAccessible();
      await press(sheet.getByRole('button', { name: t('promise:keepOf', { text: 'de tekening' }) }));
      await isSaid(t('promise:keptDone'));
      await press(sheet.getByRole('button', { name: new RegExp(`^${t('words:outcome.spoke')}`) }));
      await care.waitFor({ state: 'detached' });

      // The screen is ahead of the server.
      await expect
        .poll(async () => (await api.get(`/persons/${id}`)).body.person)
        .toMatchObject({ careOn: '2026-12-22', careEveryWeeks: 4, addressForm: 'u' });
      const found = (await api.get(`/persons/${id}`)).body;
      expect(found.promises.map((one: { text: string; state: string }) => [one.text, one.state])).toEqual(
        expect.arrayContaining([
          ['de tekening', 'kept'],
          ['twee referenties', 'open'],
        ]),
      );

      // The list by tag, and the tag's rhythm among the settings.
      await goTo('persons');
      await press(main.getByRole('radio', { name: t('persons:filterEveryone') }));
      await main.getByRole('combobox', { name: t('relationship:filterTag') }).selectOption({ label: 'Klant (1)' });
      await main.getByRole('link', { name: 'Noor Sterrenburg' }).waitFor();
      await main.getByRole('link', { name: 'Piet Brenger' }).waitFor({ state: 'detached' });
      await isAccessible();
      await goTo('settings');
      const section = main.getByRole('region', { name: t('relationship:settings') });
      await section.getByRole('combobox', { name: t('relationship:tagEveryOf', { name: 'Klant' }) }).selectOption('13');
      await isSaid(t('relationship:tagSaved'));
      await isAccessible();
    });
  },
);
