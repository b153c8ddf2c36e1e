import { addDays, type Day } from '#core/day/day';
import type { Channel } from '#core/opportunity/vocabulary';
import type { Clock } from './clock.ts';
import { conditions, type Found, isSince, type Question, requestedOn, talkedOn } from './conditions.ts';
import type { ContactFacts } from './contact-facts.ts';
import type { Caution, Rule } from './rule.ts';
import { rulesAbroad } from './rules-abroad.ts';
import { cautions, everywhereFirst } from './rules-everywhere.ts';
import { dutchRules, otherwise } from './rules-nl.ts';
import {
  type ContactCountry,
  type ContactPurpose,
  contactPurposes,
  type DutyCode,
  type GroundCode,
  type LawChannel,
  lawChannelOf,
  lawChannels,
  packCountries,
  type PackCountry,
  type ReasonCode,
  type Verdict,
  verdicts,
} from './words.ts';

/** The day on which these rules were read. Another reading is another version. */
export const rulesetVersion = '2026-11-25';

/** May this channel be used for this purpose, and why. Codes; the words are in i18n. */
export type Permission = {
  verdict: Verdict;
  channel: Channel;
  lawChannel: LawChannel;
  /** As it is judged: a talk or a request that nobody knows of is promotion. */
  purpose: ContactPurpose;
  ground: GroundCode;
  /** The last day on which this holds; null: no end known. */
  until: Day | null;
  /** The first says most. */
  reasons: readonly ReasonCode[];
  duties: readonly DutyCode[];
  evidenceIds: readonly string[];
  ruleId: string;
  /** Where the rule is written. */
  source: string;
  rulesetVersion: string;
};

const packs: Readonly<Record<PackCountry, readonly Rule[]>> = {
  NL: [...everywhereFirst, ...dutchRules],
  BE: [...everywhereFirst, ...rulesAbroad.BE, ...dutchRules],
  DE: [...everywhereFirst, ...rulesAbroad.DE, ...dutchRules],
  UK: [...everywhereFirst, ...rulesAbroad.UK, ...dutchRules],
};

type Shelf = { rules: readonly Rule[]; cautions: readonly Caution[] };
const isAbout = (row: Rule | Caution, channel: LawChannel, purpose: ContactPurpose) =>
  row.purposes.includes(purpose) && (row.channels?.includes(channel) ?? true);

/** The rules of a country for a channel and a purpose, put apart once: Today asks for every channel of every line. */
const shelves = forEach(packCountries, (country) =>
  forEach(lawChannels, (channel) =>
    forEach(contactPurposes, (purpose): Shelf => ({
      rules: packs[country].filter((rule) => isAbout(rule, channel, purpose)),
      cautions: cautions.filter((caution) => isAbout(caution, channel, purpose)),
    })),
  ),
);

function forEach<K extends string, V>(keys: readonly K[], make: (key: K) => V): Readonly<Record<K, V>> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>;
}

const severity = (verdict: Verdict): number => verdicts.indexOf(verdict);

/**
 * The one function that every door asks (contact-law.md): facts in, a verdict out. The first rule of the country's pack that fits decides,
 * cautions make a warning of what it allows; an unknown country is judged by the strictest pack. Codes and days only, no words.
 */
export function mayContact(facts: ContactFacts, channel: Channel, purpose: ContactPurpose, clock: Clock): Permission {
  const judged = judgedAs(facts, channel, purpose, clock);
  const question: Question = { facts, channel: lawChannelOf[channel], purpose: judged.purpose, clock };
  const countries: readonly PackCountry[] = facts.country === 'unknown' ? packCountries : [facts.country];
  const decided = countries
    .map((country) => decide(country, question))
    .reduce((worst, one) => (severity(one.verdict) > severity(worst.verdict) ? one : worst));
  const { lasts } = decided.found;
  return {
    verdict: decided.verdict,
    channel,
    lawChannel: question.channel,
    purpose: judged.purpose,
    ground: decided.rule.ground,
    until: lasts ? endOf(lasts.from, lasts.days) : decided.found.until,
    reasons: [...decided.reasons, ...judged.reasons, ...unknownCountry(facts.country, decided.verdict)],
    duties: [...(decided.rule.duties ?? []), ...sourceDuty(facts, decided.verdict, judged.purpose)],
    evidenceIds: decided.found.evidenceIds,
    ruleId: decided.rule.id,
    source: decided.rule.source,
    rulesetVersion,
  };
}

