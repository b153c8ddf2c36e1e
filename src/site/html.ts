/** Text that is HTML already. Everything else that is put into a page is escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Piece = Html | string | number | null | false | readonly Piece[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function written(piece: Piece): string {
  if (piece === null || piece === false) return '';
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'string' || typeof piece === 'number')
    return String(piece).replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
  return piece.map(written).join('');
}

/** html`<p>${name}</p>`: values are text, between tags and within quoted attributes alike. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(
    parts.map((part, index) => part + (index < pieces.length ? written(pieces[index] ?? null) : '')).join(''),
  );
}

/** What markdown-it made of a text without HTML of its own (usecases/public-page/markdown.ts). */
export function trusted(text: string): Html {
  return new Html(text);
}
