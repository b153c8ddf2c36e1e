import { AppError } from '#contract/app-error';
import type { AddPushDevice, Push, UpdatePush } from '#contract/push';
import { choiceOf, deleteDevice, devicesOf, saveChoice, saveDevice } from '#db/push';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { pushKeys } from './web-push.ts';

/** One's own notices: what one wants, on which devices. */
export function getPush(context: Context, secret: string): Promise<Push> {
  return inWorkspace(context.databases, context.actor.workspaceId, (tx) => view(tx, context, secret), {
    readOnly: true,
  });
}

export function changePush(context: Context, secret: string, wish: UpdatePush): Promise<Push> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const before = await choiceOf(tx, context.actor.memberId);
    const saved =
      wish.version === before.version &&
      (await saveChoice(tx, context.actor.memberId, {
        version: wish.version,
        morning: wish.morning ?? before.morning,
        waiting: wish.waiting ?? before.waiting,
        names: wish.names ?? before.names,
        morning_at: wish.morningAt ?? before.morning_at,
      }));
    if (!saved) throw new AppError('version_conflict', { facts: { push: await view(tx, context, secret) } });
    return view(tx, context, secret);
  });
}

/** This browser wants them from now on. */
export function addDevice(context: Context, secret: string, device: AddPushDevice): Promise<Push> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    await saveDevice(tx, {
      ...device,
      name: device.name.trim(),
      id: context.newId(),
      member_id: context.actor.memberId,
      created_at: context.now(),
    });
    return view(tx, context, secret);
  });
}

export function removeDevice(context: Context, id: string): Promise<void> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    if (!(await deleteDevice(tx, context.actor.memberId, id))) throw new AppError('not_found', { at: 'device' });
  });
}

async function view(tx: Tx, { actor }: Context, secret: string): Promise<Push> {
  const [choice, devices] = await Promise.all([choiceOf(tx, actor.memberId), devicesOf(tx, actor.memberId)]);
  return {
    publicKey: pushKeys(secret).publicKey,
    version: choice.version,
    morning: choice.morning,
    waiting: choice.waiting,
    names: choice.names,
    morningAt: choice.morning_at,
    devices: devices.map(({ id, name, endpoint, created_at, last_sent_at }) => ({
      id,
      name,
      endpoint,
      createdAt: created_at.toISOString(),
      lastSentAt: last_sent_at?.toISOString() ?? null,
    })),
  };
}
