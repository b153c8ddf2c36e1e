import type { Readable } from 'node:stream';
import type pg from 'pg';

/** What the driver's connection does for COPY; its own types leave these three out. */
type CopyConnection = {
  readonly stream: {
    pause(): unknown;
    resume(): unknown;
    writableNeedDrain?: boolean;
    once(event: 'drain', heard: () => void): unknown;
  };
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
};

// One message of COPY IN is one write on the socket: a row each would be a system call each.
const chunkBytes = 64 * 1024;
/** So many bytes may wait for the reader before the server is asked to wait. A row is a message: counted by rows, most of the time went into asking. */
const mostWaiting = 1024 * 1024;

/**
 * `COPY … TO STDOUT`, as pieces of bytes that do not follow the rows. Bounded memory: the socket waits for the reader.
 * The client may do nothing else meanwhile, and may not be pipelined (the driver refuses that).
 */
export async function* copyOut(client: pg.ClientBase, sql: string): AsyncGenerator<Buffer, void, undefined> {
  let waiting: Buffer[] = [];
  let size = 0;
  let connection: CopyConnection | undefined;
  let ended = false;
  let fault: Error | undefined;
  let wake = (): void => {};
  client.query({
    submit(given: unknown) {
      connection = asCopyConnection(given);
      connection.query(sql);
    },
    handleCopyData({ chunk }: { chunk: Buffer }) {
      // The parser reuses its buffer for the next message.
      waiting.push(Buffer.from(chunk));
      size += chunk.length;
      if (size >= mostWaiting) connection?.stream.pause();
      wake();
    },
    handleCommandComplete() {},
    handleReadyForQuery() {
      ended = true;
      wake();
    },
    handleError(error: Error) {
      fault = error;
      wake();
    },
  });
  while (true) {
    if (size > 0) {
      const chunk = Buffer.concat(waiting, size);
      waiting = [];
      size = 0;
      yield chunk;
      continue;
    }
    // Also at the end: what made the socket wait may have held the end too, and the next statement would never be answered.
    connection?.stream.resume();
    if (fault !== undefined) throw fault;
    if (ended) return;
    await new Promise<void>((resolve) => void (wake = resolve));
  }
}

/** `COPY … FROM STDIN` with these bytes; they need not follow the rows. What `source` throws fails the statement, and is thrown. */
export async function copyIn(
  client: pg.ClientBase,
  sql: string,
  source: AsyncIterable<Buffer> | Iterable<Buffer> | Readable,
): Promise<void> {
  let sourceFault: { cause: unknown } | undefined;
  await new Promise<void>((resolve, reject) => {
    const state: Sending = { failed: false, wake: () => {} };
    client.query({
      submit(given: unknown) {
        asCopyConnection(given).query(sql);
      },
      handleCopyInResponse(given: unknown) {
        const connection = asCopyConnection(given);
        send(connection, source, state).catch((cause: unknown) => {
          sourceFault = { cause };
          connection.sendCopyFail('the source of the rows failed');
        });
      },
      handleCommandComplete() {},
      handleReadyForQuery() {
        resolve();
      },
      handleError(error: Error) {
        // Also when the connection is lost: whoever waits for the socket must not wait for ever.
        state.failed = true;
        state.wake();
        reject(error);
      },
    });
  }).catch((error: unknown) => {
    throw sourceFault === undefined ? error : sourceFault.cause;
  });
}

type Sending = { failed: boolean; wake: () => void };

async function send(
  connection: CopyConnection,
  source: AsyncIterable<Buffer> | Iterable<Buffer>,
  state: Sending,
): Promise<void> {
  let pieces: Buffer[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    if (size === 0) return;
    connection.sendCopyFromChunk(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces, size));
    pieces = [];
    size = 0;
    if (connection.stream.writableNeedDrain) {
      await new Promise<void>((resolve) => {
        state.wake = resolve;
        connection.stream.once('drain', resolve);
      });
    }
  };
  for await (const piece of source) {
    if (state.failed) return;
    pieces.push(piece);
    size += piece.length;
    if (size >= chunkBytes) await flush();
  }
  await flush();
  if (!state.failed) connection.endCopyFrom();
}

/** The one place where the driver's inner connection is taken for what it is (pg/lib/connection.js). */
function asCopyConnection(given: unknown): CopyConnection {
  return given as CopyConnection;
}

/** A row of COPY's text format; null, text, number, boolean, Date and arrays of text or numbers. */
export function copyLine(values: readonly unknown[]): string {
  return `${values.map(copyField).join('\t')}\n`;
}

function copyField(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') throw new TypeError(`COPY cannot write a ${typeof value}.`);
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign) : value;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
