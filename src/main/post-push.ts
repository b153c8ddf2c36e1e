import { openEgress } from '#mail/egress/egress';
import { httpClient } from '#mail/egress/http-client';
import type { PushRequest } from '#usecases/push/web-push';

/** What a push service says does not matter; some write a page with their refusal. */
const maxBytes = 100_000;

/** Posts to a push service: https only, to the internet only (promises.md, 21), no redirects. Answers the status. */
export async function postPush({ url, headers, body }: PushRequest): Promise<number> {
  const { status } = await post({ method: 'POST', url, headers, body, maxBytes });
  return status;
}

const post = httpClient(openEgress());
