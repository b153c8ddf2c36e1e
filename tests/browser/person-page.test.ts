import { expect, test } from 'vitest';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each(everywhere)(
  'the page of a person: how far, what comes next, what was promised, what one remembers ($language, $screen)',
  async (walk) => {
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const { anOpportunity, aMoment, api } = workspace;
    const opportunity = await anOpportunity({
      held: 3,
      person: { name: 'Noor Sterrenburg', email: 'noor@example.nl', phone: '+31612345678' },
      title: 'Verbouwing',
    });
    await aMoment(opportunity.id, { outcome: 'spoke', note: 'Zoekt iemand voor de hele verbouwing' });

    await visit(stage(), walk, workspace, async ({ page, main, t, press, goTo, isSaid, isAccessible }) => {
      await goTo('persons');
      await press(main.getByRole('link', { name: 'Noor Sterrenburg' }));
      await main.getByRole('heading', { name: 'Noor Sterrenburg', level: 1 }).waitFor();
      const card = main.getByRole('article', { name: 'Verbouwing' });
      await card.getByText(t('ui:trail', { held: 4, next: 5 })).waitFor();
      await card.getByText(t('opportunity:next'), { exact: true }).waitFor();
      await card.getByText(t('opportunity:conversations', { count: 1 })).waitFor();
      await main.getByRole('link', { name: t('words:act.call') }).waitFor();
      await main.getByRole('link', { name: t('words:act.email') }).waitFor();

      const timeline = main.getByRole('region', { name: t('timeline:heading') });
      const spoke = `${t('timeline:contact', { number: 4 })}: ${t('words:outcome.spoke').toLowerCase()}`;
      const line = timeline.getByRole('listitem').filter({ hasText: spoke });
      await line.getByText('Zoekt iemand voor de hele verbouwing').waitFor();
      await timeline.getByText(t('timeline:openingCount', { count: 3 })).waitFor();
      await isAccessible();

      // Promised, and kept.
      const promises = main.getByRole('region', { name: t('promise:heading') });
      await press(promises.getByRole('button', { name: t('promise:add') }));
      const sheet = page.getByRole('dialog', { name: t('promise:addTitle') });
      await sheet.getByRole('textbox', { name: t('promise:text') }).fill('Twee referenties mailen');
      await press(sheet.getByRole('radio', { name: t('plan:tomorrow') }));
      await isAccessible();
      await press(sheet.getByRole('button', { name: t('ui:save') }));
      await isSaid(t('promise:saved'));
      await promises.getByRole('listitem').filter({ hasText: 'Twee referenties mailen' }).waitFor();
      await press(promises.getByRole('button', { name: t('promise:keepOf', { text: 'Twee referenties mailen' }) }));
      await isSaid(t('promise:keptDone'));
      await promises.getByText(t('promise:none')).waitFor();

      // Where they are: the way there stands beside the telephone.
      await press(main.getByRole('button', { name: t('person:more', { name: 'Noor Sterrenburg' }) }));
      await press(page.getByRole('menuitem', { name: t('person:edit') }));
      const edit = page.getByRole('dialog', { name: t('person:editTitle', { name: 'Noor Sterrenburg' }) });
      await edit.getByRole('textbox', { name: t('person:street') }).fill('Dorpsstraat 1');
      await edit.getByRole('textbox', { name: t('person:postcode') }).fill('1234ab');
      await edit.getByRole('textbox', { name: t('person:city') }).fill('Dorp');
      await isAccessible();
      await press(edit.getByRole('button', { name: t('ui:save') }));
      const route = main.getByRole('link', { name: t('words:route'), exact: true });
      expect(await route.getAttribute('href')).toMatch(/^https:.*Dorpsstraat%201%2C%201234%20AB%20Dorp$/);
      expect(await route.getAttribute('rel')).toBe('noopener noreferrer');

      // A file: chosen, there, had back after it was taken away.
      const files = main.getByRole('region', { name: t('person:files.title') });
      await files.getByText(t('person:files.empty')).waitFor();
      await files
        .getByLabel(t('person:files.add'), { exact: true })
        .last()
        .setInputFiles({ name: 'offerte.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
      await isSaid(t('person:files.kept', { name: 'offerte.pdf' }));
      const link = files.getByRole('link', { name: 'offerte.pdf' });
      expect(await link.getAttribute('href')).toMatch(/^\/api\/v1\/persons\/[0-9a-f-]+\/files\/[0-9a-f-]+$/);
      await press(files.getByRole('button', { name: t('person:files.remove', { name: 'offerte.pdf' }) }));
      await isSaid(t('person:files.removed', { name: 'offerte.pdf' }));
      await link.waitFor({ state: 'detached' });
      await press(page.getByRole('status').getByRole('button', { name: new RegExp(t('ui:undo')) }));
      await link.waitFor();
      await isAccessible();

      // Good to know, and what they were keen on: written in place.
      const write = async (what: string, text: string) => {
        await press(main.getByRole('button', { name: t('person:editOf', { what }) }));
        await main.getByRole('textbox', { name: what }).fill(text);
        await press(main.getByRole('button', { name: t('ui:save') }));
        await main.getByRole('textbox', { name: what }).waitFor({ state: 'detached' });
        await main.getByText(text).first().waitFor();
      };
      await write(t('person:goodToKnow'), 'Twee kinderen, op vrijdag vrij');
      await write(t('opportunity:keen'), 'veel licht in de keuken');
      await write(t('opportunity:keen'), 'veel licht, en een schuifpui');
      const { body: person } = await api.get(`/persons/${opportunity.person?.id ?? ''}`);
      expect(person.person.goodToKnow).toBe('Twee kinderen, op vrijdag vrij');
      expect(person.opportunities[0].keen).toBe('veel licht, en een schuifpui');

      // They called just now: waiting, on top of Today.
      await press(main.getByRole('button', { name: t('opportunity:inbound', { name: 'Noor' }) }));
      const inbound = page.getByRole('dialog', { name: t('opportunity:inboundTitle', { name: 'Noor' }) });
      await isAccessible();
      await press(inbound.getByRole('button', { name: t('opportunity:inboundSave') }));
      await isSaid(t('opportunity:inboundDone', { name: 'Noor' }));
      await goTo('today');
      const top = main.getByRole('article', { name: 'Noor Sterrenburg' });
      await top.getByText(t('today:group.waiting')).waitFor();
      await top.getByText('veel licht, en een schuifpui').waitFor();
      await top.getByText('Twee kinderen, op vrijdag vrij').waitFor();
      await isAccessible();
    });
  },
);
