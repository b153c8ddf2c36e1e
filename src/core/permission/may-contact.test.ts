import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, toDay } from '#core/day/day';
import { bases, channels, type Channel } from '#core/opportunity/vocabulary';
import { clockAt, clockOn } from './clock.ts';
import { type ContactFacts, countryOf, isImpersonal, type Proof, withObjection } from './contact-facts.ts';
import { abroad, aContactFacts, aProof, cells, columns, tuesday } from './may-contact.cases.ts';
import { mayContact, rulesetVersion } from './may-contact.ts';
import { offeredChannels } from './offered-channels.ts';
import { proofUntil } from './proof-until.ts';
import { reachableChannels } from './reachable-channels.ts';
import {
  contactCountries,
  contactPurposes,
  lawChannelOf,
  lawChannels,
  proofKinds,
  senderKinds,
  verdicts,
} from './words.ts';

const channelOf = (wanted: string): Channel => channels.find((one) => lawChannelOf[one] === wanted) ?? 'call';
const letter = (verdict: string) => verdict.slice(0, 1);

describe('the matrix of the law', () => {
  test.each(cells)('$name on $on: $verdicts', ({ channel, purpose, given, on, verdicts: expected, reason }) => {
    const answers = columns.map((subject) =>
      mayContact(aContactFacts({ subject, ...given(on) }), channelOf(channel), purpose, clockOn(on)),
    );
    expect(answers.map((one) => letter(one.verdict)).join('')).toBe(expected);
    if (reason) for (const answer of answers) expect(answer.reasons).toContain(reason);
  });

  test.each(abroad)('$name: $channel $purpose, $verdicts', ({ channel, purpose, given, verdicts: expected }) => {
    const answers = columns.map((subject) =>
      mayContact(aContactFacts({ subject, ...given }), channelOf(channel), purpose, clockOn(tuesday)),
    );
    expect(answers.map((one) => letter(one.verdict)).join('')).toBe(expected);
  });

  test('every channel, purpose and subject has its cell', () => {
    for (const channel of lawChannels)
      for (const purpose of contactPurposes)
        expect(cells.some((cell) => cell.channel === channel && cell.purpose === purpose)).toBe(true);
  });
});

