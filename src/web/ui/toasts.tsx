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
  /** What one may want to do next. */
  act?: { label: string; run: () => void } | undefined;
  /** Another page was opened since: one line, for the way back only. */
  small?: true;
};

const undoMilliseconds = 8000;
/** An act that opens another page itself says so before or just after it. */
const ofThisPageMilliseconds = 1000;
let toasts: readonly Toast[] = [];
let lastId = 0;
let shownAt = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export function closeToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

/**
 * Shows one line at the bottom for 8 seconds, in the place of the one before: a stack of messages is a wall, and what an older one
 * would undo stays in reach by `z` and in the history. Answers its id.
 */
export function showToast(
  text: string,
  options: { tone?: Toast['tone']; undo?: () => void; act?: Toast['act'] } = {},
): number {
  lastId += 1;
  shownAt = Date.now();
  const toast: Toast = { id: lastId, text, tone: options.tone ?? 'plain', undo: options.undo, act: options.act };
  change([toast]);
  if (toast.tone === 'plain' || toast.tone === 'sale') {
    const id = toast.id;
    setTimeout(() => closeToast(id), undoMilliseconds);
  }
  return lastId;
}

/** Something was changed since, without words: what is offered is no longer the last act. */
export function closeOlderToast(): void {
  change(toasts.filter((toast) => toast.tone === 'wait' || toast.tone === 'trouble'));
}

/** Another page opens: what was said belongs to the one before, and of the last act only the way back goes along, small. */
export function toastsToNextPage(): void {
  if (toasts.length === 0 || Date.now() - shownAt < ofThisPageMilliseconds) return;
  change(toasts.flatMap((toast) => (toast.tone === 'wait' ? [toast] : toast.undo ? [{ ...toast, small: true }] : [])));
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
        <span key={toast.id} className={`toast toast--${toast.tone}${toast.small ? ' toast--small' : ''}`}>
          <span className="toast__text">{toast.text}</span>
          {toast.act && !toast.small && (
            <button
              type="button"
              className="toast__undo"
              onClick={() => {
                closeToast(toast.id);
                toast.act?.run();
              }}
            >
              {toast.act.label}
            </button>
          )}
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
