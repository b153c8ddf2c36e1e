/**
 * HTML of a stranger. It was made harmless when it came in (src/mail/sanitise-html.ts); on top of that this frame runs no script, has no
 * origin of ours, and fetches nothing but what it brought along (promises.md, 19). Its look is in old attributes, as our own policy lets no
 * style in, and on white, as mails are made for that.
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  return (
    <iframe
      className="mail__frame"
      title={title}
      sandbox={sandbox}
      referrerPolicy="no-referrer"
      srcDoc={documentOf(html)}
    />
  );
}

/** A link that is tapped opens beside it. */
const sandbox = 'allow-popups allow-popups-to-escape-sandbox';
const policy = "default-src 'none'; img-src data:; form-action 'none'; base-uri 'none'; script-src 'none'";

function documentOf(html: string): string {
  return `<!doctype html><html><head><meta http-equiv="content-security-policy" content="${policy}"><meta name="referrer" content="no-referrer"></head><body bgcolor="#ffffff" text="#1d1d1b"><font face="system-ui, sans-serif">${html}</font></body></html>`;
}
