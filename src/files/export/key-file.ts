import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Static, Type } from 'typebox';
import { Check } from 'typebox/value';
import { AppError } from '#contract/app-error';
import { unreadable } from './open-export.ts';

/**
 * The key of a company's list of objections, in a file of its own beside an export (docs/decisions/0017): as it is, or sealed with a passphrase
 * (scrypt, RFC 7914, then AES-256-GCM with the company's id as what is bound to it).
 */
export type CompanyKey = { workspace: string; key: string };

const keyFormat = 1;
const Base64 = Type.String({ pattern: '^[A-Za-z0-9+/=]+$' });
const head = { aanhouder: Type.Literal('key'), format: Type.Integer(), workspace: Type.String() };
const Open = Type.Object({ ...head, key: Type.String({ minLength: 32, maxLength: 200 }) });
const Sealed = Type.Object({ ...head, salt: Base64, iv: Base64, tag: Base64, sealed: Base64 });

/** 64 MB and some 0.2 s for each guess (OWASP's advice for scrypt is half of that). */
const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 27 };
const keyBytes = 32;

export function keyFileText({ workspace, key }: CompanyKey, passphrase: string | null): string {
  const first = { aanhouder: 'key', format: keyFormat, workspace };
  return `${JSON.stringify(passphrase === null ? { ...first, key } : { ...first, ...seal(workspace, key, passphrase) })}\n`;
}

/** Throws AppError: there is no such file, it is no key, or it wants (another) passphrase. */
export async function readKeyFile(path: string, passphrase: string | null): Promise<CompanyKey> {
  const found = parsed(await textOf(path));
  if (isNewer(found)) throw unreadable(path, newer);
  if (Check(Open, found)) return { workspace: found.workspace, key: found.key };
  if (!Check(Sealed, found)) throw unreadable(path, notAKey);
  if (passphrase === null)
    throw new AppError('invalid_request', {
      at: '--passphrase',
      detail: `${path} is sealed: give the passphrase that it was made with. Nothing was changed.`,
    });
  return { workspace: found.workspace, key: unseal(path, found, passphrase) };
}

function seal(workspace: string, key: string, passphrase: string): Omit<Static<typeof Sealed>, keyof typeof head> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase.normalize(), salt, keyBytes, cost), iv);
  cipher.setAAD(Buffer.from(workspace));
  const sealed = Buffer.concat([cipher.update(key, 'utf8'), cipher.final()]);
  const text = (bytes: Buffer) => bytes.toString('base64');
  return { salt: text(salt), iv: text(iv), tag: text(cipher.getAuthTag()), sealed: text(sealed) };
}

function unseal(path: string, { workspace, ...file }: Static<typeof Sealed>, passphrase: string): string {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  try {
    const key = scryptSync(passphrase.normalize(), bytes(file.salt), keyBytes, cost);
    const decipher = createDecipheriv('aes-256-gcm', key, bytes(file.iv), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(workspace));
    decipher.setAuthTag(bytes(file.tag));
    return Buffer.concat([decipher.update(bytes(file.sealed)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw unreadable(path, wrongPassphrase, cause);
  }
}

const notAKey =
  'This is no key of a list of objections: `aanhouder export` writes it beside the export, with .key behind its name. Nothing was changed.';
const newer = 'This key was made by a newer Aanhouder. Put it back with that version. Nothing was changed.';
const wrongPassphrase =
  'This key does not open: the passphrase is another, or the file was changed. Give the passphrase that it was made with. Nothing was changed.';

function isNewer(found: unknown): boolean {
  return Check(Type.Object(head), found) && found.format > keyFormat;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code === 'ENOENT') throw new AppError('not_found', { at: path, detail: 'There is no such file.', cause });
    throw unreadable(path, 'This file cannot be read. Nothing was changed.', cause);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
