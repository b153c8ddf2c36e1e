import type { Browser, CDPSession, Page } from 'playwright-core';
import { openChromium } from './chromium.ts';
import type { Bench, Filled, Promised } from './bench.ts';
import { password } from './house.ts';
import { type Line, lineOf } from './measure.ts';

/** A phone of some years ago, on a weak 4G: as Lighthouse has it for phones. */
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const slower = 4;
const loads = 5;
const taps = 10;
/** The fewest relations that the promise of a tap is about. */
const relations = 20_000;

/** Today on a phone with nothing of the app on it yet, as a browser paints it, and how soon a tap is answered. */
export const screen: Promised = {
  name: 'screen',
  async run(bench) {
    const company = companyOf(bench);
    if (company === undefined) throw new Error('The screens are measured with a company.');
    const browser = await openChromium();
    try {
      const all: Load[] = [];
      for (let n = 0; n < loads; n += 1) all.push(await firstLoad(browser, bench, company));
      const tapped = await tapsOf(browser, bench, company);
      const scrolled = await scrollOf(browser, bench, company);
      const { size } = company;
      const of = (pick: (load: Load) => number) => all.map(pick);
      const cls = lineOf(
        'First load on a phone: layout shift',
        size,
        of((load) => load.shift),
        0.02,
      );
      return [
        lineOf(
          'First load on a phone: largest paint (LCP)',
          size,
          of((load) => load.largest),
          2500,
          `${loads} loads`,
        ),
        { ...cls, unit: '' },
        lineOf(
          'First load on a phone: blocked',
          size,
          of((load) => load.blocked),
          200,
        ),
        lineOf('A tap on a phone: until its paint', size, tapped.painted, 100, `${taps} sheets opened`),
        lineOf('A tap on a phone: until the sheet stands', size, tapped.stands, null, `${taps} sheets opened`),
        {
          what: 'A long list scrolled on a phone: frames with a hole',
          size,
          p50: null,
          p95: scrolled.holes,
          unit: 'frames',
          limit: 0,
          note: `of ${scrolled.frames}, over ${scrolled.rows} rows`,
        },
      ] satisfies Line[];
    } finally {
      await browser.close();
    }
  },
};

function companyOf({ companies }: Bench): Filled | undefined {
  const alone = companies.filter((one) => one.assignees === 1).toSorted((a, b) => a.size - b.size);
  return alone.find(({ size }) => size >= relations) ?? alone.at(-1);
}

type Load = { largest: number; shift: number; blocked: number };
type Seen = Load & { taps: number[]; stands: number[] };
declare global {
  interface Window {
    seen: Seen;
  }
}

async function phone(browser: Browser, { server }: Bench, { email }: Filled): Promise<{ page: Page; cdp: CDPSession }> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'nl-NL',
    baseURL: server.origin,
  });
  const signedIn = await context.request.post('/api/v1/sign-in', {
    data: { email, password },
    headers: { 'x-aanhouder': '1' },
  });
  if (!signedIn.ok()) throw new Error(`Nobody could sign in: ${signedIn.status()}`);
  // What tsx puts around functions with a name is not there in the page.
  await context.addInitScript('globalThis.__name = (named) => named;');
  await context.addInitScript(twoHours);
  await context.addInitScript(watch);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', network);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
  return { page, cdp };
}

/** Of 20,000 people some eight have their day today, which takes an hour, and leaves one card: with two there is a queue as well. */
function twoHours(): void {
  const on = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Amsterdam' });
  localStorage.setItem('aanhouder.minutes', JSON.stringify({ on, minutes: 120 }));
}

