import { roles, type Role } from '#core/opportunity/vocabulary';

/** Everybody who is a member. A viewer only reads. */
export const readers: readonly Role[] = roles;
/** Who works opportunities. */
export const workers: readonly Role[] = ['owner', 'manager', 'seller'];
export const managers: readonly Role[] = ['owner', 'manager'];
export const owners: readonly Role[] = ['owner'];

/** `anyone`: without signing in. Every route says which; one that does not fails at the start (app.ts). */
export type Policy = readonly Role[] | 'anyone';
