/** The service worker: what of the app is on this device, and whether a newer build of it stands ready. */
import { sharedShelf } from './share-target.ts';

const workerAddress = '/service-worker.js';
/** A page that stays open for days. */
const lookEveryMs = 60 * 60_000;
const lookAgainAfterMs = 15 * 60_000;
/** How long the worker of this page may take to end its work, before the page is loaded anew beside it. */
const handOverMs = 3000;

let ready = false;
let registration: ServiceWorkerRegistration | null = null;
let asked = false;
let lookedAt = 0;
const listeners = new Set<() => void>();

export function updateNow(): boolean {
  return ready;
}

export function onUpdates(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function say(): void {
  if (ready) return;
  ready = true;
  for (const listener of listeners) listener();
}

/** After the first paint, so that fetching the rest of the app takes nothing from it. */
export function startUpdates(): void {
  // A part of the app that is gone from the server: it was renewed since this page was loaded.
  window.addEventListener('vite:preloadError', say);
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const wait = () => setTimeout(() => void register(), 2000);
  if (document.readyState === 'complete') wait();
  else window.addEventListener('load', wait, { once: true });
}

async function register(): Promise<void> {
  // The first one ever takes over without anybody noticing; a later one only when asked, or once all pages are closed.
  let isOfBefore = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (asked) window.location.reload();
    // Asked in another tab: this page is of the build before.
    else if (isOfBefore) say();
  });
  try {
    registration = (await navigator.serviceWorker.register(workerAddress, { updateViaCache: 'none' })) ?? null;
  } catch {
    // Forbidden by the browser: the app then works with a connection only.
  }
  if (registration === null) return;
  lookedAt = Date.now();
  if (registration.waiting && navigator.serviceWorker.controller) {
    // Asked for, and this page is of it already: only its worker waits still, and has cleared the shelf of the one before.
    if ((await caches.keys()).filter((name) => name !== sharedShelf).length === 1) isOfBefore = false;
    else say();
  }
  registration.addEventListener('updatefound', () => {
    const fresh = registration?.installing;
    fresh?.addEventListener('statechange', () => {
      if (fresh.state === 'installed' && navigator.serviceWorker.controller) say();
    });
  });
  setInterval(() => void look(), lookEveryMs);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() - lookedAt > lookAgainAfterMs) void look();
  });
}

/** Asks the server whether there is a newer build. */
export async function look(): Promise<void> {
  lookedAt = Date.now();
  await registration?.update().catch(() => undefined);
}

/** The newer build, now. What waits to be sent is in the store and stays there. */
export async function loadUpdate(): Promise<void> {
  asked = true;
  await look();
  const fresh = registration?.waiting ?? registration?.installing;
  if (!fresh) return window.location.reload();
  if (fresh.state === 'installing')
    await new Promise((resolve) => fresh.addEventListener('statechange', resolve, { once: true }));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, no window
  fresh.postMessage('take over');
  setTimeout(() => window.location.reload(), handOverMs);
}
