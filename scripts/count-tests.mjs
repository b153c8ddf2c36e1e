// Tells what a run of the tests came to: `node scripts/count-tests.mjs <vitest's json> [what else failed] …`.
// Last line `N passed, N failed`, exit code 1 when anything failed. What fails outside the tests counts as one failure each.
import { readFileSync } from 'node:fs';

const [path = '', ...broken] = process.argv.slice(2);
const say = (line) => process.stdout.write(`${line}\n`);

/** @returns {{ passed: number, failed: string[], skipped: number }} `failed` by name */
function count(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const tests = report.testResults.flatMap(({ assertionResults, name }) =>
    assertionResults.map(({ status, fullName }) => ({ status, name: `${name}: ${fullName}` })),
  );
  const withStatus = (status) => tests.filter((test) => test.status === status);
  // A file that could not be loaded has no tests to fail.
  const unread = report.testResults.filter(
    ({ status: whole, assertionResults }) =>
      whole === 'failed' && assertionResults.every(({ status }) => status !== 'failed'),
  );
  const failed = [
    ...withStatus('failed').map(({ name }) => name),
    ...unread.map(({ name }) => `${name}: the file itself`),
  ];
  const passed = withStatus('passed').length;
  return { passed, failed, skipped: tests.length - passed - withStatus('failed').length };
}

function counted(file) {
  try {
    return count(file);
  } catch (error) {
    return { passed: 0, failed: [`the tests left no result (${error.message})`], skipped: 0 };
  }
}

const { passed, failed, skipped } = counted(path);
if (passed === 0 && failed.length === 0) failed.push('not one test ran');
// The tests failed as a command: said already when one of them did, else it is a failure of its own (an error outside any test).
for (const what of broken) if (what !== 'npm test' || failed.length === 0) failed.push(what);

for (const name of failed) say(`failed: ${name.replace(`${process.cwd()}/`, '')}`);
if (skipped > 0) say(`${skipped} skipped`);
say(`${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
