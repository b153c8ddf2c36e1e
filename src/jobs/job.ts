import type { Databases } from '#db/connect';
import type { PublicLinks } from '#usecases/public-page/links';
import type { PostOffice } from '#usecases/outbox/post-office';
import type { Outside } from '#usecases/identity/outside';
import type { SendPush } from '#usecases/push/push-sender';

/** What every job gets, as main joined it. */
export type JobWorld = {
  databases: Databases;
  now: () => Date;
  /** UUIDv7. */
  newId: () => string;
  /** Where the program keeps its files; none in tests that are not about them. */
  dataFolder?: string;
  /** The checked way out, and what is sealed for it. */
  outside: Outside;
  /** A notice to a device (usecases/push). */
  sendPush: SendPush;
  /** Of the public pages; none in tests that are not about them. */
  publicLinks?: PublicLinks;
  /** Sends what is due (usecases/outbox); none in tests that are not about mail. */
  postOffice?: Pick<PostOffice, 'pass'>;
  /** An error of one case; the job goes on with the others. */
  failed: (job: string, error: unknown, about?: Readonly<Record<string, string>>) => void;
};

/**
 * Work that comes round by itself. `run` is idempotent: once more, or in two processes, it does nothing twice. It stops between two cases
 * when `stopping` says so.
 */
export type Job = {
  name: string;
  everyMinutes: number;
  run: (world: JobWorld, stopping: AbortSignal) => Promise<void>;
};
