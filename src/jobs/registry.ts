import type { Job } from './job.ts';
import { paceTonight } from './pace-tonight.ts';
import { pushNotices } from './push-notices.ts';

/** One line a job. */
export const jobs: readonly Job[] = [paceTonight, pushNotices];
