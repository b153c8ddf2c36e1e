/** A page to read or print, as plain parts: the same becomes HTML and Markdown. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] };
export type PageText = { title: string; language: 'nl' | 'en'; blocks: readonly Block[] };

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c2529;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;vertical-align:top;overflow-wrap:anywhere;padding:.35rem .6rem .35rem 0;border-bottom:1px solid #e3ded4}th,td:first-child{overflow-wrap:break-word}mark{background:#fbe6d8}
@media print{body{margin:0}}`;

/** Without scripts and without anything from elsewhere: it opens and prints as it is, also in ten years. */
export function htmlOf({ title, language, blocks }: PageText): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><h1>${escapeHtml(title)}</h1>
${blocks.map(htmlBlock).join('\n')}
</body></html>
`;
}

function htmlBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case 'text':
      return `<p>${inline(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`;
    case 'table':
      return `<table><thead><tr>${block.head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')}</tr></thead><tbody>${block.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`)
        .join('')}</tbody></table>`;
  }
}

/** What the owner still has to fill in stands between square brackets, and is seen. */
function inline(text: string): string {
  return escapeHtml(text)
    .replaceAll(/\[([^\]]*…)\]/g, '<mark>[$1]</mark>')
    .replaceAll('\n', '<br>');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function markdownOf({ title, blocks }: PageText): string {
  return `# ${oneLine(title)}\n\n${blocks.map(markdownBlock).join('\n\n')}\n`;
}

function markdownBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `## ${oneLine(block.text)}`;
    case 'text':
      return block.text;
    case 'list':
      return block.items.map((item) => `- ${oneLine(item)}`).join('\n');
    case 'table':
      return [
        `| ${block.head.map(cellOf).join(' | ')} |`,
        `| ${block.head.map(() => '---').join(' | ')} |`,
        ...block.rows.map((row) => `| ${row.map(cellOf).join(' | ')} |`),
      ].join('\n');
  }
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
const cellOf = (text: string) => oneLine(text).replaceAll('|', '\\|');
