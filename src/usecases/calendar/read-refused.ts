import type { ReadError, ReadStep } from '#contract/calendar';
import { EgressRefused } from '#mail/egress/egress';

/** Why a calendar could not be read, and at which step. */
export class ReadRefused extends Error {
  override readonly name = 'ReadRefused';
  readonly step: ReadStep;
  readonly why: ReadError;
  constructor(step: ReadStep, why: ReadError, cause?: unknown) {
    super(`${step}: ${why}`, { cause });
    this.step = step;
    this.why = why;
  }
}

/** What a fault of the network means; anything else is thrown on. */
export function refusalOf(fault: unknown, step: ReadStep): ReadRefused {
  if (fault instanceof ReadRefused) return fault;
  if (fault instanceof EgressRefused) return new ReadRefused('name', fault.reason, fault);
  if (!(fault instanceof Error)) throw fault;
  const code = 'code' in fault ? String(fault.code) : '';
  if (fault.name === 'TimeoutError' || fault.name === 'AbortError' || code === 'ETIMEDOUT')
    return new ReadRefused('connect', 'late', fault);
  if (fault.message.startsWith('The answer is larger')) return new ReadRefused(step, 'too_large', fault);
  if (/CERT|TLS|SSL|SIGNATURE|ISSUER|EPROTO/.test(code)) return new ReadRefused('connect', 'tls', fault);
  if (/^(?:E[A-Z]+|HPE_\w+|Z_\w+)$/.test(code)) return new ReadRefused('connect', 'unreachable', fault);
  if (fault.message.includes(' sends on')) return new ReadRefused('connect', 'not_found', fault);
  throw fault;
}

/** What a status of HTTP means where one wanted an answer. */
export function refusalOfStatus(status: number, step: ReadStep): ReadRefused {
  if (status === 401 || status === 403) return new ReadRefused('sign_in', 'refused');
  if (status === 404 || status === 410 || status === 405) return new ReadRefused(step, 'not_found');
  return new ReadRefused(step, 'server');
}
