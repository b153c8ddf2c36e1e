import type { Browser } from 'playwright-core';
import { openChromium } from './chromium.ts';
import type { Bench, Promised } from './bench.ts';
import { type Line, lineOf } from './measure.ts';

/** As the first load of the app is measured (screen.ts): a phone of some years ago, on a weak 4G. */
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const slower = 4;
const loads = 5;

declare global {
  interface Window {
    painted: number;
  }
}

/** The public page for a visitor who was never here. */
export const publicPage: Promised = {
  name: 'page',
  async run(bench) {
    const [company] = bench.companies;
    if (company === undefined) throw new Error('The public page is measured with a company.');
    const address = await switchOn(bench, company.token);
    const browser = await openChromium();
    try {
      const all: number[] = [];
      for (let n = 0; n < loads; n += 1) all.push(await largestPaint(browser, bench, address));
      return [
        lineOf('Public page on a phone: largest paint (LCP)', company.size, all, 1500, `${loads} loads`),
      ] satisfies Line[];
    } finally {
      await browser.close();
    }
  },
};

async function switchOn({ server }: Bench, token: string): Promise<string> {
  const at = `${server.origin}/api/v1/public-page`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const page = await (await fetch(at, { headers })).json();
  const body = JSON.stringify({ version: page.version, isOn: true });
  const saved = await fetch(at, { method: 'PATCH', headers, body });
  if (!saved.ok) throw new Error(`The public page is not on: ${saved.status}`);
  return `/p/${(await saved.json()).slug}/nl`;
}

async function largestPaint(browser: Browser, { server }: Bench, address: string): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'nl-NL',
    baseURL: server.origin,
  });
  try {
    await context.addInitScript('globalThis.__name = (named) => named;');
    await context.addInitScript(watch);
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', network);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.goto(address, { waitUntil: 'networkidle' });
    const painted = await page.evaluate(() => window.painted);
    if (painted === 0) throw new Error('The browser told of no paint: nothing was measured.');
    return painted;
  } finally {
    await context.close();
  }
}

function watch(): void {
  window.painted = 0;
  new PerformanceObserver((list) =>
    list.getEntries().forEach((entry) => void (window.painted = entry.startTime)),
  ).observe({
    type: 'largest-contentful-paint',
    buffered: true,
  });
}
