import { lanesWithMail, type MailLane } from '#db/outbox';
import { joinSenders } from '#db/sender-lock';
import { settleLeftBehind } from './claim.ts';
import { deliverLane, type DeliveryWorld } from './deliver.ts';
import { onRing } from './post-bell.ts';

export type PostOffice = {
  /** Looks what is due, and starts on it; ends when what this call started is done. A server that hangs keeps no other lane waiting. */
  pass: () => Promise<void>;
  /** No further batch begins; waits for those that are on their way. */
  close: () => Promise<void>;
};

export type PostOfficeWorld = DeliveryWorld & {
  failed: (error: unknown, about: { workspaceId: string }) => void;
};

const mostLanes = 500;
const lanesAtOnce = 8;

/**
 * The sender of this process: one worker a lane (a member's mail, or the host's), and it wakes when something is queued. `hears: false`:
 * only when it is told to.
 */
export function openPostOffice(world: PostOfficeWorld, { hears = true } = {}): PostOffice {
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  /** Something came while its lane was busy, perhaps too late for its last look. */
  const again = new Set<string>();
  const queue: MailLane[] = [];
  const keyOf = (lane: MailLane) => `${lane.workspaceId} ${lane.memberId ?? ''}`;

  const work = async (lane: MailLane): Promise<void> => {
    const key = keyOf(lane);
    do {
      again.delete(key);
      try {
        await deliverLane(world, lane, stopping.signal);
      } catch (error) {
        if (!stopping.signal.aborted) world.failed(error, { workspaceId: lane.workspaceId });
      }
    } while (again.has(key) && !stopping.signal.aborted);
    running.delete(key);
    const next = queue.shift();
    if (next && !stopping.signal.aborted) start(next);
  };
  const start = (lane: MailLane): void => {
    const key = keyOf(lane);
    if (running.has(key)) return void again.add(key);
    if (running.size >= lanesAtOnce) {
      if (!queue.some((one) => keyOf(one) === key)) queue.push(lane);
      return;
    }
    running.set(key, work(lane));
  };

  const pass = async (): Promise<void> => {
    if (stopping.signal.aborted) return;
    const lanes = await lanesWithMail(world.databases, world.now(), mostLanes);
    for (const lane of lanes) start(lane);
    await Promise.all(lanes.map((lane) => running.get(keyOf(lane))));
  };

  let looking: Promise<void> | null = null;
  let rung = false;
  const look = (): void => {
    rung = true;
    looking ??= (async () => {
      // What rings while it looks is looked for once more, and a thousand rings are one look.
      while (rung && !stopping.signal.aborted) {
        rung = false;
        try {
          const lanes = await lanesWithMail(world.databases, world.now(), mostLanes);
          for (const lane of lanes) start(lane);
        } catch (error) {
          if (!stopping.signal.aborted) world.failed(error, { workspaceId: '' });
        }
      }
      looking = null;
    })();
  };
  const deaf = hears ? onRing(look) : () => {};

  return {
    pass,
    async close() {
      stopping.abort();
      deaf();
      await looking;
      await Promise.all(running.values());
      world.transport.close();
    },
  };
}

/** The post office of a process that has just started: what one before it left on its way when it crashed is told at once. */
export async function startPostOffice(world: PostOfficeWorld): Promise<PostOffice> {
  const senders = await joinSenders(world.databases, () => settleLeftBehind(world));
  const office = openPostOffice(world);
  return {
    pass: office.pass,
    async close() {
      await office.close();
      await senders.leave();
    },
  };
}
