import MarkdownIt from 'markdown-it';

/**
 * Text of the owner as HTML: no HTML of their own, no pictures (they would be fetched from elsewhere, and tell who reads), and links to
 * the web and to mail addresses only.
 */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable(['image']);
markdown.validateLink = (url) => /^(?:https?:\/\/|mailto:)[^\s]+$/i.test(url.trim());
markdown.renderer.rules['link_open'] = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'noopener noreferrer');
  return self.renderToken(tokens, index, options);
};

export function toHtml(text: string): string {
  return markdown.render(text);
}
