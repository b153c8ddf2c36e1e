import type { Import } from '#contract/import';

/** Seven days after it was brought in (product.md, definition 16). */
export function mayUndo({ status, undoUntil }: Pick<Import, 'status' | 'undoUntil'>): boolean {
  return status === 'committed' && undoUntil !== null && Date.parse(undoUntil) > Date.now();
}
