import { mailboxesToWatch, type WatchedMailbox } from '#db/mailbox';
import type { Patience } from '#mail/imap-session';
import type { Outside } from '#usecases/identity/outside';
import { watchMailbox } from '#usecases/mailbox/watch-mailbox';
import type { JobWorld } from './job.ts';
import { paused } from './paused.ts';
import type { RunningJobs } from './runner.ts';

const most = 2000;
/** How soon a mailbox that was just set up is tried. */
const settingsEveryMs = 2000;
/** After the start everything else goes first. Sent mail is a moment within half a minute; what comes in tells so itself. */
const usual: Pace = { lookEveryMs: 20_000, firstAfterMs: 5000 };

type Pace = { lookEveryMs: number; firstAfterMs: number; patience?: Patience };

type Watched = { version: number; stopping: AbortController; running: Promise<void> };

/**
 * One connection for each mailbox there is, over all workspaces, as long as it is there. One that was changed begins anew. What goes wrong in
 * one is written with it and touches no other, nor the program.
 */
export function watchMailboxes(
  world: Pick<JobWorld, 'databases' | 'now' | 'newId' | 'failed'>,
  outside: Outside,
  { lookEveryMs, firstAfterMs, patience }: Pace = usual,
): RunningJobs {
  const stopping = new AbortController();
  const watched = new Map<string, Watched>();
  let timer: NodeJS.Timeout | undefined;
  let turn = Promise.resolve();

  const begin = (mailbox: WatchedMailbox): void => {
    const own = new AbortController();
    const running = watch(mailbox, own.signal).catch((error: unknown) =>
      world.failed('mailbox', error, { workspaceId: mailbox.workspaceId, memberId: mailbox.memberId }),
    );
    watched.set(mailbox.id, { version: mailbox.version, stopping: own, running });
  };
  const watch = async ({ workspaceId, memberId }: WatchedMailbox, signal: AbortSignal): Promise<void> => {
    const { databases, now, newId } = world;
    const context = { databases, now, newId, actor: { workspaceId, memberId, role: 'seller' as const } };
    while (!signal.aborted) {
      const wait = await watchMailbox({ context, outside, stopping: signal, lookEveryMs, patience });
      if (wait === null) return;
      await paused(Math.max(wait, 200), signal);
    }
  };
  const look = async (): Promise<void> => {
    const present = await mailboxesToWatch(world.databases, most);
    for (const [id, one] of watched) {
      if (present.some((mailbox) => mailbox.id === id && mailbox.version === one.version)) continue;
      one.stopping.abort();
      await one.running;
      watched.delete(id);
    }
    if (stopping.signal.aborted) return;
    for (const mailbox of present) if (!watched.has(mailbox.id)) begin(mailbox);
  };
  const plan = (ms: number): void => {
    timer = setTimeout(() => {
      turn = look()
        .catch((error: unknown) => {
          if (!stopping.signal.aborted) world.failed('mailboxes', error);
        })
        .then(() => {
          if (!stopping.signal.aborted) plan(settingsEveryMs);
        });
    }, ms).unref();
  };
  plan(firstAfterMs);
  return {
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await turn;
      for (const one of watched.values()) one.stopping.abort();
      await Promise.all([...watched.values()].map((one) => one.running));
    },
  };
}
