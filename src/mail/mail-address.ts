/**
 * The address a message is sent to. Stricter than RFC 5321: one address, no quoted local part, no comment, no display name, ASCII
 * alone; a name with an address in it never reaches the library that sends.
 */
const GRAMMAR =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

/** @returns whether a message may be addressed to this text: at most 254 characters, 64 before the @ */
export const isMailAddress = (text: string): boolean =>
  text.length <= 254 && text.indexOf('@') <= 64 && GRAMMAR.test(text);
