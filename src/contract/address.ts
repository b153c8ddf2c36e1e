import { Type, type Static } from 'typebox';
import { Nullable, oneOf } from './scalars.ts';

/** Where somebody is found: their own address, or that of their organisation. The country is ISO 3166 alpha-2. */
export const Address = Type.Object({
  street: Nullable(Type.String()),
  postcode: Nullable(Type.String()),
  city: Nullable(Type.String()),
  country: Nullable(Type.String()),
  of: oneOf(['person', 'organisation']),
});
export type Address = Static<typeof Address>;

/** What is written of an address; the street with its number. */
export const addressFields = {
  street: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
  postcode: Type.Optional(Nullable(Type.String({ maxLength: 20 }))),
  city: Type.Optional(Nullable(Type.String({ maxLength: 100 }))),
  country: Type.Optional(Nullable(Type.String({ pattern: '^[A-Z]{2}$' }))),
};
