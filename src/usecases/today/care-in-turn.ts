import type { Day } from '#core/day/day';
import { lookAhead } from '#core/relationship/important-day';
import type { NextChannel } from '#core/opportunity/vocabulary';
import { careDue, type CareRow } from '#db/care-due';
import type { Tx } from '#db/transaction';
import { careChannel } from '../permission/care-channel.ts';
import type { Surroundings } from '../surroundings.ts';

/**
 * `here`: it is their day, or their last working day before it. `ahead`: their day comes, and is told of. `turn`: it is their turn in the
 * rhythm. Whom no channel may reach (`wait`) stands behind: one asks at the next contact of one's own.
 */
export type CareInTurn = { row: CareRow; channel: NextChannel; when: 'here' | 'ahead' | 'turn' };

/** Days, and people whose turn it is, that are looked at: of five minutes each, a tenth of the longest day. */
const most = 8;
/** Looked at once more when some of those wait: they must not keep the others from their turn. */
const mostBehind = 64;

/** To whom attention is due today: those whose day it is, those whose day comes, and those whose turn it is. */
export async function careInTurn(tx: Tx, surroundings: Surroundings): Promise<CareInTurn[]> {
  const { member, today, calendar } = surroundings;
  const until = lookAhead(calendar, today);
  const look = async (limit: number) =>
    oncePerson(await careDue(tx, member.id, today, until, limit), until).map((care): CareInTurn => ({
      ...care,
      channel: careChannel(care.row, surroundings),
    }));
  const first = await look(most);
  const turns = first.filter(isTurn);
  const inTurn = turns.length >= most && turns.some(waits) ? (await look(mostBehind)).filter(isTurn) : turns;
  return [
    ...first.filter((care) => !isTurn(care)),
    ...inTurn.filter((care) => !waits(care)).slice(0, most),
    ...inTurn.filter(waits).slice(0, most),
  ];
}

const isTurn = ({ when }: CareInTurn): boolean => when === 'turn';
const waits = ({ channel }: CareInTurn): boolean => channel === 'wait';

/** Whose day it is does not stand there a second time because it is their turn as well; a day that is still to come is told with the turn. */
function oncePerson(rows: readonly CareRow[], until: Day): Omit<CareInTurn, 'channel'>[] {
  const isHere = ({ day }: CareRow) => day !== null && day.nextOn <= until;
  const here = new Set(rows.filter(isHere).map((row) => row.id));
  const turns = new Set(rows.filter((row) => row.day === null && !here.has(row.id)).map((row) => row.id));
  return rows.flatMap((row): Omit<CareInTurn, 'channel'>[] => {
    if (isHere(row)) return [{ row, when: 'here' }];
    if (row.day !== null) return turns.has(row.id) ? [] : [{ row, when: 'ahead' }];
    if (here.has(row.id)) return [];
    return [{ row: { ...row, day: rows.find((one) => one.id === row.id && one.day)?.day ?? null }, when: 'turn' }];
  });
}
