import type { MergeValues } from '#core/composer/merge-fields';
import { organisationsOfPerson, type PersonRow } from '#db/person';
import type { OpportunityRow } from '#db/opportunity';
import type { Tx } from '#db/transaction';
import type { MemberRow, WorkspaceRow } from '#db/workspace';

/** What the fields of a template stand for, with this person, about this opportunity, by this member. */
export async function mergeValuesFor(
  tx: Tx,
  about: { person: PersonRow; opportunity: OpportunityRow; member: MemberRow; workspace: WorkspaceRow },
): Promise<MergeValues> {
  const { person, opportunity, member, workspace } = about;
  const [organisation] = await organisationsOfPerson(tx, person.id);
  return {
    first: person.first_name,
    last: [person.particle, person.last_name].filter(Boolean).join(' ') || null,
    name: person.name,
    organisation: organisation?.name ?? null,
    about: opportunity.title,
    keen: opportunity.keen,
    me: member.name,
    company: workspace.name,
  };
}
