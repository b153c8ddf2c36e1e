/** A piece of a line: plain, or set in bold or italics. */
export type Piece = { look: 'plain' | 'strong' | 'em'; text: string };
export type Block =
  | { kind: 'title'; pieces: Piece[] }
  | { kind: 'heading' | 'paragraph'; pieces: Piece[] }
  | { kind: 'list'; items: Piece[][] };

const marks = /\*\*([^*]+)\*\*|\*([^*]+)\*/g;

/** The little of Markdown that docs/figures.md is written in: headings, paragraphs, lists, bold and italics. A block ends at an empty line. */
export function readText(markdown: string): Block[] {
  return markdown
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(blockOf);
}

function blockOf(block: string): Block {
  if (block.startsWith('- '))
    return {
      kind: 'list',
      items: block
        .slice(2)
        .split(/\n- /)
        .map((item) => piecesOf(item)),
    };
  if (block.startsWith('## ')) return { kind: 'heading', pieces: piecesOf(block.slice(3)) };
  if (block.startsWith('# ')) return { kind: 'title', pieces: piecesOf(block.slice(2)) };
  return { kind: 'paragraph', pieces: piecesOf(block) };
}

function piecesOf(line: string): Piece[] {
  const text = line.replaceAll('\n', ' ');
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(marks)) {
    if (match.index > from) pieces.push({ look: 'plain', text: text.slice(from, match.index) });
    pieces.push(match[1] === undefined ? { look: 'em', text: match[2] ?? '' } : { look: 'strong', text: match[1] });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ look: 'plain', text: text.slice(from) });
  return pieces;
}
