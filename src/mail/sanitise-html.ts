import sanitise from 'sanitize-html';
import type { MailFile } from './read-message.ts';

export type Sanitised = {
  html: string;
  /** Images that lie elsewhere: asking for one would tell the sender that it was read. They are left out. */
  remoteImages: number;
};

/** Together; a logo, not a photo album. */
const mostInlineBytes = 1_000_000;
const mostHtml = 500_000;
const images = /^image\/(?:png|jpe?g|gif|webp)$/;

/**
 * What is kept of the HTML of a message: text with its build-up, links of the web and of mail, and the images that came along. No script,
 * style, form, frame or address of anything that would be fetched. It is shown in a sandbox on top of it (promises.md, 19).
 */
export function sanitiseHtml(html: string, files: readonly MailFile[]): Sanitised {
  let room = mostInlineBytes;
  let remoteImages = 0;
  const inline = (source: string): string | null => {
    const file = /^cid:/i.test(source)
      ? files.find(({ contentId }) => contentId === decoded(source.slice(4)))
      : undefined;
    if (!file?.content || !images.test(file.type) || file.size > room) return null;
    room -= file.size;
    return `data:${file.type};base64,${file.content.toString('base64')}`;
  };
  const kept = sanitise(html.slice(0, mostHtml), {
    allowedTags,
    allowedAttributes: {
      a: ['href', 'rel', 'target'],
      img: ['src', 'alt', 'width', 'height'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
      ol: ['start'],
      '*': ['dir'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    nestingLimit: 80,
    transformTags: {
      a: (tagName, { href = '' }) => ({
        tagName,
        attribs: { ...(href !== '' && { href }), rel: 'noopener noreferrer nofollow', target: '_blank' },
      }),
      img: (tagName, { src = '', alt = '', width = '', height = '' }) => {
        const data = inline(src.trim());
        if (data === null && /^\s*(?:https?:|\/\/)/i.test(src)) remoteImages += 1;
        return { tagName, attribs: { ...(data !== null && { src: data }), alt, ...sized(width, height) } };
      },
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs['src'] === undefined,
  });
  return { html: kept, remoteImages };
}

const allowedTags =
  'a b i u s em strong small sub sup code pre br hr p div span blockquote h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th caption img center'.split(
    ' ',
  );

function sized(width: string, height: string): Record<string, string> {
  const fits = (text: string) => /^\d{1,4}$/.test(text);
  return { ...(fits(width) && { width }), ...(fits(height) && { height }) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
