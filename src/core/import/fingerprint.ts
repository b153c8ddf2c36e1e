/** Letters of Western Europe with single spaces between them are canonical as they stand: most cells, in a fifth of the time. */
const plain = /^(?:[\x21-\x7e\xa1-\xff]+(?: [\x21-\x7e\xa1-\xff]+)*)?$/;

/**
 * Canonical text of a row, the same for the same content: a row without externalId is recognised by it (product.md, definition 19).
 * Spaces around and between words, line endings and empty cells at the end make no difference; capitals and every letter do.
 * The caller hashes it and counts the n-th occurrence in the file.
 */
export function fingerprint(cells: readonly string[]): string {
  const canonical = cells.map((cell) => (plain.test(cell) ? cell : cell.normalize('NFC').replace(/\s+/g, ' ').trim()));
  while (canonical.length > 0 && canonical.at(-1) === '') canonical.pop();
  // JSON keeps the borders between cells: ["a","b c"] is not ["a b","c"].
  return JSON.stringify(canonical);
}
