const longest = 200;

/**
 * The name of a file as it may be shown and saved: no folders, no control characters, and nothing that turns the direction of writing (a
 * "photo\u202Egpj.exe" reads as a photograph). The ending stays when it is cut.
 */
export function fileName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  if (clean === '') return 'file';
  if (clean.length <= longest) return clean;
  const ending = /\.[^.]{1,12}$/.exec(clean)?.[0] ?? '';
  return clean.slice(0, longest - ending.length) + ending;
}
