import type { Duplex } from 'node:stream';

/**
 * What is written to it in one turn of the event loop leaves in one piece, when that turn ends: statements that are awaited together are one
 * call of the system, and wake the database once. Of a connected socket only, as connecting one gives it its own `write` back.
 */
export function gatherWrites(stream: Duplex): void {
  const write = stream.write.bind(stream);
  let gathering = false;
  stream.write = (...given: unknown[]): boolean => {
    if (!gathering) {
      gathering = true;
      stream.cork();
      process.nextTick(() => {
        gathering = false;
        stream.uncork();
      });
    }
    return Reflect.apply(write, stream, given);
  };
}
