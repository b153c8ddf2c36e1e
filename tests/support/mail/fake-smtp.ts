import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SmtpSettings } from '#mail/smtp-sender';

export type Arrived = { to: string; from: string; messageId: string; raw: string };

/** What the server does with a message to this address; `null`: takes it. */
export type Manner = 'later' | 'refuse' | 'refuse_receiver' | 'drop_before' | 'drop_in_data' | 'drop_after' | null;

export type FakeSmtp = {
  port: number;
  arrived: Arrived[];
  /** By the address of who it is to. */
  manners: Map<string, Manner>;
  /** For a sender in this process. */
  settings: SmtpSettings;
  /** `smtp://127.0.0.1:port`. */
  url: string;
  to: (address: string) => Arrived[];
  close: () => Promise<void>;
};

/** A mail server on this machine that keeps what it took. */
export async function fakeSmtp(): Promise<FakeSmtp> {
  const arrived: Arrived[] = [];
  const manners = new Map<string, Manner>();
  const mannerOf = (to: string) => manners.get(to) ?? null;
  const failing = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    hideSTARTTLS: true,
    onRcptTo({ address }, _session, done) {
      if (mannerOf(address) === 'refuse_receiver') return done(failing(550, '5.1.1 No such mailbox here'));
      if (mannerOf(address) === 'drop_before') return drop(server);
      return done();
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo[0]?.address ?? '';
      const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
      const pieces: Buffer[] = [];
      const manner = mannerOf(to);
      stream.on('data', (piece: Buffer) => {
        pieces.push(piece);
        if (manner === 'drop_in_data') drop(server);
      });
      stream.on('end', () => {
        if (manner === 'drop_in_data') return;
        if (manner === 'later') return done(failing(451, '4.7.1 Greylisted, come back later'));
        if (manner === 'refuse') return done(failing(554, '5.7.1 We do not take this'));
        const raw = Buffer.concat(pieces).toString('latin1');
        const [, messageId = ''] = /^Message-ID: (<\S+>)/im.exec(raw) ?? [];
        arrived.push({ to, from, messageId, raw });
        if (manner === 'drop_after') return drop(server);
        return done(null, 'Ok: queued');
      });
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    arrived,
    manners,
    url: `smtp://127.0.0.1:${port}`,
    settings: { host: '127.0.0.1', port, secure: false, requireTls: false, login: null, dkim: null, connections: 4 },
    to: (address) => arrived.filter((one) => one.to === address),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Breaks every line that is open, as when a cable is pulled. */
function drop(server: SMTPServer): void {
  for (const connection of server.connections) {
    const { _socket: socket } = connection as unknown as { _socket: { destroy(): void } };
    socket.destroy();
  }
}
