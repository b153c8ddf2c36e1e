import type { PackCountry } from './words.ts';
import type { Rule } from './rule.ts';

const callDuties = ['offer_objection', 'show_number'] as const;

/** What is known to differ abroad; whatever a country's pack does not say is judged by the Dutch rules, the strictest that we know. */
export const rulesAbroad: Readonly<Record<Exclude<PackCountry, 'NL'>, readonly Rule[]>> = {
  BE: [
    {
      id: 'be.email.impersonal',
      country: 'BE',
      channels: ['email'],
      purposes: ['promo'],
      subjects: ['legal_person'],
      when: 'impersonal',
      verdict: 'allow',
      ground: 'published',
      reason: 'impersonal_address',
      duties: ['unsubscribe'],
      source: 'https://sbs.creations.be',
    },
  ],
  DE: [
    {
      id: 'de.call.business',
      country: 'DE',
      channels: ['call'],
      purposes: ['promo'],
      subjects: ['legal_person', 'sole_trader'],
      verdict: 'warn',
      ground: 'legitimate_interest',
      reason: 'presumed_consent',
      duties: callDuties,
      source: 'https://www.gesetze-im-internet.de/uwg_2004/__7.html',
    },
    {
      id: 'de.call.consumer',
      country: 'DE',
      channels: ['call'],
      purposes: ['promo'],
      verdict: 'block',
      ground: 'none',
      reason: 'natural_person_needs_consent',
      source: 'https://www.gesetze-im-internet.de/uwg_2004/__7.html',
    },
  ],
  UK: [
    {
      id: 'uk.call',
      country: 'UK',
      channels: ['call'],
      purposes: ['promo'],
      verdict: 'warn',
      ground: 'legitimate_interest',
      reason: 'check_preference_service',
      duties: ['screen_register', ...callDuties],
      source: 'https://www.fedma.org (TPS, CTPS)',
    },
  ],
};
