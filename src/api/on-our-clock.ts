import { happenedAt } from '#core/day/happened-at';
import type { Context } from '#usecases/context';
import type { Visit } from './route.ts';

/** What a device noted by its own clock, by ours (core/day/happened-at.ts). */
export function onOurClock<T extends { occurredAt?: string }>({ now }: Context, body: T, { clock }: Visit): T {
  if (body.occurredAt === undefined) return body;
  return { ...body, occurredAt: happenedAt(now(), new Date(body.occurredAt), clock).toISOString() };
}
