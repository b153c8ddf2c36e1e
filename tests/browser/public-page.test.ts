import { expect, test } from 'vitest';
import { lessons as english } from '#i18n/lessons/en';
import { lessons as dutch } from '#i18n/lessons/nl';
import { siteWord, type SiteKey } from '#i18n/site/words';
import { tendPage } from '#usecases/public-page/tend-page';
import { aWorkspaceIn, everywhere, useStage, visit } from '#tests/support/browser/stage';
import { aPublicPage, aSubscriber, postFor, visitorOf } from '#tests/support/public-page';

const stage = useStage();

test.each(everywhere)(
  'a visitor reckons, signs up, confirms, does lesson 1, and stops ($language, $screen)',
  async (walk) => {
    const { house } = stage();
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const slug = `bezoek-${walk.language}`;
    await aPublicPage(house, workspace, { slug, colour: '#7a1f5c', sender: 'Dorpsstraat 1' });
    const word = (key: SiteKey, facts = {}) => siteWord(walk.language, key, { name: 'Bedrijf', ...facts });
    const email = `bezoeker-${walk.language}@example.com`;
    const tend = () => tendPage(house.world, workspace.id);
    const mail = async () => (await postFor(house, workspace.id, email)).at(-1);
    const [lesson] = walk.language === 'nl' ? dutch : english;

    await visit(stage(), walk, null, async ({ page, main, press, isAccessible }) => {
      await page.goto(`/p/${slug}`);
      await main.getByRole('heading', { name: word('heading') }).waitFor();
      await isAccessible();
      // The script follows the number; what is shared is four numbers.
      await main.getByRole('spinbutton', { name: word('newPerMonth') }).fill('40');
      await main.getByText(word('trail', { number: 3 })).waitFor();
      await press(main.getByText(word('formula')));
      await main.getByText(word('formulaYear', { perMonth: 40, prospects: 480 })).waitFor();
      expect(new URL(page.url()).search).toBe('?n=40&v=1000&k=3&p=20');
      await isAccessible();

      await main.getByLabel(word('email')).fill(email);
      await main.getByLabel(word('name')).fill('Sofie Smit');
      await press(main.getByText(word('tickModule')));
      house.setNow(new Date(house.now().getTime() + 5000));
      await press(main.getByRole('button', { name: word('signUpAct') }));
      await main.getByRole('heading', { name: word('asked') }).waitFor();
      await isAccessible();

      await tend();
      const [link = ''] = /\/p\/c\/\S+/.exec((await mail())?.text ?? '') ?? [];
      await page.goto(link);
      await isAccessible();
      await press(main.getByRole('button', { name: word('confirmAct') }));
      await main.getByRole('heading', { name: word('confirmed') }).waitFor();
      await tend();
      const first = await mail();
      expect(first?.subject).toBe(word('mailLessonSubject', { number: 1, title: lesson.title }));
      const [course = ''] = /\/p\/m\/\S+/.exec(first?.text ?? '') ?? [];
      await page.goto(course);
      await press(main.getByText(word('read', { number: 1, title: lesson.title })));
      await main.getByText(lesson.act).waitFor();
      await main.getByLabel(word('namesName', { number: 1 })).fill('Eva Mulder');
      await press(main.getByRole('button', { name: word('namesAct') }));
      await main.getByRole('link', { name: word('namesHere') }).waitFor();
      await press(main.getByRole('button', { name: word('done') }));
      await main.getByText(word('courseOf', { done: 1, sent: 1 })).waitFor();
      await isAccessible();

      await page.goto(new URL(first?.unsubscribe_url ?? '').pathname);
      await isAccessible();
      await press(main.getByRole('button', { name: word('leaveAct'), exact: true }));
      await main.getByText(word('leftModule')).waitFor();
      expect((await mail())?.state).toBe('cancelled');

      await page.goto(`/p/${slug}/${walk.language}/contact`);
      await isAccessible();
    });
  },
);

