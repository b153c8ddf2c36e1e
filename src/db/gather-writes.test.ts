import { once } from 'node:events';
import { createServer, Socket, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { gatherWrites } from './gather-writes.ts';

test('what is written in one turn leaves in one piece, in its order, also after a promise', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted = once(server, 'connection');
  const socket = new Socket();
  socket.connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [[other]] = await Promise.all([accepted, once(socket, 'connect')]);
  try {
    gatherWrites(socket);
    let pieces = 0;
    for (const kind of ['_write', '_writev'] as const) {
      const pass = socket[kind]?.bind(socket);
      Object.assign(socket, {
        [kind]: (...given: unknown[]) => ((pieces += 1), Reflect.apply(pass ?? (() => undefined), socket, given)),
      });
    }
    socket.write('a');
    socket.write('b');
    await Promise.resolve();
    socket.write('c');
    await new Promise((resolve) => void setImmediate(resolve));
    expect(pieces).toBe(1);
    socket.write('d');
    socket.end();
    expect(await text(other)).toBe('abcd');
  } finally {
    socket.destroy();
    server.close();
  }
});
