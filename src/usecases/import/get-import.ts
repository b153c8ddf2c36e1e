import { AppError } from '#contract/app-error';
import type { Import } from '#contract/import';
import { findImport, listImports as loadImports } from '#db/import';
import { keptOfImport } from '#db/import-changed';
import { isHeld } from '#db/import-lock';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { mostKept, silentMilliseconds, toImportView } from './import-view.ts';

export async function getImport(context: Context, id: string): Promise<Import> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      // Looked at first: a run that ends between the two questions is then read as ended, not as running and held by nobody.
      const held = await isHeld(tx, id);
      const row = await findImport(tx, id);
      if (!row) throw new AppError('not_found', { at: 'import' });
      const kept = row.status === 'undone' ? (await keptOfImport(tx, id, mostKept)).rows : [];
      return { ...toImportView(row, context.now(), held), kept };
    },
    { readOnly: true },
  );
}

export async function listImports(context: Context): Promise<{ items: Import[] }> {
  const alive = new Date(context.now().getTime() - silentMilliseconds);
  const rows = await inWorkspace(context.databases, context.actor.workspaceId, (tx) => loadImports(tx, 50, alive), {
    readOnly: true,
  });
  return { items: rows.map((row) => toImportView(row, context.now())) };
}
