import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { sql } from 'kysely';
import { inWorkspace } from '#db/transaction';
import { newId } from '#main/new-id';
import { smtpSender } from '#mail/smtp-sender';
import { openPostOffice } from '#usecases/outbox/post-office';
import { queueMessages } from '#usecases/outbox/queue-message';
import type { Promised } from './bench.ts';
import { type House, makeCompany } from './house.ts';

const mails = 10_000;
const atOnce = 500;

/** Ten thousand lessons of a course, permission asked for each, by SMTP to a server that answers at once: ≤ 60 s, and each once. */
export const sendCourse = (house: House): Promised => ({
  name: 'outbox',
  async run() {
    const { databases } = house;
    const { workspaceId, memberIds } = await makeCompany(house, 1);
    const actor = { workspaceId, memberId: memberIds[0] ?? '', role: 'owner' as const };
    const context = { databases, actor, now: () => new Date(), newId };
    const { port, seen, close } = await atOnceServer();
    const sender = smtpSender({
      host: '127.0.0.1',
      port,
      secure: false,
      requireTls: false,
      login: null,
      dkim: null,
      connections: 8,
    });
    const troubles: unknown[] = [];
    const office = openPostOffice(
      {
        ...context,
        // Nobody gets a lesson at night; it is measured by day, whenever it is run.
        now: () => new Date('2026-11-24T10:00:00Z'),
        transport: {
          senderFor: async () => ({
            from: { name: 'Bench', address: 'post@bench.example' },
            own: false,
            hand: sender.hand,
          }),
          close: sender.close,
        },
        failed: (error) => void troubles.push(error),
      },
      { hears: false },
    );
    try {
      for (let from = 0; from < mails; from += atOnce) await queueSome(context, from);
      const began = performance.now();
      await office.pass();
      const seconds = (performance.now() - began) / 1000;
      const sent = await sentOf(context);
      if (troubles.length > 0) throw troubles[0];
      if (sent !== mails || seen() !== mails) throw new Error(`${sent} are sent and ${seen()} arrived, of ${mails}`);
      const note = `${Math.round((mails / seconds) * 60).toLocaleString('en-GB')} a minute`;
      return [{ what: 'Send 10,000 lessons', size: null, p50: null, p95: seconds, unit: 's', limit: 60, note }];
    } finally {
      await office.close();
      await close();
    }
  },
});

type BenchContext = Parameters<typeof queueMessages>[1] & {
  databases: House['databases'];
  actor: { workspaceId: string };
};

async function queueSome(context: BenchContext, from: number): Promise<void> {
  const ids = Array.from({ length: atOnce }, newId);
  const proofs = JSON.stringify([
    {
      id: ids[0],
      kind: 'consent',
      channels: ['email'],
      purposes: ['bulk'],
      from: '2026-11-01',
      until: null,
      confirmed: true,
    },
  ]);
  const text = `${'Een aanhouder belt nog een keer, en vraagt eerst hoe het gaat. '.repeat(40)}\n`;
  await inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    await sql`
      insert into person (workspace_id, id, name, name_key, sort_key, created_on, email, email_key, proofs)
      select ${tx.workspaceId}, id, 'Lezer', 'lezer', 'lezer', '2026-11-01', id || '@example.com', id || '@example.com', ${proofs}::jsonb
      from unnest(${ids}::uuid[]) as id`.execute(tx.db);
    await queueMessages(
      tx,
      // Written before they are due.
      { newId, now: () => new Date('2026-11-24T09:00:00Z') },
      ids.map((personId, at) => ({
        kind: 'promotional',
        to: { name: 'Lezer', address: `${personId}@example.com` },
        personId,
        memberId: null,
        subject: `Les 3: drie is geen afscheid (${from + at})`,
        text,
        html: `<p>${text}</p>`,
        sendAfter: null,
        purpose: 'bulk',
        unsubscribeUrl: `https://aanhouder.example/u/${personId}`,
        inReplyTo: null,
        references: null,
        cause: `lesson:${personId}:3`,
      })),
    );
  });
}

async function sentOf({ databases, actor }: BenchContext): Promise<number> {
  return inWorkspace(databases, actor.workspaceId, async (tx) => {
    const { count } = await tx.db
      .selectFrom('outbox')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('workspace_id', '=', tx.workspaceId)
      .where('state', '=', 'sent')
      .executeTakeFirstOrThrow();
    return Number(count);
  });
}

/** Speaks just enough SMTP to take everything. */
async function atOnceServer(): Promise<{ port: number; seen: () => number; close: () => Promise<void> }> {
  let count = 0;
  const server: Server = createServer((socket: Socket) => {
    let inMessage = false;
    let rest = '';
    socket.setNoDelay(true);
    socket.write('220 bench ESMTP\r\n');
    socket.on('error', () => {});
    socket.on('data', (piece) => {
      rest += piece.toString('latin1');
      for (;;) {
        const end = rest.indexOf(inMessage ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = rest.slice(0, end);
        rest = rest.slice(end + (inMessage ? 5 : 2));
        if (inMessage) {
          inMessage = false;
          count += 1;
          socket.write('250 Ok: taken\r\n');
        } else if (/^DATA/i.test(line)) {
          inMessage = true;
          socket.write('354 Go ahead\r\n');
        } else if (/^QUIT/i.test(line)) socket.end('221 Bye\r\n');
        else socket.write(/^EHLO/i.test(line) ? '250-bench\r\n250 8BITMIME\r\n' : '250 Ok\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    seen: () => count,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
