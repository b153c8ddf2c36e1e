import { Type, type Static } from 'typebox';
import { addressForms } from '#core/relationship/address-form';
import { Address, addressFields } from './address.ts';
import { CustomValues } from './custom-field.ts';
import {
  Basis,
  Channel,
  closed,
  Day,
  Id,
  Instant,
  Intent,
  LegalForm,
  Line,
  Minutes,
  Name,
  Note,
  Nullable,
  oneOf,
  Outcome,
  Ref,
  Version,
} from './scalars.ts';
import { PersonFile } from './person-file.ts';
import { Consent, Permission } from './permission.ts';
import { Moment, NewPerson, Opportunity, TimelineEntry } from './opportunity.ts';

const AddressForm = oneOf(addressForms);

export const Promise_ = Type.Object({
  id: Id,
  version: Version,
  personId: Id,
  opportunityId: Nullable(Id),
  /** Who promised. */
  by: Type.Union([Type.Literal('me'), Type.Literal('them')]),
  text: Type.String(),
  dueOn: Day,
  state: Type.Union([Type.Literal('open'), Type.Literal('kept'), Type.Literal('broken')]),
  /** How often its day was put off. */
  moved: Type.Integer(),
  /** The day on which it was kept or broken. */
  settledOn: Nullable(Day),
  member: Ref,
});
export type Promise_ = Static<typeof Promise_>;

/** `changeId`: takes it back (POST /changes/:id/undo). */
export const PromiseChanged = Type.Object({ ...Promise_.properties, changeId: Id });
export type PromiseChanged = Static<typeof PromiseChanged>;

export const CreatePromise = Type.Object(
  {
    by: Type.Union([Type.Literal('me'), Type.Literal('them')]),
    text: Name,
    dueOn: Day,
    opportunityId: Type.Optional(Id),
  },
  closed,
);
export type CreatePromise = Static<typeof CreatePromise>;
export const UpdatePromise = Type.Object(
  {
    version: Version,
    text: Type.Optional(Name),
    dueOn: Type.Optional(Day),
    state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('kept'), Type.Literal('broken')])),
  },
  closed,
);
export type UpdatePromise = Static<typeof UpdatePromise>;

export const Person = Type.Object({
  id: Id,
  version: Version,
  name: Type.String(),
  firstName: Nullable(Type.String()),
  particle: Nullable(Type.String()),
  lastName: Nullable(Type.String()),
  email: Nullable(Type.String()),
  /** A message to this address came back on that day: nobody has it (any more). Mailing is not offered. */
  emailDeadOn: Nullable(Day),
  phone: Nullable(Type.String()),
  linkedin: Nullable(Type.String()),
  street: Nullable(Type.String()),
  postcode: Nullable(Type.String()),
  city: Nullable(Type.String()),
  /** Where they are found: the address above, else that of an organisation of theirs. */
  address: Nullable(Address),
  organisations: Type.Array(Type.Object({ id: Id, name: Type.String(), title: Nullable(Type.String()) })),
  legalForm: LegalForm,
  basis: Basis,
  objectedOn: Nullable(Day),
  /** ISO 3166 alpha-2; null: as the number says, else as the workspace says. */
  country: Nullable(Type.String()),
  /** The register asks for no advertising at this address. */
  nonMailing: Type.Boolean(),
  /** The number is their own, not the company's. */
  phonePrivate: Type.Boolean(),
  /** Their address stood on the list of objections: they came in without it. */
  suppressed: Type.Boolean(),
  /** Kept but not used, since this day. */
  restrictedOn: Nullable(Day),
  /** Will be erased on this day, unless that is taken back. */
  eraseOn: Nullable(Day),
  goodToKnow: Nullable(Type.String()),
  howMet: Nullable(Type.String()),
  careOn: Nullable(Day),
  careChannel: Nullable(Channel),
  /** Keep in touch once in so many weeks; `tag`: the shortest of their tags says so. */
  careEveryWeeks: Nullable(Type.Integer()),
  careFrom: Nullable(oneOf(['person', 'tag'])),
  carePausedUntil: Nullable(Day),
  /** Who keeps in touch; null: whoever works with them. */
  careMemberId: Nullable(Id),
  matters: Nullable(Type.String()),
  family: Nullable(Type.String()),
  interests: Nullable(Type.String()),
  /** How one speaks to them. */
  addressForm: Nullable(AddressForm),
  /** ISO weekdays on which they are never contacted. */
  neverDays: Type.Array(Type.Integer()),
  toComplete: Type.Boolean(),
  custom: CustomValues,
  createdOn: Day,
});
export type Person = Static<typeof Person>;

/** The person's page in one request. */
export const PersonPage = Type.Object({
  person: Person,
  opportunities: Type.Array(Opportunity),
  promises: Type.Array(Promise_),
  /** The newest first, those of their mails too. */
  files: Type.Array(PersonFile),
  timeline: Type.Array(TimelineEntry),
  timelineCursor: Nullable(Type.String()),
  /** Give and ask of the last ten moments that had an intent. */
  balance: Type.Object({ give: Type.Integer(), ask: Type.Integer() }),
  minutesSpent: Type.Integer(),
  /** May I contact them, by each of the six channels. */
  permission: Type.Array(Permission),
  /** Their proofs, the newest first, withdrawn ones too. */
  consents: Type.Array(Consent),
});
export type PersonPage = Static<typeof PersonPage>;

