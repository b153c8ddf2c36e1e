import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Language } from '#i18n/format';
import type { Translate } from '#i18n/typed-keys';
import { openHouse, password, type House, type HouseOptions, type Workspace } from '../house.ts';
import { axeFindings, axeFindingsInBoth } from './axe.ts';
import { openChromium } from './chromium.ts';
import { listenForComplaints } from './complaints.ts';
import { wordsOf } from './words.ts';

export type Screen = 'phone' | 'desktop';
export type Place =
  | 'today'
  | 'persons'
  | 'board'
  | 'mirror'
  | 'stillToGain'
  | 'revive'
  | 'outlook'
  | 'whatIf'
  | 'outbox'
  | 'import'
  | 'settings';

/** One walk through the screens: who walks, in which language, on what. */
export type Visit = {
  language: Language;
  screen: Screen;
  page: Page;
  t: Translate;
  /** What is on the page itself, without the menu. */
  main: Locator;
  /** A tap on a phone, a click on a desktop. */
  press(target: Locator): Promise<void>;
  /** By the menu, as a user goes there. */
  goTo(place: Place): Promise<void>;
  /** Waits for the line at the bottom that says this. */
  isSaid(words: string): Promise<void>;
  /** axe finds nothing on what is shown now, and nothing sticks out of the side. */
  isAccessible(): Promise<void>;
};

export type Walk = {
  language: Language;
  screen: Screen;
  /** Walked in the other theme too: each looks at what is shown in its own, any other walk in both. */
  paired?: true;
};

/**
 * Each journey in both languages, on both sizes and in both themes; crossing them all would take many times as long and find the same.
 * Every screen in both themes on both sizes: every-screen.test.ts.
 */
export const everywhere: readonly Walk[] = [
  { language: 'nl', screen: 'phone', paired: true },
  { language: 'en', screen: 'desktop', paired: true },
];

/** One of the two, for what neither language nor size makes different. */
export const onPhone: readonly Walk[] = [{ language: 'nl', screen: 'phone' }];
export const onDesktop: readonly Walk[] = [{ language: 'en', screen: 'desktop' }];

const screens = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'dark' },
  desktop: { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
} as const;

/** The screens as they are built. */
export const webFolder = fileURLToPath(new URL('../../../dist/web', import.meta.url));
const patienceMs = 20_000;

export type Stage = {
  house: House;
  browser: Browser;
  /** Where the house is reached. */
  origin: string;
  close(): Promise<void>;
};

/** A house that listens on a port of this machine and serves the built screens. */
export async function openStage(
  browser: Browser,
  screensIn = webFolder,
  options: Pick<HouseOptions, 'transport' | 'outside'> = {},
): Promise<Stage> {
  const house = await openHouse({ webFolder: screensIn, ...options });
  const { port } = new URL(await house.app.listen({ host: '127.0.0.1', port: 0 }));
  return { house, browser, origin: `http://localhost:${port}`, close: () => house.close() };
}

/** A browser for the tests of a file: `const browser = useBrowser();` */
export function useBrowser(): () => Browser {
  return openedFor(openChromium);
}

/** One server and one browser for the tests of a file: `const stage = useStage();` Each journey makes its own workspace. */
export function useStage(options?: Pick<HouseOptions, 'transport'>): () => Stage {
  const browser = useBrowser();
  return openedFor(() => openStage(browser(), webFolder, options));
}

function openedFor<T extends { close(): Promise<void> }>(open: () => Promise<T>): () => T {
  let opened: T | undefined;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(async () => {
    await opened?.close();
  });
  return () => {
    if (opened === undefined) throw new Error('It opens in beforeAll: ask for it inside a test.');
    return opened;
  };
}

/** A workspace whose owner reads this language. */
export async function aWorkspaceIn({ house }: Stage, language: Language): Promise<Workspace> {
  const workspace = await house.aWorkspace();
  const { version } = (await workspace.api.get('/me')).body.member;
  expect((await workspace.api.patch('/me', { version, language })).status).toBe(200);
  return workspace;
}

/**
 * Opens the screens as the owner of a workspace (without one: as a stranger), walks, and holds that nothing went wrong on the way: no
 * error in the console, none that nobody caught, no request to another address, no breach of the content security policy. When the
 * walk fails, what was on the screen is told with it.
 */
