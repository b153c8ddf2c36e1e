import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Without the comments: a browser reads it sooner, on every page anew. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Rules = 'all' | 'colours';

/** What axe finds wrong with what is on the screen now: one line a finding, with where. None, on every screen. */
export async function axeFindings(page: Page, rules: Rules = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  await page.evaluate(standStill);
  const results = await page.evaluate<AxeResults, Rules>(
    (asked) =>
      window.axe.run(document, {
        resultTypes: ['violations'],
        ...(asked === 'colours' && { runOnly: { type: 'rule', values: ['color-contrast'] } }),
      }),
    rules,
  );
  return results.violations.map(({ id, help, nodes }) => {
    const places = nodes.map(({ target, any }) => `    ${target.join(' ')} ${any[0]?.message ?? ''}`);
    return `${id}: ${help}\n${places.join('\n')}`;
  });
}

/** The same in light and in dark, where only colours differ. */
export async function axeFindingsInBoth(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    const found = await axeFindings(page, colorScheme === 'dark' ? 'colours' : 'all');
    findings.push(...found.map((finding) => `${colorScheme}, ${finding}`));
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
