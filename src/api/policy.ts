import { roles, type Role } from '#core/opportunity/vocabulary';

/** Everybody who is a member. A viewer plans and produces: sees the Outlook, and nothing of persons or sellers. */
export const everybody: readonly Role[] = roles;
/** Who may see persons, opportunities and mirrors. */
export const readers: readonly Role[] = ['owner', 'manager', 'seller'];
/** Who works opportunities. */
export const workers: readonly Role[] = readers;
export const managers: readonly Role[] = ['owner', 'manager'];
export const owners: readonly Role[] = ['owner'];

/** `anyone`: without signing in. Every route says which; one that does not fails at the start (app.ts). */
export type Policy = readonly Role[] | 'anyone';
