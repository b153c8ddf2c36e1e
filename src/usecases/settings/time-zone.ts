import { AppError } from '#contract/app-error';

/** An IANA name that this computer knows (`Europe/Amsterdam`): `today` is worked out with it. No offsets, which have no summer. */
export function knownTimeZone(name: string): string {
  try {
    if (/^[A-Za-z]/.test(name)) return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    // RangeError: not a zone.
  }
  throw new AppError('invalid_request', { at: 'timeZone', detail: `${name} is not the name of a time zone.` });
}
