import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What the app waits for on purpose (before it installs, before it tries again) takes a journey no time. */
export const soon = (page: Page) => page.clock.fastForward(2600);

/** All of the app is on this device: a visit with `installed` begins with it. */
export async function isInstalled(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('heading').first().waitFor();
  await soon(page);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}
