/** Where the service worker leaves what another app shared, for the page that it then opens. */
export const sharedShelf = 'aanhouder shared';
export const sharedAddress = '/shared';

/** What was shared, once. */
export async function takeShared(): Promise<string | null> {
  if (!('caches' in globalThis)) return null;
  const shelf = await caches.open(sharedShelf);
  const found = await shelf.match(sharedAddress);
  if (!found) return null;
  await shelf.delete(sharedAddress);
  return found.text();
}
