import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** Real files lie beside the checkout of those who build this; a clone has its fixtures, and the tests of whole files are left out. */
export const hasSharedData = existsSync(folder);

export const sharedPath = (path: string): string => join(folder, path);
export const sharedFile = (path: string): Promise<Buffer> => readFile(sharedPath(path));

export const fixturePath = (path: string): string => fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url));
