import type { ReactNode } from 'react';
import { useAllWords } from './language.ts';

/** Around what is fetched later: it is drawn once the words are here that the first screen does without. */
export function AllWords({ children }: { children: ReactNode }) {
  useAllWords();
  return children;
}
