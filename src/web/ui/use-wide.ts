import { useSyncExternalStore } from 'react';

const query = '(min-width: 800px)';

/** Whether there is room beside each other: as the styles have it. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}
