import type { Channel, LegalForm } from '#core/opportunity/vocabulary';

/** The words of permission (contact-law.md), as closed lists. Contract, database and screens derive from these. */

/** The six channels that the law knows. */
export const lawChannels = ['call', 'email', 'sms_whatsapp', 'linkedin', 'post', 'visit'] as const;
export type LawChannel = (typeof lawChannels)[number];

/** A meeting and a video call that nobody agreed to are a visit and a call. */
export const lawChannelOf: Readonly<Record<Channel, LawChannel>> = {
  call: 'call',
  video: 'call',
  email: 'email',
  message: 'sms_whatsapp',
  linkedin: 'linkedin',
  post: 'post',
  visit: 'visit',
  meeting: 'visit',
};

/** `bulk`: everything that the system itself sends in series. */
export const contactPurposes = ['service', 'requested', 'dialogue', 'promo', 'bulk'] as const;
export type ContactPurpose = (typeof contactPurposes)[number];

/** The legal form, least protected first. `unknown` counts as a natural person. */
export type Subject = LegalForm;

/** Countries with a pack of rules; `unknown` is judged by the strictest of them. */
export const packCountries = ['NL', 'BE', 'DE', 'UK'] as const;
export type PackCountry = (typeof packCountries)[number];
export const contactCountries = [...packCountries, 'unknown'] as const;
export type ContactCountry = (typeof contactCountries)[number];

/** Least severe first. */
export const verdicts = ['allow', 'warn', 'block'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a verdict rests on. */
export const groundCodes = [
  'service',
  'request',
  'dialogue',
  'consent',
  'soft_opt_in',
  'published',
  'legitimate_interest',
  'customer',
  'objection',
  'restriction',
  'none',
] as const;
export type GroundCode = (typeof groundCodes)[number];

/** Why: the words are in i18n (`permission.reason.<code>`). */
export const reasonCodes = [
  'objected',
  'objected_but_asked',
  'restricted',
  'service',
  'they_asked',
  'request_old',
  'spoke',
  'silent_six_months',
  'ask_to_keep_calling',
  'consent_given',
  'soft_opt_in',
  'published_for_offers',
  'impersonal_address',
  'legal_person',
  'customer_three_years',
  'natural_person_needs_consent',
  'check_register',
  'presumed_consent',
  'check_preference_service',
  'automated_call',
  'needs_consent',
  'series_needs_double_consent',
  'non_mailing',
  'business_address',
  'private_address',
  'private_door',
  'basis_unverified',
  'private_number',
  'late_or_early',
  'sunday',
  'no_request_known',
  'no_talk_known',
  'country_unknown',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** What one has to do when one does it (`permission.duty.<code>`). */
export const dutyCodes = [
  'no_promotion',
  'offer_objection',
  'show_number',
  'confirm_consent',
  'unsubscribe',
  'one_click',
  'name_source',
  'screen_register',
  'postfilter',
  'respect_sticker',
] as const;
export type DutyCode = (typeof dutyCodes)[number];

/** What a proof shows: they allowed it, they bought and could refuse (five conditions), or they published it for offers. */
export const proofKinds = ['consent', 'soft_opt_in', 'published'] as const;
export type ProofKind = (typeof proofKinds)[number];

export const consentPurposes = ['promo', 'bulk'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export const consentHows = ['web', 'phone', 'paper', 'import', 'mail', 'talk'] as const;
export type ConsentHow = (typeof consentHows)[number];

/** Charities, their lotteries and publishers of papers keep the exception for customers after 1 July 2026. */
export const senderKinds = ['company', 'charity', 'lottery', 'publisher'] as const;
export type SenderKind = (typeof senderKinds)[number];
