import { Type, type Static } from 'typebox';
import * as words from '#core/permission/words';
import {
  Basis,
  Channel,
  closed,
  Day,
  Id,
  Instant,
  Language,
  LegalForm,
  Line,
  Name,
  Note,
  Nullable,
  oneOf,
  Ref,
} from './scalars.ts';

export const LawChannel = oneOf(words.lawChannels);
export const ContactPurpose = oneOf(words.contactPurposes);
export const Verdict = oneOf(words.verdicts);
export const ReasonCode = oneOf(words.reasonCodes);
export const ContactCountry = oneOf(words.contactCountries);
export const SenderKind = oneOf(words.senderKinds);
export const ConsentHow = oneOf(words.consentHows);

/** A channel that has an address, and whether it may be used now. `block`: do not offer it. */
export const ChannelPermission = Type.Object({
  channel: Channel,
  verdict: Verdict,
  /** The words are in i18n (`permission:reason.<code>`). */
  reason: ReasonCode,
  until: Nullable(Day),
});
export type ChannelPermission = Static<typeof ChannelPermission>;

/** May I contact this person by this channel, for this purpose, at that time. */
export const Permission = Type.Object({
  channel: Channel,
  lawChannel: LawChannel,
  /** As it is judged: a talk or a request that nobody knows of is promotion. */
  purpose: ContactPurpose,
  verdict: Verdict,
  basis: oneOf(words.groundCodes),
  /** The last day on which this holds; null: no end known. */
  until: Nullable(Day),
  reasons: Type.Array(ReasonCode),
  duties: Type.Array(oneOf(words.dutyCodes)),
  evidenceIds: Type.Array(Id),
  ruleId: Type.String(),
  /** Where the rule is written. */
  source: Type.String(),
  rulesetVersion: Type.String(),
  /** Whether there is an address for it: a number, a mail address, a profile. Post and visits need none here. */
  reachable: Type.Boolean(),
  /** The newest reason for which somebody went on in spite of this warning. */
  override: Nullable(Type.Object({ reason: Type.String(), member: Ref, at: Instant })),
});
export type Permission = Static<typeof Permission>;
export const PermissionList = Type.Object({ items: Type.Array(Permission) });
export type PermissionList = Static<typeof PermissionList>;
export const PermissionQuery = Type.Object(
  {
    /** Left out: the six channels. */
    channel: Type.Optional(Channel),
    /** Left out: why one would contact them now (a request, a talk, else promotion). */
    purpose: Type.Optional(ContactPurpose),
    /** Left out: now. */
    at: Type.Optional(Instant),
  },
  closed,
);
export type PermissionQuery = Static<typeof PermissionQuery>;

/** A proof: append-only, with its withdrawal beside it. */
export const Consent = Type.Object({
  id: Id,
  personId: Id,
  kind: oneOf(words.proofKinds),
  channels: Type.Array(LawChannel),
  purposes: Type.Array(oneOf(words.consentPurposes)),
  /** Exactly what was said or shown. */
  wording: Type.String(),
  wordingVersion: Type.String(),
  language: Language,
  how: ConsentHow,
  source: Nullable(Type.String()),
  givenOn: Day,
  /** The second yes of a double opt-in. */
  confirmedOn: Nullable(Day),
  until: Nullable(Day),
  recordedBy: Ref,
  recordedAt: Instant,
  withdrawn: Nullable(Type.Object({ at: Instant, by: Ref, how: ConsentHow })),
});
export type Consent = Static<typeof Consent>;
export const ConsentList = Type.Object({ items: Type.Array(Consent) });

const saidSo = {
  channels: Type.Array(LawChannel, { minItems: 1, maxItems: 6 }),
  wording: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
  wordingVersion: Name,
  language: Language,
};
/** Said in this very talk: recorded with the contact moment, for promotion, for two years. */
export const ConsentInTalk = Type.Object(saidSo, closed);
export type ConsentInTalk = Static<typeof ConsentInTalk>;

export const GiveConsent = Type.Object(
  {
    ...saidSo,
    /** Default: consent. */
    kind: Type.Optional(oneOf(words.proofKinds)),
    /** Default: promo. */
    purposes: Type.Optional(Type.Array(oneOf(words.consentPurposes), { minItems: 1, maxItems: 2 })),
    how: ConsentHow,
    /** The page, form, fair or file where it was given. */
    source: Type.Optional(Nullable(Line)),
    /** Default: today. */
    givenOn: Type.Optional(Day),
    confirmedOn: Type.Optional(Nullable(Day)),
    /** Default: two years for consent, three for a customer who could refuse, no end for what was published. */
    until: Type.Optional(Nullable(Day)),
  },
  closed,
);
export type GiveConsent = Static<typeof GiveConsent>;
export const ConsentGiven = Type.Object({ consent: Consent, changeId: Id });
export type ConsentGiven = Static<typeof ConsentGiven>;
/** Default: they said so in a talk. */
export const WithdrawConsent = Type.Object({ how: Type.Optional(ConsentHow) }, closed);
export type WithdrawConsent = Static<typeof WithdrawConsent>;

/** Going on in spite of a warning. A block cannot be overridden. */
export const OverrideWarning = Type.Object(
  {
    channel: Channel,
    purpose: Type.Optional(ContactPurpose),
    reason: Type.String({ minLength: 10, maxLength: 1000, pattern: '\\S(.|\\n){8,}\\S' }),
  },
  closed,
);
export type OverrideWarning = Static<typeof OverrideWarning>;

const answer = {
  basis: Basis,
  /** Left out: the legal form that each has stays. */
  legalForm: Type.Optional(LegalForm),
  /** Only those of one import. */
  importId: Type.Optional(Id),
};
export const BasisQuery = Type.Object({ ...answer, basis: Type.Optional(Basis) }, closed);
export type BasisQuery = Static<typeof BasisQuery>;
export const AnswerBasis = Type.Object(answer, closed);
export type AnswerBasis = Static<typeof AnswerBasis>;
/** What answering would do, before it is done. */
export const BasisPreview = Type.Object({
  /** People of whom nobody said where they are known from. */
  count: Type.Integer(),
  /** How many one answer takes at once; the rest after it. */
  atOnce: Type.Integer(),
  /** Of those taken at once: with a channel that may be used, now and after the answer. */
  offeredNow: Type.Integer(),
  offeredThen: Type.Integer(),
  examples: Type.Array(Ref),
});
export type BasisPreview = Static<typeof BasisPreview>;
export const BasisAnswered = Type.Object({ changed: Type.Integer(), left: Type.Integer(), changeId: Nullable(Id) });
export type BasisAnswered = Static<typeof BasisAnswered>;

/** What is noted with a contact moment; what happened is never refused. */
export const NotedPermission = Type.Object({
  purpose: ContactPurpose,
  verdict: Verdict,
  ruleId: Type.String(),
  rulesetVersion: Type.String(),
});

/** A proof for all whom an import makes: "they said so on this form". */
export const ImportProof = Type.Object(
  {
    channels: Type.Array(LawChannel, { minItems: 1, maxItems: 6 }),
    wording: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
    language: Language,
    givenOn: Day,
    source: Type.Optional(Note),
  },
  closed,
);
export type ImportProof = Static<typeof ImportProof>;
