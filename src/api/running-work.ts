import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Work of a request that closing waits for. */
    whileRunning<T>(work: Promise<T>): Promise<T>;
  }
}

/**
 * Closing waits until the work of every request has ended. Fastify itself waits for connections only: when the browser went away first,
 * the work goes on, and would find the database closed.
 */
export function addRunningWork(app: FastifyInstance): void {
  const running = new Set<Promise<unknown>>();
  app.decorate('whileRunning', <T>(work: Promise<T>): Promise<T> => {
    const settled = work.then(
      () => {},
      () => {},
    );
    running.add(settled);
    void settled.then(() => running.delete(settled));
    return work;
  });
  app.addHook('onClose', async () => {
    while (running.size > 0) {
      await Promise.all(running);
      // From who asks to what is done there are a few steps in which nothing is counted.
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
}