export const Timeline = Type.Object({ items: Type.Array(TimelineEntry), nextCursor: Nullable(Type.String()) });
export type Timeline = Static<typeof Timeline>;

export const CreatePerson = Type.Object({ ...NewPerson.properties, organisation: Type.Optional(Name) }, closed);
export type CreatePerson = Static<typeof CreatePerson>;

export const UpdatePerson = Type.Object(
  {
    version: Version,
    name: Type.Optional(Name),
    email: Type.Optional(Nullable(Type.String({ maxLength: 254 }))),
    phone: Type.Optional(Nullable(Type.String({ maxLength: 60 }))),
    linkedin: Type.Optional(Nullable(Line)),
    legalForm: Type.Optional(LegalForm),
    basis: Type.Optional(Basis),
    ...addressFields,
    nonMailing: Type.Optional(Type.Boolean()),
    phonePrivate: Type.Optional(Type.Boolean()),
    goodToKnow: Type.Optional(Nullable(Note)),
    howMet: Type.Optional(Nullable(Line)),
    careOn: Type.Optional(Nullable(Day)),
    careChannel: Type.Optional(Nullable(Channel)),
    matters: Type.Optional(Nullable(Line)),
    family: Type.Optional(Nullable(Line)),
    interests: Type.Optional(Nullable(Line)),
    addressForm: Type.Optional(Nullable(AddressForm)),
    neverDays: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { maxItems: 6, uniqueItems: true })),
  },
  closed,
);
export type UpdatePerson = Static<typeof UpdatePerson>;

export const mergeFields = [
  'name',
  'email',
  'phone',
  'linkedin',
  'address',
  'legalForm',
  'basis',
  'goodToKnow',
  'howMet',
] as const;
/** `otherId` disappears into this person, with all its history. */
export const MergePerson = Type.Object(
  {
    otherId: Id,
    /** Of these fields the other's value is kept; of the rest this person's, and the other's where this one has none. */
    take: Type.Optional(Type.Array(oneOf(mergeFields), { maxItems: mergeFields.length, uniqueItems: true })),
  },
  closed,
);
export type MergePerson = Static<typeof MergePerson>;

export const PersonMerged = Type.Object({ ...Person.properties, changeId: Id });
export type PersonMerged = Static<typeof PersonMerged>;

/** A care moment: no opportunity, no number, no euro (definition 3). */
export const LogCare = Type.Object(
  {
    channel: Channel,
    outcome: Outcome,
    minutes: Type.Optional(Minutes),
    note: Type.Optional(Note),
    happenedOn: Type.Optional(Day),
    /** When it was, by the clock of the device that noted it (LogMoment). */
    occurredAt: Type.Optional(Instant),
    nextOn: Type.Optional(Nullable(Day)),
    /** Default `give`. */
    intent: Type.Optional(Intent),
    clientId: Type.Optional(Id),
  },
  closed,
);
export type LogCare = Static<typeof LogCare>;
export const CareLogged = Type.Object({ moment: Moment, person: Person, changeId: Id });

/** One row of a search or list: shows which next moment there is. */
export const PersonHit = Type.Object({
  id: Id,
  name: Type.String(),
  organisation: Nullable(Type.String()),
  email: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  openOpportunityId: Nullable(Id),
  nextOn: Nullable(Day),
  held: Nullable(Type.Integer()),
  /** Kept but not used; then there is no next moment. */
  restricted: Type.Boolean(),
});
export type PersonHit = Static<typeof PersonHit>;
export const PersonList = Type.Object({
  items: Type.Array(PersonHit),
  nextCursor: Nullable(Type.String()),
  typing: Type.Boolean({ description: 'found by forgiving a typing error' }),
});
export type PersonList = Static<typeof PersonList>;
export const PersonListQuery = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 200 })),
    /** Only who has this tag; not together with `q`. */
    tagId: Type.Optional(Id),
    cursor: Type.Optional(Type.String({ maxLength: 400 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
);
export type PersonListQuery = Static<typeof PersonListQuery>;

export const Organisation = Type.Object({
  id: Id,
  version: Version,
  name: Type.String(),
  legalForm: LegalForm,
  street: Nullable(Type.String()),
  postcode: Nullable(Type.String()),
  city: Nullable(Type.String()),
  country: Nullable(Type.String()),
  createdAt: Instant,
});
export type Organisation = Static<typeof Organisation>;
export const CreateOrganisation = Type.Object({ name: Name, legalForm: Type.Optional(LegalForm) }, closed);
export type CreateOrganisation = Static<typeof CreateOrganisation>;
export const UpdateOrganisation = Type.Object(
  { version: Version, name: Type.Optional(Name), legalForm: Type.Optional(LegalForm), ...addressFields },
  closed,
);
export type UpdateOrganisation = Static<typeof UpdateOrganisation>;
export const OrganisationPage = Type.Object({
  organisation: Organisation,
  persons: Type.Array(PersonHit),
  opportunities: Type.Array(Opportunity),
});
export type OrganisationPage = Static<typeof OrganisationPage>;
export const OrganisationList = Type.Object({ items: Type.Array(Organisation), nextCursor: Nullable(Type.String()) });
