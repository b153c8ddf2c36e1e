import { alone } from '#db/job-lock';
import type { Job, JobWorld } from './job.ts';

/** After the start everything else goes first. */
const firstAfterMs = 15_000;

export type RunningJobs = {
  /** No further turn begins; waits for the case that is being worked on. */
  stop: () => Promise<void>;
};

/** One turn of a job, unless another process is busy with it. Never throws: an error is told, and the next turn tries again. */
export async function runOnce(job: Job, world: JobWorld, stopping: AbortSignal): Promise<void> {
  try {
    await alone(world.databases, job.name, () => job.run(world, stopping));
  } catch (error) {
    // At the end the database is closed under it.
    if (!stopping.aborted) world.failed(job.name, error);
  }
}

/** Each job by a timer of its own, from one turn's end to the next one's beginning, so that none runs over itself. */
export function startJobs(jobs: readonly Job[], world: JobWorld, afterMs = firstAfterMs): RunningJobs {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const timers = new Map<Job, NodeJS.Timeout>();
  const plan = (job: Job, ms: number): void => {
    const timer = setTimeout(() => {
      const turn = runOnce(job, world, stopping.signal).then(() => {
        running.delete(turn);
        if (!stopping.signal.aborted) plan(job, job.everyMinutes * 60_000);
      });
      running.add(turn);
    }, ms);
    timers.set(job, timer.unref());
  };
  for (const job of jobs) plan(job, afterMs);
  return {
    async stop() {
      stopping.abort();
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running);
    },
  };
}
