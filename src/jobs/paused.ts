/** So long, or until it is told to stop. */
export function paused(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.min(ms, 2 ** 31 - 1)).unref();
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
  });
}
