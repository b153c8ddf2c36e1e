import { pushKeys, pushRequest, type PushRequest, type Subscription } from './web-push.ts';

/** Posts to a push service and answers its status; throws when there is no answer. Made by main, which alone goes outside. */
export type PostPush = (request: PushRequest) => Promise<number>;
/** `gone`: the browser took its address back. */
export type PushResult = 'sent' | 'gone' | 'failed';
export type SendPush = (to: Subscription, notice: Notice, now: Date) => Promise<PushResult>;
/** What the device shows; `badge` on the icon of the app. */
export type Notice = { title: string; body: string; tag: string; badge?: number };

/** A phone that was off all day need not hear of the morning. */
const ttlSeconds = 6 * 3600;

export function pushSender(secret: string, appUrl: string, post: PostPush): SendPush {
  const keys = pushKeys(secret);
  const contact = appUrl.startsWith('https:') ? appUrl : 'mailto:postmaster@localhost';
  return async (to, notice, now) => {
    const request = pushRequest(to, JSON.stringify(notice), { keys, contact, now, ttlSeconds });
    try {
      const status = await post(request);
      if (status >= 200 && status < 300) return 'sent';
      // 403: asked with another key of ours; that browser asks again when the app is opened.
      return status === 404 || status === 410 || status === 403 ? 'gone' : 'failed';
    } catch {
      return 'failed';
    }
  };
}
