import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = '/usr/bin/radicale';

/** A real calendar server (CalDAV) of one user, on this machine, with an empty store. */
export type CalendarServer = {
  /** `http://127.0.0.1:41234`. */
  url: string;
  /** `127.0.0.1:41234`, as AANHOUDER_ALLOW_HOSTS names it. */
  host: string;
  user: string;
  password: string;
  /** Makes a calendar of this user; answers its address. */
  calendar(name: string): Promise<string>;
  put(calendar: string, name: string, text: string): Promise<void>;
  remove(calendar: string, name: string): Promise<void>;
  stop(): Promise<void>;
};

/** Where there is none the tests fail: what was tried against nothing is no pass. */
export async function startCalendarServer(): Promise<CalendarServer> {
  if (!existsSync(program))
    throw new Error(
      'The calendar tests need Radicale, and there is none on this machine.\nInstall it: apt-get install radicale',
    );
  const folder = await mkdtemp(join(tmpdir(), 'aanhouder-radicale-'));
  const [user, password] = ['anna@example.com', 'geheim: met dubbele punt'];
  await writeFile(join(folder, 'users'), `${user}:${password}\n`);
  const port = await freePort();
  const running = spawn(
    program,
    [
      '--config',
      '',
      '--server-hosts',
      `127.0.0.1:${port}`,
      '--auth-type',
      'htpasswd',
      '--auth-htpasswd-filename',
      join(folder, 'users'),
      '--auth-htpasswd-encryption',
      'plain',
      '--auth-delay',
      '0',
      '--storage-filesystem-folder',
      join(folder, 'store'),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  running.stderr.on('data', (piece: Buffer) => void (said += piece.toString()));
  const url = `http://127.0.0.1:${port}`;
  const ended = once(running, 'exit');
  await answers(url, () => {
    if (running.exitCode !== null) throw new Error(`Radicale does not start: ${said.slice(-2000)}`);
  });
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const ask = async (method: string, at: string, body: string, type: string): Promise<void> => {
    const answer = await fetch(at, { method, headers: { authorization, 'content-type': type }, ...(body && { body }) });
    if (!answer.ok) throw new Error(`${method} ${at}: ${answer.status} ${await answer.text()}`);
  };
  return {
    url,
    host: `127.0.0.1:${port}`,
    user,
    password,
    async calendar(name) {
      const at = `${url}/${user}/${name}/`;
      await ask(
        'MKCALENDAR',
        at,
        `<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop><D:displayname>${name}</D:displayname></D:prop></D:set></C:mkcalendar>`,
        'application/xml',
      );
      return at;
    },
    put: (calendar, name, text) => ask('PUT', `${calendar}${name}.ics`, text, 'text/calendar; charset=utf-8'),
    remove: (calendar, name) => ask('DELETE', `${calendar}${name}.ics`, '', 'text/plain'),
    async stop() {
      running.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

async function answers(url: string, check: () => void): Promise<void> {
  const until = Date.now() + 30_000;
  for (;;) {
    check();
    try {
      await fetch(url, { redirect: 'manual' });
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
