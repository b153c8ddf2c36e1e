/**
 * Text of a stranger that will stand in a header of a mail, a heading or a list: one line, without control characters and without those
 * that turn the direction of what follows.
 */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}
