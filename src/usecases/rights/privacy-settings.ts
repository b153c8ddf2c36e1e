import { AppError } from '#contract/app-error';
import type { Privacy, UpdatePrivacy } from '#contract/privacy';
import { countClearing } from '#db/clearing';
import { countErasures, waitingToBeErased } from '#db/erase/erasure';
import { findPrivacy, loadPrivacy, updatePrivacy } from '#db/privacy';
import { countOpenRequests } from '#db/rights-request';
import { countSuppressions } from '#db/suppression';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';

const mostWaiting = 200;
/** As the table has them, before the row is made. */
const startMonths = 24;

export function readPrivacy({ databases, actor }: Context): Promise<Privacy> {
  return inWorkspace(databases, actor.workspaceId, view, { readOnly: true });
}

export function changePrivacy({ databases, actor }: Context, { version, ...wish }: UpdatePrivacy): Promise<Privacy> {
  return inWorkspace(databases, actor.workspaceId, async (tx) => {
    const before = await loadPrivacy(tx);
    if (before.version !== version) throw new AppError('version_conflict', { facts: { version: before.version } });
    await updatePrivacy(tx, {
      ...(wish.retentionMonths === undefined ? {} : { retention_months: wish.retentionMonths, looked_on: null }),
      ...(wish.contact === undefined ? {} : { contact: wish.contact?.trim() || null }),
    });
    return view(tx);
  });
}

async function view(tx: Tx): Promise<Privacy> {
  const [row, suppressed, erased, waiting, toClear, openRequests] = await Promise.all([
    findPrivacy(tx),
    countSuppressions(tx),
    countErasures(tx),
    waitingToBeErased(tx, mostWaiting),
    countClearing(tx),
    countOpenRequests(tx),
  ]);
  return {
    version: row?.version ?? 1,
    retentionMonths: row?.retention_months ?? startMonths,
    contact: row?.contact ?? null,
    suppressed,
    erased,
    waiting,
    toClear,
    lookedOn: row?.looked_on ?? null,
    openRequests,
  };
}
