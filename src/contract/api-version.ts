/**
 * Raised when a page that was loaded before can no longer work with this server: fields that changed their meaning, routes that went.
 * Stands in a header of every answer; a page of another number loads itself anew before it shows or sends anything.
 */
export const apiVersion = 1;
export const apiVersionHeader = 'aanhouder-api';

/** The clock of the device that sends, as an instant: `occurredAt` is measured by it, so that a clock that is wrong does no harm. */
export const clockHeader = 'aanhouder-clock';