/** In the page, from its first moment on. What blocks: of each long task what it takes beyond 50 ms, as Lighthouse counts it. */
function watch(): void {
  window.seen = { largest: 0, shift: 0, blocked: 0, taps: [], stands: [] };
  const on = (type: string, take: (entry: PerformanceEntry) => void, more: object = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  on('largest-contentful-paint', (entry) => void (window.seen.largest = entry.startTime));
  on('layout-shift', (entry) => {
    if ('hadRecentInput' in entry && entry.hadRecentInput === false && 'value' in entry)
      window.seen.shift += Number(entry.value);
  });
  on('longtask', (entry) => void (window.seen.blocked += Math.max(0, entry.duration - 50)));
  on('event', (entry) => void (entry.name === 'click' && window.seen.taps.push(entry.duration)), {
    durationThreshold: 16,
  });
  // Stricter than the browser's own figure: from the finger to the frame after the one that holds the sheet.
  addEventListener(
    'click',
    ({ timeStamp }) => {
      const look = () =>
        document.querySelector('dialog[open]')
          ? requestAnimationFrame(() => window.seen.stands.push(performance.now() - timeStamp))
          : requestAnimationFrame(look);
      requestAnimationFrame(look);
    },
    true,
  );
}

async function firstLoad(browser: Browser, bench: Bench, company: Filled): Promise<Load> {
  const { page } = await phone(browser, bench, company);
  try {
    await page.goto('/');
    await page.locator('article.focus').waitFor();
    // The sheets are fetched and the rest of the app is installed after it: what that blocks counts as well.
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 120_000 });
    const { largest, shift, blocked } = await page.evaluate(() => window.seen);
    if (largest === 0) throw new Error('The browser told of no paint: nothing was measured.');
    return { largest, shift, blocked };
  } finally {
    await page.context().close();
  }
}

/** Opens the log sheet again and again, with everything loaded. */
async function tapsOf(
  browser: Browser,
  bench: Bench,
  company: Filled,
): Promise<{ painted: number[]; stands: number[] }> {
  const { page } = await phone(browser, bench, company);
  try {
    await page.goto('/');
    const row = page.locator('.row__acts button').first();
    await row.waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 120_000 });
    await page.waitForLoadState('networkidle');
    // Who taps it has it before their eyes: what scrolling there takes is no part of it.
    await row.scrollIntoViewIfNeeded();
    for (let n = 0; n < taps; n += 1) {
      await row.tap();
      await page.locator('dialog[open]').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
    }
    // Below 16 ms the browser does not tell of it.
    const { taps: told, stands } = await page.evaluate(() => window.seen);
    return { painted: [...told, ...Array.from({ length: Math.max(0, taps - told.length) }, () => 16)], stands };
  } finally {
    await page.context().close();
  }
}

/** How far a list is scrolled, and how far at once: a flick of the wheel that goes on and on. Pixels. */
const fling = { distance: 40_000, step: 400 };

/**
 * Flings through the list of everything that is open, and looks in every frame whether a row that should be in sight is missing: at a
 * third, at half and at two thirds of the screen.
 */
async function scrollOf(
  browser: Browser,
  bench: Bench,
  company: Filled,
): Promise<{ frames: number; holes: number; rows: number }> {
  const { page } = await phone(browser, bench, company);
  try {
    await page.goto('/persons');
    await page.locator('[data-row]').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      const seen = { frames: 0, holes: 0, on: true, rows: new Set<string>() };
      Object.assign(window, { list: seen });
      const look = () => {
        const list = document.querySelector('.listing')?.getBoundingClientRect();
        seen.frames += 1;
        for (const share of [1 / 3, 1 / 2, 2 / 3]) {
          const y = innerHeight * share;
          const within = list !== undefined && y > list.top && y < list.bottom;
          const row = within ? document.elementFromPoint(innerWidth / 2, y)?.closest('[data-row]') : undefined;
          if (within && !row) seen.holes += 1;
          if (row instanceof HTMLElement) seen.rows.add(row.dataset['row'] ?? '');
        }
        if (seen.on) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    // The list grows as it is scrolled: the server is asked for the next hundred on the way.
    for (let moved = 0; moved < fling.distance; moved += fling.step) {
      await page.mouse.move(195, 500);
      await page.mouse.wheel(0, fling.step);
    }
    return await page.evaluate(() => {
      const { list } = window as unknown as {
        list: { frames: number; holes: number; on: boolean; rows: ReadonlySet<string> };
      };
      list.on = false;
      return { frames: list.frames, holes: list.holes, rows: list.rows.size };
    });
  } finally {
    await page.context().close();
  }
}
