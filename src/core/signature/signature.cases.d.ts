import type { ContactText } from './read-signature.ts';
/** Made-up signatures as people write them, with what somebody would read in them. Fields that are not named are empty. */
export declare const signatures: readonly [title: string, text: string, says: Partial<ContactText>][];
