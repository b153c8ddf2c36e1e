import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { insertMailbox, mailboxOf } from '#db/mailbox';
import { inWorkspace } from '#db/transaction';
import { watchMailboxes } from '#jobs/watch-mailboxes';
import { openEgress } from '#mail/egress/egress';
import { keepSecret } from '#usecases/secret/secrets';
import { openVault } from '#usecases/secret/vault';
import { aMail } from '#tests/support/mail/a-mail';
import { type Dovecot, startDovecot } from '#tests/support/mail/dovecot';
import { until } from '#tests/support/mail/until';
import type { Promised } from './bench.ts';
import { makeCompany, type House } from './house.ts';
import { lineOf, type Line } from './measure.ts';

const messages = 50_000;
const knownPeople = 500;
const password = 'van-de-maat';

/**
 * A mailbox of 50,000 messages, one in twenty with a person who is known, read for the first time from a real server: ≥ 200 messages a second,
 * memory under 300 MB (of this process, which holds the bench too); then from delivery to "waiting for you": within 5 s.
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
      const outside = { egress: openEgress(['127.0.0.1']), vault: openVault(['a key for the bench, long enough']) };
      try {
        fill(dovecot);
        await connect(house, outside.vault, dovecot, { workspaceId, memberId });
        return await measure(house, outside, dovecot, { workspaceId, memberId });
      } finally {
        await dovecot.close();
      }
    },
  };
}

type Whose = { workspaceId: string; memberId: string };
type Outside = Parameters<typeof watchMailboxes>[1];

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

async function connect(
  house: House,
  vault: Outside['vault'],
  dovecot: Dovecot,
  { workspaceId, memberId }: Whose,
): Promise<void> {
  const id = house.identity.newId();
  await inWorkspace(house.databases, workspaceId, async (tx) => {
    await insertMailbox(tx, {
      id,
      member_id: memberId,
      address: 'anna@bedrijf.example',
      auth: 'password',
      user_name: 'anna',
      imap_host: '127.0.0.1',
      imap_port: dovecot.imapPort,
      imap_security: 'none',
      smtp_host: '127.0.0.1',
      smtp_port: 25,
      smtp_security: 'none',
      keeps_sent: false,
      created_at: new Date(),
    });
    await keepSecret(tx, vault, { id, memberId }, JSON.stringify({ password }), new Date());
  });
}

async function measure(
  house: House,
  outside: Outside,
  dovecot: Dovecot,
  { workspaceId, memberId }: Whose,
): Promise<Line[]> {
  const { databases, identity } = house;
  const failed = (_: string, error: unknown) => {
    throw error;
  };
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const timer = setInterval(() => void (peak = Math.max(peak, process.memoryUsage().rss)), 100);
  const began = performance.now();
  const running = watchMailboxes({ databases, now: () => new Date(), newId: identity.newId, failed }, outside, {
    lookEveryMs: 20_000,
    firstAfterMs: 0,
  });
  try {
    const state = () => inWorkspace(databases, workspaceId, (tx) => mailboxOf(tx, memberId), { readOnly: true });
    await until(async () => (await state())?.step === 'ready');
    const seconds = (performance.now() - began) / 1000;
    const looked = (await state())?.looked_at ?? 0;
    if (looked !== messages) throw new Error(`Of ${messages} messages ${looked} were looked at.`);
    clearInterval(timer);
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
    const line = (what: string, p95: number, unit: string, limit: number, atLeast: boolean, note: string): Line => ({
      what,
      size: messages,
      p50: null,
      p95,
      unit,
      limit,
      ...(atLeast && { atLeast: true as const }),
      note,
    });
    return [
      line(
        'First reading of a mailbox',
        messages / seconds,
        'messages/s',
        200,
        true,
        `${seconds.toFixed(1)} s; 1 in 20 known`,
      ),
      line(
        'First reading of a mailbox, memory',
        peak / 2 ** 20,
        'MB',
        300,
        false,
        `${Math.round(before / 2 ** 20)} MB of it the bench, before it begins`,
      ),
      lineOf('From delivery to “waiting for you”', messages, times, 5000),
    ];
  } finally {
    clearInterval(timer);
    await running.stop();
  }
}