export async function visit(
  stage: Stage,
  walker: Walk,
  workspace: Pick<Workspace, 'email'> | null,
  walk: (visit: Visit) => Promise<void>,
  {
    installed = false,
    fixedAt,
  }: {
    /**
     * With its service worker, and where the network may fail: what the browser says of that is no complaint. `page.clock.fastForward`
     * passes over what the app waits for.
     */
    installed?: boolean;
    /** The instant that its pages hold it for, all the time. */
    fixedAt?: string;
  } = {},
): Promise<void> {
  const { language, screen } = walker;
  const context = await stage.browser.newContext({
    ...screens[screen],
    baseURL: stage.origin,
    locale: language === 'nl' ? 'nl-NL' : 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
    serviceWorkers: installed ? 'allow' : 'block',
  });
  context.setDefaultTimeout(patienceMs);
  const complaints = listenForComplaints(context, stage.origin);
  await context.addInitScript(noTelephone);
  if (installed) await context.clock.install();
  if (fixedAt !== undefined) await context.clock.setFixedTime(fixedAt);
  try {
    if (workspace !== null) await signIn(context, workspace);
    const page = await context.newPage();
    await page.goto('/');
    try {
      await walk(visitOn(page, walker));
      if (complaints.some((one) => !installed || !/ERR_|status of (401|409|5\d\d)|^5\d\d: /.test(one)))
        throw new Error('The walk came to its end, and on the way the browser complained:');
    } catch (error) {
      throw await withWhatWasSeen(error, page, complaints);
    }
  } finally {
    await context.close();
  }
}

/** What sticks out of the side of the page, which makes a phone show all of it smaller, or scroll sideways. */
function tooWide(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth && window.innerWidth <= window.screen.width) return [];
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > window.screen.width + 0.5)
    .map((element) => `${element.tagName} ${element.className} ${element.getBoundingClientRect().right}`);
}

/** A tap on tel: or mailto: goes to another program; there is none here, and Chromium waits for one. The screens see the tap all the same. */
function noTelephone(): void {
  window.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (/^(tel|mailto):/.test(link?.getAttribute('href') ?? '')) event.preventDefault();
  });
}

async function signIn(context: BrowserContext, { email }: Pick<Workspace, 'email'>): Promise<void> {
  const answer = await context.request.post('/api/v1/sign-in', {
    data: { email, password },
    headers: { 'x-aanhouder': '1' },
  });
  expect(answer.status()).toBe(200);
}

function visitOn(page: Page, { language, screen, paired }: Walk): Visit {
  const t = wordsOf(language);
  const press = (target: Locator) => (screen === 'phone' ? target.tap() : target.click());
  return {
    language,
    screen,
    page,
    t,
    main: page.getByRole('main'),
    press,
    async goTo(place) {
      const menu = page.getByRole('navigation', { name: t('shell:menu') });
      const inBar = screen === 'desktop' || place === 'today' || place === 'persons';
      if (!inBar) await press(menu.getByRole('link', { name: t('shell:more') }));
      const from = inBar ? menu : page.getByRole('main');
      await press(from.getByRole('link', { name: t(`shell:${place}`) }));
    },
    isSaid: (words) => page.getByRole('status').filter({ hasText: words }).waitFor(),
    async isAccessible() {
      const ofAxe = await (paired ? axeFindings(page) : axeFindingsInBoth(page));
      const findings = [...(await page.evaluate(tooWide)), ...ofAxe];
      // Not by expect: its message cuts them off.
      if (findings.length > 0) throw new Error(findings.join('\n'));
    },
  };
}

/** The error, and after it what a screen reader would have read then, and a picture. */
async function withWhatWasSeen(error: unknown, page: Page, complaints: readonly string[]): Promise<Error> {
  const folder = join(tmpdir(), 'aanhouder-journeys');
  await mkdir(folder, { recursive: true });
  const picture = join(folder, `${Date.now()}.png`);
  await page.screenshot({ path: picture }).catch(() => null);
  const read = await page
    .locator('body')
    .ariaSnapshot()
    .catch(() => '');
  const told = [
    error instanceof Error ? error.message : String(error),
    ...complaints,
    `On ${page.url()}, ${picture}:`,
    read,
  ];
  const found = new Error(told.join('\n'));
  // Points into the walk, not here.
  if (error instanceof Error && error.stack) found.stack = error.stack;
  return found;
}
