import type { Selectable, Updateable } from 'kysely';
import type { Databases } from './connect.ts';
import type { PublicPageTable } from './public-tables.ts';
import type { Tx } from './transaction.ts';

export type PublicPageRow = Selectable<PublicPageTable>;

export async function findPage(tx: Tx): Promise<PublicPageRow | undefined> {
  return tx.db.selectFrom('public_page').selectAll().where('workspace_id', '=', tx.workspaceId).executeTakeFirst();
}

/** `version`: the one it stands on, 1 before there is a row. Undefined when it was changed since. */
export async function savePage(
  tx: Tx,
  version: number,
  page: Updateable<Omit<PublicPageTable, 'workspace_id' | 'version'>> & { member_id: string },
): Promise<PublicPageRow | undefined> {
  return tx.db
    .insertInto('public_page')
    .values({ ...page, slug: page.slug ?? null, workspace_id: tx.workspaceId, version: version + 1 })
    .onConflict((conflict) =>
      conflict
        .column('workspace_id')
        .doUpdateSet({ ...page, version: version + 1 })
        .where('public_page.version', '=', version),
    )
    .returningAll()
    .executeTakeFirst();
}

/** Over all workspaces: ids only (0020-public.sql). */
export async function workspaceOfSlug({ app }: Pick<Databases, 'app'>, slug: string): Promise<string | null> {
  const { rows } = await app.query<{ id: string | null }>('select workspace_of_slug($1) as id', [slug]);
  return rows[0]?.id ?? null;
}

export async function workspaceOfLink({ app }: Pick<Databases, 'app'>, hash: string): Promise<string | null> {
  const { rows } = await app.query<{ id: string | null }>('select workspace_of_link($1) as id', [hash]);
  return rows[0]?.id ?? null;
}

export async function workspacesWithPage({ app }: Pick<Databases, 'app'>): Promise<string[]> {
  const { rows } = await app.query<{ id: string }>('select workspaces_with_page() as id');
  return rows.map((row) => row.id);
}
