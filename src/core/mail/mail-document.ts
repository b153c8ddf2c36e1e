/** A link that is tapped opens beside it; nothing else: no script, no form, no origin of ours. */
export const mailSandbox = 'allow-popups allow-popups-to-escape-sandbox';

const policy =
  "default-src 'none'; img-src data:; style-src 'none'; script-src 'none'; form-action 'none'; base-uri 'none'";

/**
 * What the frame of a mail holds. Its look is in old attributes, as our own policy lets no style in, and on white, as mails are made for
 * that.
 */
export function mailDocument(html: string): string {
  return `<!doctype html><html><head><meta http-equiv="content-security-policy" content="${policy}"><meta name="referrer" content="no-referrer"></head><body bgcolor="#ffffff" text="#1d1d1b"><font face="system-ui, sans-serif">${html}</font></body></html>`;
}
