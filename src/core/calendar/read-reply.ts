import ICAL from 'ical.js';

/** Somebody's answer to an invitation of ours (iTIP REPLY, RFC 5546, 3.2.3). */
export type InvitationReply = {
  /** Of the appointment. */
  appointmentId: string;
  /** Which state of it they answered to. */
  sequence: number;
  /** Who answers, in lower case. */
  address: string;
  answer: 'accepted' | 'declined' | 'tentative';
  comment: string | null;
};

const answers = { ACCEPTED: 'accepted', DECLINED: 'declined', TENTATIVE: 'tentative' } as const;
const ours = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@aanhouder$/;
const longest = 200_000;

/** Reads the text of a part `text/calendar`, or of a file; null for anything but an answer to an invitation of ours. */
export function readReply(text: string): InvitationReply | null {
  const root = calendarOf(text);
  if (root === null || valueOf(root, 'method').toUpperCase() !== 'REPLY') return null;
  const event = root.getFirstSubcomponent('vevent');
  if (!event) return null;
  const appointmentId = ours.exec(valueOf(event, 'uid').trim().toLowerCase())?.[1];
  // A reply has one attendee: who answers.
  const [attendee, ...others] = event.getAllProperties('attendee');
  if (appointmentId === undefined || attendee === undefined || others.length > 0) return null;
  const answer = answerOf(String(attendee.getParameter('partstat') ?? '').toUpperCase());
  const address = String(attendee.getFirstValue() ?? '')
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase();
  if (answer === null || !address.includes('@')) return null;
  const sequence = Number(valueOf(event, 'sequence') || 0);
  const comment = valueOf(event, 'comment').trim().slice(0, 1000);
  return {
    appointmentId,
    sequence: Number.isInteger(sequence) && sequence >= 0 ? sequence : 0,
    address,
    answer,
    comment: comment || null,
  };
}

function calendarOf(text: string): ICAL.Component | null {
  if (text.length > longest) return null;
  try {
    const parsed: unknown = ICAL.parse(text);
    if (!Array.isArray(parsed) || typeof parsed[0] !== 'string') return null;
    const root = new ICAL.Component(parsed);
    return root.name === 'vcalendar' ? root : null;
  } catch {
    return null;
  }
}

const valueOf = (component: ICAL.Component, name: string): string =>
  String(component.getFirstPropertyValue(name) ?? '');

function answerOf(partstat: string): InvitationReply['answer'] | null {
  return partstat === 'ACCEPTED' || partstat === 'DECLINED' || partstat === 'TENTATIVE' ? answers[partstat] : null;
}
