import { emptyDraft, type Draft } from './draft.ts';
import type { Step } from './step-list.tsx';

const keyOf = (id: string) => `aanhouder.import.${id}`;

/** The answers given so far and where one was with them. */
export type Kept = { draft: Draft; step: Step };

/** What was answered in this browser tab: a reload or a phone that drops the page loses nothing. Null: nothing yet. */
export function storedDraft(id: string): Kept | null {
  try {
    const found: { draft?: Partial<Draft>; step?: Step } | null = JSON.parse(
      sessionStorage.getItem(keyOf(id)) ?? 'null',
    );
    return found?.draft ? { draft: { ...emptyDraft, ...found.draft }, step: found.step ?? 'columns' } : null;
  } catch {
    return null;
  }
}

export function storeDraft(id: string, kept: Kept | null): void {
  try {
    if (kept) sessionStorage.setItem(keyOf(id), JSON.stringify(kept));
    else sessionStorage.removeItem(keyOf(id));
  } catch {
    // Without storage the answers live as long as the page.
  }
}
