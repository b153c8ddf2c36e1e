import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import './toasts.css';

export type Toast = {
  id: number;
  text: string;
  /** `wait`: still being saved, stays until replaced; `trouble`: stays until closed. */
  tone: 'plain' | 'wait' | 'trouble' | 'sale';
  undo?: (() => void) | undefined;
};

const undoMilliseconds = 8000;
let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export function closeToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

/** Shows one line at the bottom for 8 seconds. `replaces`: the toast it takes the place of. Answers its id. */
export function showToast(
  text: string,
  options: { tone?: Toast['tone']; undo?: () => void; replaces?: number } = {},
): number {
  lastId += 1;
  const toast: Toast = { id: lastId, text, tone: options.tone ?? 'plain', undo: options.undo };
  // At most two: a stack of messages is a wall.
  change([...toasts.filter((known) => known.id !== options.replaces), toast].slice(-2));
  if (toast.tone === 'plain' || toast.tone === 'sale') {
    const id = toast.id;
    setTimeout(() => closeToast(id), undoMilliseconds);
  }
  return lastId;
}

/** Takes back what the newest toast offers; false when none does. */
export function undoNewestToast(): boolean {
  const newest = toasts.findLast((toast) => toast.undo !== undefined);
  if (!newest?.undo) return false;
  closeToast(newest.id);
  newest.undo();
  return true;
}

export function Toasts() {
  const { t } = useTranslation('ui');
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    // Always in the page, so that a screen reader hears what is put in. A popover above an open dialog is not needed: sheets close first.
    <output className="toasts">
      {shown.map((toast) => (
        <span key={toast.id} className={`toast toast--${toast.tone}`}>
          <span className="toast__text">{toast.text}</span>
          {toast.undo && (
            <button
              type="button"
              className="toast__undo"
              onClick={() => {
                closeToast(toast.id);
                toast.undo?.();
              }}
            >
              {t('undo')} <kbd aria-hidden="true">z</kbd>
            </button>
          )}
          <button type="button" className="toast__close" aria-label={t('close')} onClick={() => closeToast(toast.id)}>
            <X size={18} aria-hidden="true" />
          </button>
        </span>
      ))}
    </output>
  );
}
