import { emptyDraft, type Draft } from './draft.ts';

const keyOf = (id: string) => `aanhouder.import.${id}`;

/** The answers given so far, in this browser tab: a reload or a phone that drops the page loses nothing. Null: none yet. */
export function storedDraft(id: string): Draft | null {
  try {
    const found: Partial<Draft> | null = JSON.parse(sessionStorage.getItem(keyOf(id)) ?? 'null');
    return found && typeof found === 'object' ? { ...emptyDraft, ...found } : null;
  } catch {
    return null;
  }
}

export function storeDraft(id: string, draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(keyOf(id), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(id));
  } catch {
    // Without storage the answers live as long as the page.
  }
}
