import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { toDay } from '#core/day/day';
import { awayUntil } from '#core/mail/away-until';
import { mailKind } from '#core/mail/mail-kind';
import { bouncedOf } from '#core/mail/read-bounce';
import { trimReply } from '#core/mail/trim-reply';
import { readMessage } from '#mail/read-message';
import { captureMail, type FoundIn } from '#usecases/mailbox/capture-mail';
import { hasSharedData, sharedFile, sharedPath } from '#tests/support/shared-data';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

async function folder(name: string) {
  const names = (await readdir(sharedPath(`eml/${name}`))).toSorted();
  return Promise.all(
    names.map(async (file) => {
      const raw = await sharedFile(`eml/${name}/${file}`);
      return { file, raw: raw.toString('latin1'), message: await readMessage(raw) };
    }),
  );
}
const of = <T>(all: readonly T[], fits: (one: T) => boolean) => all.filter(fits).length;
// The one place of the tests that prints: the figures are what is asked for.
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Read by a person: in these the server says that nobody has the address. */
const dead = [
  'amazonses-06',
  'courier-02',
  'dragonfly-10',
  'exchange2007-07',
  'exim-05',
  'ezweb-04',
  'mailru-05',
  'mxlogic-01',
  'notes-03',
  'postfix-05',
  'postfix-16',
  'postfix-36',
  'postfix-76',
  'qmail-10',
  'sendgrid-02',
  'v5sendmail-02',
  'x2-01',
  'x3-01',
  'yahoo-01',
  'yahoo-06',
  'rhost-apple-04',
  'kddi-02',
  'nttdocomo-03',
  'gsuite-09',
];
/** And in these that it is full, too large, spam, unreachable or against a policy: the address may be right. */
const alive = [
  'amavis-03',
  'barracuda-01',
  'dragonfly-05',
  'dragonfly-15',
  'dragonfly-20',
  'dragonfly-25',
  'dragonfly-30',
  'exim-30',
  'exim-35',
  'exim-40',
  'exim-45',
  'exim-55',
  'gmail-04',
  'mailru-10',
  'qmail-05',
  'qmail-15',
  'qmail-20',
  'receivingses-05',
  'sendmail-35',
  'x4-01',
  'yahoo-11',
  'franceptt-10',
  'microsoft-05',
  'yahooinc-01',
  'rhost-google-06',
];
const named = (names: readonly string[], file: string) => names.some((name) => file.includes(`${name}.eml`));

test.runIf(hasSharedData)('bounces of real servers are recognised, and none that is not one', async () => {
  const [bounces, others, automatic, odd] = await Promise.all(
    ['bounces-sisimai', 'not-bounce-sisimai', 'autoreply-sisimai', 'mailparser'].map(folder),
  );
  if (!bounces || !others || !automatic || !odd) throw new Error('Not all folders are here.');
  const missed = bounces.filter(({ message }) => mailKind(message.facts) !== 'bounce');
  const named_ = bounces.filter(({ message }) => bouncedOf(message.facts).length > 0);
  const deadRight = of(
    bounces,
    ({ file, message }) => named(dead, file) && bouncedOf(message.facts).some((one) => one.dead),
  );
  const deadWrong = bounces.filter(
    ({ file, message }) => named(alive, file) && bouncedOf(message.facts).some((one) => one.dead),
  );
  const kinds = [...others, ...odd.filter(({ file }) => file !== 'delivery-status.eml')].filter(
    ({ message }) => mailKind(message.facts) !== 'message',
  );
  const auto = of(automatic, ({ message }) => mailKind(message.facts) === 'auto_reply');
  say(
    `bounces: ${bounces.length - missed.length} of ${bounces.length} recognised (not: ${missed.map((one) => one.file).join(', ')}); ${named_.length} name whom`,
  );
  say(
    `dead addresses: ${deadRight} of ${dead.length} recognised; ${deadWrong.length} of ${alive.length} living ones called dead`,
  );
  say(
    `not bounces, and messages: ${kinds.length} wrong of ${others.length + odd.length - 1}; automatic replies: ${auto} of ${automatic.length}`,
  );
  expect(bounces.length - missed.length).toBeGreaterThanOrEqual(110);
  expect(named_.length).toBeGreaterThanOrEqual(100);
  expect(deadRight).toBeGreaterThanOrEqual(dead.length - 1);
  expect(deadWrong.map((one) => one.file)).toEqual([]);
  expect(kinds.map((one) => one.file)).toEqual([]);
  expect(auto).toBe(automatic.length);
  const away = automatic.map(({ file, message: { facts } }) => [
    file,
    awayUntil(facts, toDay((facts.date ?? new Date()).toISOString().slice(0, 10))),
  ]);
  expect(away).toEqual([
    ['rfc3834-01.eml', '2005-05-05'],
    ['rfc3834-02.eml', null],
    ['rfc3834-03.eml', '2020-01-10'],
    ['rfc3834-04.eml', '2013-08-01'],
    ['rfc3834-05.eml', null],
  ]);
});

