import { foldText } from '#core/import/fold-text';

/** How well words fit a label: each part begins a word of it (2) or stands somewhere in it (1); 0: they do not. */
export function fitOf(label: string, q: string): number {
  const parts = foldText(q).split(' ').filter(Boolean);
  if (parts.length === 0) return 1;
  const folded = foldText(label);
  const words = folded.split(/[^\p{L}\p{N}]+/u);
  let fit = 2;
  for (const part of parts) {
    if (words.some((word) => word.startsWith(part))) continue;
    if (!folded.includes(part)) return 0;
    fit = 1;
  }
  return fit;
}
