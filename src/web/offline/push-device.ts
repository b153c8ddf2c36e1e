import type { AddPushDevice } from '#contract/push';

/** Whether this browser can show notices at all: over https, with its service worker; on an iPhone once the app is on the home screen. */
export function canPush(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

export type Subscribed = { kind: 'here'; device: AddPushDevice } | { kind: 'denied' } | { kind: 'failed' };

/** Asks the user, and then the browser's push service for an address. Only at a tap of the user. */
export async function subscribe(publicKey: string): Promise<Subscribed> {
  if ((await Notification.requestPermission()) !== 'granted') return { kind: 'denied' };
  try {
    const { pushManager } = await navigator.serviceWorker.ready;
    // An address that was asked for with another key of the server is of no use.
    const before = await pushManager.getSubscription();
    if (before && keyOf(before) !== publicKey) await before.unsubscribe();
    const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
    const { endpoint, keys } = subscription.toJSON();
    if (!endpoint || !keys?.['p256dh'] || !keys['auth']) return { kind: 'failed' };
    return { kind: 'here', device: { endpoint, p256dh: keys['p256dh'], auth: keys['auth'], name: nameOfBrowser() } };
  } catch {
    return { kind: 'failed' };
  }
}

/** The address of this browser; null without one. */
export async function ownEndpoint(): Promise<string | null> {
  if (!canPush()) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  return subscription?.endpoint ?? null;
}

export async function unsubscribe(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

function keyOf({ options }: PushSubscription): string | null {
  if (!options.applicationServerKey) return null;
  const text = String.fromCharCode(...new Uint8Array(options.applicationServerKey));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** "Chrome, Android": enough to know one's own devices by. */
function nameOfBrowser(): string {
  const agent = navigator.userAgent;
  const browsers: [RegExp, string][] = [
    [/Edg\//, 'Edge'],
    [/Firefox\//, 'Firefox'],
    [/SamsungBrowser\//, 'Samsung'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ];
  const systems: [RegExp, string][] = [
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'macOS'],
    [/Linux/, 'Linux'],
  ];
  const found = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(agent))?.[1];
  return [found(browsers) ?? 'Browser', found(systems)].filter(Boolean).join(', ');
}
