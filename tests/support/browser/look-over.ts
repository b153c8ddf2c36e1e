import type { Page } from 'playwright-core';

/** What a finger needs, each way. Pixels. */
const finger = 44;

/**
 * The controls in sight that are smaller than a finger: one line each. A link within a sentence is as high as its line (WCAG 2.5.8 lets
 * it be); what lies in a label is as large as the label, and what takes taps around itself is as large as where it takes them.
 */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const within = (outer: Element, x: number, y: number) => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (outer === hit || outer.contains(hit));
    };
    const small: string[] = [];
    const controls = 'button, a[href], input, select, textarea, summary, [role=button], [role=tab], [role=menuitem]';
    for (const control of document.querySelectorAll<HTMLElement>(controls)) {
      const outer = control.closest('label') ?? control;
      // The columns of a chart are as wide as the phone lets them be: 24 px at least, and its table says the same.
      if (control.closest('[class*=chart__tick]') && outer.getBoundingClientRect().width >= 24) continue;
      if (control.closest('[inert], [aria-hidden=true]') || !outer.checkVisibility({ visibilityProperty: true }))
        continue;
      if (control.tagName === 'A' && getComputedStyle(control).display === 'inline') continue;
      // A link that leads from its whole row.
      const spread = getComputedStyle(control, '::after').position === 'absolute' ? control.offsetParent : null;
      let box = (spread ?? outer).getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || box.bottom < 0) continue;
      if (box.height >= least - 0.5 && box.width >= least - 0.5) continue;
      outer.scrollIntoView({ block: 'center', inline: 'center' });
      box = outer.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const [aside, above] = [Math.max(least, box.width) / 2 - 1, Math.max(least, box.height) / 2 - 1];
      const reaches =
        within(outer, x, y - above) &&
        within(outer, x, y + above) &&
        within(outer, x - aside, y) &&
        within(outer, x + aside, y);
      if (reaches) continue;
      const name = control.getAttribute('aria-label') ?? control.textContent ?? '';
      small.push(
        `${control.tagName.toLowerCase()}.${control.className} "${name.slice(0, 40)}" ${box.width}×${box.height}`,
      );
    }
    return small;
  }, finger);
}

/** What the page cuts off or lets stick out of its side at this width: one line each. */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const wide = document.documentElement.clientWidth;
    const what = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.textContent ?? '').slice(0, 40)}"`;
    const scrolls = (element: Element): boolean => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
        if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX)) return true;
      return false;
    };
    if (document.documentElement.scrollWidth > wide) {
      for (const element of document.body.querySelectorAll('*')) {
        const box = element.getBoundingClientRect();
        if (box.width > 1 && box.right > wide + 0.5 && !scrolls(element))
          found.push(`sticks out to ${box.right}: ${what(element)}`);
      }
    }
    for (const element of document.body.querySelectorAll<HTMLElement>('main *, nav *, dialog *')) {
      if (!element.checkVisibility() || element.clientWidth <= 1) continue;
      const style = getComputedStyle(element);
      const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
      if (!hides || style.textOverflow === 'ellipsis' || style.position === 'absolute') continue;
      if (element.scrollWidth > element.clientWidth + 1) found.push(`cut off at the side: ${what(element)}`);
    }
    return found;
  });
}