/** What each person wrote themselves: how it begins, how it ends, and what may not be in it. */
const replies: Record<string, [begins: string, ends: string, without?: string]> = {
  'correct_sig.txt': ['this is an email', '-- signature.', 'rick'],
  'email_1_1.txt': ['Hi folks', '-Abhishek Kona', 'mailing list'],
  'email_1_2.txt': ['Hi,', '', 'Abhishek Kona wrote'],
  'email_1_3.txt': ['Oh thanks.', '-Abhishek Kona', 'Russell'],
  'email_1_4.txt': ['Awesome!', 'problem with it.', 'Loader'],
  'email_1_5.txt': ["One: Here's", 'for a while.'],
  'email_1_6.txt': ['I get proper', 'as well.', 'torch'],
  'email_1_7.txt': [':+1:', ':+1:'],
  'email_1_8.txt': ['I will reply under this one', 'under this.', 'signature'],
  'email_2_1.txt': ['Outlook with a reply', 'a reply', 'Google'],
  'email_2_2.txt': ['Outlook with a reply directly above line', 'above line'],
  'email_2_3.txt': ['Outlook with a reply directly above line', 'above line'],
  'email_BlackBerry.txt': ['Here is another email', 'another email'],
  'email_bullets.txt': ['test 2 this', '- and another', 'Joe Smith'],
  'email_iPhone.txt': ['Here is another email', 'another email'],
  'email_multi_word_sent_from_my_mobile_device.txt': ['Here is another email', 'another email'],
  'email_one_is_not_on.txt': ['Thank, this', 'when I run...', 'lastLocation'],
  'email_sent_from_my_not_signature.txt': ['Here is another email', 'my mobile phone.'],
  'email_sig_delimiter_in_middle_of_line.txt': ['Hi there!', 'kthxbai'],
  'greedy_on.txt': ['On your remote host', 'tunnel is not working.', 'odd issue'],
  'pathological.txt': ["I think you're onto", 'back to a computer.', 'Influenza'],
};

test.runIf(hasSharedData)('of replies only what was written stays', async () => {
  const wrong: string[] = [];
  for (const [file, [begins, ends, without]] of Object.entries(replies)) {
    const text = trimReply((await sharedFile(`eml/replies-email_reply_parser/${file}`)).toString());
    const right = text.startsWith(begins) && text.endsWith(ends) && !(without !== undefined && text.includes(without));
    if (!right || /^\s*>/m.test(text)) wrong.push(file);
  }
  say(`replies: ${Object.keys(replies).length - wrong.length} of ${Object.keys(replies).length} cut right`);
  expect(wrong).toEqual([]);
});

test.runIf(hasSharedData)('nothing is put to a person who did not write it', async () => {
  const all = (
    await Promise.all(['bounces-sisimai', 'not-bounce-sisimai', 'autoreply-sisimai', 'mailparser'].map(folder))
  ).flat();
  const workspace = await house().aWorkspace();
  // Everybody whose address stands anywhere in any of them is known to us, and has an opportunity.
  const addresses = new Set(
    all.flatMap(({ raw }) => raw.toLowerCase().match(/[a-z0-9._+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/g) ?? []),
  );
  const list = ['name,email', ...[...addresses].slice(0, 900).map((address, at) => `Persoon ${at},${address}`)].join(
    '\n',
  );
  const { body } = await workspace.api.post('/imports', { text: list });
  await workspace.api.post(`/imports/${body.id}/commit`, { notWon: 'open' });
  const found: FoundIn = {
    mailboxId: null,
    role: 'inbox',
    own: new Set(),
    leftOutDomains: [],
    countsFrom: new Date(0),
    receivedAt: house().now(),
  };
  let [put, moments] = [0, 0];
  for (const { file, message } of all) {
    const made = await captureMail(workspace.context, message, {
      ...found,
      receivedAt: message.facts.date ?? house().now(),
    });
    put += made.persons;
    moments += made.moments;
    // Nothing was sent from here, so nothing came back; a machine writes for nobody.
    if (mailKind(message.facts) === 'bounce') expect.soft(made, file).toEqual({ persons: 0, moments: 0 });
    if (mailKind(message.facts) !== 'message') expect.soft(made.moments, file).toBe(0);
    expect.soft(made.persons, file).toBeLessThanOrEqual(1);
  }
  const { body: waiting } = await workspace.api.get('/opportunities?state=open&limit=200');
  const senders = new Set(
    all
      .filter(({ message }) => mailKind(message.facts) === 'message')
      .map(({ message }) => message.facts.from?.address),
  );
  for (const one of waiting.items) if (one.waitingSince !== null) expect(senders).toContain(one.person.email);
  say(
    `${all.length} mails, ${addresses.size} known addresses: ${put} put to their sender, ${moments} of them waiting, none to anybody else`,
  );
  expect(moments).toBeGreaterThan(0);
});
