import { channels } from '#core/opportunity/vocabulary';
import { addDays, toDay } from '#core/day/day';
import type { Opportunity } from '#contract/opportunity';
import type { TodayItem } from '#contract/today';
import type { Answer, Api, Body } from './client.ts';
import type { House, Workspace } from './house.ts';

/**
 * A seller who works through the API alone: days of `minutes`, forty-five to find a prospect and fifteen for a contact moment
 * (engine.md, section 8). `hazards`: the truth about these prospects, which the program does not know.
 */
export type SellerYear = { days: number; minutes: number; hazards: readonly number[] };

/** `follow`: what Today says, until a new prospect is worth more. A number: stop after so many. `mix`: each as the article's sellers do. */
export type SellerPolicy = 'follow' | 'mix' | number;

export const findingMinutes = 45;
export const momentMinutes = 15;
const value = 100_000;
/** Where the article's sellers stop, scaled to 100%; "more than three" as four. */
const articleMix = [48, 25, 12, 10].map((share) => share / 95);

/**
 * At which moment each prospect buys, if followed so far; Infinity: never. Evenly spread draws (golden ratio) instead of a die: the same
 * law with little of its noise, so that one year tells what two hundred would.
 */
function fateOf(hazards: readonly number[], prospect: number, seed: number): number {
  let left = (seed + prospect * 0.618_033_988_749_895) % 1;
  let reached = 1;
  for (const [i, hazard] of hazards.entries()) {
    if (left < reached * hazard) return i + 1;
    left -= reached * hazard;
    reached *= 1 - hazard;
  }
  return Number.POSITIVE_INFINITY;
}

function patienceOf(policy: SellerPolicy, prospect: number): number {
  if (policy === 'follow') return Number.POSITIVE_INFINITY;
  if (policy !== 'mix') return policy;
  let left = (0.3 + prospect * 0.754_877_666_246_692_8) % 1;
  for (const [i, share] of articleMix.entries()) {
    if (left < share) return i + 1;
    left -= share;
  }
  return 4;
}

const done = ({ status, body, text }: Answer): Body => {
  if (status < 300) return body;
  throw new Error(`The seller was refused: ${status} ${text}`);
};

/** Every day is worked, every moment takes as long, and the rhythm is a contact a day, so that waiting plays no part. */
export async function settleSeller({ api }: Pick<Workspace, 'api'>, { minutes }: SellerYear): Promise<void> {
  const settings = done(await api.get('/settings'));
  done(
    await api.patch('/settings', {
      version: settings.version,
      country: 'XX',
      averageValue: value,
      acquisitionMinutes: findingMinutes,
      minutesByChannel: Object.fromEntries(channels.map((channel) => [channel, momentMinutes])),
      rhythm: settings.rhythm.map((step: object, i: number) => ({ ...step, gapDays: i === 0 ? 0 : 1 })),
    }),
  );
  const { member } = done(await api.get('/me'));
  done(
    await api.patch('/me', {
      version: member.version,
      minutesADay: minutes,
      workingDays: [1, 2, 3, 4, 5, 6, 7],
    }),
  );
}

type Open = { prospect: number; held: number; on: string };

/** Plays the days, and answers how many were sold to. */
export async function playSeller(
  house: Pick<House, 'setNow'>,
  { api }: Pick<Workspace, 'api'>,
  year: SellerYear,
  policy: SellerPolicy,
  seed = 0.5,
): Promise<{ sales: number; found: number }> {
  const open = new Map<string, Open>();
  const first = toDay('2027-01-04');
  let found = 0;
  let sales = 0;
  // What is left of a day is not lost: a search goes on the next one.
  let left = 0;

  const contact = async (id: string, today: string): Promise<void> => {
    const one = open.get(id);
    if (!one) throw new Error('the program proposed somebody that this seller does not know');
    left -= momentMinutes;
    const number = one.held + 1;
    const outcome = fateOf(year.hazards, one.prospect, seed) === number ? 'bought' : 'spoke';
    const { opportunity }: { opportunity: Opportunity } = done(
      await api.post(`/opportunities/${id}/moments`, { channel: 'call', outcome, expectedHeld: one.held }),
    );
    if (outcome === 'bought') sales += 1;
    if (outcome === 'bought' || number >= patienceOf(policy, one.prospect) || number >= 12) open.delete(id);
    else open.set(id, { ...one, held: number, on: opportunity.nextMoment?.on ?? today });
    if (outcome !== 'bought' && !open.has(id))
      done(await api.post(`/opportunities/${id}/stop`, { saidNo: false, reason: 'no_response' }));
  };

  for (let day = 0; day < year.days; day += 1) {
    const today = addDays(first, day);
    house.setNow(`${today}T08:00:00Z`);
    left += year.minutes;
    for (const id of await worthwhile(api, open, today, policy, left))
      if (left >= momentMinutes) await contact(id, today);
    while (left >= findingMinutes) {
      left -= findingMinutes;
      found += 1;
      const { id } = done(
        await api.post('/opportunities', {
          title: `Kans ${found}`,
          value,
          person: { name: `Prospect ${found}`, basis: 'conversation' },
        }),
      );
      open.set(id, { prospect: found, held: 0, on: today });
      if (left >= momentMinutes) await contact(id, today);
    }
  }
  return { sales, found };
}

/** Whom to contact now: as Today orders them while that beats a new prospect, or for who has a rule all who are due, first found first. */
async function worthwhile(
  api: Api,
  open: ReadonlyMap<string, Open>,
  today: string,
  policy: SellerPolicy,
  minutes: number,
): Promise<string[]> {
  if (policy !== 'follow')
    return [...open]
      .filter(([, one]) => one.on <= today)
      .toSorted(([, a], [, b]) => a.prospect - b.prospect)
      .map(([id]) => id);
  const { items, rest }: { items: TodayItem[]; rest: TodayItem[] } = done(
    await api.get(`/today?minutes=${Math.min(720, Math.max(1, minutes))}`),
  );
  const { newPerMinute } = done(await api.get('/figures'));
  return [...items, ...rest]
    .filter((item) => item.perMinute >= newPerMinute)
    .toSorted((a, b) => b.perMinute - a.perMinute)
    .map((item) => item.opportunity.id);
}
