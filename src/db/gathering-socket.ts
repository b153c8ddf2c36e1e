import { Socket } from 'node:net';

/**
 * What is written in one turn of the event loop leaves in one piece, when that turn ends: the system hands over statements that are awaited
 * together at once, and wakes the database once for them.
 */
export function gatheringSocket(): Socket {
  const socket = new Socket();
  const write = socket.write.bind(socket);
  let gathering = false;
  socket.write = (...given: unknown[]): boolean => {
    if (!gathering) {
      gathering = true;
      socket.cork();
      process.nextTick(() => {
        gathering = false;
        socket.uncork();
      });
    }
    return Reflect.apply(write, socket, given);
  };
  return socket;
}
