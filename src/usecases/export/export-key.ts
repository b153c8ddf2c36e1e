import { findPrivacy } from '#db/privacy';
import { hasSuppressions } from '#db/suppression';
import { inWorkspace } from '#db/transaction';
import { keyFileText } from '#files/export/key-file';
import type { Context } from '../context.ts';

/**
 * The key of the list of objections, as the text of a file that belongs to an export; null while nobody is on the list. With a passphrase it is
 * sealed. Only who holds it can try whether an address is on the list, so it is never in the export itself.
 */
export async function exportKey(context: Context, passphrase: string | null): Promise<string | null> {
  const { workspaceId } = context.actor;
  const key = await inWorkspace(
    context.databases,
    workspaceId,
    async (tx) => ((await hasSuppressions(tx)) ? ((await findPrivacy(tx))?.suppression_key ?? null) : null),
    { readOnly: true },
  );
  return key === null ? null : keyFileText({ workspace: workspaceId, key }, passphrase);
}