describe('what stands beside the matrix', () => {
  const ask = (
    given: Partial<ContactFacts>,
    channel: Channel,
    purpose: 'requested' | 'dialogue' | 'promo',
    clock = clockOn(tuesday),
  ) => mayContact(aContactFacts(given), channel, purpose, clock);

  test('a meeting, video call or visit that was agreed is asked for; else it is a visit or a call', () => {
    for (const channel of ['meeting', 'video', 'visit'] as const) {
      expect(ask({ agreedOn: tuesday }, channel, 'promo')).toMatchObject({ verdict: 'allow', purpose: 'requested' });
      expect(ask({ agreedOn: addDays(tuesday, -91) }, channel, 'promo').purpose).toBe('promo');
    }
    expect(ask({}, 'meeting', 'promo').lawChannel).toBe('visit');
    expect(ask({}, 'video', 'promo')).toMatchObject({ lawChannel: 'call', verdict: 'block' });
    // A call on the agreed day is still only what it is called.
    expect(ask({ agreedOn: tuesday }, 'call', 'promo').verdict).toBe('block');
  });

  test('a request or a talk that nobody knows of is promotion', () => {
    expect(ask({}, 'call', 'requested')).toMatchObject({ verdict: 'block', purpose: 'promo' });
    expect(ask({}, 'call', 'requested').reasons).toContain('no_request_known');
    expect(ask({ spokeOn: tuesday }, 'call', 'requested')).toMatchObject({ verdict: 'warn', purpose: 'dialogue' });
    expect(ask({}, 'email', 'dialogue')).toMatchObject({ verdict: 'block', purpose: 'promo' });
    expect(ask({}, 'email', 'dialogue').reasons).toContain('no_talk_known');
  });

  test('calls before 8:00, from 21:00 and on Sundays warn, by the clock where they are', () => {
    const company = { subject: 'legal_person' as const };
    const at = (text: string) => clockAt(new Date(text));
    expect(ask(company, 'call', 'promo', at('2026-11-24T06:59:00Z')).reasons[0]).toBe('late_or_early');
    expect(ask(company, 'call', 'promo', at('2026-11-24T07:00:00Z')).verdict).toBe('allow');
    expect(ask(company, 'call', 'promo', at('2026-11-24T19:59:00Z')).verdict).toBe('allow');
    expect(ask(company, 'call', 'promo', at('2026-11-24T20:00:00Z')).verdict).toBe('warn');
    expect(ask(company, 'call', 'promo', at('2026-11-29T12:00:00Z')).reasons).toEqual(['sunday', 'legal_person']);
    // The night in which the clocks go back: 20:30 in Amsterdam before it, 21:30 UTC is 22:30.
    expect(ask(company, 'call', 'promo', at('2026-10-24T18:30:00Z')).verdict).toBe('allow');
    expect(ask({ ...company, country: 'UK' }, 'call', 'promo', at('2026-11-24T20:30:00Z')).reasons).not.toContain(
      'late_or_early',
    );
    expect(ask({ ...company, country: 'UK' }, 'call', 'promo', at('2026-11-24T07:30:00Z')).reasons).toContain(
      'late_or_early',
    );
    const service = mayContact(aContactFacts(company), 'call', 'service', at('2026-11-29T23:00:00Z'));
    expect(service.verdict).toBe('allow');
  });

  test('until: the end of the consent, of the request, of the talk, and none for what has no end', () => {
    const lasting = aProof({ id: 'c2', until: toDay('2027-06-01') });
    expect(ask({ proofs: [aProof({ until: toDay('2027-01-01') }), lasting] }, 'call', 'promo')).toMatchObject({
      until: '2027-06-01',
      evidenceIds: ['c1', 'c2'],
      ground: 'consent',
      rulesetVersion,
    });
    expect(ask({ proofs: [aProof(), lasting] }, 'call', 'promo').until).toBeNull();
    expect(ask({ proofs: [aProof({ until: toDay('2026-11-23') })] }, 'call', 'promo').verdict).toBe('block');
    expect(ask({ proofs: [aProof({ from: toDay('2026-11-25') })] }, 'call', 'promo').verdict).toBe('block');
    expect(ask({ requestedOn: tuesday, agreedOn: addDays(tuesday, 10) }, 'call', 'requested').until).toBe(
      addDays(tuesday, 100),
    );
    expect(ask({ spokeOn: tuesday, askedOn: addDays(tuesday, -9) }, 'email', 'dialogue').until).toBe(
      addDays(tuesday, 174),
    );
    expect(ask({ spokeOn: tuesday }, 'email', 'dialogue').until).toBe(addDays(tuesday, 183));
    expect(proofUntil('consent', toDay('2024-02-29'))).toBe('2026-02-28');
    expect(proofUntil('soft_opt_in', tuesday)).toBe('2029-11-24');
    expect(proofUntil('published', tuesday)).toBeNull();
  });

  test('an objection is forgotten for an answer only, and only when they contacted us after it', () => {
    const objected = { objectedOn: tuesday, spokeOn: tuesday };
    expect(ask({ ...objected, askedOn: addDays(tuesday, -1) }, 'call', 'dialogue').verdict).toBe('block');
    expect(ask({ ...objected, askedOn: tuesday }, 'call', 'dialogue')).toMatchObject({
      verdict: 'warn',
      reasons: ['objected_but_asked'],
    });
    expect(ask({ ...objected, askedOn: tuesday }, 'call', 'promo').verdict).toBe('block');
  });

  test('a private number of somebody at a company warns, unless they allowed it', () => {
    const company = { subject: 'legal_person' as const, privateNumber: true };
    expect(ask(company, 'call', 'promo').reasons).toEqual(['private_number', 'legal_person']);
    expect(ask({ ...company, proofs: [aProof()] }, 'call', 'promo').verdict).toBe('allow');
    expect(
      ask({ subject: 'sole_trader', privateNumber: true, proofs: [aProof({ kind: 'published' })] }, 'call', 'promo')
        .verdict,
    ).toBe('block');
  });

  test('whoever did not give us their data is told where we have it from', () => {
    const company = { subject: 'legal_person' as const };
    for (const basis of ['referral', 'public_source', 'bought_list'] as const)
      expect(ask({ ...company, basis }, 'call', 'promo').duties).toContain('name_source');
    expect(ask({ ...company, basis: 'event' }, 'call', 'promo').duties).not.toContain('name_source');
    expect(ask({ subject: 'consumer', basis: 'bought_list' }, 'call', 'promo').duties).toEqual([]);
  });

  test('a country that nobody told says so when it makes it stricter', () => {
    expect(ask({ country: 'unknown', subject: 'legal_person' }, 'call', 'promo').reasons).toContain('country_unknown');
    expect(ask({ country: 'unknown', spokeOn: tuesday }, 'email', 'dialogue').reasons).toEqual(['spoke']);
  });

  test('the country: as told, else as the number says, else as the workspace says', () => {
    expect(countryOf('BE', '+31612345678', 'NL')).toBe('BE');
    expect(countryOf('GB', null, 'NL')).toBe('UK');
    expect(countryOf('FR', null, 'NL')).toBe('unknown');
    expect(countryOf(null, '+32470123456', 'NL')).toBe('BE');
    expect(countryOf(null, '+33123456789', 'NL')).toBe('unknown');
    expect(countryOf(null, null, 'DE')).toBe('DE');
    expect(countryOf(null, '0612345678', 'unknown')).toBe('unknown');
  });

  test('what is blocked is not offered', () => {
    const facts = aContactFacts({ spokeOn: null, proofs: [aProof({ channels: ['email'] })] });
    const reachable = reachableChannels({ phone: '+31612345678', email: 'jan@bakker.example', linkedin: 'jan' });
    expect(reachable).toEqual(['call', 'email', 'message', 'linkedin']);
    expect(offeredChannels(facts, reachable, 'promo', clockOn(tuesday)).map((one) => one.channel)).toEqual(['email']);
    expect(reachableChannels(null)).toEqual([]);
    expect(reachableChannels({ phone: null, email: null, linkedin: null })).toEqual([]);
  });

  test('info@ is nobody’s own address', () => {
    expect(isImpersonal('INFO@x.example')).toBe(true);
    expect(isImpersonal('ingrid@x.example')).toBe(false);
    expect(isImpersonal(null)).toBe(false);
  });
});

