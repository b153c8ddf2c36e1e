import { isOfTheServer, isScreen, type Build } from './build.ts';
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
  event.waitUntil(clearOtherShelves().then(() => self.clients.claim()));
});

/** A browser lets the worker before this one end its work first, which may take minutes: until then that one serves from our shelf. */
self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(Promise.all([self.skipWaiting(), clearOtherShelves()]));
});

async function clearOtherShelves(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== shelf && name !== sharedShelf).map((name) => caches.delete(name)));
}

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
  if (!isOfTheServer(url.pathname)) event.respondWith(fromShelf(url.pathname, request));
});

async function fromShelf(path: string, request: Request): Promise<Response> {
  return (await caches.match(path, { cacheName: shelf })) ?? (await caches.match(path)) ?? fetch(request);
}

self.addEventListener('push', (event) => event.waitUntil(showNotice(self, event.data)));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openApp(self));
});
