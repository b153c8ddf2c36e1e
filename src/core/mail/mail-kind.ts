import type { MailFacts } from './mail-facts.ts';

/** `message`: written by somebody. `list`: to many at once. `bounce`: a server says that a message did not arrive. */
export type MailKind = 'message' | 'auto_reply' | 'bounce' | 'list';

const daemon =
  /^(?:mailer-?daemon|poo?stmaster|mail\.delivery\.system|mail-?daemon|mdaemon|no-?reply-?dsn|delivery-?status)@?|^mailer-daemon$/i;
const daemonName =
  /mail(?:er)?[ -]?(?:delivery|daemon)|mail delivery (?:sub)?system|postmaster|system administrator|content-filter/i;
const bounceSubject =
  /undeliver|not (?:be )?deliver|delivery (?:status|failure|fail|notification|report)|delivery has|returned (?:mail|to sender)|failure notice|mail system error|delivery failed|mail delivery|bounce|non recapitabile|onbestelbaar|unzustellbar|niet afgeleverd|blocked by our|delivery error/i;
const bounceText =
  /could not be delivered|unable to deliver|wasn'?t able to deliver|did not reach the following|delivery to the following recipients?|following address(?:es|\(es\))? (?:failed|had)|error delivering your mail|failure reasons|transcript of session follows|error has occurred while attempting to deliver|an error occurred while trying to deliver|kon(?:den)? niet (?:worden )?(?:af)?bezorgd/i;
/** What answering machines put before the subject. */
const autoSubject =
  /^\s*(?:(?:re|aw|antw|fw)\s*:\s*)*(?:automati(?:c|sche|sch)|auto[ -]?(?:reply|response|antwoord|matic)|out of (?:the )?office|ooo\b|afwezig|niet op kantoor|vakantie ?(?:melding|bericht)|buiten kantoor|abwesen|away (?:until|from)|on (?:holiday|vacation|leave)|absence\b|réponse automatique)/i;

/** The first that fits, the surest signs first. */
export function mailKind(mail: MailFacts): MailKind {
  if (isBounce(mail)) return 'bounce';
  if (isAutomatic(mail)) return 'auto_reply';
  return isList(mail) ? 'list' : 'message';
}

function isBounce(mail: MailFacts): boolean {
  const type = mail.headers.get('content-type') ?? '';
  if (/report-type\s*=\s*"?delivery-status/i.test(type)) return true;
  if (mail.headers.has('x-failed-recipients')) return true;
  const byDaemon = mail.from === null || daemon.test(mail.from.address) || daemonName.test(mail.from.name);
  if (
    mail.reports.length > 0 &&
    (byDaemon || mail.reports.some((report) => /^action:\s*(?:failed|delayed)/im.test(report)))
  )
    return true;
  const start = mail.text.slice(0, 3000);
  if (byDaemon || hasNoReturn(mail)) return bounceSubject.test(mail.subject) || bounceText.test(start);
  return false;
}

/** An answer goes nowhere: `Return-Path: <>` (RFC 5321, 4.5.5). Written by the own server. */
const hasNoReturn = (mail: MailFacts): boolean => mail.headers.get('return-path')?.trim() === '<>';

/** RFC 3834, and what Outlook, Gmail, Apple and older machines say instead. */
function isAutomatic({ headers, subject }: MailFacts): boolean {
  const submitted = headers.get('auto-submitted')?.trim().toLowerCase() ?? 'no';
  if (submitted !== 'no' && submitted !== '') return true;
  if (
    ['x-autoreply', 'x-autorespond', 'x-autoresponse', 'x-auto-reply', 'x-vacation', 'x-apple-action'].some((name) =>
      headers.has(name),
    )
  )
    return true;
  if (/auto_reply|auto-reply|bulk-auto/i.test(headers.get('precedence') ?? '')) return true;
  if (headers.has('x-ms-exchange-inbox-rules-loop') && headers.has('x-auto-response-suppress')) return true;
  return autoSubject.test(subject);
}

function isList({ headers }: MailFacts): boolean {
  if (['list-id', 'list-unsubscribe', 'list-post', 'feedback-id'].some((name) => headers.has(name))) return true;
  return /^\s*(?:bulk|list|junk)\b/i.test(headers.get('precedence') ?? '');
}
