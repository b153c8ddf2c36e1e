import type { Job } from './job.ts';

/** What has come due since it was queued: a time that was chosen, the morning, another try. What is queued for now wakes the sender itself. */
export const sendMail: Job = {
  name: 'send mail',
  everyMinutes: 1,
  async run({ postOffice }) {
    await postOffice?.pass();
  },
};
