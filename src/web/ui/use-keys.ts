import { useEffect, useRef } from 'react';

type Keys = Record<string, (() => void) | undefined>;
type Layer = { current: Keys };

/** Newest last: what was mounted later answers first. */
const layers: Layer[] = [];
const storageKey = 'aanhouder.keys';
const sequenceMilliseconds = 1200;
let first: { key: string; at: number } | null = null;

export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

/** WCAG 2.1.4: single-key shortcuts can be switched off. */
export function switchKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, 'off');
  } catch {
    // Stays as it was.
  }
}

/** What the key for commands is called. */
export const isMac = (): boolean => /Mac|iP(hone|ad)/.test(navigator.userAgent);

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function answer(name: string): boolean {
  for (const layer of layers.toReversed()) {
    const act = layer.current[name];
    if (act) {
      act();
      return true;
    }
  }
  return false;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event.target) || !keysAreOn()) return;
  // A sheet is modal: it has its own keys (useSheetKeys), the page below is silent.
  if (document.querySelector('dialog[open]')) return;
  // Enter on a link or button is the browser's.
  if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('a, button, summary, label'))
    return;
  const now = event.timeStamp;
  const sequence = first && now - first.at < sequenceMilliseconds ? `${first.key} ${event.key}` : null;
  first = null;
  if (sequence && answer(sequence)) return event.preventDefault();
  if (answer(event.key)) return event.preventDefault();
  if (event.key === 'g') first = { key: 'g', at: now };
}

/** Single keys of a screen: `{ l: log, 'g t': toToday }`. Silent while typing, in a sheet, or when switched off. */
export function useKeys(keys: Keys): void {
  const layer = useRef<Keys>(keys);
  useEffect(() => {
    layer.current = keys;
  });
  useEffect(() => {
    layers.push(layer);
    if (layers.length === 1) window.addEventListener('keydown', onKeyDown);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length === 0) window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

/** Single keys inside an open sheet. */
export function useSheetKeys(keys: Keys): void {
  const latest = useRef<Keys>(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !keysAreOn()) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
