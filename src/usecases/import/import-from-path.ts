import { createReadStream } from 'node:fs';
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { foldWords } from '#core/import/fold-text';
import { type ImportField, isImportField, momentFields, opportunityFields } from '#core/import/import-field';
import { parseDay } from '#core/import/parse-day';
import { AppError } from '#contract/app-error';
import type { ImportChoices, ImportColumn } from '#contract/import';
import { deleteImport, forgetUnfinished, insertImport, updateImport } from '#db/import';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { loadSurroundings } from '../surroundings.ts';
import type { ImportResult } from './run-import.ts';
import { lookInto, openOrRefuse } from './upload-import.ts';
import { wordsFollow } from './words-follow.ts';
import { type Mode, runOnce } from './work-import.ts';

/** Short names of the command line for fields. */
const shortNames: Readonly<Record<string, ImportField>> = { first: 'firstName', lastOn: 'last', nextOn: 'next' };

export type PathImport = ImportResult & {
  id: string;
  recognised: string;
  /** What each column counts as; null: it is not used. */
  columns: readonly { header: string; field: string | null }[];
};

/** A file on this machine, as `aanhouder import` brings it: read in pieces, never whole. `map`: `field=column`; with it, only those columns count. */
export async function importFromPath(
  context: Context,
  path: string,
  map: readonly string[],
  choices: ImportChoices,
  mode: Mode,
): Promise<PathImport> {
  const fileName = basename(path);
  const table = await openOrRefuse({ path }, fileName);
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  const id = context.newId();
  const look = await inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const found = await lookInto(table, fileName, await loadSurroundings(tx, context.actor.memberId, context.now()));
    await insertImport(tx, {
      id,
      member_id: context.actor.memberId,
      file_name: fileName.slice(0, 200),
      file_hash: hash.digest('hex'),
      content: null,
      kind: found.kind,
      recognised: found.recognised,
      columns: found.file.columns,
      row_count: found.rows,
      status: mode === 'check' ? 'checking' : 'committing',
      history: { ...found.history, headerRow: table.headerRow },
      currencies: found.currencies,
      created_at: context.now(),
    });
    return found;
  });
  try {
    const fields =
      map.length > 0
        ? mapped(
            look.file.columns.map((c) => ({ ...c, samples: [...c.samples] })),
            map,
          )
        : undefined;
    const one = {
      id,
      rows: look.rows,
      kind: look.kind,
      columns: look.file.columns.map((c) => ({ ...c, samples: [...c.samples] })),
      notation: look.file,
    };
    const columns = one.columns.map(({ header, index, field }) => ({
      header: header || `(${index + 1})`,
      field: fields ? (fields[String(index)] ?? null) : field,
    }));
    const result = await runOnce(context, one, table, { ...choices, ...(fields && { fields }) }, mode);
    // Nothing of a dry run stays: its file is not kept, so nobody could commit it.
    if (mode === 'check') await inWorkspace(context.databases, context.actor.workspaceId, (tx) => deleteImport(tx, id));
    else
      await end(context, id, {
        status: 'committed',
        counts: JSON.stringify(result.counts),
        rejected: JSON.stringify(result.faults),
        done_count: look.rows,
      });
    await wordsFollow(context, id).catch(() => undefined);
    return { ...result, id, recognised: look.recognised, columns };
  } catch (error) {
    // Nothing of it came in, and its file is not kept: in the wizard nobody could go on with it. Where the database is gone, the list of
    // imports leaves it out.
    await inWorkspace(context.databases, context.actor.workspaceId, (tx) => forgetUnfinished(tx, id)).catch(
      () => undefined,
    );
    throw error;
  }
}

function end(context: Context, id: string, values: Parameters<typeof updateImport>[2]): Promise<void> {
  return inWorkspace(context.databases, context.actor.workspaceId, (tx) => updateImport(tx, id, values));
}

/** `field=column` by header, or by place (1, 2, …). Columns that are not named are left out. */
function mapped(columns: readonly ImportColumn[], map: readonly string[]): Record<string, string | null> {
  const fields: Record<string, string | null> = Object.fromEntries(
    columns.map((column) => [String(column.index), null]),
  );
  for (const entry of map) {
    const at = entry.indexOf('=');
    const name = entry.slice(0, at).trim();
    const wanted = entry.slice(at + 1).trim();
    const column =
      columns.find((c) => c.header.trim() === wanted) ??
      columns.find((c) => foldWords(c.header) === foldWords(wanted)) ??
      columns.find((c) => String(c.index + 1) === wanted);
    if (at < 1 || !column) {
      throw new AppError('mapping_invalid', {
        at: entry,
        detail: `Give field=column. Columns of this file: ${columns.map((c) => c.header || `(${c.index + 1})`).join(', ')}`,
      });
    }
    const field = fieldNamed(name, column);
    if (!field) {
      throw new AppError('mapping_invalid', {
        at: entry,
        detail: `There is no field ${name}. Give one of: ${[...new Set([...opportunityFields, ...momentFields])].join(', ')}`,
      });
    }
    fields[String(column.index)] = field;
  }
  return fields;
}

/** `last` is the last contact where the column holds days, else the family name. */
function fieldNamed(name: string, column: ImportColumn): ImportField | null {
  if (name === 'last' && column.samples.length > 0 && !column.samples.some((text) => parseDay(text, 'dmy').ok))
    return 'lastName';
  const field = shortNames[name] ?? name;
  return isImportField(field) ? field : null;
}
