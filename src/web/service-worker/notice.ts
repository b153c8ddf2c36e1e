/** What the server sends (usecases/push). `badge`: on the icon of the app. */
type Notice = { title: string; body: string; tag: string; badge?: number };

export async function showNotice(self: ServiceWorkerGlobalScope, data: PushMessageData | null): Promise<void> {
  const notice = data?.json() as Notice | undefined;
  if (!notice) return;
  const { title, body, tag, badge } = notice;
  // The same kind takes the place of the one before.
  await self.registration.showNotification(title, { body, tag, icon: '/icon-192.png', badge: '/icon-192.png' });
  if (badge !== undefined) await navigator.setAppBadge?.(badge).catch(() => undefined);
}

/** The page that is open, or a new one. */
export async function openApp(self: ServiceWorkerGlobalScope): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const [page] = pages;
  if (page) await page.focus();
  else await self.clients.openWindow('/');
}
