import { Type, type Static } from 'typebox';
import { mergeFields } from '#core/composer/merge-fields';
import { addressForms } from '#core/relationship/address-form';
import { Mail, MailRoute } from './outbox.ts';
import { MomentLogged, NextChoice } from './opportunity.ts';
import { Permission } from './permission.ts';
import { closed, Id, Instant, Intent, Language, Minutes, Nullable, oneOf } from './scalars.ts';

const Subject = Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\r\\n]*\\S[^\\r\\n]*$' });
const Text = Type.String({ minLength: 1, maxLength: 100_000, pattern: '\\S' });
const Step = Type.Integer({ minimum: 1, maximum: 12 });
export const AddressForm = oneOf(addressForms);
export const MergeField = oneOf(mergeFields);

/** What is not filled in yet, and what is no field at all: with either a mail is not sent. */
const Open = {
  missing: Type.Array(MergeField),
  unknown: Type.Array(Type.String()),
};

/** A mail to begin with: the template of this contact, filled in for this person. */
export const MailDraft = Type.Object({
  to: Nullable(Type.Object({ name: Type.String(), address: Type.String() })),
  language: Language,
  form: AddressForm,
  step: Step,
  subject: Type.String(),
  text: Type.String(),
  ...Open,
  /** Every field that has no value for this person. */
  empty: Type.Array(MergeField),
  /** May they be mailed; null: nobody to mail. */
  permission: Nullable(Permission),
  route: MailRoute,
  /** Mail is quiet now: it would go at this time. */
  quietUntil: Nullable(Instant),
});
export type MailDraft = Static<typeof MailDraft>;
export const MailDraftQuery = Type.Object(
  { language: Type.Optional(Language), form: Type.Optional(AddressForm), step: Type.Optional(Step) },
  closed,
);
export type MailDraftQuery = Static<typeof MailDraftQuery>;

export const WriteMail = Type.Object({ subject: Subject, text: Text }, closed);
export type WriteMail = Static<typeof WriteMail>;
/** As it would arrive. */
export const MailPreview = Type.Object({ subject: Type.String(), text: Type.String(), html: Type.String(), ...Open });
export type MailPreview = Static<typeof MailPreview>;

export const SendMail = Type.Object(
  {
    ...WriteMail.properties,
    /** Left out: now. */
    sendAfter: Type.Optional(Instant),
    next: Type.Optional(NextChoice),
    intent: Type.Optional(Intent),
    minutes: Type.Optional(Minutes),
    /** The `held` that the screen showed. */
    expectedHeld: Type.Optional(Type.Integer({ minimum: 0 })),
    /** Made by the client, so that a retry counts once. */
    clientId: Type.Optional(Id),
  },
  closed,
);
export type SendMail = Static<typeof SendMail>;
export const MailSent = Type.Object({ mail: Mail, ...MomentLogged.properties });
export type MailSent = Static<typeof MailSent>;

export const MailTemplate = Type.Object({
  language: Language,
  form: AddressForm,
  step: Step,
  subject: Type.String(),
  body: Type.String(),
  /** Of one's own; else the one that comes with the program. */
  own: Type.Boolean(),
  /** 0: the one that comes with the program. */
  version: Type.Integer({ minimum: 0 }),
});
export type MailTemplate = Static<typeof MailTemplate>;
export const MailTemplates = Type.Object({ items: Type.Array(MailTemplate) });
export type MailTemplates = Static<typeof MailTemplates>;

const Key = { language: Language, form: AddressForm, step: Step };
export const PutMailTemplate = Type.Object(
  {
    ...Key,
    subject: Subject,
    body: Text,
    version: Type.Integer({
      minimum: 0,
      description: 'the version you last read; 0 for the one that comes with the program',
    }),
  },
  closed,
);
export type PutMailTemplate = Static<typeof PutMailTemplate>;
export const MailTemplateKey = Type.Object(Key, closed);
export type MailTemplateKey = Static<typeof MailTemplateKey>;
