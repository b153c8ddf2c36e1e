const longestMs = 3000;

/**
 * When what one came for is on the screen. What can wait does until then: opening this browser's store alone keeps a phone of some years
 * ago busy for 60 ms.
 */
export const calm: Promise<void> = new Promise((resolve) => {
  setTimeout(resolve, longestMs);
  if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes('paint')) return;
  new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) setTimeout(resolve);
  }).observe({ type: 'paint', buffered: true });
});
