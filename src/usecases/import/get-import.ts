import { AppError } from '#contract/app-error';
import type { Import } from '#contract/import';
import { findImport, listImports as loadImports } from '#db/import';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { toImportView } from './import-view.ts';

export async function getImport(context: Context, id: string): Promise<Import> {
  const row = await inWorkspace(context.databases, context.actor.workspaceId, (tx) => findImport(tx, id), {
    readOnly: true,
  });
  if (!row) throw new AppError('not_found', { at: 'import' });
  return toImportView(row, context.now());
}

export async function listImports(context: Context): Promise<{ items: Import[] }> {
  const rows = await inWorkspace(context.databases, context.actor.workspaceId, (tx) => loadImports(tx, 50), {
    readOnly: true,
  });
  return { items: rows.map((row) => toImportView(row, context.now())) };
}
