import type { Day } from '#core/day/day';
import type { Channel, Outcome } from '#core/opportunity/vocabulary';
import { parseChannel } from './parse-channel.ts';
import { parseMinutes } from './parse-minutes.ts';
import { parseOutcome } from './parse-outcome.ts';
import { openRow, type PersonDraft, readPerson, type ReadRow, type RowChoices } from './read-opportunity-row.ts';

/** One contact moment of the second kind of file. */
export type MomentDraft = {
  kind: 'moment';
  externalId: string | null;
  person: PersonDraft;
  happenedOn: Day;
  channel: Channel;
  outcome: Outcome;
  minutes: number | null;
  note: string | null;
  owner: string | null;
};

/** A moment needs its day; without a channel it was a call, without an outcome nobody is said to have answered. */
export function readMomentRow(choices: RowChoices, cells: readonly string[]): ReadRow<MomentDraft> {
  // A moment is nothing without its day: such a row cannot be kept.
  const reader = openRow({ ...choices, keepUnreadable: false }, cells);
  const { person, leftOut } = readPerson(reader);
  const happenedOn = reader.day('happenedOn');
  const channelText = reader.text('channel', 100);
  const outcomeText = reader.text('outcome', 200);
  const channel = channelText === null ? null : parseChannel(channelText);
  const outcome = outcomeText === null ? null : parseOutcome(outcomeText);
  const minutesText = reader.text('minutes', 40);
  const minutes = minutesText === null ? null : parseMinutes(minutesText);
  if (happenedOn === null && reader.faults.every((fault) => fault.field !== 'happenedOn'))
    reader.fault('day_missing', 'happenedOn');
  if (happenedOn && happenedOn > choices.today) reader.fault('day_in_future', 'happenedOn');
  if (channel && !channel.ok) reader.fault(channel.problem, 'channel');
  if (outcome && !outcome.ok) reader.fault(outcome.problem, 'outcome');
  if (minutes && !minutes.ok) reader.fault(minutes.problem, 'minutes', true);
  const externalId = reader.text('externalId', 200);
  if (!externalId && !person.name && !person.email && !person.phone && !person.organisation)
    reader.fault('nobody', 'name');
  if (happenedOn === null || reader.faults.some((fault) => !fault.kept))
    return { ok: false, faults: reader.faults.filter((fault) => !fault.kept) };
  return {
    ok: true,
    faults: reader.faults,
    draft: {
      kind: 'moment',
      externalId,
      person,
      happenedOn,
      channel: channel?.ok ? channel.value : 'call',
      outcome: outcome?.ok ? outcome.value : 'no_answer',
      minutes: minutes?.ok ? minutes.value : null,
      note: [reader.text('note', 100_000), ...leftOut].filter((text) => text !== null).join('\n') || null,
      owner: reader.text('owner', 200),
    },
  };
}
