import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import { language, onWords, translationOf, type Translation } from './language.ts';

/** The language, and how many times words came in: whoever speaks is drawn again when it changes. */
const Spoken = createContext('');

/**
 * In the place of react-i18next (vite.config.ts), with its types: a lookup instead of eight hooks, which on Today alone were a tenth of a
 * second on a phone. Give the namespaces that are used; the first one is that of a key without one.
 */
export function useTranslation(spaces: string | readonly string[] = 'ui'): Translation {
  use(Spoken);
  return translationOf(typeof spaces === 'string' ? spaces : (spaces[0] ?? 'ui'));
}

export function Speak({ children }: { children: ReactNode }) {
  return <Spoken value={useSyncExternalStore(onWords, language)}>{children}</Spoken>;
}
