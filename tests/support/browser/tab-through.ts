import type { Page } from 'playwright-core';

const most = 120;

/**
 * Goes through the page by Tab alone, from its top or from where "to the content" leads: one line for whatever gets the focus without
 * showing it, out of sight or behind something (WCAG 2.4.7, 2.4.11), and for a place that does not let go.
 */
export async function tabThrough(page: Page, from: 'top' | 'content'): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate((place) => {
    window.scrollTo(0, 0);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (place === 'content') document.getElementById('content')?.focus();
  }, from);
  let same = 0;
  for (let n = 0; n < most; n += 1) {
    await page.keyboard.press('Tab');
    const { name, trouble, again } = await page.evaluate(lookAtFocus);
    if (name === '') break;
    if (trouble !== '') found.push(`${trouble}: ${name}`);
    same = again ? same + 1 : 0;
    // A field for a day and a time is some six stops.
    if (same === 8) return [...found, `does not let go: ${name}`];
  }
  return found;
}

declare global {
  interface Window {
    focusedBefore?: Element;
  }
}

function lookAtFocus(): { name: string; trouble: string; again: boolean } {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return { name: '', trouble: '', again: false };
  const again = window.focusedBefore === focused;
  window.focusedBefore = focused;
  const words = focused.getAttribute('aria-label') ?? focused.textContent ?? '';
  const name = `${focused.tagName.toLowerCase()}.${focused.className} "${words.trim().slice(0, 40)}"`;
  const ring = (element: Element | null) => {
    if (element === null) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || (element !== focused && boxShadow !== 'none');
  };
  // A tick or a card shows it in what is seen of it: its label, what stands beside it, the card around it.
  const around = [focused, focused.nextElementSibling, focused.closest('label'), focused.parentElement];
  const card = focused.closest('li, article, [data-card], [data-row]');
  // Within a field for a day the browser goes on to its own button, and shows that itself.
  if (!again && ![...around, card].some((element) => ring(element)))
    return { name, trouble: 'the focus is not seen', again };
  const seen = focused.closest('label') ?? focused;
  const box = seen.getBoundingClientRect();
  if (box.bottom <= 0 || box.top >= innerHeight) return { name, trouble: 'the focus is out of sight', again };
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y] as const));
  const free = points.some(([x, y]) => {
    const hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return hit !== null && (seen === hit || seen.contains(hit) || hit.contains(seen));
  });
  return { name, trouble: free ? '' : 'the focus is behind something', again };
}
