import { isScreen, type Build } from './build.ts';
import { isShare, keepShared, sharedShelf } from './share.ts';
import { showNotice, openApp } from './notice.ts';

declare const self: ServiceWorkerGlobalScope;
/** Put in by scripts/build.mjs: the mark of this build and every file of it. */
declare const __BUILD__: Build;

const shelf = `aanhouder ${__BUILD__.mark}`;

/** All of a build or nothing: a part of one with a part of another is no app. */
self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(shelf)
      .then((cache) => cache.addAll(__BUILD__.files.map((file) => new Request(file, { cache: 'reload' })))),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      await Promise.all(
        names.filter((name) => name !== shelf && name !== sharedShelf).map((name) => caches.delete(name)),
      );
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') void self.skipWaiting();
});

/** Only our own files, and the one page. What the API says is never answered from here (offline/kept.ts). */
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (isShare(request.method, url, self.location.origin)) event.respondWith(keepShared(request));
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (isScreen(url.pathname)) event.respondWith(fromShelf('/', request));
    return;
  }
  if (__BUILD__.files.includes(url.pathname)) event.respondWith(fromShelf(url.pathname, request));
});

async function fromShelf(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(shelf);
  return (await cache.match(path)) ?? fetch(request);
}

self.addEventListener('push', (event) => event.waitUntil(showNotice(self, event.data)));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openApp(self));
});
