import { expect, test } from 'vitest';
import { addDays, toDay } from '#core/day/day';
import { aWorkspaceIn, onDesktop, useStage, visit } from '#tests/support/browser/stage';

const stage = useStage();

test.each([
  { language: 'nl', screen: 'desktop' },
  { language: 'en', screen: 'desktop' },
] as const)('a day on the keyboard alone ($language)', async (walk) => {
  const workspace = await aWorkspaceIn(stage(), walk.language);
  for (const [name, value] of [
    ['Anouk de Korenaar', 900_000],
    ['Bram Wijnrank', 500_000],
    ['Fenna van der Appel', 100_000],
  ] as const) {
    await workspace.anOpportunity({
      person: { name, email: `${name.split(' ')[0]}@example.nl` },
      title: 'Kozijnen',
      value,
    });
  }

  await visit(stage(), walk, workspace, async ({ page, main, t, isSaid, isAccessible }) => {
    const { keyboard } = page;
    const names = async () => {
      const { body } = await workspace.api.get('/today?minutes=60');
      return body.items.map((item: { opportunity: { person: { name: string } } }) => item.opportunity.person.name);
    };
    const [first, second, third] = await names();
    const focus = main.getByRole('article', { name: first });
    await focus.waitFor();

    // Past the menu in one step.
    await keyboard.press('Tab');
    const skip = page.getByRole('link', { name: t('shell:skip') });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    await keyboard.press('Enter');

    // j and k walk; what they are at is said.
    const row = (name: string) => main.getByRole('listitem').filter({ hasText: name });
    const isAt = (name: string) => expect.poll(() => row(name).getAttribute('aria-current')).toBe('true');
    await keyboard.press('j');
    await isAt(second);
    await keyboard.press('j');
    await isAt(third);
    await keyboard.press('k');
    await isAt(second);

    // l opens the log sheet of that line, 3 is the third outcome, z takes it back.
    await keyboard.press('l');
    const sheet = page.getByRole('dialog', { name: t('log:title', { name: second }) });
    await sheet.waitFor();
    await isAccessible();
    await keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await keyboard.press('l');
    await sheet.waitFor();
    await keyboard.press('3');
    await isSaid(t('log:logged', { number: 1, outcome: t('words:outcome.spoke').toLowerCase(), next: '' }).trim());
    await row(second).waitFor({ state: 'detached' });
    await keyboard.press('z');
    await isSaid(t('ui:undone'));
    await row(second).waitFor();

    // s moves, . says why, Enter opens.
    await keyboard.press('s');
    const plan = page.getByRole('dialog', { name: t('plan:title', { name: second }) });
    await plan.waitFor();
    // The first day has the focus: Enter is enough.
    await keyboard.press('Enter');
    const tomorrow = addDays(toDay('2026-11-24'), 1);
    await row(second).waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await workspace.api.get('/today/later')).body.items[0]?.nextMoment.on)
      .toBe(tomorrow);
    // What is said can be taken back; until then the sheet is over the page and keeps its keys.
    await plan.waitFor({ state: 'detached' });
    await keyboard.press('z');
    await isSaid(t('ui:undone'));
    await isAt(second);
    await keyboard.press('.');
    await page.getByRole('dialog').waitFor();
    await isAccessible();
    await keyboard.press('Escape');
    await keyboard.press('Enter');
    await main.getByRole('heading', { name: second, level: 1 }).waitFor();

    // g and a letter: every place.
    for (const [key, heading] of [
      ['p', t('persons:title')],
      ['m', t('mirror:title')],
      ['n', t('shell:stillToGain')],
      ['r', t('revive:title')],
      ['w', t('whatIf:title')],
      ['i', t('imports:title')],
      ['s', t('settings:title')],
      ['t', t('today:title')],
    ] as const) {
      await keyboard.press('g');
      await keyboard.press(key);
      await main.getByRole('heading', { name: heading, level: 1 }).waitFor();
    }

    // / searches, and what is typed there is text and no command.
    await keyboard.press('/');
    const search = main.getByRole('searchbox', { name: t('persons:search') });
    await expect.poll(() => search.evaluate((box) => box === document.activeElement)).toBe(true);
    await keyboard.type('wijnrank');
    await main.getByRole('link', { name: 'Bram Wijnrank' }).waitFor();
    await main.getByRole('link', { name: 'Anouk de Korenaar' }).waitFor({ state: 'detached' });
    expect(await search.inputValue()).toBe('wijnrank');

    // ? tells them all; n is ten seconds for whom one just spoke to.
    await main.getByRole('heading', { name: t('persons:title'), level: 1 }).click();
    await keyboard.press('?');
    const help = page.getByRole('dialog', { name: t('keys:title') });
    await help.getByText(t('keys:walk')).waitFor();
    await isAccessible();
    await keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await keyboard.press('n');
    await page.getByRole('dialog', { name: t('quickAdd:title') }).waitFor();
    await keyboard.type('Gijs van de Vliert');
    await keyboard.press('Enter');
    await isSaid('Gijs van de Vliert');
  });
});

test.each(onDesktop)('a line that was moved stays away while the plan is asked again ($language)', async (walk) => {
  const workspace = await aWorkspaceIn(stage(), walk.language);
  for (const name of ['Anouk de Korenaar', 'Bram Wijnrank']) {
    await workspace.anOpportunity({ person: { name, email: `${name.split(' ')[0]}@example.nl` } });
  }

  await visit(stage(), walk, workspace, async ({ page, main, t, isSaid }) => {
    const { keyboard } = page;
    const rows = main.getByRole('listitem').filter({ has: page.getByRole('button', { name: t('today:log') }) });
    await rows.waitFor();
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/v1/today?*', async (route) => {
      await asked;
      await route.continue();
    });
    await keyboard.press('j');
    await keyboard.press('s');
    const sheet = page.getByRole('dialog');
    await sheet.waitFor();
    await keyboard.press('Enter');
    await sheet.waitFor({ state: 'detached' });
    await isSaid(t('ui:undo'));
    expect(await rows.count()).toBe(0);
    answer();
    await expect.poll(() => rows.count()).toBe(0);
    await keyboard.press('z');
    await rows.waitFor();
  });
});
