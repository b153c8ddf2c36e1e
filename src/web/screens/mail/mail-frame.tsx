import { mailDocument, mailSandbox } from '#core/mail/mail-document';

/**
 * HTML of a stranger. It was made harmless when it came in (src/mail/sanitise-html.ts); on top of that this frame runs no script, has no
 * origin of ours, and fetches nothing but what it brought along (promises.md, 19).
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  return (
    <iframe
      className="mail__frame"
      title={title}
      sandbox={mailSandbox}
      referrerPolicy="no-referrer"
      srcDoc={mailDocument(html)}
    />
  );
}
