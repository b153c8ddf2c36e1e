import type { Day } from '#core/day/day';
import type { Basis, Channel, LegalForm, Outcome, StopReason } from '#core/opportunity/vocabulary';

export type DemoNext = { on: Day };
/** What happened on a day, in order. `at`: a clock time of the company's zone, only for an appointment to come. */
export type DemoAct =
  | {
      verb: 'log';
      on: Day;
      channel: Channel;
      outcome: Outcome;
      minutes: number;
      note: string;
      until?: Day;
      at?: string;
      next?: DemoNext;
    }
  | { verb: 'stop'; on: Day; saidNo: boolean; reason: StopReason; note: string }
  | { verb: 'revive'; on: Day }
  | { verb: 'inbound'; on: Day; channel: Channel; note: string }
  | { verb: 'promise'; on: Day; by: 'me' | 'them'; text: string; dueOn: Day; kept: boolean }
  | { verb: 'care'; on: Day; channel: Channel; note: string };

export type DemoOpportunity = {
  title: string;
  /** Minor units. */
  value: number | null;
  keen: string | null;
  source: string;
  createdOn: Day;
  /** The first planned moment, when the rhythm does not decide. */
  next?: DemoNext;
  acts: DemoAct[];
};
export type DemoPerson = {
  name: string;
  email: string | null;
  phone: string | null;
  legalForm: LegalForm;
  basis: Basis;
  goodToKnow: string | null;
  howMet: string | null;
};
/** One customer, and what there is to sell to them: the first opportunity first. */
export type DemoLife = { person: DemoPerson; organisation: string; opportunities: DemoOpportunity[] };
