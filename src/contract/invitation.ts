import { Type, type Static } from 'typebox';
import { closed, Id, Instant, Nullable, oneOf } from './scalars.ts';

export const invitationAnswers = ['accepted', 'declined', 'tentative'] as const;

/** The appointment of an opportunity, and what the other knows of it. */
export const Appointment = Type.Object({
  id: Id,
  startsAt: Instant,
  minutes: Type.Integer(),
  state: oneOf(['planned', 'held', 'cancelled'] as const),
  /** To whom an invitation was sent. */
  invited: Nullable(Type.String()),
  /** It changed since, or is off: they do not know yet. */
  toTell: Type.Boolean(),
  answer: Nullable(oneOf(invitationAnswers)),
  answeredAt: Nullable(Instant),
});
export type Appointment = Static<typeof Appointment>;
export const AppointmentOf = Type.Object({ appointment: Nullable(Appointment) });

/** Answers to invitations that came as a file. */
export const NoteAnswer = Type.Object({ text: Type.String({ minLength: 1, maxLength: 200_000 }) }, closed);
export const AnswerNoted = Type.Object({ appointment: Appointment, opportunityId: Id });
export type AnswerNoted = Static<typeof AnswerNoted>;
