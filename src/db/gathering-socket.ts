import { Socket } from 'node:net';

/**
 * What is written in one turn of the event loop leaves in one piece, when that turn ends. Of Today's time in Node a fifth was the system's for
 * handing over each statement by itself, and the database was woken for each.
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
