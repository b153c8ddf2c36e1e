import type { ClientConfig } from 'pg';
import type { DeliveryStep } from '#usecases/outbox/deliver';

/** What a sender process is to do: send what is due at this instant, and die at the n-th time that it reaches a step. */
export type Errand = {
  app: ClientConfig;
  auth: ClientConfig;
  port: number;
  at: string;
  dieAt: { step: DeliveryStep; time: number } | null;
};

export const writeErrand = (errand: Errand): string => JSON.stringify(errand);

export function readErrand(text: string): Errand {
  const read: Errand = JSON.parse(text);
  return read;
}
