// Fails when files of src import each other in a circle. Imports of types alone do not count: they are gone when it runs.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'src');
const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(test|cases)\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));
const known = new Set(files);

/** @returns the files of ours that this one loads when it is loaded */
function importsOf(file) {
  const text = readFileSync(file, 'utf8');
  const found = [];
  for (const [, names = '', from] of text.matchAll(
    /^(?:import|export)\s+(?!type\b)([^'";]*?)\s*(?:from\s*)?'([^']+)'/gm,
  )) {
    const onlyTypes =
      /^\{[^}]*\}$/.test(names) &&
      names
        .slice(1, -1)
        .split(',')
        .every((name) => /^\s*(type\s|$)/.test(name));
    const path = from.startsWith('#')
      ? join(source, from.slice(1))
      : from.startsWith('.')
        ? join(dirname(file), from)
        : null;
    if (path === null || onlyTypes) continue;
    const hit = [path, `${path}.ts`, `${path}.tsx`].find((candidate) => known.has(candidate));
    if (hit !== undefined) found.push(hit);
  }
  return found;
}

const graph = new Map(files.map((file) => [file, importsOf(file)]));
const state = new Map();
const circles = [];

function visit(file, path) {
  if (state.get(file) === 'done') return;
  if (state.get(file) === 'open') {
    circles.push([...path.slice(path.indexOf(file)), file]);
    return;
  }
  state.set(file, 'open');
  for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
  state.set(file, 'done');
}

for (const file of files) visit(file, []);
for (const circle of circles) console.error(`Circle: ${circle.map((file) => relative(root, file)).join(' → ')}`);
if (circles.length > 0) process.exit(1);
console.log(`No circles among ${files.length} files.`);