let lastEnd: { from: Day; days: number; until: Day } | undefined;

/** The channels of one person end on one day, and reckoning with days is most of a verdict's cost: the last end is kept. */
function endOf(from: Day, days: number): Day {
  if (lastEnd?.from !== from || lastEnd.days !== days) lastEnd = { from, days, until: addDays(from, days) };
  return lastEnd.until;
}

type Decided = { rule: Rule; found: Found; verdict: Verdict; reasons: readonly ReasonCode[] };

function decide(country: PackCountry, question: Question): Decided {
  const shelf = shelves[country][question.channel][question.purpose];
  const { rule, found } = firstThatFits(shelf.rules, question);
  if (rule.verdict === 'block') return { rule, found, verdict: 'block', reasons: [rule.reason] };
  const warned = shelf.cautions.filter(
    (caution) => covers(caution, question) && conditions[caution.when](question) !== null,
  );
  return {
    rule,
    found,
    verdict: warned.length > 0 ? 'warn' : rule.verdict,
    // A warning says first what it warns of.
    reasons:
      rule.verdict === 'allow'
        ? [...warned.map((caution) => caution.reason), rule.reason]
        : [rule.reason, ...warned.map((caution) => caution.reason)],
  };
}

function firstThatFits(pack: readonly Rule[], question: Question): { rule: Rule; found: Found } {
  for (const rule of pack) {
    if (!covers(rule, question)) continue;
    const found = rule.when === undefined ? { until: null, evidenceIds: [] } : conditions[rule.when](question);
    if (found) return { rule, found };
  }
  return { rule: otherwise, found: { until: null, evidenceIds: [] } };
}

/** Whom and when a row is about; its channel and purpose are looked at before. */
function covers({ subjects, from, until }: Rule | Caution, { facts, clock }: Question): boolean {
  return (
    (subjects?.includes(facts.subject) ?? true) &&
    (from === undefined || from <= clock.day) &&
    (until === undefined || clock.day < until)
  );
}

const appointments: ReadonlySet<Channel> = new Set<Channel>(['meeting', 'video', 'visit']);

/** An appointment agreed is asked for; a request or a talk that nobody knows of is promotion, whatever it is called. */
function judgedAs(
  facts: ContactFacts,
  channel: Channel,
  purpose: ContactPurpose,
  clock: Clock,
): { purpose: ContactPurpose; reasons: readonly ReasonCode[] } {
  if (purpose === 'service' || purpose === 'bulk') return { purpose, reasons: [] };
  if (appointments.has(channel) && isSince(facts.agreedOn, clock.since.request))
    return { purpose: 'requested', reasons: [] };
  if (purpose === 'requested' && requestedOn(facts) === null)
    return { purpose: talkedOn(facts) === null ? 'promo' : 'dialogue', reasons: ['no_request_known'] };
  if (purpose === 'dialogue' && talkedOn(facts) === null) return { purpose: 'promo', reasons: ['no_talk_known'] };
  return { purpose, reasons: [] };
}

/** Whoever did not give us their data is told where we have it from, at the first contact (AVG art. 14). */
function sourceDuty({ basis }: ContactFacts, verdict: Verdict, purpose: ContactPurpose): readonly DutyCode[] {
  const second = basis === 'referral' || basis === 'public_source' || basis === 'bought_list';
  return second && verdict !== 'block' && purpose === 'promo' ? ['name_source'] : [];
}

function unknownCountry(country: ContactCountry, verdict: Verdict): readonly ReasonCode[] {
  return country === 'unknown' && verdict !== 'allow' ? ['country_unknown'] : [];
}
