import { AppError } from '#contract/app-error';

/**
 * An address to sign in with: plain letters, digits and `._+'-`, with a domain that has a dot. Narrower than what mail allows, and
 * within what better-auth takes: an account with a wider one could be made and never entered.
 */
const shape = /^[a-z0-9_+-]+(?:[.'][a-z0-9_+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

/** Lower case, as it is stored and compared. */
export function foldAddress(email: string): string {
  return email.trim().toLowerCase();
}

export function signInAddress(email: string): string {
  const folded = foldAddress(email);
  if (folded.length > 254 || !shape.test(folded)) {
    throw new AppError('email_invalid', {
      at: 'email',
      detail: 'This is not an e-mail address that one can sign in with.',
    });
  }
  return folded;
}
