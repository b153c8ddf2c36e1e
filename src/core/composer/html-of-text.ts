const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const link = /https?:\/\/[^\s<>"']+/g;
/** The end of a sentence is not the end of an address. */
const afterLink = /[.,;:!?)\]]+$/;

/**
 * A mail as HTML, from its plain text: paragraphs, line ends and links, and nothing else. Whatever was typed is text: it becomes no tag, no
 * style and no script.
 */
export function htmlOfText(text: string): string {
  const paragraphs = text
    .replaceAll(/\r\n?/g, '\n')
    .trim()
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => `<p>${withLinks(paragraph).replaceAll('\n', '<br>\n')}</p>`);
  return `<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n${paragraphs.join('\n')}\n</body></html>\n`;
}

function withLinks(text: string): string {
  let html = '';
  let from = 0;
  for (const found of text.matchAll(link)) {
    const address = found[0].replace(afterLink, '');
    html += `${escaped(text.slice(from, found.index))}<a href="${escaped(address)}">${escaped(address)}</a>`;
    from = found.index + address.length;
  }
  return html + escaped(text.slice(from));
}
