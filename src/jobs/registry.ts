import { daysMoveOn } from './days-move-on.ts';
import type { Job } from './job.ts';
import { paceTonight } from './pace-tonight.ts';
import { pushNotices } from './push-notices.ts';
import { publicPages } from './public-pages.ts';
import { readCalendars } from './read-calendars.ts';
import { rightsTonight } from './rights-tonight.ts';
import { sendMail } from './send-mail.ts';
import { wordsOfImportsFollow } from './words-follow.ts';

/** One line a job. */
export const jobs: readonly Job[] = [
  paceTonight,
  daysMoveOn,
  rightsTonight,
  pushNotices,
  readCalendars,
  sendMail,
  publicPages,
  wordsOfImportsFollow,
];