const days = fc.integer({ min: 0, max: 3000 }).map((n) => addDays(toDay('2019-06-01'), n));
const dayOrNone = fc.option(days, { nil: null });
const proof: fc.Arbitrary<Proof> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...proofKinds),
  channels: fc.subarray([...lawChannels], { minLength: 1 }),
  purposes: fc.subarray(['promo' as const, 'bulk' as const], { minLength: 1 }),
  from: days,
  until: dayOrNone,
  confirmed: fc.boolean(),
});
const facts: fc.Arbitrary<ContactFacts> = fc.record({
  subject: fc.constantFrom(...columns),
  country: fc.constantFrom(...contactCountries),
  senderKind: fc.constantFrom(...senderKinds),
  basis: fc.constantFrom(...bases),
  objectedOn: dayOrNone,
  restrictedOn: dayOrNone,
  customerOn: dayOrNone,
  nonMailing: fc.boolean(),
  privateNumber: fc.boolean(),
  email: fc.constantFrom(null, 'info@x.example', 'jan@x.example'),
  proofs: fc.array(proof, { maxLength: 3 }),
  spokeOn: dayOrNone,
  askedOn: dayOrNone,
  requestedOn: dayOrNone,
  agreedOn: dayOrNone,
});
const clock = fc.oneof(
  days.map(clockOn),
  fc.date({ min: new Date('2019-06-01'), max: new Date('2027-08-01'), noInvalidDate: true }).map(clockAt),
);
const question = { facts, channel: fc.constantFrom(...channels), purpose: fc.constantFrom(...contactPurposes), clock };
const runs = { numRuns: 3000 };
const severity = (verdict: (typeof verdicts)[number]) => verdicts.indexOf(verdict);

