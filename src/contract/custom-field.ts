import { Type, type Static } from 'typebox';
import { fieldKinds, fieldOwners, mostChoices, mostFields } from '#core/custom-field/custom-field';
import { closed, Id, Name, Nullable, oneOf, Version } from './scalars.ts';

const FieldId = Type.String({ minLength: 1, maxLength: 60 });

/** Values of custom fields by the field's id: a text, a number, a day (yyyy-mm-dd) or the id of a choice. */
export const CustomValues = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]));
export type CustomValues = Static<typeof CustomValues>;

export const CustomField = Type.Object({
  id: FieldId,
  of: oneOf(fieldOwners),
  kind: oneOf(fieldKinds),
  name: Type.String(),
  choices: Type.Array(Type.Object({ id: FieldId, name: Type.String() })),
});
export type CustomField = Static<typeof CustomField>;

/** `version`: that of the settings, with which the fields are kept. */
export const CustomFieldList = Type.Object({ version: Version, items: Type.Array(CustomField) });
export type CustomFieldList = Static<typeof CustomFieldList>;

/** All fields as they are to be, in their order. One that is left out goes, with its values; without an id it is new. */
export const SetCustomFields = Type.Object(
  {
    version: Version,
    fields: Type.Array(
      Type.Object(
        {
          id: Type.Optional(FieldId),
          of: oneOf(fieldOwners),
          kind: oneOf(fieldKinds),
          name: Name,
          choices: Type.Optional(
            Type.Array(Type.Object({ id: Type.Optional(FieldId), name: Name }, closed), { maxItems: mostChoices }),
          ),
        },
        closed,
      ),
      { maxItems: mostFields },
    ),
  },
  closed,
);
export type SetCustomFields = Static<typeof SetCustomFields>;

/** What is not named stays; null takes a value away. */
export const SetCustomValues = Type.Object(
  {
    version: Version,
    values: Type.Record(FieldId, Nullable(Type.Union([Type.String({ maxLength: 2000 }), Type.Number()]))),
  },
  closed,
);
export type SetCustomValues = Static<typeof SetCustomValues>;
export const CustomValuesSet = Type.Object({ id: Id, version: Version, custom: CustomValues, changeId: Id });
export type CustomValuesSet = Static<typeof CustomValuesSet>;
