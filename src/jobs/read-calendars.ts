import { calendarsToRead } from '#db/calendar-connection';
import { readOwnCalendar } from '#usecases/calendar/read-own-calendar';
import type { Job } from './job.ts';

const mostATurn = 500;
/** Servers that hang hold up no others. */
const atOnce = 5;

/** The calendars whose turn it is. Idempotent: what is read again replaces what was read. */
export const readCalendars: Job = {
  name: 'read calendars',
  everyMinutes: 3,
  async run(world, stopping) {
    const { databases, now, newId, failed, outside } = world;
    const due = await calendarsToRead(databases, now(), mostATurn);
    const worker = async () => {
      for (let next = due.shift(); next && !stopping.aborted; next = due.shift()) {
        try {
          await readOwnCalendar({ databases, actor: next, now, newId }, outside);
        } catch (error) {
          failed(readCalendars.name, error, next);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  },
};
