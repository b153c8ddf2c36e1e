import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeMailbox, mailboxOf } from '#db/mailbox';
import { inWorkspace } from '#db/transaction';
import { watchMailboxes } from '#jobs/watch-mailboxes';
import { openEgress } from '#mail/egress/egress';
import { openVault } from '#usecases/secret/vault';
import { aMail, type MailParts } from '#tests/support/mail/a-mail';
import { type BadLine, badLine } from '#tests/support/mail/bad-line';
import { connectMailbox } from '#tests/support/mail/connect-mailbox';
import { type Dovecot, startDovecot } from '#tests/support/mail/dovecot';
import { until } from '#tests/support/mail/until';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
const password = 'geheim-8b1c';
const outside = { egress: openEgress(['127.0.0.1']), vault: openVault(['k'.repeat(32)]) };
let dovecot: Dovecot;
let line: BadLine;
beforeAll(async () => {
  dovecot = await startDovecot(password);
  line = await badLine(dovecot.imapPort);
});
afterAll(async () => {
  await line.close();
  await dovecot.close();
});

const failed: unknown[] = [];
/** `silenceMs`: of a server that hangs nothing is heard however long one waits; `answerMs`: one that drips never comes to an end. */
const watching = (silenceMs = 20_000, lookEveryMs = 150, answerMs = 60_000) =>
  watchMailboxes(
    {
      databases: house().databases,
      now: house().now,
      newId: house().identity.newId,
      failed: (_, error) => void failed.push(error),
    },
    outside,
    { lookEveryMs, firstAfterMs: 0, patience: { greetingMs: silenceMs, silenceMs, answerMs } },
  );

let count = 0;
async function aMailbox() {
  count += 1;
  const user = `bert${count}`;
  const workspace = await house().aWorkspace();
  const { id: workspaceId, memberId } = workspace;
  const id = workspace.context.newId();
  const { databases } = house();
  const where = { databases, vault: outside.vault, workspaceId, memberId };
  await connectMailbox({ ...where, id, user, password, imapPort: line.port, at: house().now() });
  const opportunity = await workspace.anOpportunity({ person: { name: 'Dora', email: 'dora@klant.example' } });
  const state = async () => {
    const row = await inWorkspace(databases, workspaceId, (tx) => mailboxOf(tx, memberId));
    if (!row) throw new Error('The mailbox is gone.');
    return row;
  };
  return {
    user,
    state,
    /** As “try now” on the page. */
    async tryNow(change: { imap_host?: string } = {}) {
      const { version } = await state();
      const again = { ...change, failures: 0, next_try_at: null, last_error: null, step: 'new' } as const;
      await inWorkspace(databases, workspaceId, (tx) => changeMailbox(tx, id, version, again));
    },
    failure: () => until(async () => ((await state()).last_error === null ? null : state())),
    ready: () => until(async () => (await state()).step === 'ready'),
    page: async () => (await workspace.api.get('/mailbox')).body.mailbox,
    mails: async () => (await workspace.api.get(`/persons/${opportunity.person?.id}/mails`)).body.items,
    mail: async (mailId: string) => (await workspace.api.get(`/mails/${mailId}`)).body,
    deliver: (mail: Partial<MailParts>) =>
      dovecot.deliver(user, aMail({ from: 'dora@klant.example', to: `${user}@bedrijf.example`, ...mail })),
  };
}

