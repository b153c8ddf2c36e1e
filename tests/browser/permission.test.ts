import { expect, test } from 'vitest';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each(everywhere)(
  'may I keep calling you: yes, seen on the page, withdrawn; and then an objection, out of every list ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { api, anOpportunity, aPerson } = workspace;
    const person = await aPerson({
      name: 'Noor Sterrenburg',
      email: 'noor@permission.example',
      phone: '+31612345678',
      basis: 'event',
      legalForm: 'consumer',
    });
    const opportunity = await anOpportunity({ personId: person.id, title: 'Serre' });

    await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isSaid, isAccessible }) => {
      // Met at a fair, never spoken to: no call or mail is offered, and the lawful way is.
      const card = main.getByRole('article', { name: 'Noor Sterrenburg' });
      await card.getByText(t('permission:reason.natural_person_needs_consent')).waitFor();
      await card.getByRole('button', { name: t('words:act.post') }).waitFor();
      expect(await card.getByRole('link', { name: new RegExp(t('words:act.call')) }).count()).toBe(0);
      await isAccessible();

      // She calls by herself, and says yes.
      await press(card.getByRole('button', { name: t('today:log') }));
      const log = page.getByRole('dialog', { name: t('log:title', { name: 'Noor Sterrenburg' }) });
      await log.getByText(t('permission:ask')).waitFor();
      await press(log.getByRole('checkbox', { name: new RegExp(t('permission:askYes', { name: 'Noor' })) }));
      await log.getByText(t('permission:wording')).waitFor();
      await isAccessible();
      const how = log.getByRole('region', { name: t('log:how') });
      await press(how.getByRole('button', { name: t('words:outcome.spoke'), exact: true }));
      await log.waitFor({ state: 'detached' });

      await goTo('persons');
      await press(main.getByRole('link', { name: 'Noor Sterrenburg' }));
      const strip = main.getByRole('region', { name: t('permission:title') });
      const call = strip.getByRole('button', { name: new RegExp(`^${t('permission:lawChannel.call')}`) });
      const says = (verdict: 'allow' | 'warn' | 'block') => call.getByText(`, ${t(`permission:verdict.${verdict}`)}`);
      await says('allow').waitFor();
      await strip.getByText(t('permission:reason.consent_given')).waitFor();
      await strip.getByText(`${t('permission:consents')} (1)`).waitFor();
      await main.getByRole('link', { name: t('words:act.call') }).waitFor();
      await strip.getByText(t('permission:wording')).waitFor();
      await isAccessible();

      // Why, in a sheet.
      await press(strip.getByRole('button', { name: new RegExp(`^${t('permission:lawChannel.linkedin')}`) }));
      const why = page.getByRole('dialog', { name: t('permission:lawChannel.linkedin') });
      await why.getByText(t('permission:reason.spoke')).waitFor();
      await isAccessible();
      await press(why.getByRole('button', { name: t('ui:close') }));

      // Withdrawn in one tap: it warns again, and stays as history.
      await press(strip.getByRole('button', { name: new RegExp(`^${t('permission:withdraw')}`) }));
      await isSaid(t('permission:withdrawDone'));
      await says('warn').waitFor();
      await strip.getByText(`${t('permission:consents')} (0)`).waitFor();
      await press(call);
      const careful = page.getByRole('dialog', { name: t('permission:lawChannel.call') });
      await careful.getByText(t('permission:reason.ask_to_keep_calling')).waitFor();
      await press(careful.getByRole('button', { name: t('permission:override') }));
      await careful
        .getByRole('textbox', { name: t('permission:overrideReason') })
        .fill('Ze vroeg zelf om een belletje');
      await isAccessible();
      await press(careful.getByRole('button', { name: t('permission:overrideAct') }));
      await isSaid(t('permission:overrideDone'));

      // Recorded by hand.
      const consents = strip.getByText(new RegExp(`^${t('permission:consents')}`));
      if (!(await strip.getByRole('button', { name: t('permission:add') }).isVisible())) await press(consents);
      await press(strip.getByRole('button', { name: t('permission:add') }));
      const add = page.getByRole('dialog', { name: t('permission:addTitle', { name: 'Noor' }) });
      await press(add.getByRole('checkbox', { name: t('permission:lawChannel.email') }));
      // The words that stood there ask about calling: what was said of mail is written down.
      const wording = add.getByRole('textbox', { name: t('permission:addWording') });
      expect(await wording.inputValue()).toBe('');
      await wording.fill('Mail me gerust.');
      await isAccessible();
      await press(add.getByRole('button', { name: t('ui:save') }));
      await isSaid(t('permission:addDone'));

      // An objection in one tap: no next moment, and in no list.
      await press(strip.getByRole('button', { name: t('permission:object') }));
      await isSaid(t('person:objectedDone', { name: 'Noor' }));
      await says('block').waitFor();
      // One reason for the six is read once.
      expect(await strip.getByText(t('permission:reason.objected')).count()).toBe(1);
      expect(await main.getByRole('link', { name: t('words:act.call') }).count()).toBe(0);
      await isAccessible();
      const { state, nextMoment } = (await api.get(`/opportunities/${opportunity.id}`)).body;
      expect([state, nextMoment]).toEqual(['stopped', null]);
      await goTo('today');
      await main.getByRole('heading', { level: 1 }).waitFor();
      expect(await main.getByText('Noor Sterrenburg').count()).toBe(0);
      await goTo('revive');
      await main.getByRole('heading', { level: 1 }).waitFor();
      expect(await main.getByText('Noor Sterrenburg').count()).toBe(0);
    });
  },
);

test.each(everywhere)(
  'people of whom nobody said where they are known from are answered for together ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const made = await workspace.aPerson({ name: 'Gerda Molen', phone: '+31612345679', basis: 'unverified' });
    await workspace.anOpportunity({ personId: made.id, title: 'Dak' });
    await visit(stage(), walk, workspace, async ({ main, t, press, goTo, isSaid, isAccessible }) => {
      await goTo('settings');
      const section = main.getByRole('region', { name: t('permission:settings') });
      await section.getByText(t('permission:unverified', { count: 1 })).waitFor();
      // What opens most does not stand there before anybody chose.
      await section.getByText(t('permission:answerPreview', { count: 1, now: 0, after: 0 })).waitFor();
      expect(await section.getByRole('button', { name: t('permission:answerAct', { count: 1 }) }).isDisabled()).toBe(
        true,
      );
      await section.getByLabel(t('permission:answerBasis')).selectOption('conversation');
      await section.getByText(t('permission:answerPreview', { count: 1, now: 0, after: 1 })).waitFor();
      await isAccessible();
      await press(section.getByRole('button', { name: t('permission:answerAct', { count: 1 }) }));
      await isSaid(t('permission:answered', { count: 1 }));
      await section.getByText(t('permission:unverified', { count: 0 })).waitFor();
      await section.getByLabel(t('permission:settingsCountry')).selectOption('BE');
      await isSaid(t('ui:saved'));
      expect((await workspace.api.get('/settings')).body.contactCountry).toBe('BE');
    });
  },
);
