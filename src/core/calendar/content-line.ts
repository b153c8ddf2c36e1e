/** A text as a value of iCalendar or vCard (RFC 5545, 3.3.11; RFC 2426, 4). Control characters, which neither may hold, are left out. */
export function escapedText(text: string): string {
  return text
    .replace(/\r\n|\r/g, '\n')
    .replace(controls, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** Lines of at most 75 bytes; the rest goes on after a line break and a space (RFC 5545, 3.1). Never within a character. */
export function foldedLine(line: string): string {
  let out = '';
  let bytes = 0;
  for (const sign of line) {
    const size = bytesOf(sign);
    if (bytes + size > 75) {
      out += '\r\n ';
      bytes = 1;
    }
    out += sign;
    bytes += size;
  }
  return out;
}

/** In UTF-8. */
function bytesOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

export function textOfLines(lines: readonly string[]): string {
  return lines.map((line) => `${foldedLine(line)}\r\n`).join('');
}
