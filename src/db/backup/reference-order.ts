/**
 * Names in an order in which each comes after all it refers to: in which tables are filled. By name where it makes no difference.
 * Throws for a circle, in which no table could be filled first.
 */
export function referenceOrder(
  names: readonly string[],
  references: readonly { from: string; to: string }[],
): string[] {
  const needed = new Map(names.map((name) => [name, new Set<string>()]));
  for (const { from, to } of references) if (from !== to && needed.has(to)) needed.get(from)?.add(to);
  const order: string[] = [];
  while (needed.size > 0) {
    const free = [...needed].filter(([, needs]) => needs.size === 0).map(([name]) => name);
    if (free.length === 0)
      throw new Error(`These tables refer to each other in a circle: ${[...needed.keys()].join(', ')}`);
    for (const name of free.toSorted()) {
      order.push(name);
      needed.delete(name);
    }
    for (const needs of needed.values()) for (const name of free) needs.delete(name);
  }
  return order;
}
