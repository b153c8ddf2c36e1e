import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeMailbox, mailboxOf } from '#db/mailbox';
import { inWorkspace } from '#db/transaction';
import { watchMailboxes } from '#jobs/watch-mailboxes';
import { openEgress } from '#mail/egress/egress';
import { keepSecret } from '#usecases/secret/secrets';
import { openVault } from '#usecases/secret/vault';
import type { Workspace } from '#tests/support/house';
import { aMail } from '#tests/support/mail/a-mail';
import { connectMailbox } from '#tests/support/mail/connect-mailbox';
import { type Dovecot, startDovecot } from '#tests/support/mail/dovecot';
import { until } from '#tests/support/mail/until';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
const password = 'geheim-3f9a';
const outside = { egress: openEgress(['127.0.0.1']), vault: openVault(['k'.repeat(32)]) };
let dovecot: Dovecot;
beforeAll(async () => void (dovecot = await startDovecot(password)));
afterAll(() => dovecot.close());

let count = 0;
/** A workspace of which the owner's mailbox is watched. */
async function watched({ secret = password }: { secret?: string } = {}) {
  count += 1;
  const user = `anna${count}`;
  const workspace = await house().aWorkspace();
  const id = workspace.context.newId();
  await connectMailbox({
    databases: house().databases,
    vault: outside.vault,
    workspaceId: workspace.id,
    memberId: workspace.memberId,
    id,
    user,
    password: secret,
    imapPort: dovecot.imapPort,
    at: house().now(),
  });
  return { workspace, user, id };
}

const within = <T>(workspace: Workspace, work: Parameters<typeof inWorkspace<T>>[2]) =>
  inWorkspace(house().databases, workspace.id, work);
const state = (workspace: Workspace) => within(workspace, (tx) => mailboxOf(tx, workspace.memberId));
const failed: unknown[] = [];
const watching = () =>
  watchMailboxes(
    {
      databases: house().databases,
      now: house().now,
      newId: house().identity.newId,
      failed: (_, error) => void failed.push(error),
    },
    outside,
    { lookEveryMs: 150, firstAfterMs: 0 },
  );
const ready = (workspace: Workspace) => until(async () => (await state(workspace))?.step === 'ready');

test('what they mail is with us at once, and what we sent is a contact moment', async () => {
  const { workspace, user } = await watched();
  const { api } = workspace;
  const running = watching();
  try {
    const opportunity = await workspace.anOpportunity({ person: { name: 'Bram', email: 'bram@klant.example' } });
    await ready(workspace);
    const sent = aMail({
      from: `${user}@bedrijf.example`,
      to: 'bram@klant.example',
      subject: 'Offerte',
      text: 'Hierbij.',
      id: 'out1@x',
    });
    await append(user, 'Sent', sent);
    const first = await until(async () => {
      const { body } = await api.get(`/opportunities/${opportunity.id}`);
      return body.held === 1 ? body : null;
    });
    expect(first).toMatchObject({
      held: 1,
      conversations: 0,
      last: { channel: 'email', outcome: 'message_left' },
      waitingSince: null,
    });
    await dovecot.deliver(
      user,
      aMail({
        from: 'Bram <BRAM@klant.example>',
        to: `${user}@bedrijf.example`,
        subject: 'Re: Offerte',
        text: 'Ja, graag!\n\nOp di schreef Anna:\n> Hierbij.',
        headers: ['In-Reply-To: <out1@x>'],
      }),
    );
    const waiting = await until(async () => {
      const { body } = await api.get(`/opportunities/${opportunity.id}`);
      return body.waitingSince === null ? null : body;
    });
    expect(waiting).toMatchObject({
      held: 1,
      warmth: 'spoke',
      lastWords: 'Ja, graag!',
      nextMoment: { on: '2026-11-24' },
    });
    const today = await api.get('/today?minutes=60');
    expect(today.body.items[0]).toMatchObject({ opportunity: { id: opportunity.id } });
    expect(failed).toEqual([]);
  } finally {
    await running.stop();
  }
});

