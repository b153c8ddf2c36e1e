import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of script, gzipped, before somebody sees Today: what index.html names, and the larger of the languages. */
export function firstLoad(folder) {
  const sent = (path) => {
    const zipped = join(folder, `${path}.gz`);
    return statSync(existsSync(zipped) ? zipped : join(folder, path)).size;
  };
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/<(?:script[^>]* src|link rel="modulepreload"[^>]* href)="\/([^"]+\.js)"/g)];
  const languages = readdirSync(join(folder, 'assets')).filter((name) => /^words-[a-z]{2}-[\w-]{8}\.js$/.test(name));
  return (
    named.reduce((sum, [, path]) => sum + sent(path), 0) + Math.max(...languages.map((name) => sent(`assets/${name}`)))
  );
}
