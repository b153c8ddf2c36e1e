import { changeFields, changeValues, type FieldOwner } from '#core/custom-field/custom-field';
import { AppError } from '#contract/app-error';
import type { CustomFieldList, CustomValuesSet, SetCustomFields, SetCustomValues } from '#contract/custom-field';
import { forgetField, writeCustom } from '#db/custom-field';
import { updateWorkspace } from '#db/member';
import { lockOpportunity } from '#db/opportunity';
import { lockPerson } from '#db/person';
import { inWorkspace } from '#db/transaction';
import { loadWorkspace, type WorkspaceRow } from '#db/workspace';
import type { Context } from '../context.ts';
import { recordChange } from '../opportunity/write-change.ts';

const view = ({ version, custom_fields }: WorkspaceRow): CustomFieldList => ({
  version,
  items: custom_fields.map((field) => ({ ...field, choices: [...field.choices] })),
});

export async function readCustomFields({ databases, actor }: Context): Promise<CustomFieldList> {
  return inWorkspace(databases, actor.workspaceId, async (tx) => view(await loadWorkspace(tx)), { readOnly: true });
}

/** All fields as they are to be. What goes takes its values along, in the same transaction. */
export async function setCustomFields(
  { databases, actor, newId }: Context,
  input: SetCustomFields,
): Promise<CustomFieldList> {
  return inWorkspace(databases, actor.workspaceId, async (tx) => {
    const { custom_fields: before } = await loadWorkspace(tx);
    const wish = input.fields.map((field) => ({
      ...field,
      id: field.id ?? null,
      choices: (field.choices ?? []).map(({ id, name }) => ({ id: id ?? null, name })),
    }));
    const decision = changeFields(before, wish, newId);
    if (decision.kind === 'refused') throw new AppError('fields_invalid', { at: 'fields', detail: why[decision.why] });
    const changed = await updateWorkspace(tx, input.version, { custom_fields: JSON.stringify(decision.fields) });
    if (!changed) throw new AppError('version_conflict', { facts: { fields: before } });
    for (const field of decision.gone) await forgetField(tx, field.of, field.id, null);
    for (const { field, choice } of decision.choicesGone) await forgetField(tx, field.of, field.id, choice);
    return view(changed);
  });
}

const why = {
  too_many: 'There are at most 50 fields.',
  unknown: 'A field or choice with an id that is not there: read the fields again.',
  twice: 'The same field stands in it twice.',
  same_name: 'Two fields of the same kind of record have one name.',
  other_kind: 'What a field is of and its kind stay as they were made; make another one.',
  no_choices: 'A choice has 1 to 100 answers to choose from.',
} as const;

/** Values of an opportunity or person, each of its field's kind. Can be undone. */
export async function setCustomValues(
  context: Context,
  of: FieldOwner,
  id: string,
  input: SetCustomValues,
): Promise<CustomValuesSet> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const [row, workspace] = await Promise.all([
      of === 'person' ? lockPerson(tx, id) : lockOpportunity(tx, id),
      loadWorkspace(tx),
    ]);
    if (!row) throw new AppError('not_found', { at: of });
    if (row.version !== input.version) throw new AppError('version_conflict', { facts: { version: row.version } });
    const change = changeValues(workspace.custom_fields, of, row.custom, input.values);
    if (change.kind === 'refused')
      throw new AppError('field_value_invalid', { at: `values.${change.field}`, facts: { why: change.why } });
    const version = await writeCustom(tx, of, id, change.values);
    const image = of === 'person' ? { persons: [{ ...row }] } : { opportunities: [{ ...row }] };
    const changeId = await recordChange(tx, context, `${of}.fields_set`, image, [{ type: of, id, version }]);
    return { id, version, custom: change.values, changeId };
  });
}
