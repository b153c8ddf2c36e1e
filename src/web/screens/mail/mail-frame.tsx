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
      style={{ maxHeight: `${roomFor(html)}px` }}
    />
  );
}

const signsALine = 36;
const lineHeight = 34;
const imageLines = 12;

/**
 * About as high as what is in it, on a phone: the frame cannot say so itself, having no script. Too little is scrolled, too much is white; a
 * short answer is not a window of white.
 */
function roomFor(html: string): number {
  const breaks = html.match(/<(?:p|br|li|div|h\d|blockquote|pre|tr)\b/gi)?.length ?? 0;
  const images = html.match(/<img\b/gi)?.length ?? 0;
  const signs = html.replaceAll(/<[^>]*>/g, '').length;
  return (2 + breaks + signs / signsALine + images * imageLines) * lineHeight;
}
