import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/**
 * What axe finds wrong with what is on the screen now, in light and in dark: one line a finding, with where. None, on every screen.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const findings: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(standStill);
    // In the dark only colours differ.
    const results = await page.evaluate<AxeResults, boolean>(
      (onlyColours) =>
        window.axe.run(document, {
          resultTypes: ['violations'],
          ...(onlyColours && { runOnly: { type: 'rule', values: ['color-contrast'] } }),
        }),
      colorScheme === 'dark',
    );
    for (const { id, help, nodes } of results.violations) {
      const places = nodes.map(({ target, any }) => `    ${target.join(' ')} ${any[0]?.message ?? ''}`);
      findings.push(`${colorScheme}, ${id}: ${help}\n${places.join('\n')}`);
    }
  }
  return findings;
}

/** Colours on their way from one to the other belong to neither. What inherits a colour sets out when its parent has arrived: hence rounds. */
function standStill(): void {
  for (let round = 0; round < 50; round += 1) {
    const moving = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    if (moving.length === 0) return;
    for (const animation of moving) animation.finish();
  }
}
