import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mailboxOf } from '#db/mailbox';
import { inWorkspace } from '#db/transaction';
import { openVault } from '#usecases/secret/vault';
import { aMail } from '#tests/support/mail/a-mail';
import { connectMailbox } from '#tests/support/mail/connect-mailbox';
import { type Dovecot, startDovecot } from '#tests/support/mail/dovecot';
import { until } from '#tests/support/mail/until';
import type { Promised } from './bench.ts';
import { makeCompany, type House } from './house.ts';
import { lineOf, type Line } from './measure.ts';
import { type ServerUnderTest, startServerUnderTest } from './server-under-test.ts';
import { vaultKey } from './server-protocol.ts';

const messages = 50_000;
const knownPeople = 500;
const password = 'van-de-maat';

/**
 * A mailbox of 50,000 messages, one in twenty with a person who is known, read for the first time from a real server: ≥ 200 messages a second,
 * memory of the whole server under 300 MB (one of its own, that did nothing else before); then from delivery to "waiting for you": within 5 s.
 */
export function mailbox(house: House): Promised {
  return {
    name: 'mailbox',
    async run({ server }) {
      const { workspaceId, memberIds, token } = await makeCompany(house, 1);
      const memberId = memberIds[0] ?? '';
      const list = [
        'name,email',
        ...Array.from({ length: knownPeople }, (_, at) => `Persoon ${at},p${at}@klant.example`),
      ];
      const { id } = JSON.parse((await server.post(token, '/imports', JSON.stringify({ text: list.join('\n') }))).text);
      await server.post(token, `/imports/${id}/commit`, JSON.stringify({ notWon: 'open' }));
      const dovecot = await startDovecot(password);
      try {
        fill(dovecot);
        await connectMailbox({
          databases: house.databases,
          vault: openVault([vaultKey]),
          workspaceId,
          memberId,
          id: house.identity.newId(),
          user: 'anna',
          password,
          imapPort: dovecot.imapPort,
          at: new Date(),
        });
        const own = await startServerUnderTest(house.dataFolder);
        try {
          return await measure(house, own, dovecot, { workspaceId, memberId });
        } finally {
          await own.stop();
        }
      } finally {
        await dovecot.close();
      }
    },
  };
}

type Whose = { workspaceId: string; memberId: string };

/** As files in the server's own folder: delivering 50,000 takes longer than reading them. */
function fill(dovecot: Dovecot): void {
  const folder = dovecot.maildir('anna');
  for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(folder, name), { recursive: true });
  const filler = 'Dit is een regel van een bericht zoals er veel zijn.\r\n'.repeat(40);
  for (let at = 0; at < messages; at += 1) {
    const from = at % 20 === 0 ? `p${(at / 20) % knownPeople}@klant.example` : `vreemd${at}@elders.example`;
    const date = new Date(Date.UTC(2025, 0, 1) + at * 600_000);
    writeFileSync(
      join(folder, 'cur', `${Math.floor(date.getTime() / 1000)}.${at}.bench:2,S`),
      aMail({ from, to: 'anna@bedrijf.example', date, text: filler }),
    );
  }
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'mail:mail', folder]);
}

async function measure(
  house: House,
  server: ServerUnderTest,
  dovecot: Dovecot,
  { workspaceId, memberId }: Whose,
): Promise<Line[]> {
  const before = await server.peakMegabytes();
  const began = performance.now();
  await server.readMailboxes();
  const state = () => inWorkspace(house.databases, workspaceId, (tx) => mailboxOf(tx, memberId), { readOnly: true });
  await until(async () => (await state())?.step === 'ready');
  const seconds = (performance.now() - began) / 1000;
  const looked = (await state())?.looked_at ?? 0;
  if (looked !== messages) throw new Error(`Of ${messages} messages ${looked} were looked at.`);
  const peak = await server.peakMegabytes();
  const times: number[] = [];
  for (let at = 0; at < 10; at += 1) {
    const from = `p${at}@klant.example`;
    const sent = performance.now();
    await dovecot.deliver('anna', aMail({ from, to: 'anna@bedrijf.example', date: new Date(), text: 'Ja.' }));
    await until(async () => {
      const { rows } = await house.superuser.query(
        `select from opportunity o join person p on p.workspace_id = o.workspace_id and p.id = o.person_id
         where o.workspace_id = $1 and p.email = $2 and o.waiting_since is not null`,
        [workspaceId, from],
      );
      return rows.length > 0;
    });
    times.push(performance.now() - sent);
  }
  const line = { size: messages, p50: null };
  return [
    {
      ...line,
      what: 'First reading of a mailbox',
      p95: messages / seconds,
      unit: 'messages/s',
      limit: 200,
      atLeast: true,
      note: `${seconds.toFixed(1)} s; 1 in 20 known`,
    },
    {
      ...line,
      what: 'First reading of a mailbox, memory of the server',
      p95: peak,
      unit: 'MB',
      limit: 300,
      note: `${before} MB of it when it had just started`,
    },
    lineOf('From delivery to “waiting for you”', messages, times, 5000),
  ];
}
