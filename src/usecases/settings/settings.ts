import type { Static } from 'typebox';
import { AppError } from '#contract/app-error';
import type { Settings, UpdateSettings } from '#contract/workspace';
import { updateWorkspace } from '#db/member';
import { inWorkspace } from '#db/transaction';
import { loadWorkspace, type WorkspaceRow } from '#db/workspace';
import type { Context } from '../context.ts';
import { knownTimeZone } from './time-zone.ts';

type SettingsView = Static<typeof Settings>;

export async function readSettings({ databases, actor }: Context): Promise<SettingsView> {
  return inWorkspace(databases, actor.workspaceId, async (tx) => view(await loadWorkspace(tx)), { readOnly: true });
}

export async function changeSettings(
  { databases, actor }: Context,
  { version, ...wish }: UpdateSettings,
): Promise<SettingsView> {
  return inWorkspace(databases, actor.workspaceId, async (tx) => {
    const changed = await updateWorkspace(tx, version, {
      ...(wish.name === undefined ? {} : { name: wish.name.trim() }),
      ...(wish.currency === undefined ? {} : { currency: wish.currency }),
      ...(wish.timeZone === undefined ? {} : { time_zone: knownTimeZone(wish.timeZone) }),
      ...(wish.language === undefined ? {} : { language: wish.language }),
      ...(wish.country === undefined ? {} : { country: wish.country }),
      ...(wish.rhythm === undefined ? {} : { rhythm: JSON.stringify(wish.rhythm) }),
      ...(wish.minutesByChannel === undefined ? {} : { minutes_by_channel: JSON.stringify(wish.minutesByChannel) }),
      ...(wish.acquisitionMinutes === undefined ? {} : { acquisition_minutes: wish.acquisitionMinutes }),
      ...(wish.p === undefined ? {} : { p: wish.p }),
      ...(wish.averageValue === undefined ? {} : { average_value: wish.averageValue }),
    });
    if (changed !== undefined) return view(changed);
    throw new AppError('version_conflict', { facts: { settings: view(await loadWorkspace(tx)) } });
  });
}

function view(workspace: WorkspaceRow): SettingsView {
  return {
    version: workspace.version,
    name: workspace.name,
    currency: workspace.currency,
    timeZone: workspace.time_zone,
    language: workspace.language,
    country: workspace.country,
    rhythm: workspace.rhythm,
    minutesByChannel: workspace.minutes_by_channel,
    acquisitionMinutes: workspace.acquisition_minutes,
    p: workspace.p,
    averageValue: workspace.average_value,
  };
}
