import type { Static } from 'typebox';
import { AppError } from '#contract/app-error';
import type { Me, UpdateMe } from '#contract/workspace';
import { dayIn } from '#core/day/day';
import { updateMember } from '#db/member';
import { inWorkspace, type Tx } from '#db/transaction';
import { findMember, loadWorkspace, type MemberRow } from '#db/workspace';
import type { Context } from '../context.ts';
import { knownTimeZone } from './time-zone.ts';

type MeView = Static<typeof Me>;

export async function readMe({ databases, actor, now }: Context): Promise<MeView> {
  return inWorkspace(databases, actor.workspaceId, async (tx) => view(tx, await own(tx, actor.memberId), now()), {
    readOnly: true,
  });
}

export async function changeMe({ databases, actor, now }: Context, { version, ...wish }: UpdateMe): Promise<MeView> {
  return inWorkspace(databases, actor.workspaceId, async (tx) => {
    const changed = await updateMember(tx, actor.memberId, version, {
      ...(wish.name === undefined ? {} : { name: wish.name.trim() }),
      ...(wish.language === undefined ? {} : { language: wish.language }),
      ...(wish.minutesADay === undefined ? {} : { minutes_a_day: wish.minutesADay }),
      ...(wish.workingDays === undefined ? {} : { working_days: sortedOnce(wish.workingDays) }),
      ...(wish.timeZone === undefined
        ? {}
        : { time_zone: wish.timeZone === null ? null : knownTimeZone(wish.timeZone) }),
      ...(wish.shareMirror === undefined ? {} : { share_mirror: wish.shareMirror }),
    });
    if (changed !== undefined) return view(tx, changed, now());
    throw new AppError('version_conflict', { facts: { me: await view(tx, await own(tx, actor.memberId), now()) } });
  });
}

async function own(tx: Tx, memberId: string): Promise<MemberRow> {
  const member = await findMember(tx, memberId);
  if (member === undefined)
    throw new AppError('not_signed_in', { detail: 'You are no longer a member of this workspace.' });
  return member;
}

async function view(tx: Tx, member: MemberRow, now: Date): Promise<MeView> {
  const workspace = await loadWorkspace(tx);
  return {
    member: {
      id: member.id,
      version: member.version,
      name: member.name,
      email: member.email,
      role: member.role,
      language: member.language,
      minutesADay: member.minutes_a_day,
      workingDays: member.working_days,
      timeZone: member.time_zone,
      shareMirror: member.share_mirror,
    },
    workspace: {
      id: workspace.id,
      name: workspace.name,
      currency: workspace.currency,
      timeZone: workspace.time_zone,
    },
    today: dayIn(now, member.time_zone ?? workspace.time_zone),
  };
}

function sortedOnce(days: readonly number[]): number[] {
  return [...new Set(days)].toSorted((a, b) => a - b);
}
