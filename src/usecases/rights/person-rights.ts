import { dayIn } from '#core/day/day';
import { eraseDay } from '#core/privacy/due-day';
import { AppError } from '#contract/app-error';
import type { PersonRights } from '#contract/privacy';
import { countOnErase } from '#db/erase/person-records';
import { findPerson } from '#db/person';
import { rightsOfPerson } from '#db/rights-log';
import { openRequestOf, requestsOfPerson } from '#db/rights-request';
import { inWorkspace } from '#db/transaction';
import { loadWorkspace } from '#db/workspace';
import type { Context } from '../context.ts';
import { toRequestView } from './requests.ts';

const mostLines = 50;

/** What stands on a person, what they asked, and what was done about it. */
export function personRights(context: Context, id: string): Promise<PersonRights> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const person = await findPerson(tx, id);
      if (!person) throw new AppError('not_found', { at: 'person' });
      const today = dayIn(context.now(), (await loadWorkspace(tx)).time_zone);
      const [onErase, request, requests, log] = await Promise.all([
        countOnErase(tx, id),
        openRequestOf(tx, id, 'erase'),
        requestsOfPerson(tx, id),
        rightsOfPerson(tx, id, mostLines),
      ]);
      return {
        restrictedOn: person.restricted_on,
        eraseOn: person.erase_on,
        objectedOn: person.objected_on,
        suppressed: person.suppressed_by !== null,
        wouldEraseOn: eraseDay(today, request?.due_on ?? null),
        onErase,
        requests: requests.map((row) => toRequestView(row, today)),
        log: log.map((line) => ({ ...line, at: line.at.toISOString() })),
      };
    },
    { readOnly: true },
  );
}
