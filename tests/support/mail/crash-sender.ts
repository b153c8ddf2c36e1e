import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { seededRandom } from '#core/persistence/seeded-random';
import type { MailKind } from '#core/outbox/vocabulary';
import { inWorkspace } from '#db/transaction';
import type { DeliveryStep } from '#usecases/outbox/deliver';
import { queueMessages } from '#usecases/outbox/queue-message';
import { useBuiltScript } from '../built-script.ts';
import type { House } from '../house.ts';
import type { FakeSmtp } from './fake-smtp.ts';
import { aMessage, outboxOf } from './post.ts';
import { type Errand, writeErrand } from './sender-protocol.ts';

const steps: readonly DeliveryStep[] = ['before_claim', 'claimed', 'data', 'accepted', 'noted'];
const kinds: readonly MailKind[] = ['promotional', 'promotional', 'personal', 'service', 'sign_in'];
const messages = 120;

/** The sender for the tests of a file: `const sender = useSender();` */
export const useSender = (): (() => string) => useBuiltScript(new URL('sender-process.ts', import.meta.url));

/** A sender in a process of its own, until it is done or dies. */
export async function runSender(script: string, errand: Errand): Promise<'ended' | 'killed'> {
  const child = spawn(process.execPath, [script, writeErrand(errand)], { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (errors += part));
  const [code, signal] = await once(child, 'close');
  if (signal === 'SIGKILL') return 'killed';
  if (code !== 0) throw new Error(`The sender ended with ${code}: ${errors}`);
  return 'ended';
}

/**
 * A hundred and twenty messages, and a sender that is killed once at each step (in an order and at a time that the seed says), started again each time.
 * Answers what is wrong with how it ended; nothing when all is well.
 */
export async function crashSender(
  sender: string,
  house: House,
  smtp: FakeSmtp,
  seed: number,
): Promise<{ wrong: string[]; killed: number }> {
  const random = seededRandom(seed);
  const pick = (most: number) => 1 + Math.floor(random() * most);
  const workspace = await house.aWorkspace();
  const { context } = workspace;
  const kindOf = new Map<string, MailKind>();
  await inWorkspace(context.databases, workspace.id, async (tx) => {
    const wishes = Array.from({ length: messages }, (_, at) => {
      const kind = kinds[at % kinds.length] ?? 'promotional';
      const address = `m${at}@seed${seed}.example`;
      kindOf.set(address, kind);
      return aMessage({
        kind,
        to: { name: null, address },
        cause: `crash:${at}`,
        memberId: at % 4 === 0 ? workspace.memberId : null,
      });
    });
    await queueMessages(tx, context, wishes);
  });
  const { app, auth } = house.clone;
  // Every start is an hour later: leases are over, a limit a minute has room, and it is day.
  let at = Date.parse('2026-11-24T09:00:00Z');
  const errand = (dieAt: Errand['dieAt']): Errand => ({
    app,
    auth,
    port: smtp.port,
    at: new Date((at += 3_600_000)).toISOString(),
    dieAt,
  });
  let killed = 0;
  const order = steps.map((step) => ({ step, by: random() })).toSorted((a, b) => a.by - b.by);
  for (const { step } of order) {
    const most = step === 'before_claim' || step === 'claimed' || step === 'noted' ? 2 : 8;
    if ((await runSender(sender, errand({ step, time: pick(most) }))) === 'killed') killed += 1;
  }
  for (let rest = 0; rest < 4; rest += 1) {
    await runSender(sender, errand(null));
    if ((await outboxOf(workspace)).every((row) => row.state !== 'queued' && row.state !== 'sending')) break;
  }
  const rows = await outboxOf(workspace);
  const wrong: string[] = [];
  if (rows.length !== messages) wrong.push(`${rows.length} rows of ${messages}`);
  for (const row of rows) {
    const kind = kindOf.get(row.to_address);
    const count = smtp.to(row.to_address).length;
    const most = kind === 'sign_in' || kind === 'service' ? 2 : 1;
    const told = `${row.to_address} (${kind}): ${row.state}, arrived ${count} times`;
    if (count > most) wrong.push(`too often: ${told}`);
    if (row.state === 'sent' ? count < 1 : row.state !== 'uncertain') wrong.push(`not as it stands there: ${told}`);
  }
  const strange = smtp.arrived.filter((one) => one.to.endsWith(`@seed${seed}.example`) && !kindOf.has(one.to));
  if (strange.length > 0) wrong.push(`${strange.length} arrived that nobody wrote`);
  return { wrong, killed };
}