describe('whatever is known', () => {
  const holds = (
    rule: (q: {
      facts: ContactFacts;
      channel: Channel;
      purpose: (typeof contactPurposes)[number];
      clock: ReturnType<typeof clockOn>;
    }) => void,
  ) => fc.assert(fc.property(fc.record(question), rule), runs);
  const verdictOf = (q: Parameters<Parameters<typeof holds>[0]>[0], given: Partial<ContactFacts> = {}) =>
    mayContact({ ...q.facts, ...given }, q.channel, q.purpose, q.clock).verdict;

  test('an objection never leaves promotion or a series, and what is asked in answer at most warns', () => {
    holds((q) => {
      const objected = withObjection(q.facts, q.clock.day);
      const { verdict, purpose } = mayContact(objected, q.channel, q.purpose, q.clock);
      if (purpose === 'service') expect(verdict).toBe('allow');
      else expect(verdict).not.toBe('allow');
      if (purpose === 'promo' || purpose === 'bulk') expect(verdict).toBe('block');
      expect(objected.objectedOn && objected.objectedOn <= q.clock.day).toBe(true);
    });
  });

  test('while what is kept of them stands still, everything but service is blocked', () => {
    holds((q) => {
      const answer = mayContact({ ...q.facts, restrictedOn: q.clock.day }, q.channel, q.purpose, q.clock);
      expect(answer.verdict).toBe(answer.purpose === 'service' ? 'allow' : 'block');
    });
  });

  test('a stricter subject is never more permissive', () => {
    holds((q) => {
      const rank = columns.map((subject) => severity(verdictOf(q, { subject })));
      expect(rank).toEqual(rank.toSorted((a, b) => a - b));
    });
  });

  test('the same facts give the same answer', () => {
    holds((q) => {
      expect(mayContact(q.facts, q.channel, q.purpose, q.clock)).toEqual(
        mayContact(structuredClone(q.facts), q.channel, q.purpose, q.clock),
      );
    });
  });

  test('more consent never makes it stricter', () => {
    fc.assert(
      fc.property(fc.record(question), proof, (q, more) => {
        expect(severity(verdictOf(q, { proofs: [...q.facts.proofs, more] }))).toBeLessThanOrEqual(
          severity(verdictOf(q)),
        );
      }),
      runs,
    );
  });

  test('one’s own follow-up after a request or a talk warns at most, without an objection or a restriction', () => {
    holds((q) => {
      const free = { ...q.facts, objectedOn: null, restrictedOn: null };
      const { verdict, purpose } = mayContact(free, q.channel, q.purpose, q.clock);
      if (purpose === 'requested' || purpose === 'dialogue') expect(verdict).not.toBe('block');
    });
  });

  test('service is never held back', () => {
    holds((q) => {
      expect(mayContact(q.facts, q.channel, 'service', q.clock).verdict).toBe('allow');
    });
  });

  test('an unknown country is at least as strict as every pack', () => {
    holds((q) => {
      const here = severity(verdictOf(q, { country: 'unknown' }));
      // The clock is another in London: a call at night is asked apart.
      for (const country of ['NL', 'BE', 'DE'] as const)
        expect(here).toBeGreaterThanOrEqual(severity(verdictOf(q, { country })));
    });
  });

  test('a series goes out on a proof alone, or by post and visits', () => {
    holds((q) => {
      const answer = mayContact(q.facts, q.channel, 'bulk', q.clock);
      if (answer.verdict === 'block' || answer.lawChannel === 'post' || answer.lawChannel === 'visit') return;
      expect(answer.evidenceIds.length).toBeGreaterThan(0);
    });
  });
});
