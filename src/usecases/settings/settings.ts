import type { Static } from 'typebox';
import { AppError } from '#contract/app-error';
import { type Day, dayIn } from '#core/day/day';
import type { Settings, UpdateSettings } from '#contract/workspace';
import { updateWorkspace } from '#db/member';
import { hasAmounts } from '#db/rank-unvalued';
import { inWorkspace } from '#db/transaction';
import { loadWorkspace, type WorkspaceRow } from '#db/workspace';
import type { Context } from '../context.ts';
import { learnFromGuess, rankUnvalued } from '../engine/refresh-average.ts';
import { cashOf } from './cash-of.ts';
import { knownTimeZone } from './time-zone.ts';

type SettingsView = Static<typeof Settings>;

export async function readSettings({ databases, actor }: Context): Promise<SettingsView> {
  return inWorkspace(databases, actor.workspaceId, async (tx) => view(await loadWorkspace(tx)), { readOnly: true });
}

/** Another currency relabels every amount: only while there is none. Another guess of the average moves the average at once. */
export async function changeSettings(context: Context, { version, ...wish }: UpdateSettings): Promise<SettingsView> {
  const { databases, actor, now } = context;
  const after = await inWorkspace(databases, actor.workspaceId, async (tx) => {
    const before = await loadWorkspace(tx);
    if (wish.viewerSeesCustomers !== undefined && actor.role !== 'owner')
      throw new AppError('forbidden', { at: 'viewerSeesCustomers', detail: 'The owner decides this.' });
    if ((wish.contactCountry !== undefined || wish.senderKind !== undefined) && actor.role !== 'owner')
      throw new AppError('forbidden', { at: 'contactCountry', detail: 'The owner decides this.' });
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
      ...(wish.experimentShare === undefined ? {} : { experiment_share: wish.experimentShare }),
      ...(wish.cashAtHand === undefined ? {} : cashFrom(wish.cashAtHand, dayIn(now(), before.time_zone))),
      ...(wish.contactCountry === undefined ? {} : { contact_country: wish.contactCountry }),
      ...(wish.senderKind === undefined ? {} : { sender_kind: wish.senderKind }),
      ...(wish.viewerSeesCustomers === undefined ? {} : { viewer_sees_customers: wish.viewerSeesCustomers }),
    });
    if (changed === undefined) throw new AppError('version_conflict', { facts: { settings: view(before) } });
    if (changed.currency !== before.currency && (await hasAmounts(tx))) {
      throw new AppError('in_use', { at: 'currency', detail: `There are amounts in ${before.currency} already.` });
    }
    return changed.average_value === before.average_value ? changed : learnFromGuess(tx, changed, now());
  });
  await rankUnvalued(context, after);
  return view(after);
}

function cashFrom(amount: number | null, today: Day): Pick<WorkspaceRow, 'cash_at_hand' | 'cash_on'> {
  return { cash_at_hand: amount, cash_on: amount === null ? null : today };
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
    experimentShare: workspace.experiment_share,
    cash: cashOf(workspace),
    viewerSeesCustomers: workspace.viewer_sees_customers,
    contactCountry: workspace.contact_country,
    senderKind: workspace.sender_kind,
  };
}
