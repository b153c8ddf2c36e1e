import { importsWithWordsDue } from '#db/import-words';
import { wordsFollow } from '#usecases/import/words-follow';
import type { Job } from './job.ts';

const mostATurn = 100;
/** One that gave a sign of life since is being worked on by the process that brought it in. */
const silentMs = 60_000;

/** What a long import is found by, where the process that brought it in was stopped before that was taken in. */
export const wordsOfImportsFollow: Job = {
  name: 'words of imports',
  everyMinutes: 1,
  async run({ databases, now, failed }, stopping) {
    for (const { workspaceId, importId, beatAt } of await importsWithWordsDue(databases, mostATurn)) {
      if (stopping.aborted) return;
      if (beatAt !== null && now().getTime() - beatAt.getTime() < silentMs) continue;
      try {
        await wordsFollow({ databases, actor: { workspaceId }, now }, importId, stopping);
      } catch (error) {
        failed(wordsOfImportsFollow.name, error, { workspaceId, importId });
      }
    }
  },
};
