import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type CustomField, valueInWords } from '#core/custom-field/custom-field';
import { type Clock, clockAt } from '#core/permission/clock';
import { toDecimal } from '#core/money/minor-units';
import { AppError } from '#contract/app-error';
import type { Opportunity } from '#contract/opportunity';
import { findBulkRun } from '#db/bulk-run';
import { viewsOf } from '#db/opportunity-view';
import { inWorkspace, type Tx } from '#db/transaction';
import { loadWorkspace } from '#db/workspace';
import { byteOrderMark, csvLine } from '#files/csv/csv-line';
import type { Context } from '../context.ts';

const pageRows = 500;
const columns =
  'externalId,name,organisation,email,phone,title,value,currency,state,held,conversations,warmth,createdOn,closedOn,last,next,nextChannel,source,owner,stage,keen,note'.split(
    ',',
  );

/** The chosen opportunities as a list that a spreadsheet opens and the import reads again; custom fields under their own names. */
export async function exportBulk(context: Context, id: string): Promise<Readable> {
  const { databases, actor } = context;
  const { ids, fields, stages } = await inWorkspace(
    databases,
    actor.workspaceId,
    async (tx) => {
      const [run, workspace] = await Promise.all([findBulkRun(tx, id), loadWorkspace(tx)]);
      if (!run || run.member_id !== actor.memberId || run.act.kind !== 'export')
        throw new AppError('not_found', { at: 'bulk' });
      const own = workspace.custom_fields.filter((field) => field.of === 'opportunity');
      return { ids: run.opportunity_ids, fields: own, stages: workspace.stages };
    },
    { readOnly: true },
  );
  const nameOf = (stage: string | null) => {
    const found = stages.find((one) => (stage === null ? one.begins : one.id === stage));
    return found ? found.name || found.id : '';
  };
  const out = new PassThrough();
  inWorkspace(
    databases,
    actor.workspaceId,
    (tx) => pipeline(Readable.from(text(tx, ids, fields, nameOf, clockAt(context.now())), { objectMode: false }), out),
    { readOnly: true, isolation: 'repeatable read' },
  ).catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
}

async function* text(
  tx: Tx,
  ids: readonly string[],
  fields: readonly CustomField[],
  nameOf: (stage: string | null) => string,
  clock: Clock,
): AsyncGenerator<string, void, undefined> {
  yield `${byteOrderMark}${csvLine([...columns, ...fields.map((field) => field.name)])}`;
  for (let from = 0; from < ids.length; from += pageRows) {
    const page = await viewsOf(tx, ids.slice(from, from + pageRows), clock);
    yield page
      .map((one) =>
        csvLine([...cells(one, nameOf), ...fields.map((field) => valueInWords(field, one.custom[field.id]))]),
      )
      .join('');
  }
}

function cells(one: Opportunity, nameOf: (stage: string | null) => string): (string | number | null)[] {
  return [
    one.id,
    one.person?.name ?? null,
    one.organisation?.name ?? null,
    one.person?.email ?? null,
    one.person?.phone ?? null,
    one.title,
    one.value === null ? null : toDecimal(one.value, one.currency),
    one.currency,
    one.state,
    one.held,
    one.conversations,
    one.warmth,
    one.createdOn,
    one.endedOn,
    one.last?.on ?? null,
    one.nextMoment?.on ?? null,
    one.nextMoment?.channel ?? null,
    one.source,
    one.assignee.name,
    nameOf(one.stage),
    one.keen,
    one.lastWords,
  ];
}
