import { isWorkingDay } from '#core/day/calendar';
import { instantIn } from '#core/day/instant-in';
import { minuteIn, type NoticeKind, noticesDue } from '#core/push/notices-due';
import {
  choiceOf,
  deleteDevice,
  devicesOf,
  deviceWasSent,
  noteSent,
  sentOn,
  waitingSince,
  type PushChoice,
} from '#db/push';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { loadSurroundings } from '../surroundings.ts';
import { getToday } from '../today/get-today.ts';
import { noticeWords } from './notice-words.ts';
import type { Notice, SendPush } from './push-sender.ts';

type Due = { kinds: NoticeKind[]; choice: PushChoice; language: 'nl' | 'en'; names: string[]; minutesADay: number };

/** Sends a member what is due now, on each of their devices. Noted before it is sent: a crash loses one, and sends none twice. */
export async function sendNotices(context: Context, send: SendPush): Promise<void> {
  const due = await whatIsDue(context);
  for (const kind of due.kinds) {
    const notice = kind === 'morning' ? await morning(context, due) : waiting(due);
    if (notice === null || !(await note(context, kind))) continue;
    await toDevices(context, notice, send);
  }
}

async function whatIsDue({ databases, actor, now }: Context): Promise<Due> {
  return inWorkspace(
    databases,
    actor.workspaceId,
    async (tx) => {
      const at = now();
      const { member, workspace, calendar, today } = await loadSurroundings(tx, actor.memberId, at);
      const zone = member.time_zone ?? workspace.time_zone;
      const [choice, sent] = await Promise.all([choiceOf(tx, member.id), sentOn(tx, member.id, today)]);
      const kinds = noticesDue({
        isWorkingDay: isWorkingDay(calendar, today),
        minute: minuteIn(at, zone),
        sent,
        choice: { ...choice, morningAt: choice.morning_at },
      });
      // Who wrote at night too: since yesterday's end of the day nobody looked.
      const since = new Date(Date.parse(instantIn(today, '00:00', zone)) - 4 * 3_600_000);
      const people = kinds.includes('waiting') ? await waitingSince(tx, member.id, since) : [];
      const names = people.map((one) => one.name);
      return { kinds, choice, language: member.language, names, minutesADay: member.minutes_a_day };
    },
    { readOnly: true },
  );
}

async function morning(context: Context, { choice, language, minutesADay }: Due): Promise<Notice | null> {
  const today = await getToday(context, minutesADay);
  const [first] = today.items;
  if (!first) return null;
  const { person, organisation, title } = first.opportunity;
  const name = person?.name ?? organisation?.name ?? title;
  const count = today.items.length;
  return {
    ...noticeWords(language).morning(count, today.minutesPlanned, choice.names ? name : null),
    tag: 'morning',
    badge: count,
  };
}

function waiting({ choice, language, names }: Due): Notice | null {
  if (names.length === 0) return null;
  return { ...noticeWords(language).waiting(names.length, choice.names ? (names[0] ?? null) : null), tag: 'waiting' };
}

function note({ databases, actor, now }: Context, kind: NoticeKind): Promise<boolean> {
  return inWorkspace(databases, actor.workspaceId, async (tx) => {
    const { today } = await loadSurroundings(tx, actor.memberId, now());
    return noteSent(tx, actor.memberId, kind, today, now());
  });
}

/** A browser that took its address back is struck off. */
async function toDevices({ databases, actor, now }: Context, notice: Notice, send: SendPush): Promise<void> {
  const within = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(databases, actor.workspaceId, work);
  for (const device of await within((tx) => devicesOf(tx, actor.memberId))) {
    const result = await send(device, notice, now());
    if (result === 'gone') await within((tx) => deleteDevice(tx, actor.memberId, device.id));
    if (result === 'sent') await within((tx) => deviceWasSent(tx, device.id, now()));
  }
}
