import type { Calendar } from '#core/day/calendar';
import { addDays, type Day } from '#core/day/day';
import type { LegalForm } from '#core/opportunity/vocabulary';
import { seededRandom } from '#core/persistence/seeded-random';
import type { DemoLife, DemoOpportunity } from './demo-life.ts';
import { type Plan, plansOf, shuffled } from './demo-plan.ts';
import { roadOf } from './demo-road.ts';
import { type Tools, toolsFor } from './demo-tools.ts';
import * as words from './demo-words.ts';

/**
 * A company of 400 opportunities, with eighteen months behind it: what was done, day by day, to be carried out by the use cases.
 * The same for the same seed, day and calendar. Nobody in it exists, and none of its addresses can: mail under `.example` (RFC 2606),
 * numbers whose subscriber part begins with 0, which the Dutch plan never gives out.
 */
export function inventDemo(seed: number, today: Day, calendar: Calendar): DemoLife[] {
  const tools = toolsFor(seededRandom(seed), today, calendar);
  const taken = { organisations: new Set([first.organisation]), emails: new Set([first.email]) };
  const plans = shuffled(tools, plansOf(tools));
  const lives: DemoLife[] = [];
  // A second sale to somebody who has bought, and a second opportunity that is due along with the first.
  const seconds = plans.filter((plan) => plan.again);
  for (const plan of plans) {
    if (plan.again) continue;
    const life = inventCustomer(tools, taken, lives.length);
    life.opportunities.push(inventOpportunity(tools, plan, life));
    lives.push(life);
  }
  const spare = lives.filter((life) => life.opportunities.some((o) => endsIn(o) !== 'do_not_contact'));
  for (const [i, plan] of seconds.entries()) {
    const life = spare[(i * 17) % spare.length];
    if (life) life.opportunities.push(inventOpportunity(tools, plan, life));
  }
  headToday(tools, lives);
  return lives;
}

const endsIn = (opportunity: DemoOpportunity) =>
  opportunity.acts.flatMap((a) => (a.verb === 'log' ? a.outcome : [])).at(-1);

const first = {
  name: 'Marieke van den Berg',
  organisation: 'Van den Berg Interieurs BV',
  email: 'marieke@vandenberginterieurs.example',
};

/** The one that waits longest heads Today: what one sees first should tell what this is about. */
function headToday({ worked, today }: Tools, lives: readonly DemoLife[]): void {
  const life = lives.find((one) => one.opportunities[0]?.acts.some((act) => act.verb === 'inbound'));
  const opportunity = life?.opportunities[0];
  if (!life || !opportunity) return;
  const { organisation, ...person } = first;
  life.organisation = organisation;
  life.person = { ...life.person, ...person, phone: life.person.phone ?? '0600001000', legalForm: 'legal_person' };
  life.person.goodToKnow = 'Dochter begint op de kunstacademie';
  opportunity.title = 'Showroom';
  opportunity.value = 1_850_000;
  opportunity.keen = 'Het eikenhout uit de showroom in Zeist';
  opportunity.acts = opportunity.acts.map((act) =>
    act.verb === 'inbound'
      ? { ...act, on: worked(addDays(today, -2)), channel: 'email', note: 'Vraagt om twee referenties.' }
      : act,
  );
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '');

function inventCustomer(
  { pick, chance }: Tools,
  taken: { organisations: Set<string>; emails: Set<string> },
  nth: number,
): DemoLife {
  let [name, organisation, legalForm, email] = ['', '', 'legal_person' as LegalForm, ''];
  do {
    const firstName = pick(words.firstNames);
    const familyName = pick(words.familyNames);
    name = `${firstName} ${familyName}`;
    if (chance(0.16)) [organisation, legalForm] = [`${name} ${pick(words.crafts)}`, 'sole_trader'];
    else if (chance(0.2)) [organisation, legalForm] = [pick(words.named), 'legal_person'];
    else {
      // Half of the time one talks with the family itself.
      const family = chance(0.5) ? familyName : pick(words.familyNames);
      organisation = `${family.charAt(0).toUpperCase()}${family.slice(1)} ${pick(words.trades)} ${pick(['BV', 'BV', 'BV', 'VOF'])}`;
      legalForm = 'legal_person';
    }
    const domain = plain(organisation.replace(/ (BV|VOF)$/, ''));
    email = `${legalForm === 'sole_trader' ? 'hallo' : plain(firstName)}@${domain}.example`;
  } while (taken.organisations.has(organisation) || taken.emails.has(email));
  taken.organisations.add(organisation);
  taken.emails.add(email);
  const hasPhone = chance(0.92);
  const last = String(1000 + nth);
  return {
    person: {
      name,
      email: !hasPhone || chance(0.88) ? email : null,
      phone: !hasPhone ? null : chance(0.7) ? `060000${last}` : `${pick(['010', '020', '030', '070'])}000${last}`,
      legalForm,
      basis: pick(['request', 'conversation', 'conversation', 'event', 'referral'] as const),
      goodToKnow: chance(0.4) ? pick(words.goodToKnow) : null,
      howMet: chance(0.5) ? pick(words.howMet) : null,
    },
    organisation,
    opportunities: [],
  };
}

function inventOpportunity(tools: Tools, plan: Plan, life: DemoLife): DemoOpportunity {
  const { pick, chance, random } = tools;
  const { thing, low, high } = pick(words.things);
  // More small ones than large ones, in round figures as a salesperson writes them.
  const euros = Math.round((low + (high - low) * random() * random()) / 50) * 50;
  const road = roadOf(tools, plan, { firstName: life.person.name.split(' ')[0] ?? '', thing });
  const spoken = road.acts.some(
    (act) => act.verb === 'log' && act.outcome !== 'no_answer' && act.outcome !== 'message_left',
  );
  return {
    title: `${thing.charAt(0).toUpperCase()}${thing.slice(1)}`,
    value: chance(0.07) ? null : euros * 100,
    keen: spoken && chance(0.75) ? pick(words.keenOn) : null,
    source: pick(words.sources),
    ...road,
  };
}
