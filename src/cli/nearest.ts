/** The name that a typing error most likely meant, or null when none is near: at most a third of its letters differ. */
export function nearest(wish: string, names: readonly string[]): string | null {
  const ranked = names
    .map((name) => ({ name, distance: editDistance(wish.toLowerCase(), name.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : null;
}

/** Letters to insert, leave out, replace, or swap with their neighbour. */
function editDistance(from: string, to: string): number {
  const [a, b] = [[...from], [...to]];
  let before: number[] = [];
  let previous = b.map((_, j) => j + 1);
  for (const [i, letter] of a.entries()) {
    const row: number[] = [];
    for (const [j, other] of b.entries()) {
      const above = previous[j] ?? 0;
      const left = row[j - 1] ?? i + 1;
      const diagonal = previous[j - 1] ?? i;
      const swapped = letter === b[j - 1] && other === a[i - 1] ? (before[j - 2] ?? i - 1) + 1 : Infinity;
      row.push(Math.min(above + 1, left + 1, diagonal + (letter === other ? 0 : 1), swapped));
    }
    before = previous;
    previous = row;
  }
  return previous.at(-1) ?? a.length;
}