test('a server that says nothing, hangs at signing in or in the middle of a message, or breaks off there, is told with its step, and nothing is lost', async () => {
  const mailbox = await aMailbox();
  await mailbox.deliver({ text: 'Tot hier en niet verder.' });
  const first = watching(700);
  try {
    const cases = [
      [
        { at: /\* OK/, and: 'hang' },
        { step: 'tls', last_error: 'no_answer' },
      ],
      [
        { at: /OK \[?[^\r\n]*Logged in/, and: 'hang' },
        { step: 'tls', last_error: 'no_answer' },
      ],
      [
        { at: /niet verder/, and: 'hang' },
        { step: 'folder', last_error: 'line_broken' },
      ],
      [
        { at: /niet verder/, and: 'cut' },
        { step: 'folder', last_error: 'line_broken' },
      ],
    ] as const;
    for (const [trouble, expected] of cases) {
      line.trouble = trouble;
      await mailbox.tryNow();
      const { step, last_error, next_try_at } = await mailbox.failure();
      expect({ step, last_error }, `${trouble.and} at ${trouble.at}`).toEqual(expected);
      expect(next_try_at?.getTime()).toBeGreaterThan(house().now().getTime());
    }
    expect(await mailbox.mails()).toEqual([]);
    expect((await mailbox.page()).state).toMatchObject({
      step: 'folder',
      error: { code: 'line_broken', said: expect.stringMatching(/\w/) },
      nextTryAt: expect.any(String),
    });
  } finally {
    await first.stop();
  }
  line.trouble = null;
  await mailbox.tryNow();
  const running = watching();
  try {
    await mailbox.ready();
    expect(await mailbox.mails()).toMatchObject([{ words: 'Tot hier en niet verder.' }]);
    expect((await mailbox.page()).state.error).toBeNull();
    expect(failed).toEqual([]);
  } finally {
    await running.stop();
  }
});

test('a server that gives one byte after another for ever is left all the same, at signing in and in the middle of a message', async () => {
  const mailbox = await aMailbox();
  await mailbox.deliver({ text: 'Druppel voor druppel.' });
  const dripping = watching(20_000, 150, 1500);
  try {
    const cases = [
      [/OK \[?[^\r\n]*Logged in/, { step: 'tls', last_error: 'no_answer' }],
      [/Druppel/, { step: 'folder', last_error: 'line_broken' }],
    ] as const;
    for (const [at, expected] of cases) {
      line.trouble = { at, and: 'drip' };
      await mailbox.tryNow();
      const { step, last_error, last_error_said } = await mailbox.failure();
      expect({ step, last_error }, `drips at ${at}`).toEqual(expected);
      expect(last_error_said).toContain('did not end its answer');
    }
    expect(await mailbox.mails()).toEqual([]);
  } finally {
    line.trouble = null;
    await dripping.stop();
  }
  await mailbox.tryNow();
  const running = watching();
  try {
    await mailbox.ready();
    expect(await mailbox.mails()).toMatchObject([{ words: 'Druppel voor druppel.' }]);
    expect(failed).toEqual([]);
  } finally {
    await running.stop();
  }
});

test('a server inside the network is not reached, by whatever it is called, and the page says so', async () => {
  const mailbox = await aMailbox();
  const running = watching();
  try {
    for (const host of ['169.254.169.254', '0x7f.2']) {
      await mailbox.tryNow({ imap_host: host });
      const { step, last_error } = await mailbox.failure();
      expect({ host, step, last_error }).toEqual({ host, step: 'name', last_error: 'host_refused' });
    }
    expect((await mailbox.page()).state).toMatchObject({ error: { code: 'host_refused' } });
  } finally {
    await running.stop();
  }
});

test('a folder that is renamed counts nothing twice, and a password that is changed on the way is asked for again', async () => {
  const mailbox = await aMailbox();
  line.trouble = null;
  await inFolders(mailbox.user, async (client) => {
    await client.mailboxCreate('Klanten');
    const raw = aMail({ from: 'dora@klant.example', to: `${mailbox.user}@bedrijf.example`, text: 'Een.' });
    await client.append('Klanten', raw);
  });
  const running = watching();
  try {
    await until(async () => (await mailbox.mails()).length === 1);
    await inFolders(mailbox.user, async (client) => {
      await client.mailboxRename('Klanten', 'Oude klanten');
      const raw = aMail({ from: 'dora@klant.example', to: `${mailbox.user}@bedrijf.example`, text: 'Twee.' });
      await client.append('Oude klanten', raw);
    });
    await until(async () => (await mailbox.mails()).length === 2);
    await until(async () =>
      (await mailbox.page()).folders.some((one: { path: string }) => one.path === 'Oude klanten'),
    );
    expect((await mailbox.page()).folders.map((one: { path: string }) => one.path)).not.toContain('Klanten');
    expect((await mailbox.page()).state).toMatchObject({ step: 'ready', error: null });
    await dovecot.setPassword('een-ander');
    await mailbox.tryNow();
    expect(await mailbox.failure()).toMatchObject({ step: 'login', last_error: 'login_refused' });
    expect(await mailbox.mails()).toHaveLength(2);
    await dovecot.setPassword(password);
    expect(failed).toEqual([]);
  } finally {
    await running.stop();
  }
});

test('a mail that comes while another is read does not wait for the next look', async () => {
  const mailbox = await aMailbox();
  const never = 3_600_000;
  const running = watching(20_000, never);
  try {
    await mailbox.ready();
    line.trouble = { at: /Eerste woorden/, and: () => mailbox.deliver({ text: 'Nog iets.' }) };
    await mailbox.deliver({ text: 'Eerste woorden.' });
    await until(async () => (await mailbox.mails()).length === 2);
    expect(failed).toEqual([]);
  } finally {
    await running.stop();
  }
});

test('of a message of 20 MB the words are read wherever they stand, its files are named, and the rest never comes over the line', async () => {
  const mailbox = await aMailbox();
  line.trouble = null;
  const photo = `${'A'.repeat(76)}\r\n`.repeat(180_000);
  const textPart = (charset: string, text: string) =>
    `--w\r\nContent-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(text, 'latin1').toString('base64')}\r\n`;
  await mailbox.deliver({
    id: 'foto@x',
    subject: 'De foto’s',
    body: {
      type: 'multipart/mixed; boundary="b 1"',
      content: `--b 1\r\nContent-Type: image/jpeg; name="strand.jpg"\r\nContent-Disposition: attachment; filename*=utf-8''%E2%82%AC%20strand.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n${photo}--b 1\r\nContent-Type: multipart/alternative; boundary=w\r\n\r\n${textPart('iso-8859-1', 'H\xe9l mooi geworden.')}--w\r\nContent-Type: text/html\r\n\r\n<p>H&eacute;l <b>mooi</b> geworden.</p>\r\n--w--\r\n--b 1--`,
    },
  });
  await mailbox.deliver({ id: 'tekst@x', subject: 'Lang', text: 'Een lange regel.\r\n'.repeat(400_000) });
  await mailbox.deliver({
    id: 'pdf@x',
    subject: 'Boek',
    body: {
      type: 'application/pdf; name=boek.pdf\r\nContent-Transfer-Encoding: base64',
      content: photo,
    },
  });
  const before = line.bytes;
  const running = watching();
  try {
    await until(async () => (await mailbox.mails()).length === 3);
    expect(line.bytes - before).toBeLessThan(1_500_000);
    const opened = await Promise.all(
      (await mailbox.mails()).map(async ({ id, words }: { id: string; words: string }) => ({
        words,
        ...(await mailbox.mail(id)),
      })),
    );
    const [photos, long, book] = ['De foto’s', 'Lang', 'Boek'].map((subject) =>
      opened.find((one) => one.subject === subject),
    );
    expect(photos).toMatchObject({
      words: 'Hél mooi geworden.',
      isHead: true,
      html: expect.stringContaining('<b>mooi</b>'),
    });
    expect(photos.files).toEqual([
      { id: expect.any(String), name: '€ strand.jpg', type: 'image/jpeg', size: 57 * 180_000, kept: false },
    ]);
    expect(long).toMatchObject({
      isHead: true,
      files: [],
      words: expect.stringMatching(/^Een lange regel.\nEen lange/),
    });
    expect(book).toMatchObject({ isHead: true, words: '', files: [{ name: 'boek.pdf', kept: false }] });
    expect(failed).toEqual([]);
  } finally {
    await running.stop();
  }
});

async function inFolders(user: string, act: (client: ImapFlow) => Promise<void>): Promise<void> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: dovecot.imapPort,
    secure: false,
    auth: { user, pass: password },
    logger: false,
  });
  await client.connect();
  await act(client);
  await client.logout();
}
