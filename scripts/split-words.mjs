// The words of the app in two files a language: those that the first screen uses, and all others. Today is on the screen before the
// others have come; whoever fetches a screen or a sheet waits for both (src/web/start/language.ts). Which words are the first is read
// from the sources that come with the first load, so there is no list to keep.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runnerImport } from 'vite';

const loaders = 'virtual:words';
const isFile = /^virtual:words-([a-z]{2})(-rest)?$/;

/** What is drawn before the other words are here: the app up to Today, and the door. */
const firstFiles = ['src/web/main.tsx', 'src/web/screens/entrance/entrance.tsx'];

/** A Vite plugin: `virtual:words` holds per language how to load its `first` and its `rest`. */
export function splitWords(root) {
  const catalogue = join(root, 'src/i18n/resources.ts');
  let serves = false;
  let read;
  const parts = () => (read ??= split(root, catalogue));
  return {
    name: 'split words',
    configResolved: ({ command }) => void (serves = command === 'serve'),
    buildStart: () => void (read = undefined),
    resolveId: (id) => (id === loaders || isFile.test(id) ? `\0${id}` : null),
    async load(asked) {
      const id = asked.slice(1);
      if (asked[0] !== '\0' || (id !== loaders && !isFile.test(id))) return null;
      const { languages, dependencies } = await parts();
      for (const file of dependencies) this.addWatchFile(file);
      if (id === loaders) return moduleOf(languages);
      const [, language, rest] = isFile.exec(id);
      // While developing all of them are there at once, and are renewed as they are saved.
      if (serves)
        return rest
          ? 'export default {}'
          : `import { resources } from ${JSON.stringify(catalogue)}; export default resources.${language};`;
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(languages[language][rest ? 'rest' : 'first']))})`;
    },
    /** For first-paint.js: it has the right file fetched beside the app instead of after it. */
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const attrs = { name: 'words' };
        for (const { facadeModuleId, fileName } of Object.values(bundle)) {
          const [, language, rest] = isFile.exec(facadeModuleId?.slice(1) ?? '') ?? [];
          if (language && !rest) attrs[`data-${language}`] = `/${fileName}`;
        }
        return Object.keys(attrs).length > 1 ? [{ tag: 'meta', attrs, injectTo: 'head-prepend' }] : [];
      },
    },
  };
}

function moduleOf(languages) {
  const load = (id) => `() => import('${id}').then((file) => file.default)`;
  const lines = Object.keys(languages).map(
    (language) =>
      `${language}: { first: ${load(`virtual:words-${language}`)}, rest: ${load(`virtual:words-${language}-rest`)} },`,
  );
  return `export const words = { ${lines.join('\n')} };`;
}

async function split(root, catalogue) {
  const { module, dependencies } = await runnerImport(catalogue, { configFile: false, root, logLevel: 'error' });
  const isFirst = firstOf(sourcesFrom(root, firstFiles), new Set(Object.keys(module.resources.en)));
  const languages = Object.fromEntries(
    Object.entries(module.resources).map(([language, all]) => [language, inTwo(all, isFirst)]),
  );
  return { languages, dependencies: dependencies.map((file) => resolve(root, file)) };
}

function inTwo(all, isFirst) {
  const two = { first: {}, rest: {} };
  for (const [space, words] of Object.entries(all)) {
    for (const [key, text] of Object.entries(words)) {
      const part = isFirst(space, key) ? two.first : two.rest;
      (part[space] ??= {})[key] = text;
    }
  }
  return two;
}

/**
 * Whether a key may be asked for in these sources: its namespace is named in them, and its name stands there as the beginning of a text
 * (`'today:title'`, `` `words:channel.${channel}` ``). Rather a few too many than one too few.
 */
export function firstOf(sources, spaces) {
  const named = new Set();
  const whole = new Set();
  const names = new Set();
  const beginnings = new Set();
  for (const source of sources) {
    const here = [...source.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, list]) =>
      [...list.matchAll(/'(\w+)'/g)].map(([, space]) => space),
    );
    for (const space of here) named.add(space);
    // Made wholly of a value: any key of what this file uses.
    if (/\bt\(\s*`\$\{/.test(source)) for (const space of here) whole.add(space);
    for (const [, space, name, then] of source.matchAll(/['"`](?:(\w+):)?(\w*)(\$\{)?/g)) {
      if (space && spaces.has(space)) named.add(space);
      if (space && name === '') whole.add(space);
      else if (name !== '') (then ? beginnings : names).add(name);
    }
  }
  return (space, key) => {
    const name = key.replace(/_(zero|one|two|few|many|other)$/, '');
    return (
      named.has(space) &&
      (whole.has(space) || names.has(name) || [...beginnings].some((beginning) => name.startsWith(beginning)))
    );
  };
}

/** The texts of these files and of all that they import, not counting what is fetched later. */
function sourcesFrom(root, files) {
  const texts = new Map();
  const open = files.map((file) => join(root, file));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (texts.has(file)) continue;
    const text = readFileSync(file, 'utf8');
    texts.set(file, text);
    for (const [line, from] of text.matchAll(/^(?:import|export)\b[^;']*'([^']+)'/gm)) {
      if (/^(?:import|export) type/.test(line)) continue;
      const path = from.startsWith('#')
        ? join(root, 'src', `${from.slice(1)}.ts`)
        : from.startsWith('.')
          ? resolve(dirname(file), from)
          : '';
      if (/\.tsx?$/.test(path) && existsSync(path)) open.push(path);
    }
  }
  return texts.values();
}
