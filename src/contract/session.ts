import { Type, type Static } from 'typebox';
import { closed } from './scalars.ts';

/** Lengths only: what is no address or no password of ours gets the one answer that every wrong sign-in gets. */
export const SignIn = Type.Object(
  { email: Type.String({ minLength: 1, maxLength: 254 }), password: Type.String({ minLength: 1, maxLength: 128 }) },
  closed,
);
export type SignIn = Static<typeof SignIn>;
