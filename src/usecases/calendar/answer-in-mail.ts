import { type InvitationReply, readReply } from '#core/calendar/read-reply';
import type { Tx } from '#db/transaction';
import type { MailFile } from '#mail/read-message';
import { noteReply } from './note-answer.ts';

const calendars: ReadonlySet<string> = new Set(['text/calendar', 'application/ics']);
const mostBytes = 200_000;

/** What the sender of a mail answers to an invitation of ours, noted with its appointment; null when the mail brings no answer of theirs. */
export async function noteAnswerIn(
  tx: Tx,
  files: readonly MailFile[],
  sender: string,
  at: Date,
): Promise<{ answer: InvitationReply['answer']; opportunityId: string } | null> {
  for (const { type, content } of files) {
    if (!calendars.has(type) || content === null || content.length > mostBytes) continue;
    const reply = readReply(content.toString('utf8'));
    // In a mail of somebody else it says nothing of them.
    if (reply === null || reply.address !== sender.toLowerCase()) continue;
    const noted = await noteReply(tx, reply, at);
    if (noted !== null) return { answer: reply.answer, opportunityId: noted.row.opportunity_id };
  }
  return null;
}