test('a refused password, a server that falls away and numbers that begin anew are told, tried again, and lose nothing', async () => {
  const { workspace, user, id } = await watched({ secret: 'verkeerd' });
  const opportunity = await workspace.anOpportunity({ person: { name: 'Carla', email: 'carla@klant.example' } });
  const mail = (mailId: string) =>
    aMail({ from: 'carla@klant.example', to: `${user}@bedrijf.example`, id: mailId, text: mailId });
  const mails = async () => (await workspace.api.get(`/persons/${opportunity.person?.id}/mails`)).body.items;
  await dovecot.deliver(user, mail('een@x'));
  const running = watching();
  try {
    const refused = await until(async () => {
      const found = await state(workspace);
      return found?.last_error === null ? null : found;
    });
    expect(refused).toMatchObject({ step: 'login', last_error: 'login_refused', failures: 1, watching: null });
    // Not soon: a server closes an account of which the password is tried often.
    expect(refused?.next_try_at?.getTime()).toBe(house().now().getTime() + 900_000);
    await within(workspace, async (tx) => {
      await keepSecret(
        tx,
        outside.vault,
        { id, memberId: workspace.memberId },
        JSON.stringify({ password }),
        house().now(),
      );
      await changeMailbox(tx, id, 1, { next_try_at: null, failures: 0 });
    });
    await until(async () => (await mails()).length === 1);
    await ready(workspace);
    await dovecot.stop();
    const away = await until(async () => {
      const found = await state(workspace);
      return found?.watching === null && found.next_try_at ? found : null;
    });
    expect(away).toMatchObject({ last_error: expect.stringMatching(/line_broken|no_answer/) });
    await dovecot.start();
    house().setNow(new Date(house().now().getTime() + 3_600_000));
    await within(workspace, (tx) => changeMailbox(tx, id, 2, { next_try_at: null }));
    await ready(workspace);
    // Another UIDVALIDITY: all messages have other numbers.
    await renumber(user);
    await dovecot.deliver(user, mail('twee@x'));
    await until(async () => (await mails()).length === 2);
    expect(await mails()).toHaveLength(2);
    expect(failed).toEqual([]);
  } finally {
    await running.stop();
  }
});

test('of a mailbox with much in it the newest is there first, only known people are kept, and left out folders stay out', async () => {
  const { workspace, user, id } = await watched();
  await within(workspace, (tx) =>
    changeMailbox(tx, id, 1, { left_out_folders: ['Privé'], left_out_domains: ['thuis.example'] }),
  );
  const known = await workspace.anOpportunity({ person: { name: 'Dirk', email: 'dirk@klant.example' } });
  const home = await workspace.anOpportunity({ person: { name: 'Eva', email: 'eva@thuis.example' } });
  for (let at = 0; at < 30; at += 1)
    await dovecot.deliver(
      user,
      aMail({
        from: at % 10 === 0 ? 'dirk@klant.example' : `vreemd${at}@x.example`,
        to: `${user}@bedrijf.example`,
        date: new Date('2026-11-01T10:00:00Z'),
      }),
    );
  await dovecot.deliver(user, aMail({ from: 'eva@thuis.example', to: `${user}@bedrijf.example` }));
  await append(
    user,
    'Privé',
    aMail({ from: 'dirk@klant.example', to: `${user}@bedrijf.example`, subject: 'privé' }),
    true,
  );
  const running = watching();
  try {
    await ready(workspace);
    const { body } = await workspace.api.get(`/persons/${known.person?.id}/mails`);
    expect(body.items).toHaveLength(3);
    expect((await workspace.api.get(`/persons/${home.person?.id}/mails`)).body.items).toEqual([]);
    expect((await state(workspace))?.looked_at).toBe(31);
    // Of before the mailbox was connected: shown, and counted nowhere.
    expect((await workspace.api.get(`/opportunities/${known.id}`)).body).toMatchObject({ waitingSince: null, held: 0 });
    expect((await workspace.api.get('/mailbox')).body.mailbox).toMatchObject({
      folders: [
        { path: 'INBOX', role: 'inbox' },
        { path: 'Sent', role: 'sent' },
      ],
      state: { step: 'ready', error: null },
    });
  } finally {
    await running.stop();
  }
});

async function append(user: string, folder: string, raw: string, make = false): Promise<void> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: dovecot.imapPort,
    secure: false,
    auth: { user, pass: password },
    logger: false,
  });
  await client.connect();
  if (make) await client.mailboxCreate(folder);
  await client.append(folder, raw, ['\\Seen']);
  await client.logout();
}

/** Dovecot keeps it at the head of its list of numbers. */
async function renumber(user: string): Promise<void> {
  const list = join(dovecot.maildir(user), 'dovecot-uidlist');
  await dovecot.stop();
  const text = await readFile(list, 'utf8');
  await writeFile(
    list,
    text.replace(/ V(\d+) /, (_, validity: string) => ` V${Number(validity) + 7} `),
  );
  for (const name of await readdir(dovecot.maildir(user)))
    if (name.startsWith('dovecot.index')) await rm(join(dovecot.maildir(user), name));
  await dovecot.start();
}
