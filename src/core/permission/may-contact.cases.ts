import { type Day, toDay } from '#core/day/day';
import type { ContactFacts, Proof } from './contact-facts.ts';
import type { ContactPurpose, LawChannel, ReasonCode, Subject } from './words.ts';

/** The matrix of contact-law.md as data: every cell, on the days around a change of the law. */

export const tuesday = toDay('2026-11-24');

export function aContactFacts(given: Partial<ContactFacts> = {}): ContactFacts {
  return {
    subject: 'unknown',
    country: 'NL',
    senderKind: 'company',
    basis: 'event',
    objectedOn: null,
    restrictedOn: null,
    customerOn: null,
    nonMailing: false,
    privateNumber: false,
    email: 'jan@bakker.example',
    proofs: [],
    spokeOn: null,
    askedOn: null,
    requestedOn: null,
    agreedOn: null,
    ...given,
  };
}

export function aProof(given: Partial<Proof> = {}): Proof {
  return {
    id: 'c1',
    kind: 'consent',
    channels: ['call', 'email', 'sms_whatsapp', 'linkedin', 'post', 'visit'],
    purposes: ['promo'],
    from: toDay('2020-01-01'),
    until: null,
    confirmed: false,
    ...given,
  };
}

/** The columns of the matrix, and of `verdicts` below. */
export const columns: readonly Subject[] = ['legal_person', 'sole_trader', 'consumer', 'unknown'];

/** The last day of each law, and the first of the next. */
const laws = ['2021-06-30', '2021-07-01', '2026-06-30', '2026-07-01', '2026-11-24'] as const;
type OnDay = (typeof laws)[number];

export type Cell = {
  name: string;
  channel: LawChannel;
  purpose: ContactPurpose;
  /** What is known beside who they are, on that day. */
  given: (on: Day) => Partial<ContactFacts>;
  on: Day;
  /** a(llow), w(arn), b(lock): legal person, sole trader, consumer, unknown. */
  verdicts: string;
  reason?: ReasonCode;
};

const nothing = () => ({});
const channels: readonly LawChannel[] = ['call', 'email', 'sms_whatsapp', 'linkedin', 'post', 'visit'];

function onEach(
  name: string,
  channel: LawChannel,
  purpose: ContactPurpose,
  verdicts: string | Readonly<Record<OnDay, string>>,
  given: Cell['given'] = nothing,
  reason?: ReasonCode,
): Cell[] {
  return laws.map((on) => ({
    name: `${name}: ${channel} ${purpose}`,
    channel,
    purpose,
    given,
    on: toDay(on),
    verdicts: typeof verdicts === 'string' ? verdicts : verdicts[on],
    ...(reason && { reason }),
  }));
}
const onAll = (name: string, purpose: ContactPurpose, verdicts: string, given?: Cell['given'], reason?: ReasonCode) =>
  channels.flatMap((channel) => onEach(name, channel, purpose, verdicts, given, reason));

const since2021 = (before: string, after: string) => ({
  '2021-06-30': before,
  '2021-07-01': after,
  '2026-06-30': after,
  '2026-07-01': after,
  '2026-11-24': after,
});
const customersUntil2026 = (before: string, between: string, after: string) => ({
  '2021-06-30': before,
  '2021-07-01': between,
  '2026-06-30': between,
  '2026-07-01': after,
  '2026-11-24': after,
});

const consent =
  (given: Partial<Proof> = {}) =>
  () => ({ proofs: [aProof(given)] });
const customer = (on: Day) => ({ basis: 'customer' as const, customerOn: on });

