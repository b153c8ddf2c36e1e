import { useLocation } from 'wouter';
import { useEffect } from 'react';
import { useKeys } from '../../ui/use-keys.ts';

/** The pages of the list that was on the screen last, in its order: [ and ] walk through it. */
let pages: () => readonly string[] = () => [];

/** A list with a page a line says what it holds, as it is shown; told at a key, as a list may be long. */
export function useRememberList(shown: () => readonly string[]): void {
  useEffect(() => {
    pages = shown;
  });
}

/** The page before and after this one; nothing where it does not stand in the list that was left. */
export function neighboursOf(path: string, list: readonly string[]): { before?: string; after?: string } {
  const at = list.indexOf(path);
  if (at < 0) return {};
  const [before, after] = [list[at - 1], list[at + 1]];
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

/** [ and ]: the page before and the one after, of the list that one came from. */
export function useNeighbourKeys(): void {
  const [path, navigate] = useLocation();
  const { before, after } = neighboursOf(path, [...new Set(pages())]);
  useKeys({
    '[': before === undefined ? undefined : () => navigate(before),
    ']': after === undefined ? undefined : () => navigate(after),
  });
}
