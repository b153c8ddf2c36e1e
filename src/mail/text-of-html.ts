import { Parser } from 'htmlparser2';

const blocks = new Set([
  'p',
  'div',
  'br',
  'tr',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'ul',
  'ol',
  'hr',
  'pre',
]);
const unread = new Set(['script', 'style', 'head', 'title', 'template', 'noscript']);

/** The words of a message that has no plain text: its blocks as lines, what it quotes with `> ` as mail programs write it. */
export function textOfHtml(html: string): string {
  let text = '';
  let quoted = 0;
  let hidden = 0;
  const line = () => {
    text = text.trimEnd();
    text += `\n${'> '.repeat(Math.min(quoted, 5))}`;
  };
  const parser = new Parser({
    onopentag(name) {
      if (unread.has(name)) hidden += 1;
      if (name === 'blockquote') quoted += 1;
      if (blocks.has(name) || name === 'blockquote') line();
    },
    ontext(part) {
      if (hidden === 0) text += part.replaceAll(/\s+/g, ' ');
    },
    onclosetag(name) {
      if (unread.has(name)) hidden = Math.max(0, hidden - 1);
      if (name === 'blockquote') quoted = Math.max(0, quoted - 1);
      if ((blocks.has(name) && name !== 'br') || name === 'blockquote') line();
    },
  });
  parser.end(html);
  return text.replaceAll(/\n{3,}/g, '\n\n').trim();
}