test.each(everywhere)(
  'a subscriber becomes an opportunity, and the opportunity a sale with its story ($language, $screen)',
  async (walk) => {
    const { house } = stage();
    const workspace = await aWorkspaceIn(stage(), walk.language);
    const slug = `cursist-${walk.language}`;
    await aPublicPage(house, workspace, { slug, makesOpportunity: true });
    const { personId, token } = await aSubscriber(house, workspace, {
      slug,
      email: `${slug}@example.com`,
      name: 'Sofie Smit',
    });
    await tendPage(house.world, workspace.id);
    const { body } = await workspace.api.get(`/persons/${personId}`);
    const [opportunity] = body.opportunities;
    expect(opportunity).toMatchObject({ state: 'open', nextMoment: { number: 1 } });

    await visit(stage(), walk, workspace, async ({ page, main, t, press, isAccessible, isSaid }) => {
      await page.goto('/settings/public-page');
      await main.getByRole('button', { name: t('publicPage:switchOff') }).waitFor();
      await isAccessible();
      await press(main.getByRole('link', { name: t('publicPage:lessons') }));
      await press(main.getByRole('button', { name: t('publicPage:editOf', { number: 1 }), exact: true }));
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel(t('publicPage:textTitle')).fill('');
      await press(sheet.getByRole('button', { name: t('publicPage:saveVersion') }));
      await sheet.getByText(t('publicPage:textEmpty')).waitFor();
      await sheet.getByLabel(t('publicPage:textTitle')).fill('Eigen titel');
      await isAccessible();
      await press(sheet.getByRole('button', { name: t('publicPage:saveVersion') }));
      await isSaid(t('publicPage:textSaved'));
      await press(main.getByRole('link', { name: t('publicPage:tips') }));
      await press(main.getByRole('button', { name: t('publicPage:newTip') }));
      await isAccessible();
      // Looking at the other language loses nothing, nor does saving the one.
      const title = sheet.getByLabel(t('publicPage:textTitle'));
      const [own, other] = walk.language === 'nl' ? (['nl', 'en'] as const) : (['en', 'nl'] as const);
      const turnTo = (language: 'nl' | 'en') => press(sheet.getByRole('radio', { name: t(`settings:${language}`) }));
      await turnTo(other);
      await title.fill('Begonnen');
      await turnTo(own);
      await title.fill('Bel op dinsdag');
      await sheet.getByLabel(t('publicPage:textBody')).fill('Dan is het **rustig**.');
      await press(sheet.getByRole('button', { name: t('publicPage:saveVersion') }));
      await sheet.getByRole('button', { name: t('publicPage:remove') }).waitFor();
      await turnTo(other);
      expect(await title.inputValue()).toBe('Begonnen');
      await turnTo(own);
      await press(sheet.getByRole('button', { name: t('publicPage:remove') }));
      await sheet.getByText(t('publicPage:removeConfirm')).waitFor();
      await isAccessible();
      await press(sheet.getByRole('button', { name: t('ui:close') }));

      await workspace.aMoment(opportunity.id, { outcome: 'bought', value: 150_000 });
      await press(main.getByRole('link', { name: t('publicPage:people') }));
      await main.getByText(t('publicPage:boughtMark'), { exact: true }).waitFor();
      await isAccessible();
      await press(main.getByRole('button', { name: t('publicPage:proofOf', { name: 'Sofie Smit' }) }));
      await sheet.getByText(siteWord('nl', 'tickModule')).waitFor();
      await isAccessible();
      await press(sheet.getByRole('button', { name: t('ui:close') }));
      await page.goto('/mirror/stories');
      await main.getByText('Sofie Smit').first().waitFor();

      // Whom a subscriber named in lesson 1 becomes an opportunity of who is signed in.
      await visitorOf(house).post(`/p/m/${token}`, { act: 'names', name1: 'Eva Mulder', name2: 'Piet Jansen' });
      await page.goto(`/three-names/${token}`);
      const take = main.getByRole('button', { name: t('publicPage:namesAct') });
      await take.waitFor();
      await isAccessible();
      await press(take);
      await main.getByRole('heading', { name: t('publicPage:namesDone') }).waitFor();
      await isAccessible();
      await press(main.getByRole('link', { name: 'Piet Jansen' }));
      await page.waitForURL('**/opportunities/**');
    });
  },
);
