import type { MailFacts } from './mail-facts.ts';

/** `dead`: nobody has this address, or not any more. Else the message was refused for another reason, which says nothing of the address. */
export type Bounced = { address: string; dead: boolean };

/** Enhanced status codes (RFC 3463) that say so: bad mailbox, bad domain, moved without a trace, null MX, mailbox disabled. */
const deadStatus = /^5\.(?:1\.(?:1|2|3|6|10)|2\.1)$/;
/** What servers write instead. Not "full", "spam", "policy": the address may be right. */
const deadWords =
  /user(?:name)? (?:is )?unknown|unknown (?:or illegal )?(?:user|recipient|address|local.part)|no such (?:user|recipient|mailbox|address|person|domain)|(?:user|recipient|mailbox|account|address|email)[^.\n]{0,40} (?:does not exist|doesn'?t exist|not found|could not be found|couldn'?t be found|is disabled|is unavailable|not recognized|is invalid)|invalid (?:recipient|mailbox)|not listed in public name|doesn'?t have an? .{1,60} account|no smtp service|host unknown|host or domain name not found|name or service not known|domain (?:does not exist|not found)|has moved, no forwarding|account is locked|mailbox unavailable|recipientnotfound|recipient name is not recognized/i;
const liveWords =
  /full|quota|over ?quota|spam|blocked|policy|greylist|dmarc|spf\b|dkim|too large|size limit|rejected due|blacklist|rbl/i;

const addressText = /[^\s<>()[\]",;:=]+@[^\s<>()[\]",;:=]+[a-z0-9]/i;
const everyAddress = new RegExp(addressText.source, 'gi');
/** From here on stands the message itself. */
const copyBelow =
  /^.{0,12}(?:-{2,}.{0,20}(?:copy of the message|original message|header of the original|unsent message|returned message|message (?:header|text) follows|below this line)|below is a copy of the original|message headers follow|included is a copy|.{0,40}original message follows|return-path:|received:\s)/im;

/** Whom a message that came back did not reach; none when it is only late, or does not say. Every address once. */
export function bouncedOf(mail: MailFacts): Bounced[] {
  const reported = mail.reports.flatMap((report) => fromReport(report, mail.text));
  if (reported.length > 0) return once(reported.flatMap((entry) => (entry.bounced ? [entry.bounced] : [])));
  const told = mail.headers.get('x-failed-recipients');
  const body = shortLines(mail.text).split(copyBelow, 1)[0] ?? '';
  if (isLate(mail, body)) return [];
  const addresses = told ? told.match(everyAddress) : fromText(body, mail);
  return once(
    (addresses ?? []).map((address) => ({ address: address.toLowerCase(), dead: isDead(around(body, address)) })),
  );
}

/** No pattern runs over more. */
const shortLines = (text: string): string =>
  text
    .slice(0, 30_000)
    .split(/\r?\n/)
    .map((line) => line.slice(0, 800))
    .join('\n');

/** Only late: the server goes on trying. */
function isLate(mail: MailFacts, body: string): boolean {
  return /\bdelay|warning message only|will be retried|still being retried/i.test(
    `${mail.subject}\n${body.slice(0, 1500)}`,
  );
}

/** A block of fields for each recipient (RFC 3464, 2.3). */
function fromReport(report: string, text: string): { bounced: Bounced | null }[] {
  return report
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n\s*\r?\n|(?=^final-recipient:)/im)
    .flatMap((block): { bounced: Bounced | null }[] => {
      const field = (name: string) =>
        new RegExp(`^${name}:[ \t]*(.*)$`, 'im').exec(block)?.[1]?.trim().slice(0, 800) ?? '';
      const said =
        addressText.exec(field('original-recipient').replace(/^[^;]*;/, '')) ??
        addressText.exec(field('final-recipient').replace(/^[^;]*;/, ''));
      if (!said) return [];
      const address = said[0].toLowerCase();
      const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(field('status'))?.[0] ?? '';
      const action = field('action').toLowerCase();
      if (!action.startsWith('fail') && !(action === '' && status.startsWith('5'))) return [{ bounced: null }];
      const why = field('diagnostic-code');
      const inWhy = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(why)?.[0] ?? '';
      const dead =
        saysDead(why) ??
        (deadStatus.test(status) ||
          deadStatus.test(inWhy) ||
          (why === '' && isDead(around(shortLines(text), address))));
      return [{ bounced: { address, dead } }];
    });
}

/** Null: the words say neither. */
function saysDead(why: string): boolean | null {
  if (deadWords.test(why)) return true;
  return liveWords.test(why) ? false : null;
}

function isDead(words: string): boolean {
  const said = saysDead(words);
  return said ?? /\b5\.1\.(?:1|2|3|6|10)\b|\b5\.2\.1\b/.test(words);
}

/** What is said of an address: its own line, and the lines below it up to the next address of another. */
function around(body: string, address: string): string {
  const lines = body.split(/\r?\n/);
  const at = lines.findIndex((line) => line.toLowerCase().includes(address.toLowerCase()));
  if (at < 0) return body.slice(0, 2000);
  const after = lines.slice(at + 1, at + 9);
  const end = after.findIndex((line) => {
    const other = addressText.exec(line)?.[0].toLowerCase();
    return other !== undefined && !line.toLowerCase().includes(address.toLowerCase());
  });
  const above = lines[at - 1] ?? '';
  const before = /:\s*$/.test(above) || addressText.test(above) ? '' : above;
  return [before, lines[at], ...(end < 0 ? after : after.slice(0, end))].join('\n');
}

/** Not the sender, and not the server that writes. */
function fromText(body: string, mail: MailFacts): string[] {
  const own = new Set(
    ['from', 'to'].flatMap((name) => (name === 'from' ? [mail.from?.address] : mail.to.map((one) => one.address))),
  );
  return (body.slice(0, 4000).match(everyAddress) ?? []).filter(
    (address) => !own.has(address.toLowerCase()) && !/^(?:mailer-daemon|postmaster)@/i.test(address),
  );
}

function once(all: readonly Bounced[]): Bounced[] {
  const found = new Map<string, Bounced>();
  for (const one of all) if (!found.get(one.address)?.dead) found.set(one.address, one);
  return [...found.values()].slice(0, 20);
}
