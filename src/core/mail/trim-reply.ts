/** What quotes begin with, when the reply stands above them. */
const quoteHeads: readonly RegExp[] = [
  // "On Mon, 3 Mar 2026 at 10:00, Anna <anna@…> wrote:", in one line or broken over three.
  /^[ \t]*(?:On|Op|Am|Le)\b(?:[^\n]|\n(?![ \t]*\n)){0,300}?[ \t\n](?:wrote|schreef|schrieb|a écrit|geschreven)(?:[^\n]{0,120})?:\s*$/m,
  /^[ \t]*(?:[^\n]{0,120}<[^\n@<>]+@[^\n<>]+>|[^\n]{0,60}) (?:schreef|wrote) op [^\n]{0,80}:\s*$/m,
  /^[ \t]*\d{4}-\d\d-\d\d[^\n]{0,80}<[^\n@<>]+@[^\n<>]+>\s*:\s*$/m,
  /^[ \t]*-{2,}\s*(?:Original Message|Oorspronkelijk bericht|Ursprüngliche Nachricht|Message d'origine|Forwarded message|Doorgestuurd bericht)\s*-{2,}\s*$/im,
  /^[ \t]*(?:Begin forwarded message|Begin doorgestuurd bericht)\s*:\s*$/im,
  // Outlook: a line, and the head of what is answered.
  /^[ \t]*(?:[_-]{10,}[ \t]*\n[ \t]*)?\*?(?:From|Van|Von|De)\s?:\*?[^\n]+\n(?:[^\n]*\n){0,2}?\s*\*?(?:Sent|Date|Verzonden|Datum|Gesendet|Envoyé)\s?:\*?[^\n]+$/m,
  /^[_]{20,}\s*$/m,
  /^[ \t]*-{20,}\s*$/m,
];
const signatureHeads: readonly RegExp[] = [
  /^(?:--|—|__)\s*$/m,
  // Of a phone: up to a few words that are capitals or "my".
  /^[ \t]*(?:Sent from (?:my|an?|the)\b|Verstuurd vanaf mijn|Verzonden vanaf mijn|Von meinem|Envoyé de mon|Outlook voor|Outlook for|Get Outlook for)[^\n]{0,60}$/m,
];
const phone = /^[ \t]*(?:Sent from my|Sent from an?|Sent from the)\s+(?:(?:\S+ ){0,4})(?:\S+)\s*$/i;

const mostSigns = 50_000;

/**
 * What somebody wrote themselves: without the quoted message, the signature and the words of a phone. Of an answer between the quoted lines
 * only the own lines. A message that is nothing but a quote stays as it is.
 */
export function trimReply(text: string): string {
  // No pattern below runs over more: what is longer is no answer.
  const whole = text
    .slice(0, mostSigns)
    .replaceAll('\r\n', '\n')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{4,}/g, '\n\n\n');
  const own = withoutSignature(withoutQuote(whole))
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return own === '' ? withoutSignature(whole.replaceAll(/^[ \t]*> ?/gm, '')).trim() : own;
}

function withoutQuote(text: string): string {
  const answered = beforeQuotedRest(text);
  const at = Math.min(
    ...quoteHeads.map((head) => {
      const found = head.exec(answered);
      return found && !standsWithin(answered, found) ? found.index : Infinity;
    }),
  );
  const kept = at === Infinity ? answered : answered.slice(0, at);
  return withoutLists(kept)
    .split('\n')
    .filter((line) => !/^[ \t]*>/.test(line))
    .join('\n');
}

/** "On Tue, Anna wrote:" above lines with > and own words below those: only the quoted lines go, and the head. */
function beforeQuotedRest(text: string): string {
  return text.replaceAll(
    /^[ \t]*(?:On|Op|Am|Le)\b(?:[^\n]|\n(?![ \t]*\n)){0,300}?(?:wrote|schreef|schrieb|a écrit|geschreven)[^\n]{0,120}:\s*\n(?:[ \t]*\n){0,4}(?=[ \t]*>)/gm,
    '\n',
  );
}

/** A line of dashes under a heading or in a table is no end of a message: one at the very begin is none either. */
function standsWithin(text: string, found: RegExpExecArray): boolean {
  return text.slice(0, found.index).trim() === '' && found[0].trim().replaceAll(/[-_\s]/g, '') === '';
}

/** The foot that a mailing list adds. */
function withoutLists(text: string): string {
  return text.replace(/\n_{20,}\n[^\n]*(?:mailing list|@)[\s\S]*$/i, '\n');
}

function withoutSignature(text: string): string {
  const at = Math.min(
    ...signatureHeads.map((head) => {
      for (const found of text.matchAll(new RegExp(head.source, `${head.flags}g`))) {
        const line = found[0].trim();
        // "Sent from my desk, is much easier" goes on as a sentence.
        const isLine = !/^sent from/i.test(line) || (phone.test(line) && !/[,.]\s*\S/.test(line));
        if (isLine && text.slice(0, found.index).trim() !== '') return found.index;
      }
      return Infinity;
    }),
  );
  return at === Infinity ? text : text.slice(0, at);
}
