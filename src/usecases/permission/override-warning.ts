import { clockAt } from '#core/permission/clock';
import { AppError } from '#contract/app-error';
import type { OverrideWarning, Permission } from '#contract/permission';
import { insertOverride } from '#db/consent';
import { lockPerson } from '#db/person';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { permissionsOfPerson } from './ask-permission.ts';

/** Going on in spite of a warning, with the reason in the log. What is blocked stays blocked, and what is allowed needs no reason. */
export async function overrideWarning(context: Context, personId: string, input: OverrideWarning): Promise<Permission> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const person = await lockPerson(tx, personId);
    if (!person) throw new AppError('not_found', { at: 'person' });
    const clock = clockAt(context.now());
    const ask = () => permissionsOfPerson(tx, person, clock, [input.channel], input.purpose);
    const [permission] = await ask();
    if (!permission) throw new Error('one channel asked, one answered');
    if (permission.verdict === 'block')
      throw new AppError('channel_not_allowed', { at: 'channel', facts: { permission } });
    if (permission.verdict === 'allow' || permission.purpose === 'service')
      throw new AppError('nothing_to_override', { at: 'channel', facts: { permission } });
    await insertOverride(tx, {
      id: context.newId(),
      person_id: personId,
      member_id: context.actor.memberId,
      channel: input.channel,
      purpose: permission.purpose,
      rule_id: permission.ruleId,
      ruleset_version: permission.rulesetVersion,
      reason: input.reason.trim(),
      created_at: context.now(),
    });
    const [overridden] = await ask();
    return overridden ?? permission;
  });
}
