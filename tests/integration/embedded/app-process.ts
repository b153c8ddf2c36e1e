import { Client } from 'pg';
import { startEmbedded, type EmbeddedDatabase } from '#db/embedded/supervisor';
import { EmbeddedDatabaseError } from '#db/embedded/errors';
import { fastSettings } from './fast-settings.ts';
import { parseRequest, type Reply } from './app-protocol.ts';

/** An app process to start, ask and kill: the other end is app-under-test.ts. */
let database: EmbeddedDatabase | undefined;
const lines: string[] = [];

async function answer(words: readonly string[]): Promise<unknown> {
  const [verb, ...rest] = words;
  if (verb === 'start') {
    const [dataFolder = '', systemFolder = ''] = rest;
    const where = systemFolder === '' ? {} : { systemFolder };
    database = await startEmbedded({
      dataFolder,
      ...where,
      settings: fastSettings,
      log: (line) => lines.push(line),
    });
    return { state: database.state, socketFolder: database.socketFolder, url: database.url('aanhouder_owner'), lines };
  }
  if (database === undefined) throw new Error('not started');
  if (verb === 'stop') return database.stop();
  const client = new Client(database.connection('aanhouder_owner'));
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(rest[0] ?? '')).rows;
  } finally {
    await client.end();
  }
}

process.on('message', (message) => {
  const request = parseRequest(message);
  const reply = (given: Omit<Reply, 'id'>): void => void process.send?.({ id: request.id, ...given } satisfies Reply);
  answer(request.words).then(
    (value) => reply({ value: JSON.stringify(value ?? null) }),
    (error: unknown) => {
      if (error instanceof EmbeddedDatabaseError) reply({ fault: { code: error.code, words: error.message } });
      else reply({ fault: { code: 'unexpected', words: String(error) } });
    },
  );
});
process.on('disconnect', () => process.exit());