export const cells: readonly Cell[] = [
  // Any channel, service; what they asked for.
  ...onAll('service', 'service', 'aaaa', nothing, 'service'),
  ...onAll('service after an objection', 'service', 'aaaa', (on) => ({ objectedOn: on }), 'service'),
  ...onAll('asked for', 'requested', 'aaaa', (on) => ({ requestedOn: on }), 'they_asked'),
  ...onAll('asked for long ago', 'requested', 'wwww', () => ({ requestedOn: toDay('2021-01-04') }), 'request_old'),
  // A talk that goes on.
  ...onEach('talked', 'call', 'dialogue', since2021('aaaa', 'awww'), (on) => ({ spokeOn: on })),
  ...(['email', 'sms_whatsapp', 'linkedin', 'post', 'visit'] as const).flatMap((channel) =>
    onEach('talked', channel, 'dialogue', 'aaaa', (on) => ({ spokeOn: on }), 'spoke'),
  ),
  ...onAll('talked, then half a year of silence', 'dialogue', 'wwww', () => ({ spokeOn: toDay('2020-12-01') })),
  ...onAll('they wrote last', 'dialogue', 'aaaa', (on) => ({ askedOn: on }), 'they_asked'),
  // Call, promotion.
  ...onEach('cold', 'call', 'promo', since2021('awww', 'abbb')),
  ...onEach('consent', 'call', 'promo', 'aaaa', consent({ channels: ['call'] }), 'consent_given'),
  ...onEach('consent for mail', 'call', 'promo', since2021('awww', 'abbb'), consent({ channels: ['email'] })),
  ...onEach('number published for offers', 'call', 'promo', since2021('aaww', 'aabb'), consent({ kind: 'published' })),
  ...onEach('customer', 'call', 'promo', customersUntil2026('awww', 'aaaa', 'abbb'), customer),
  ...onEach('customer of a charity', 'call', 'promo', since2021('awww', 'aaaa'), (on) => ({
    ...customer(on),
    senderKind: 'charity',
  })),
  ...onEach('customer over three years ago', 'call', 'promo', since2021('awww', 'abbb'), () => ({
    basis: 'customer',
    customerOn: toDay('2018-01-01'),
  })),
  ...onEach('private number', 'call', 'promo', since2021('wwww', 'wbbb'), () => ({ privateNumber: true }), undefined),
  ...onEach('in series', 'call', 'bulk', 'bbbb', nothing, 'automated_call'),
  // Mail.
  ...onEach('cold', 'email', 'promo', 'bbbb', nothing, 'needs_consent'),
  ...onEach('consent', 'email', 'promo', 'aaaa', consent(), 'consent_given'),
  ...onEach('soft opt-in', 'email', 'promo', 'aaaa', consent({ kind: 'soft_opt_in' }), 'soft_opt_in'),
  ...onEach('address published for offers', 'email', 'promo', 'aabb', consent({ kind: 'published' })),
  ...onEach('info@', 'email', 'promo', 'wwbb', () => ({ email: 'Info@bakker.example' })),
  ...onEach('cold', 'email', 'bulk', 'bbbb', nothing, 'series_needs_double_consent'),
  ...onEach('consent said once', 'email', 'bulk', 'bbbb', consent({ purposes: ['bulk'] })),
  ...onEach('consent confirmed, not for series', 'email', 'bulk', 'bbbb', consent({ confirmed: true })),
  ...onEach('consent confirmed', 'email', 'bulk', 'aaaa', consent({ purposes: ['bulk'], confirmed: true })),
  ...onEach('soft opt-in', 'email', 'bulk', 'aaaa', consent({ kind: 'soft_opt_in' })),
  // WhatsApp and SMS.
  ...onEach('cold', 'sms_whatsapp', 'promo', 'bbbb', nothing, 'needs_consent'),
  ...onEach('consent', 'sms_whatsapp', 'promo', 'aaaa', consent({ channels: ['sms_whatsapp'] })),
  ...onEach('consent for calls', 'sms_whatsapp', 'promo', 'bbbb', consent({ channels: ['call'] })),
  ...onEach('soft opt-in of the number', 'sms_whatsapp', 'promo', 'aaaa', consent({ kind: 'soft_opt_in' })),
  ...onEach('cold', 'sms_whatsapp', 'bulk', 'bbbb'),
  ...onEach('soft opt-in', 'sms_whatsapp', 'bulk', 'bbbb', consent({ kind: 'soft_opt_in' })),
  // LinkedIn.
  ...onEach('cold', 'linkedin', 'promo', 'bbbb', nothing, 'needs_consent'),
  ...onEach('consent', 'linkedin', 'promo', 'aaaa', consent()),
  ...onEach('soft opt-in', 'linkedin', 'promo', 'bbbb', consent({ kind: 'soft_opt_in' })),
  ...onEach('cold', 'linkedin', 'bulk', 'bbbb'),
  // Post and visits.
  ...(['post', 'visit'] as const).flatMap((channel) =>
    (['promo', 'bulk'] as const).flatMap((purpose) => [
      ...onEach('cold', channel, purpose, 'aaww'),
      ...onEach('non-mailing indicator', channel, purpose, 'bbbb', () => ({ nonMailing: true }), 'non_mailing'),
    ]),
  ),
  // Nobody said where they are known from.
  ...(['promo', 'bulk'] as const).flatMap((purpose) =>
    channels.flatMap((channel) => {
      const legal = purpose === 'promo' ? { call: 'w', post: 'w', visit: 'w' } : { post: 'w', visit: 'w' };
      const first = (legal as Partial<Record<LawChannel, string>>)[channel] ?? 'b';
      return onEach('basis unverified', channel, purpose, `${first}bbb`, () => ({ basis: 'unverified' }));
    }),
  ),
  // After an objection: nothing but service.
  ...(['requested', 'dialogue', 'promo', 'bulk'] as const).flatMap((purpose) =>
    onAll(
      'objected',
      purpose,
      'bbbb',
      (on) => ({ objectedOn: on, spokeOn: on, requestedOn: on, proofs: [aProof({ purposes: ['promo', 'bulk'] })] }),
      'objected',
    ),
  ),
  ...onAll('objected, and then contacted us', 'requested', 'wwww', (on) => ({ objectedOn: on, askedOn: on })),
];

