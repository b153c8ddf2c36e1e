import type { Channel } from '#core/opportunity/vocabulary';
import { type Clock, clockAt } from '#core/permission/clock';
import { mayContact } from '#core/permission/may-contact';
import { reachableChannels } from '#core/permission/reachable-channels';
import type { ContactPurpose } from '#core/permission/words';
import { AppError } from '#contract/app-error';
import type { Permission, PermissionList, PermissionQuery } from '#contract/permission';
import { type OverrideRow, overridesOf } from '#db/consent';
import { type ContactHistory, contactHistory } from '#db/contact-history';
import { findPerson, type PersonRow } from '#db/person';
import { inWorkspace, type Tx } from '#db/transaction';
import { loadWorkspace, type WorkspaceRow } from '#db/workspace';
import type { Context } from '../context.ts';
import { contactWith, purposeWith } from './person-contact.ts';

/** One product channel for each of the six that the law knows. */
const six = ['call', 'email', 'message', 'linkedin', 'post', 'visit'] as const satisfies readonly Channel[];

/** May I contact this person: by one channel or by each of the six, now or at a time. */
export async function askPermission(
  context: Context,
  personId: string,
  query: PermissionQuery,
): Promise<PermissionList> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const person = await findPerson(tx, personId);
      if (!person) throw new AppError('not_found', { at: 'person' });
      const clock = clockAt(query.at === undefined ? context.now() : new Date(query.at));
      return {
        items: await permissionsOfPerson(tx, person, clock, query.channel ? [query.channel] : six, query.purpose),
      };
    },
    { readOnly: true },
  );
}

/** `purpose` left out: why one would contact them now. */
export async function permissionsOfPerson(
  tx: Tx,
  person: PersonRow,
  clock: Clock,
  channels?: readonly Channel[],
  purpose?: ContactPurpose,
): Promise<Permission[]> {
  return judged(person, await knownAbout(tx, person.id), clock, channels, purpose);
}

/** What permission is judged by beside the person: asked at once, also before the person is there. */
export async function knownAbout(tx: Tx, personId: string): Promise<KnownAbout> {
  const [workspace, overrides, history] = await Promise.all([
    loadWorkspace(tx),
    overridesOf(tx, personId),
    contactHistory(tx, personId),
  ]);
  return { workspace, overrides, history };
}

type KnownAbout = {
  workspace: WorkspaceRow;
  overrides: Awaited<ReturnType<typeof overridesOf>>;
  history: ContactHistory;
};

export function judged(
  person: PersonRow,
  { workspace, overrides, history }: KnownAbout,
  clock: Clock,
  channels: readonly Channel[] = six,
  purpose?: ContactPurpose,
): Permission[] {
  const contact = contactWith(person, workspace, history);
  const reachable = reachableChannels(person);
  return channels.map((channel) => {
    const { ground, ...permission } = mayContact(contact.facts, channel, purpose ?? purposeWith(contact, clock), clock);
    const past = overrides.find((one) => one.channel === channel && one.rule_id === permission.ruleId);
    return {
      ...permission,
      basis: ground,
      reasons: [...permission.reasons],
      duties: [...permission.duties],
      evidenceIds: [...permission.evidenceIds],
      reachable: channel === 'post' || channel === 'visit' || channel === 'meeting' || reachable.includes(channel),
      override: permission.verdict === 'warn' && past ? toOverrideView(past) : null,
    };
  });
}

export function toOverrideView(row: OverrideRow & { member_name: string }): NonNullable<Permission['override']> {
  return { reason: row.reason, member: { id: row.member_id, name: row.member_name }, at: row.created_at.toISOString() };
}
