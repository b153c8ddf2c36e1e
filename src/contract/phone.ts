import { Type, type Static } from 'typebox';

/** How a telephone reaches this installation. */
export const OnThePhone = Type.Object({
  /** Where the app is reached, as it was told (APP_URL). */
  appUrl: Type.String(),
  /** Only this computer reaches it. */
  onlyHere: Type.Boolean(),
  /** Where it would be reached in the own network; empty where that is not known. */
  addresses: Type.Array(Type.String()),
});
export type OnThePhone = Static<typeof OnThePhone>;