/** Abroad: what is known to differ. A letter for each subject, on 24 November 2026. */
export const abroad: readonly (Omit<Cell, 'given' | 'on'> & { given: Partial<ContactFacts> })[] = [
  {
    name: 'Germany: a company wants presumed consent',
    channel: 'call',
    purpose: 'promo',
    given: { country: 'DE' },
    verdicts: 'wwbb',
  },
  {
    name: 'Germany: mail as in the Netherlands',
    channel: 'email',
    purpose: 'promo',
    given: { country: 'DE' },
    verdicts: 'bbbb',
  },
  {
    name: 'United Kingdom: look in the TPS first',
    channel: 'call',
    purpose: 'promo',
    given: { country: 'UK' },
    verdicts: 'wwww',
  },
  {
    name: 'United Kingdom: whoever nobody can place',
    channel: 'call',
    purpose: 'promo',
    given: { country: 'UK', basis: 'unverified' },
    verdicts: 'wbbb',
  },
  {
    name: 'Belgium: impersonal addresses of companies',
    channel: 'email',
    purpose: 'promo',
    given: { country: 'BE', email: 'info@bakker.example' },
    verdicts: 'awbb',
  },
  {
    name: 'Belgium: a call as in the Netherlands',
    channel: 'call',
    purpose: 'promo',
    given: { country: 'BE' },
    verdicts: 'abbb',
  },
  {
    name: 'unknown: the strictest pack',
    channel: 'call',
    purpose: 'promo',
    given: { country: 'unknown' },
    verdicts: 'wbbb',
  },
  {
    name: 'unknown: the strictest pack for mail',
    channel: 'email',
    purpose: 'promo',
    given: { country: 'unknown', email: 'info@bakker.example' },
    verdicts: 'wwbb',
  },
];
