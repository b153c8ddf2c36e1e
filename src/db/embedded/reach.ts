import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Account } from './account.ts';

/**
 * Whether an account may enter a folder (`enter`) or read a file (`read`), counting every folder above it.
 * Judged from the permission bits, so a grant by access list alone counts as no.
 */
export async function canReach(path: string, account: Account, wish: 'enter' | 'read'): Promise<boolean> {
  let here = await realpath(path);
  if (!allows(await stat(here), account, wish === 'read' ? READ : ENTER)) return false;
  while (dirname(here) !== here) {
    here = dirname(here);
    if (!allows(await stat(here), account, ENTER)) return false;
  }
  return true;
}

const READ = 4;
const ENTER = 1;

function allows(facts: Stats, account: Account, bit: number): boolean {
  if (facts.uid === account.uid) return (facts.mode & (bit << 6)) !== 0;
  if (facts.gid === account.gid) return (facts.mode & (bit << 3)) !== 0;
  return (facts.mode & bit) !== 0;
}
