/** As the page has them (offline/share-target.ts). */
export const sharedShelf = 'aanhouder shared';
export const sharedAddress = '/shared';

const longest = 20_000;

/** What another app shares with this one (manifest.webmanifest, share_target). It never goes to the server: the page takes it over. */
export function isShare(method: string, url: URL, origin: string): boolean {
  return method === 'POST' && url.origin === origin && url.pathname === '/share';
}

/** Keeps the text, or the card, until the page that opens has read it. */
export async function keepShared(request: Request): Promise<Response> {
  const form = await request.formData();
  const parts: string[] = [];
  for (const file of form.getAll('cards')) if (file instanceof File) parts.push(await file.slice(0, longest).text());
  for (const name of ['title', 'text', 'url']) {
    const value = form.get(name);
    if (typeof value === 'string' && value.trim() !== '') parts.push(value);
  }
  const shelf = await caches.open(sharedShelf);
  await shelf.put(sharedAddress, new Response(parts.join('\n').slice(0, longest)));
  return Response.redirect('/?add=shared', 303);
}
