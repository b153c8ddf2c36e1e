import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * From where in what the server says the line is bad, and how. `hang`: nothing more comes through, and it stays open. `drip`: what comes is
 * one byte after another, for ever. `cut`: it breaks.
 * What came before `at` has come through. Something to do: that is done first, once, and then all goes on.
 */
export type Trouble = { at: RegExp; and: 'hang' | 'drip' | 'cut' | (() => Promise<void>) };

/** Far within any patience with silence. */
const dripEveryMs = 50;

export type BadLine = {
  port: number;
  /** Null: all comes through. Holds for what is said from now on. */
  trouble: Trouble | null;
  /** What the server said, all in all. */
  bytes: number;
  close(): Promise<void>;
};

/** A line to a server on this machine that can be made to go wrong at a word. */
export async function badLine(to: number): Promise<BadLine> {
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const far = connect(to, '127.0.0.1');
    for (const socket of [client, far]) {
      open.add(socket);
      socket.on('error', () => {}).on('close', () => open.delete(socket));
    }
    let hangs = false;
    let said = '';
    client.on('data', (piece) => void far.write(piece)).on('close', () => far.destroy());
    far.on('close', () => !hangs && client.destroy());
    far.on('data', (piece) => {
      if (hangs) return;
      line.bytes += piece.length;
      const { trouble } = line;
      said = (said + piece.toString('latin1')).slice(-20_000 - piece.length);
      const start = said.length - piece.length;
      const found = trouble?.at.exec(said);
      if (!trouble || !found || found.index + found[0].length <= start) return void client.write(piece);
      if (typeof trouble.and === 'function') {
        line.trouble = null;
        far.pause();
        void trouble.and().then(() => {
          client.write(piece);
          far.resume();
        });
        return;
      }
      client.write(piece.subarray(0, Math.max(0, found.index - start)));
      hangs = true;
      if (trouble.and === 'cut') client.destroy();
      if (trouble.and === 'drip') {
        const drip = setInterval(() => client.write(' '), dripEveryMs);
        client.on('close', () => clearInterval(drip));
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const line: BadLine = {
    port: (server.address() as AddressInfo).port,
    trouble: null,
    bytes: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
  return line;
}
