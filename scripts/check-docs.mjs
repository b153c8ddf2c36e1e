// Holds the documents to what is there: npm scripts, commands, environment variables, paths, links, the version. Part of `npm run check`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const found = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

const manifest = JSON.parse(read('package.json'));
const variables = found(read('src/main/variables.ts'), /^ {2}(\w+): \{/gm);
const commands = found(read('src/cli/commands.ts'), /^ {2}'?([a-z][a-z ]*?)'?: async/gm);
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((path) => ({ path, text: read(path) }));
const readmes = documents.filter(({ path }) => path.startsWith('README'));

const problems = [];
const complain = (path, problem) => problems.push(`${path}: ${problem}`);

function scriptsExist({ path, text }) {
  for (const name of found(text, /\bnpm run (?:--silent )?([\w:-]+)/g)) {
    if (!(name in manifest.scripts)) complain(path, `\`npm run ${name}\` is no script of package.json`);
  }
  for (const name of ['start', 'test']) {
    if (text.includes(`npm ${name}`) && !(name in manifest.scripts)) complain(path, `\`npm ${name}\` is no script`);
  }
}

/** Paths in backticks and targets of links, without what is only a pattern. */
function pathsExist({ path, text }) {
  const named = found(text, /`((?:src|tests|scripts|docs|bench|\.ci)\/[\w./-]*)`/g);
  const linked = found(text, /\]\(([^)#\s]+)(?:#[^)]*)?\)/g)
    .filter((target) => !/^\w+:/.test(target))
    .map((target) => normalize(join(dirname(path), target)));
  for (const target of new Set([...named, ...linked])) {
    if (!existsSync(join(root, target))) complain(path, `there is no ${target}`);
  }
}

/** The first cell of each row that begins with a name in backticks. */
function rows(text, heading) {
  const [, section = ''] = text.split(new RegExp(`^## (?:${heading})$`, 'm'));
  return found(section.split(/^## /m)[0], /^\| `([^`]+)`/gm);
}

function same(path, what, listed, there) {
  for (const name of there) if (!listed.includes(name)) complain(path, `${what} ${name} is missing`);
  for (const name of listed) if (!there.includes(name)) complain(path, `${what} ${name} does not exist`);
}

for (const document of documents) {
  scriptsExist(document);
  pathsExist(document);
}
for (const { path, text } of readmes) {
  same(path, 'variable', rows(text, 'Settings|Instellingen'), variables);
  same(path, 'command', rows(text, 'Commands|Opdrachten'), commands);
}
if (variables.length === 0 || commands.length === 0)
  complain('scripts/check-docs.mjs', 'finds no variables or commands in the sources');

const newest = /^## (\S+)/m.exec(read('CHANGELOG.md'))?.[1];
if (newest !== manifest.version)
  complain('CHANGELOG.md', `begins with ${newest}, package.json says ${manifest.version}`);

const numbers = readdirSync(join(root, 'docs/decisions')).map((name) => name.slice(0, 4));
for (const number of numbers) {
  if (numbers.indexOf(number) !== numbers.lastIndexOf(number)) complain('docs/decisions', `${number} is given twice`);
}

for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
else process.stdout.write(`${documents.length} documents agree with the sources.\n`);
