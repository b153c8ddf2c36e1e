const mostKept = 1000;

/**
 * Keeps what was computed for a key for so long at most, and less when it is asked for with another `from`: all that it was computed
 * from. Something that failed is computed again by the next who asks.
 */
export function keptFor<T>(milliseconds: number): (key: string, from: string, compute: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, { value: Promise<T>; from: string; until: number }>();
  return (key, from, compute) => {
    const present = kept.get(key);
    const now = performance.now();
    if (present?.from === from && now < present.until) return present.value;
    const made = { value: compute(), from, until: now + milliseconds };
    kept.delete(key);
    kept.set(key, made);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    made.value.catch(() => kept.get(key) === made && kept.delete(key));
    return made.value;
  };
}
